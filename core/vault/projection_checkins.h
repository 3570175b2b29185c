#pragma once
// The check-ins of a day, of both: which of them stand, which were taken back, and what has opened.
// Nobody goes first (records.md, "Sealed records"): words sealed together open once each holds the
// other's. What was said to one person is never read together with what was said to another.

#include "core/domain/timeline.h"
#include "core/vault/projection_records.h"

namespace mend::vault {

// Who says something, and for whom: strands (projection_logs.h).
struct Side {
    qint64 strand = 0;
    std::optional<qint64> facing; // nothing: for nobody but its author
    auto operator<=>(const Side&) const = default;

    static Side of(const FiledRecord& record) { return {record.strand, record.facing}; }
    std::optional<Side> opposite() const {
        return facing ? std::optional(Side{*facing, strand}) : std::nullopt;
    }
};
// Mine, of whom I am paired with now or was last: what is written next is said there.
std::optional<Side> mySide(Connection& connection);

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
PersonsCheckIns checkInsOf(Connection& connection, const std::optional<Side>& side, Day day);

// Whether the words of a sealed version may be given, of one that was replaced: might be before
// that. For due.h and for what reads as open.
bool isDueIn(const CheckInBlock& block, std::size_t version, const PersonsCheckIns& others);

// Writes both people's entries and scales of `day`.
void projectCheckIns(Connection& connection, Day day);

} // namespace mend::vault
