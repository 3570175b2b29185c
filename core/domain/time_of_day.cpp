#include "core/domain/time_of_day.h"

namespace mend {

namespace {

constexpr int minutesOfHour = 60;
constexpr int minutesOfDay = 24 * minutesOfHour;

// The value of two ASCII digits, or -1.
int twoDigits(QStringView text) {
    const auto digit = [](QChar c) { return c >= u'0' && c <= u'9' ? c.unicode() - u'0' : -1; };
    const int tens = digit(text[0]);
    const int ones = digit(text[1]);
    return tens < 0 || ones < 0 ? -1 : tens * 10 + ones;
}

} // namespace

std::optional<TimeOfDay> TimeOfDay::fromMinutes(qint64 minutes) {
    if (minutes < 0 || minutes >= minutesOfDay)
        return std::nullopt;
    return TimeOfDay(int(minutes));
}

std::optional<TimeOfDay> TimeOfDay::fromText(QStringView text) {
    if (text.size() != 5 || text[2] != u':')
        return std::nullopt;
    const int hour = twoDigits(text.first(2));
    const int minute = twoDigits(text.last(2));
    if (hour < 0 || minute < 0 || minute >= minutesOfHour)
        return std::nullopt;
    return fromMinutes(hour * minutesOfHour + minute);
}

QString TimeOfDay::text() const {
    return QStringLiteral("%1:%2")
        .arg(minutes_ / minutesOfHour, 2, 10, QLatin1Char('0'))
        .arg(minutes_ % minutesOfHour, 2, 10, QLatin1Char('0'));
}

} // namespace mend
