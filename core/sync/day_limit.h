#pragma once
// How much a partner may send in one UTC day, over all connections and through restarts, before a
// person is asked. What counts, and what doesn't, the Replicator decides.

#include "core/base/clock.h"
#include "core/sync/replica.h"

namespace mend::sync {

inline constexpr qint64 recordsADay = 20'000;
inline constexpr qint64 bytesADay = 256LL * 1024 * 1024;

class DayLimit {
public:
    DayLimit(Replica& replica, const Clock& clock) : replica_(replica), clock_(clock) {}

    enum class Verdict {
        Fine,
        TooMuch,
        Storage, // could not be written down, so nothing may be taken
    };
    // Writes down what is about to be taken, whatever the verdict.
    Verdict count(qint64 records, qint64 bytes);
    // The person said that this much is fine today. False: could not be written down.
    bool allow();

private:
    Taken today();
    Replica& replica_;
    const Clock& clock_;
};

} // namespace mend::sync
