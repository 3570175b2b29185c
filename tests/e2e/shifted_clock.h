#pragma once
// The machine's clock, moved: whole programs can be put on another day, or past the end of a code.

#include "core/base/clock.h"

#include <QFile>

namespace mend::test {

// So many days ahead as MEND_TEST_DAYS_AHEAD says, and so many seconds as stand in the file that
// MEND_TEST_SECONDS_AHEAD names, which may change while the program runs.
class ShiftedClock final : public Clock {
public:
    UtcMillis nowMs() const override {
        return system_.nowMs() + days_ * msPerDay + secondsAhead() * 1000;
    }
    Day today() const override { return system_.today().plus(days_); }
    qint64 monotonicMs() const override { return system_.monotonicMs() + secondsAhead() * 1000; }

private:
    static constexpr qint64 msPerDay = 86'400'000;
    qint64 secondsAhead() const {
        if (seconds_.isEmpty())
            return 0;
        QFile file(seconds_);
        return file.open(QIODevice::ReadOnly) ? file.readAll().trimmed().toLongLong() : 0;
    }

    SystemClock system_;
    int days_ = qEnvironmentVariableIntValue("MEND_TEST_DAYS_AHEAD");
    QString seconds_ = qEnvironmentVariable("MEND_TEST_SECONDS_AHEAD");
};

} // namespace mend::test
