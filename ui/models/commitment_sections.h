#pragma once
// Commitments as the page groups them.

#include "core/domain/reading.h"

#include <vector>

namespace mend::ui {

struct CommitmentSections {
    std::vector<CommitmentReading> asked; // of me, waiting for my answer
    std::vector<CommitmentReading> mine;  // that stand, or are paused
    std::vector<CommitmentReading> theirs;
    std::vector<CommitmentReading> waiting; // that I asked for
    std::vector<CommitmentReading> ended;
};

// What I declined, and what the other took back before I answered, is in none of them: it needs no
// reason and leaves no trace. What the other declined stands among the ended, so that its author
// isn't left waiting.
CommitmentSections sectionsOf(std::vector<CommitmentReading> commitments);

} // namespace mend::ui
