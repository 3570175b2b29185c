#include "ui/widgets/card.h"

#include "ui/theme/control_painter.h"
#include "ui/theme/theme.h"
#include "ui/widgets/wrap_label.h"

#include <QEvent>
#include <QFontMetrics>
#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>
#include <algorithm>

namespace mend::ui {

Card::Card(QWidget* parent) : Card(QString(), parent) {}

Card::Card(const QString& title, QWidget* parent)
    : QFrame(parent), m_body(new QVBoxLayout), m_head(new QWidget(this)),
      m_headLine(new QHBoxLayout(m_head)), m_titleRoom(new QVBoxLayout),
      m_title(new WrapLabel({}, TextRole::Card, m_head)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::two, space::two, space::two, space::two);
    column->setSpacing(space::oneHalf);
    m_titleRoom->setContentsMargins(0, 0, 0, 0);
    m_titleRoom->addWidget(m_title);
    m_headLine->setContentsMargins(0, 0, 0, 0);
    m_headLine->setSpacing(space::one);
    m_headLine->addLayout(m_titleRoom, 1);
    m_body->setSpacing(space::oneHalf);
    column->addWidget(m_head);
    column->addLayout(m_body);
    setTitle(title);
}

void Card::setTitle(const QString& title) {
    m_title->setText(title);
    m_title->setVisible(!title.isEmpty());
    m_head->setVisible(!title.isEmpty() || m_headLine->count() > 1);
    setAccessibleName(title);
}

QString Card::title() const {
    return m_title->text();
}

void Card::addAction(QWidget* widget) {
    m_headLine->addWidget(widget, 0, Qt::AlignTop);
    m_head->show();
    placeTitle();
}

// A button is taller than the title's line, and reaches as far into the card's margin and the space
// below: the title stands where it would without one.
void Card::placeTitle() {
    int tallest = 0;
    for (int i = 1; i < m_headLine->count(); ++i)
        tallest = std::max(tallest, m_headLine->itemAt(i)->sizeHint().height());
    const QFont font = m_title->font();
    const int line = std::max(QFontMetrics(font).height(),
                              qRound(font.pixelSize() * lineHeight(TextRole::Card)));
    const int beyond = std::clamp((tallest - line) / 2, 0, int(space::oneHalf));
    m_titleRoom->setContentsMargins(0, beyond, 0, beyond);
    layout()->setContentsMargins(space::two, space::two - beyond, space::two, space::two);
    layout()->setSpacing(space::oneHalf - beyond);
}

void Card::changeEvent(QEvent* event) {
    QFrame::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        placeTitle();
}

void Card::showEvent(QShowEvent* event) {
    placeTitle();
    QFrame::showEvent(event);
}

void Card::add(QWidget* widget) {
    m_body->addWidget(widget);
}

void Card::add(QLayout* layout) {
    m_body->addLayout(layout);
}

void Card::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Tokens& t = tokensOf(this);
    paintBox(painter, rect(), radius::card, t.surface, t.line);
}

} // namespace mend::ui
