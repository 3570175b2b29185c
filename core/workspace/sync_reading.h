#pragma once
// What the sync thread's services look like, as the window's snapshots.

#include "core/sync/transport/sync_service.h"
#include "core/workspace/states.h"

namespace mend {

SyncReading readingOf(const sync::SyncState& state);
PairingReading readingOf(const sync::PairingService& pairing,
                         const std::optional<sync::Introduction>& me);
PairingProblem problemOf(sync::PairingEnd end);
// "3f2a 91c0 …": the first 16 bytes of an identity, to be compared aloud.
QString fingerprintOf(const IdentityId& identity);

} // namespace mend
