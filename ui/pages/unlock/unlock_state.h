#pragma once

#include <QString>

namespace mend::ui {

struct UnlockState {
    bool busy = false; // the key is being derived
    QString problem;   // a sentence, or empty
    QString waiting;   // what is waited for; empty: for the key
};

} // namespace mend::ui
