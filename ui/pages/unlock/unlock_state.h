#pragma once

#include <QString>

namespace mend::ui {

struct UnlockState {
    bool busy = false; // the key is being derived
    QString problem;   // a sentence, or empty
};

} // namespace mend::ui
