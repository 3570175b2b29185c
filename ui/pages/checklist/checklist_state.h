#pragma once
// Everything the page Checklist shows.

#include "core/domain/entry_kinds.h"
#include "core/guide/prompts.h"
#include "core/guide/step.h"

#include <vector>

namespace mend::ui {

struct ChecklistItem {
    guide::Step step;
    StepState state = StepState::None;
    bool shared = false; // of mine: a state of it was given to the other
    /// For a step that asks for gestures, to be read with it.
    std::vector<guide::GestureIdea> ideas = {};
    /// While I work on it, my check-in asks for its tick.
    bool tickAsked = false;
    /// The other sees what I set from here on.
    bool shares = false;
    bool operator==(const ChecklistItem& o) const {
        return step.id == o.step.id && step.title == o.step.title && state == o.state &&
               shared == o.shared && tickAsked == o.tickAsked && shares == o.shares;
    }
};

struct ChecklistState {
    std::optional<Role> role;
    std::vector<ChecklistItem> mine;   // of my role; while I have none, those of both lists
    std::vector<ChecklistItem> others; // what stands on other lists only, for myself
    std::vector<ChecklistItem> theirs; // what the other shared, as it stands
    QString partner;                   // their name; empty: nobody is paired
    bool sharing = false;              // my steps are shared as they change
    QString problem;                   // of what was asked last, in words, or empty
};

} // namespace mend::ui
