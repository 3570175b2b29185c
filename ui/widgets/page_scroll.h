#pragma once
// The frame of every page: a heading, a body of at most 960 px in the middle that scrolls, and a
// foot that stays visible (Save). And two columns that become one where it is narrow.

#include <QScrollArea>
#include <QWidget>

class QBoxLayout;
class QHBoxLayout;
class QVBoxLayout;

namespace mend::ui {

class WrapLabel;

/// The page's name, and at the end of its line a quiet word: the date.
class PageHeader : public QWidget {
    Q_OBJECT
public:
    explicit PageHeader(const QString& title, QWidget* parent = nullptr);
    void setAside(const QString& text);
    /// At the end of the line: a button.
    void addAction(QWidget* widget);
    using QWidget::addAction;

private:
    QHBoxLayout* m_line;
    WrapLabel* m_aside;
};

class PageScroll : public QWidget {
    Q_OBJECT
public:
    static constexpr int widest = 960; ///< pixels of content

    /// `title` is the accessible name; it is shown by the page's header.
    explicit PageScroll(const QString& title, QWidget* parent = nullptr);

    PageHeader* header() const { return m_header; }
    /// Ends with a stretch: add() puts things above it.
    QVBoxLayout* body() const { return m_body; }
    void add(QWidget* widget);
    void add(QLayout* layout);
    /// Stays below the scrolled part. Replaces the one before.
    void setFoot(QWidget* foot);
    QScrollArea* scrollArea() const { return m_scroll; }
    /// Where the page tells of itself: banners above the scrolled part.
    QVBoxLayout* notices() const { return m_notices; }

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void centre();

    PageHeader* m_header;
    QVBoxLayout* m_body;
    QVBoxLayout* m_notices;
    QScrollArea* m_scroll;
    QWidget* m_content;
    QWidget* m_column;
    QWidget* m_footLine;
    QHBoxLayout* m_foot;
};

class TwoColumns : public QWidget {
    Q_OBJECT
public:
    static constexpr int breakpoint = 900; ///< pixels of content from which there are two
    enum class Share { TwoToOne, Half };

    explicit TwoColumns(QWidget* parent = nullptr, Share share = Share::TwoToOne);
    QVBoxLayout* main() const { return m_main; }
    QVBoxLayout* side() const { return m_side; }
    bool isOneColumn() const;

protected:
    bool event(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void arrange();

    Share m_share;
    QBoxLayout* m_box;
    QVBoxLayout* m_main;
    QVBoxLayout* m_side;
};

} // namespace mend::ui
