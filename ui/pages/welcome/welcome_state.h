#pragma once

#include "core/domain/role.h"

#include <QString>
#include <optional>

namespace mend::ui {

/// Who somebody is, as they say it when they begin.
struct NewPersonFields {
    QString name;
    std::optional<Role> role; // none: not sure yet
    Relation relation = Relation::Partner;
};

struct WelcomeState {
    bool busy = false;    // the vault is being made
    QString recoveryCode; // made: shown once
    QString problem;      // a sentence, or empty
    QString kept;         // what came of printing, copying or saving the code, in words, or empty
};

} // namespace mend::ui
