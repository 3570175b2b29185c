#pragma once
// Which announcements are acted upon: those that count higher than any before, and no more of them
// than an honest partner sends. What is over that costs neither a write nor a connection; what is
// only played again costs no turn of the partner's.

#include "core/sync/announcement.h"
#include "core/sync/transport/trust_store.h"

namespace mend::sync {

class Admission {
public:
    // `atOnce` after a silence, and from then on one each `everyMs`.
    Admission(TrustStore& store, const Clock& clock, int atOnce, qint64 everyMs);
    // Stores the counter of one that it admits.
    bool admits(const Announcement& announcement);

private:
    bool takeTurn();

    TrustStore& store_;
    const Clock& clock_;
    qint64 aheadMs_; // how far the turns that were taken may lie ahead of the clock
    qint64 everyMs_;
    qint64 taken_ = 0; // by the monotonic clock: until when
};

} // namespace mend::sync
