#include "core/domain/schedule.h"

#include "core/domain/names.h"

#include <QStringList>

namespace mend {

namespace {

constexpr int daysOfWeek = 7;
constexpr qsizetype longestText = 27; // mon,tue,wed,thu,fri,sat,sun
constexpr QLatin1String oncePrefix("once:");
constexpr QLatin1String weekSuffix("/week");
constexpr Names<daysOfWeek> weekdayNames = {
    QLatin1String("mon"), QLatin1String("tue"), QLatin1String("wed"), QLatin1String("thu"),
    QLatin1String("fri"), QLatin1String("sat"), QLatin1String("sun")};

struct AsText {
    QString operator()(const Once& once) const { return oncePrefix + once.day.toIso(); }
    QString operator()(const Daily&) const { return QStringLiteral("daily"); }
    QString operator()(const OnWeekdays& on) const {
        QStringList names;
        for (const int weekday : on.weekdays)
            names.append(nameIn(weekdayNames, weekday - 1));
        return names.join(u',');
    }
    QString operator()(const TimesAWeek& week) const {
        return QString::number(week.times) + weekSuffix;
    }
};

struct IsWrong {
    bool operator()(const Once&) const { return false; }
    bool operator()(const Daily&) const { return false; }
    bool operator()(const OnWeekdays& on) const {
        return on.weekdays.empty() || *on.weekdays.begin() < 1 ||
               *on.weekdays.rbegin() > daysOfWeek;
    }
    bool operator()(const TimesAWeek& week) const {
        return week.times < 1 || week.times > daysOfWeek;
    }
};

Result<Schedule, DomainError> weekdaysFromText(QStringView text) {
    OnWeekdays on;
    for (const QStringView part : text.split(u',')) {
        const auto index = valueIn<int>(weekdayNames, part);
        if (!index)
            return fail(DomainError::BadSchedule);
        on.weekdays.insert(*index + 1);
    }
    return on;
}

} // namespace

QString text(const Schedule& schedule) {
    return std::visit(AsText{}, schedule);
}

Result<Schedule, DomainError> scheduleFromText(QStringView text) {
    if (text.size() > longestText)
        return fail(DomainError::BadSchedule);
    if (text == QLatin1String("daily"))
        return Daily{};
    if (text.startsWith(oncePrefix)) {
        const auto day = Day::fromIso(text.sliced(oncePrefix.size()));
        if (!day)
            return fail(DomainError::BadDay);
        return Once{*day};
    }
    if (text.endsWith(weekSuffix)) {
        const QChar times = text[0];
        if (text.size() != weekSuffix.size() + 1 || times < u'1' || times > u'7')
            return fail(DomainError::BadSchedule);
        return TimesAWeek{times.unicode() - u'0'};
    }
    return weekdaysFromText(text);
}

std::optional<DomainError> check(const Schedule& schedule) {
    if (std::visit(IsWrong{}, schedule))
        return DomainError::BadSchedule;
    return std::nullopt;
}

} // namespace mend
