#pragma once
// Why a connection of replication ends, and what is said of it to the other.

#include "core/sync/message.h"

namespace mend::sync {

enum class ReplicationStop {
    Fork,         // a log has two futures
    NewerVersion, // the other speaks only later versions
    TooMuch,      // over the day's limits: the person decides
    BadPeer,      // malformed, or records that break their rules
    Storage,      // my vault could not take it
    Bye,          // the other ended it
    ByeFork,      // the other ended it for a fork
    Paused,       // the other paused
};

// Only what the other can do something about is told.
Bye byeFor(ReplicationStop stop);
ReplicationStop stopFor(const Bye& bye);
ReplicationStop stopFor(ReplicaError error);

} // namespace mend::sync
