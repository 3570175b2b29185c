#include "core/base/clock.h"

#include <QDateTime>
#include <chrono>

namespace mend {

UtcMillis SystemClock::nowMs() const {
    return QDateTime::currentMSecsSinceEpoch();
}

Day SystemClock::today() const {
    return Day::fromDate(QDate::currentDate()).value_or(Day());
}

qint64 SystemClock::monotonicMs() const {
    const auto now = std::chrono::steady_clock::now().time_since_epoch();
    return std::chrono::duration_cast<std::chrono::milliseconds>(now).count();
}

} // namespace mend
