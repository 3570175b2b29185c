#pragma once
// What Mend is and is not, and whose computer this is. The answer is used for a hint and kept
// nowhere.

#include "ui/pages/welcome/welcome_step.h"

namespace mend::ui {

class AboutStep : public WelcomeStep {
    Q_OBJECT
public:
    AboutStep();
};

} // namespace mend::ui
