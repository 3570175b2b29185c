#pragma once
// Sends one log from a place on, with at most four batches on their way that were not acked.

#include "core/sync/message.h"
#include "core/sync/replica.h"

#include <limits>

namespace mend::sync {

inline constexpr int batchWindow = 4; // Batches on their way without an ack.

class LogSender {
public:
    // `whose`: mine, which may grow; or the other's, given back to them up to `end`, as far as it
    // went when this began.
    LogSender(Replica& replica, Person whose, quint64 from,
              quint64 end = std::numeric_limits<quint64>::max());
    // Adds batches to `out` until the window is full or nothing is left.
    Result<void, ReplicaError> fill(std::vector<Message>& out);
    // The other holds this log up to `seq`.
    void acked(quint64 seq);
    bool nothingOnItsWay() const { return window_.empty(); }
    // All is given, and acked.
    bool isDone() const { return window_.empty() && next_ >= end_; }

private:
    Replica* replica_; // never null; a pointer, so that a sender can be begun anew
    Person whose_;
    quint64 next_;
    quint64 end_;
    std::vector<quint64> window_; // last seq of each batch that is not acked
};

quint64 countOf(const std::optional<LogHead>& head); // of records up to it

} // namespace mend::sync
