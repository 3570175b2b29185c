#pragma once
// A commitment on one day: its owner's word and what the other saw.

#include "core/vault/projection_records.h"

namespace mend::vault {

// Writes the row of `commitment` on `day`; none where nobody who may spoke about it.
void projectDay(Connection& connection, const RecordId& commitment, Day day);

} // namespace mend::vault
