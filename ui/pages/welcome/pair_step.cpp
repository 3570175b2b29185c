#include "ui/pages/welcome/pair_step.h"

#include "ui/theme/button_kind.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace mend::ui {

PairStep::PairStep() : WelcomeStep(tr("The other")) {
    setObjectName(QStringLiteral("pairStep"));
    say(tr("When both of you have Mend, you can pair the two computers. Then each of you sees what "
           "the other marks for sharing, and nothing else."));
    say(tr("There is no hurry. Mend is whole with one person, too, and you can pair on any day."));
    auto* now = new QPushButton(tr("Pair now"));
    now->setObjectName(QStringLiteral("pairNow"));
    auto* later = new QPushButton(tr("Later"));
    later->setObjectName(QStringLiteral("pairLater"));
    setButtonKind(now, ButtonKind::Primary);
    auto* line = new QHBoxLayout;
    line->addWidget(now);
    line->addWidget(later);
    line->addStretch();
    column()->addSpacing(space::one);
    column()->addLayout(line);
    m_first = now;
    connect(now, &QPushButton::clicked, this, [this] { Q_EMIT chosen(true); });
    connect(later, &QPushButton::clicked, this, [this] { Q_EMIT chosen(false); });
}

QWidget* PairStep::first() const {
    return m_first;
}

} // namespace mend::ui
