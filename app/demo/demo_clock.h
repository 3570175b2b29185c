#pragma once
// A clock that the generator moves through the days it writes about, and that stands still for
// pictures.

#include "core/base/clock.h"

namespace mend {

class DemoClock final : public Clock {
public:
    explicit DemoClock(Day day) { set(day, 12 * 60); }
    // `minutes` after midnight UTC.
    void set(Day day, int minutes) { now_ = (qint64(day.epochDays()) * 1440 + minutes) * 60'000; }
    UtcMillis nowMs() const override { return now_; }
    Day today() const override { return Day::fromEpochDays(now_ / 86'400'000).value_or(Day()); }
    qint64 monotonicMs() const override { return now_; }

private:
    UtcMillis now_ = 0;
};

} // namespace mend
