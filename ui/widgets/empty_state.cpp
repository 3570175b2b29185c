#include "ui/widgets/empty_state.h"

#include "ui/theme/theme.h"
#include "ui/widgets/wrap_label.h"

#include <QPainter>
#include <QPainterPath>
#include <QPushButton>
#include <QVBoxLayout>

namespace mend::ui {

namespace {
constexpr int seamHeight = 72; // Pixels.
}

EmptyState::EmptyState(const QString& sentence, QWidget* parent)
    : QWidget(parent), m_sentence(new WrapLabel(sentence, TextRole::Body, this)),
      m_action(new QPushButton(this)) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(space::two, space::two, space::two, space::two);
    column->setSpacing(space::two);
    // On a tall page in its upper middle, where one looks first.
    column->addStretch(2);
    column->addSpacing(seamHeight - space::two);
    m_sentence->setTone(&Tokens::inkSoft);
    m_sentence->setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    column->addWidget(m_sentence);
    column->addWidget(m_action, 0, Qt::AlignHCenter);
    column->addStretch(3);
    connect(m_action, &QPushButton::clicked, this, &EmptyState::actionTriggered);
    setAccessibleName(sentence);
    setAction({});
}

void EmptyState::setSentence(const QString& sentence) {
    m_sentence->setText(sentence);
    setAccessibleName(sentence);
}

void EmptyState::setAction(const QString& text) {
    m_action->setText(text);
    m_action->setVisible(!text.isEmpty());
}

// A seam that is only beginning.
void EmptyState::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tokens& t = tokensOf(this);
    const double x = width() / 2.0;
    const double top = m_sentence->y() - seamHeight;
    QPainterPath seam({x, top});
    seam.cubicTo(x - 10, top + seamHeight * 0.3, x + 10, top + seamHeight * 0.6, x,
                 top + seamHeight * 0.9);
    QColor gold = t.gold;
    gold.setAlphaF(0.45F);
    painter.setPen(QPen(gold, 2, Qt::SolidLine, Qt::RoundCap));
    painter.drawPath(seam);
}

} // namespace mend::ui
