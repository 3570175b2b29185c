#include "ui/widgets/card.h"

#include "ui/theme/control_painter.h"
#include "ui/theme/theme.h"
#include "ui/widgets/wrap_label.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QVBoxLayout>

namespace mend::ui {

Card::Card(QWidget* parent) : Card(QString(), parent) {}

Card::Card(const QString& title, QWidget* parent)
    : QFrame(parent), m_body(new QVBoxLayout), m_head(new QWidget(this)),
      m_headLine(new QHBoxLayout(m_head)), m_title(new WrapLabel({}, TextRole::Card, m_head)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::two, space::two, space::two, space::two);
    column->setSpacing(space::oneHalf);
    m_headLine->setContentsMargins(0, 0, 0, 0);
    m_headLine->setSpacing(space::one);
    m_headLine->addWidget(m_title, 1);
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
