#pragma once
// How the logs of one person follow each other, what of them is forked or closed, whose log a
// record's `seen` counts, and for whom it is: read from the records that run the log (member, pair)
// and from the order in which logs were paired with. A log and those that go on from it are one
// strand (RECORDS.md, "Several logs").

#include "core/vault/connection.h"

namespace mend::vault {

// Looks again after record number `record` came. True if what was projected before may look
// different now, so that everything has to be folded again: a log that stands between others, a
// fork's first seq, a pair that closes something.
bool refreshLogs(Connection& connection, qint64 record);
// The same after the logs themselves changed, or with whom they are shared.
bool refreshLogs(Connection& connection);
// From nothing.
void rebuildLogs(Connection& connection);

} // namespace mend::vault
