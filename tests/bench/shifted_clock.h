#pragma once
// The machine's clock, moved so that today is a chosen day: histories of a hundred years end in
// days to come.

#include "core/base/clock.h"

namespace mend::bench {

class ShiftedClock final : public Clock {
public:
    explicit ShiftedClock(Day today) : days_(today.daysSince(system_.today())) {}
    UtcMillis nowMs() const override { return system_.nowMs() + days_ * 86'400'000LL; }
    Day today() const override { return system_.today().plus(days_); }
    qint64 monotonicMs() const override { return system_.monotonicMs(); }

private:
    SystemClock system_;
    int days_;
};

} // namespace mend::bench
