#pragma once
// The recovery code, shown once: print it, copy it, save it, and say that it is kept.

#include "ui/pages/welcome/welcome_step.h"

class QCheckBox;

namespace mend::ui {

class RecoverySheet;

class RecoveryStep : public WelcomeStep {
    Q_OBJECT
public:
    RecoveryStep();
    void setCode(const QString& code);
    void setKept(const QString& words);
    bool isComplete() const override;
    QWidget* first() const override;

Q_SIGNALS:
    void printAsked();
    void copyAsked();
    void saveAsked();

private:
    RecoverySheet* m_code;
    QCheckBox* m_tick;
};

} // namespace mend::ui
