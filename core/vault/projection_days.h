#pragma once
// A commitment on one day: its owner's word and what the other saw.

#include "core/vault/projection_records.h"

namespace mend::vault {

// Writes the row of `commitment` on `day`; none where nobody who may spoke about it.
void projectDay(Connection& connection, const RecordId& commitment, Day day);

// What was said about a commitment on one day: its id, two kinds, the day.
inline constexpr char saidOnDay[] =
    "SELECT * FROM filed WHERE about = ? AND kind IN (?, ?) AND day = ? AND here";

} // namespace mend::vault
