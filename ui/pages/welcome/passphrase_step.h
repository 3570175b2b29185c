#pragma once
// A passphrase, typed twice, with a word on how hard it is to guess.

#include "ui/pages/welcome/welcome_step.h"

namespace mend::ui {

class Busy;
class SecretField;
class StrengthMeter;

class PassphraseStep : public WelcomeStep {
    Q_OBJECT
public:
    PassphraseStep();
    bool isComplete() const override;
    QWidget* first() const override;
    /// Empties both fields; the caller wipes what it gets.
    QString take();
    void setBusy(bool busy);

private:
    void describe();

    SecretField* m_passphrase;
    SecretField* m_again;
    StrengthMeter* m_strength;
    WrapLabel* m_hint;
    Busy* m_busy;
};

} // namespace mend::ui
