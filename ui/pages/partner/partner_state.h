#pragma once
// Everything the page Partner shows.

#include "core/workspace/states.h"

#include <QStringList>
#include <optional>

namespace mend::ui {

struct PartnerState {
    std::optional<Role> myRole;            // none: asked for before pairing
    std::optional<PartnerReading> partner; // none: not paired
    SyncReading sync;
    QString sharing; // sync, in words
    PairingReading pairing;
    int secondsLeft = 0;    // of the code that is shown
    QString pairingProblem; // how pairing ended, in words, or empty
    QString problem;        // of what was asked last, in words, or empty
    QStringList addresses;  // of the other computer: those that worked, those typed
};

/// What the person chose and typed before pairing begins.
struct PairingWish {
    bool shareBefore = false; // what was written for sharing before today, too
    QString code;             // empty: show one
    QString address;          // HOST:PORT, or empty: look on the network
};

} // namespace mend::ui
