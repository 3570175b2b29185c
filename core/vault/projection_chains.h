#pragma once
// A record and its later versions as one entry of the timeline; every kind but the check-in, whose
// versions are found by day (projection_checkins.h).

#include "core/vault/projection_records.h"

namespace mend::vault {

struct Chain {
    std::vector<FiledRecord> versions; // as written; the first names no other
    bool withdrawn = false;            // by its author
};

// Every record that replaces, or is replaced by, `of`, near or far, sorted into chains. Those
// that wait for what they replace, or may not replace it, are in `outside`.
struct Family {
    std::vector<Chain> chains;
    std::vector<FiledRecord> outside;
};
Family familyOf(Connection& connection, const FiledRecord& of);

// Writes the entries of the family of `record`; gives back the numbers of all its records.
std::vector<qint64> projectFamily(Connection& connection, const FiledRecord& record);

} // namespace mend::vault
