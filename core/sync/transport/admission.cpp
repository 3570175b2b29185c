#include "core/sync/transport/admission.h"

#include <algorithm>

namespace mend::sync {

Admission::Admission(TrustStore& store, const Clock& clock, int atOnce, qint64 everyMs)
    : store_(store), clock_(clock), aheadMs_((atOnce - 1) * everyMs), everyMs_(everyMs) {}

bool Admission::admits(const Announcement& announcement) {
    const auto& [incarnation, counter, port] = announcement;
    return store_.isNewCounter(incarnation, counter) && takeTurn() &&
           store_.acceptCounter(incarnation, counter);
}

bool Admission::takeTurn() {
    const qint64 now = clock_.monotonicMs();
    const qint64 from = std::max(taken_, now);
    if (from - now > aheadMs_)
        return false;
    taken_ = from + everyMs_;
    return true;
}

} // namespace mend::sync
