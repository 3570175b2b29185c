#include "core/base/day.h"

#include <algorithm>

namespace mend {

namespace {
// A function, so that a Day can be made before main() too.
QDate epoch() {
    return QDate(1970, 1, 1);
}
} // namespace

std::optional<Day> Day::fromEpochDays(qint64 days) {
    if (days < first || days > last)
        return std::nullopt;
    return Day(int(days));
}

std::optional<Day> Day::fromDate(QDate date) {
    return date.isValid() ? fromEpochDays(epoch().daysTo(date)) : std::nullopt;
}

std::optional<Day> Day::fromIso(QStringView text) {
    const bool shaped = text.size() == 10 && text[4] == u'-' && text[7] == u'-';
    return shaped ? fromDate(QDate::fromString(text.toString(), QStringLiteral("yyyy-MM-dd")))
                  : std::nullopt;
}

QDate Day::date() const {
    return epoch().addDays(days_);
}

QString Day::toIso() const {
    return date().toString(Qt::ISODate);
}

int Day::weekday() const {
    return date().dayOfWeek();
}

Day Day::monday() const {
    return plus(1 - weekday());
}

Day Day::plus(int days) const {
    return Day(int(std::clamp<qint64>(qint64(days_) + days, first, last)));
}

} // namespace mend
