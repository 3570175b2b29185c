#pragma once
// Time is passed in: nothing below app/ asks the machine for it.

#include "core/base/day.h"

#include <QtGlobal>

namespace mend {

using UtcMillis = qint64; // Milliseconds since 1970-01-01 UTC.

class Clock {
public:
    virtual ~Clock() = default;
    virtual UtcMillis nowMs() const = 0;
    // Today in this computer's time zone.
    virtual Day today() const = 0;
    // Never goes back; for timeouts only.
    virtual qint64 monotonicMs() const = 0;
};

// The machine's own clock and time zone.
class SystemClock final : public Clock {
public:
    UtcMillis nowMs() const override;
    Day today() const override;
    qint64 monotonicMs() const override;
};

// Down to the whole minute: records tell no more.
constexpr UtcMillis wholeMinute(UtcMillis ms) {
    return ms - ((ms % 60000) + 60000) % 60000;
}

} // namespace mend
