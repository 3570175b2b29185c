#pragma once
// Everything the page Settings shows.

#include "core/domain/role.h"

#include <QString>
#include <optional>

namespace mend::ui {

enum class LookSetting { System, Light, Dark };

/// How something that takes a while went.
struct SlowTask {
    bool busy = false;
    bool done = false; // just now
    QString problem;   // in words, or empty
    bool operator==(const SlowTask&) const = default;
};

/// What the person is to be called, and on which list they stand.
struct PersonSetting {
    QString name;
    std::optional<Role> role;
    Relation relation = Relation::Partner;
    bool operator==(const PersonSetting&) const = default;
};

struct SettingsState {
    PersonSetting person;
    QString partner; // their name; empty: nobody is paired, and the relation can be changed
    bool mayBeAsked = false;
    LookSetting look = LookSetting::System;
    bool motion = true;
    int autoLockMinutes = 5; // 0: only when I lock
    QString version;
    QString folder; // where the data lies

    SlowTask passphrase;  // changing it
    SlowTask newKey;      // taking a new key
    SlowTask recovery;    // making a new recovery code
    QString recoveryCode; // made just now; empty: none to show
    QString kept;         // how it was kept, in words, or empty
    SlowTask deletion;    // of everything

    QString problem; // of anything else that was asked last, in words, or empty
};

} // namespace mend::ui
