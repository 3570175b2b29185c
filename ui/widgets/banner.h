#pragma once
// A line that says something about the whole page: information, or what needs attention.

#include "ui/widgets/notice.h"

class QPushButton;

namespace mend::ui {

class WrapLabel;

class Banner : public Notice {
    Q_OBJECT
public:
    enum class Kind { Info, Attention };

    explicit Banner(QWidget* parent = nullptr);
    Banner(Kind kind, const QString& text, QWidget* parent = nullptr);

    void setKind(Kind kind);
    /// An empty text hides the banner.
    void setText(const QString& text);
    QString text() const;
    /// One button at the end; empty: none.
    void setAction(const QString& text);

Q_SIGNALS:
    void actionTriggered();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    Kind m_kind = Kind::Info;
    WrapLabel* m_text;
    QPushButton* m_action;
};

} // namespace mend::ui
