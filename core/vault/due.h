#pragma once
// When sealed words may be given (records.md, "Sealed records").

#include "core/vault/log_store.h"

namespace mend::vault {

// Whether the words of a record belong with it by now: it isn't sealed; its author opened it; or
// its author holds the other's pairing record, and no version took its place before that. Of my own
// records exactly; of the other's, who may hold less of mine than I have written, at most.
bool isDue(Connection& connection, const RecordRow& record);

} // namespace mend::vault
