#include "core/sync/day_limit.h"

#include "core/sync/rendezvous.h"

namespace mend::sync {

Taken DayLimit::today() {
    const qint64 day = utcDayOf(clock_.nowMs());
    const Taken taken = replica_.taken();
    return taken.utcDay == day ? taken : Taken{day, 0, 0, false};
}

DayLimit::Verdict DayLimit::count(qint64 records, qint64 bytes) {
    Taken taken = today();
    if (taken.allowed)
        return Verdict::Fine;
    taken.records += records;
    taken.bytes += bytes;
    const bool more = records != 0 || bytes != 0; // an empty answer costs no write
    if (more && !replica_.keepTaken(taken))
        return Verdict::Storage;
    return taken.records > recordsADay || taken.bytes > bytesADay ? Verdict::TooMuch
                                                                  : Verdict::Fine;
}

bool DayLimit::allow() {
    Taken taken = today();
    taken.allowed = true;
    return replica_.keepTaken(taken);
}

} // namespace mend::sync
