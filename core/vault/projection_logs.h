#pragma once
// How the logs of one person follow each other, what of them is forked or closed, and whose log a
// record's `seen` counts: read from the records that run the log (member, pair).

#include "core/vault/connection.h"

namespace mend::vault {

// Looks again after record number `record` came. True if what was projected before may look
// different now, so that everything has to be folded again: a log that stands between others, a
// fork's first seq, a pair that closes something.
bool refreshLogs(Connection& connection, qint64 record);
// From nothing.
void rebuildLogs(Connection& connection);

} // namespace mend::vault
