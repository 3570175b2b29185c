#pragma once
// What a step leads to in the Mend that runs: only what exists today has a button.

#include "ui/pages/checklist/checklist_state.h"

namespace mend::ui {

// Whose list a step is looked at in.
enum class StepUse {
    Mine,
    ForMyself, // of another list: mine to work on, and never shared
    Theirs,    // read only
};

struct StepDestination {
    QString page;   // "today", "safety"
    QString part;   // of Today: "moment", "check-in", or the kind of a note; empty: its beginning
    QString button; // what the button says
};

// Where the step is done; none if it is words alone, or its page isn't there. Notes go to somebody,
// so without a partner (`paired`) they lead nowhere, and a kind word is asked of one's own role
// only.
std::optional<StepDestination> destinationOf(const guide::Step& step, StepUse use, bool paired);

// Whether ideas for gestures stand below it (guidance.md: B16, B23, B25).
bool offersIdeas(const guide::Step& step);

// Whether the step may start a commitment of mine. The one that leaves people out ("not alone
// with …", B26) is only for the person on whose list it stands.
bool offersCommitment(const guide::Step& step, StepUse use);

} // namespace mend::ui
