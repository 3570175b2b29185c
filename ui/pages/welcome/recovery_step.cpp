#include "ui/pages/welcome/recovery_step.h"

#include "ui/widgets/recovery_sheet.h"

#include <QCheckBox>

namespace mend::ui {

RecoveryStep::RecoveryStep()
    : WelcomeStep(tr("Your recovery code")), m_code(new RecoverySheet),
      m_tick(new QCheckBox(tr("I have kept it"))) {
    setObjectName(QStringLiteral("recoveryStep"));
    say(tr("If you ever lose your passphrase, this code opens Mend. It is shown only now. Put it "
           "on paper, in a place that is yours alone. It is as good as the passphrase: whoever "
           "has it can read everything here."));
    column()->addWidget(m_code);
    m_tick->setObjectName(QStringLiteral("kept"));
    column()->addWidget(m_tick);
    connect(m_tick, &QCheckBox::toggled, this, &WelcomeStep::changed);
    connect(m_code, &RecoverySheet::printAsked, this, &RecoveryStep::printAsked);
    connect(m_code, &RecoverySheet::copyAsked, this, &RecoveryStep::copyAsked);
    connect(m_code, &RecoverySheet::saveAsked, this, &RecoveryStep::saveAsked);
}

void RecoveryStep::setCode(const QString& code) {
    m_code->setCode(code);
}

void RecoveryStep::setKept(const QString& words) {
    m_code->setKept(words);
}

bool RecoveryStep::isComplete() const {
    return m_tick->isChecked();
}

QWidget* RecoveryStep::first() const {
    return m_code->firstButton();
}

} // namespace mend::ui
