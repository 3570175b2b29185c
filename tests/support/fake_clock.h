#pragma once
// A clock that stands still until a test moves it.

#include "core/base/clock.h"

namespace mend::test {

class FakeClock final : public Clock {
public:
    // 2026-11-22 12:00:00 UTC unless told otherwise.
    explicit FakeClock(UtcMillis now = 1795348800000) : now_(now) {}
    UtcMillis nowMs() const override { return now_; }
    Day today() const override { return *Day::fromEpochDays(now_ / msPerDay); }
    qint64 monotonicMs() const override { return now_; }
    void advanceMs(qint64 ms) { now_ += ms; }
    void advanceDays(int days) { now_ += qint64(days) * msPerDay; }
    void setDay(Day day) { now_ = qint64(day.epochDays()) * msPerDay + 12 * 3600 * 1000; }

private:
    static constexpr qint64 msPerDay = 86400000;
    UtcMillis now_;
};

} // namespace mend::test
