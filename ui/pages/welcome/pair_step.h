#pragma once
// Pair now, or later: Mend is whole alone.

#include "ui/pages/welcome/welcome_step.h"

namespace mend::ui {

class PairStep : public WelcomeStep {
    Q_OBJECT
public:
    PairStep();
    QWidget* first() const override;

Q_SIGNALS:
    void chosen(bool pairNow);

private:
    QWidget* m_first;
};

} // namespace mend::ui
