#include "core/sync/replication_stop.h"

namespace mend::sync {

Bye byeFor(ReplicationStop stop) {
    switch (stop) {
    case ReplicationStop::Fork:
        return {Bye::Why::Fork};
    case ReplicationStop::TooMuch:
        return {Bye::Why::TooMuch};
    case ReplicationStop::Storage:
        return {Bye::Why::Storage};
    case ReplicationStop::NewerVersion:
        return {Bye::Why::NewerVersion};
    default:
        return {Bye::Why::Done};
    }
}

ReplicationStop stopFor(const Bye& bye) {
    switch (bye.why) {
    case Bye::Why::Fork:
        return ReplicationStop::ByeFork;
    case Bye::Why::NewerVersion:
        return ReplicationStop::NewerVersion;
    default:
        return ReplicationStop::Bye;
    }
}

ReplicationStop stopFor(ReplicaError error) {
    switch (error) {
    case ReplicaError::BadRecord:
        return ReplicationStop::BadPeer;
    case ReplicaError::Forked:
        return ReplicationStop::Fork;
    case ReplicaError::Storage:
        break;
    }
    return ReplicationStop::Storage;
}

} // namespace mend::sync
