#pragma once
// The check-ins of a day, of both: which of them stand, which were taken back, and what has opened.
// Nobody goes first (records.md, "Sealed records"): words sealed together open once each holds the
// other's.

#include "core/domain/timeline.h"
#include "core/vault/projection_records.h"

namespace mend::vault {

// What one person wrote of a day between two times they took it all back.
struct CheckInBlock {
    std::vector<FiledRecord> versions; // as written; those that break a rule are left out
    bool withdrawn = false;
    std::optional<Place> opened; // by their author, before it was due: where that was said
};
struct PersonsCheckIns {
    std::vector<CheckInBlock> blocks;   // never empty ones
    std::optional<FiledRecord> pairing; // the first that still stands: holding it opens the other's
};
PersonsCheckIns checkInsOf(Connection& connection, Person author, Day day);

struct SealedMarks {
    SealState seal = SealState::None;
    bool changedBefore = false;
    bool changedAfter = false;
};
// How the newest version of `block` stands towards the other's.
SealedMarks sealOf(const CheckInBlock& block, const PersonsCheckIns& others);

// Writes both people's entries and scales of `day`.
void projectCheckIns(Connection& connection, Day day);

} // namespace mend::vault
