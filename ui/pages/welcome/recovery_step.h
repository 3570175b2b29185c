#pragma once
// The recovery code, shown once: print it, copy it, save it, and say that it is kept.

#include "ui/pages/welcome/welcome_step.h"

class QCheckBox;
class QLabel;

namespace mend::ui {

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
    QWidget* buildButtons();

    QLabel* m_code;
    WrapLabel* m_kept;
    QCheckBox* m_tick;
    QWidget* m_first = nullptr;
};

} // namespace mend::ui
