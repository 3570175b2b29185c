#include "ui/widgets/banner.h"

#include "ui/theme/control_painter.h"
#include "ui/theme/fills.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/widgets/wrap_label.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>

namespace mend::ui {

Banner::Banner(QWidget* parent) : Banner(Kind::Info, {}, parent) {}

Banner::Banner(Kind kind, const QString& text, QWidget* parent)
    : Notice(parent), m_text(new WrapLabel({}, TextRole::Body, this)),
      m_action(new QPushButton(this)) {
    auto* line = new QHBoxLayout(this);
    line->setContentsMargins(space::two, space::one, space::two, space::one);
    line->setSpacing(space::two);
    // The sign's room; not a margin, because those are not mirrored.
    line->addSpacing(iconSize + space::one);
    line->addWidget(m_text, 1);
    line->addWidget(m_action, 0, Qt::AlignVCenter);
    connect(m_action, &QPushButton::clicked, this, &Banner::actionTriggered);
    setKind(kind);
    setText(text);
    setAction({});
}

void Banner::setKind(Kind kind) {
    m_kind = kind;
    update();
}

void Banner::setText(const QString& text) {
    m_text->setText(text);
    say(text);
}

QString Banner::text() const {
    return m_text->text();
}

void Banner::setAction(const QString& text) {
    m_action->setText(text);
    m_action->setVisible(!text.isEmpty());
}

void Banner::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Tokens& t = tokensOf(this);
    const QColor edge = m_kind == Kind::Attention ? t.attention : t.line;
    const QColor fill = m_kind == Kind::Attention ? attentionFill(t) : t.youSoft;
    paintBox(painter, rect(), radius::control, fill, edge);
    const int top = m_text->y() + (std::min(m_text->height(), 24) - iconSize) / 2;
    QRect place(space::two, top, iconSize, iconSize);
    place = QStyle::visualRect(layoutDirection(), rect(), place);
    const bool attention = m_kind == Kind::Attention;
    paintIcon(painter, place, attention ? IconName::Warning : IconName::Info,
              attention ? t.attention : t.inkSoft);
}

} // namespace mend::ui
