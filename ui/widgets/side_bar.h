#pragma once
// The way through the window: pages, and below a line what is always there. 184 px with text, or as
// many as the longest needs; 56 px of icons while the window is narrower than 860 px, or than
// leaves the page as much beside longer text. Up and Down move, Enter or Space opens.

#include "ui/theme/icons.h"

#include <QPointer>
#include <QPushButton>
#include <QWidget>

class QVBoxLayout;

namespace mend::ui {

class SideBarItem : public QPushButton {
    Q_OBJECT
public:
    enum class Kind {
        Page,   ///< stays marked as current
        Command ///< only acts: hide, lock
    };
    SideBarItem(IconName icon, const QString& text, Kind kind, QWidget* parent);
    void setCompact(bool compact);
    void setDot(bool dot, const QString& meaning);
    bool hasDot() const { return m_dot; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;

private:
    void describe();

    IconName m_icon;
    QString m_meaning;
    bool m_compact = false;
    bool m_dot = false;
    bool m_byKeyboard = false; // the focus came by it
};

class SideBar : public QWidget {
    Q_OBJECT
public:
    static constexpr int wide = 184;       ///< pixels, at least
    static constexpr int narrow = 56;      ///< pixels
    static constexpr int breakpoint = 860; ///< pixels of window width

    using Item = SideBarItem::Kind;

    explicit SideBar(QWidget* parent = nullptr);

    SideBarItem* addItem(const QString& id, IconName icon, const QString& text,
                         Item item = Item::Page);
    /// What follows stands at the bottom, below a line.
    void addSeparator();
    void setCurrent(const QString& id);
    QString current() const { return m_current; }
    /// `meaning` is read with the name: "something of yours waits to be shared".
    void setDot(const QString& id, bool dot, const QString& meaning = {});
    SideBarItem* item(const QString& id) const;
    bool isCompact() const { return m_compact; }

    QSize sizeHint() const override;

Q_SIGNALS:
    void activated(const QString& id);

protected:
    bool event(QEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    struct Entry {
        QString id;
        SideBarItem* button;
        Item kind;
    };
    void buildBrand();
    void followWindow();
    void setCompact(bool compact);
    int neededWidth() const;
    void arrange();
    void moveFocus(int by);

    QVBoxLayout* m_column;
    QWidget* m_brand = nullptr;
    QList<Entry> m_entries;
    QString m_current;
    QPointer<QWidget> m_window;
    bool m_compact = false;
};

} // namespace mend::ui
