#pragma once
// When a commitment is due. Text form, as on the command line: daily · mon,wed · 2/week ·
// once:2026-11-22

#include "core/base/day.h"
#include "core/domain/checked.h"

#include <QString>
#include <QStringView>
#include <optional>
#include <set>
#include <variant>

namespace mend {

struct Once {
    Day day;
    bool operator==(const Once&) const = default;
};
struct Daily {
    bool operator==(const Daily&) const = default;
};
struct OnWeekdays {
    std::set<int> weekdays; // 1 Monday … 7 Sunday, at least one
    bool operator==(const OnWeekdays&) const = default;
};
struct TimesAWeek {
    int times = 1; // 1 to 7 in a week from Monday, on days its owner picks
    bool operator==(const TimesAWeek&) const = default;
};
using Schedule = std::variant<Once, Daily, OnWeekdays, TimesAWeek>;

QString text(const Schedule& schedule);
// BadSchedule, or BadDay for a date after "once:" that isn't one. Weekdays in any order.
Result<Schedule, DomainError> scheduleFromText(QStringView text);
std::optional<DomainError> check(const Schedule& schedule);

} // namespace mend
