#include "ui/models/day_text.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>
#include <map>

namespace mend::ui {
namespace {

struct DayText {
    Q_DECLARE_TR_FUNCTIONS(mend::ui::DayText)
};

struct InWords {
    QString operator()(const Once& once) const {
        return DayText::tr("once, on %1").arg(fullDay(once.day));
    }
    QString operator()(const Daily&) const { return DayText::tr("every day"); }
    QString operator()(const OnWeekdays& on) const {
        // Three or more in a row are said as a stretch: "Monday to Friday".
        const int first = on.weekdays.empty() ? 1 : *on.weekdays.begin();
        const int last = on.weekdays.empty() ? 1 : *on.weekdays.rbegin();
        if (on.weekdays.size() >= 3 && last - first + 1 == int(on.weekdays.size()))
            return DayText::tr("%1 to %2", "from a weekday to another")
                .arg(QLocale().dayName(first), QLocale().dayName(last));
        QStringList names;
        for (const int weekday : on.weekdays)
            names += QLocale().dayName(weekday);
        return DayText::tr("on %1").arg(QLocale().createSeparatedList(names));
    }
    QString operator()(const TimesAWeek& week) const {
        switch (week.times) {
        case 1:
            return DayText::tr("once a week");
        case 2:
            return DayText::tr("twice a week");
        default:
            return DayText::tr("%1 times a week").arg(week.times);
        }
    }
};

} // namespace

QString capitalised(QString text) {
    if (!text.isEmpty())
        text[0] = text[0].toUpper();
    return text;
}

QString fullDay(Day day) {
    return QLocale().toString(day.date(), DayText::tr("dddd d MMMM yyyy"));
}

QString dayTitle(Day day, Day today) {
    switch (day.daysSince(today)) {
    case 0:
        return DayText::tr("Today");
    case -1:
        return DayText::tr("Yesterday");
    case 1:
        return DayText::tr("Tomorrow");
    default:
        return fullDay(day);
    }
}

QString dayInSentence(Day day, Day today) {
    switch (day.daysSince(today)) {
    case 0:
        return DayText::tr("today");
    case -1:
        return DayText::tr("yesterday");
    case 1:
        return DayText::tr("tomorrow");
    default:
        return fullDay(day);
    }
}

QString scheduleWords(const Schedule& schedule) {
    return std::visit(InWords(), schedule);
}

QString stateWords(DayState state, std::optional<mend::Person> owner) {
    switch (state) {
    case DayState::Confirmed:
        return DayText::tr("kept, and confirmed");
    case DayState::Kept:
        if (!owner)
            return DayText::tr("kept, by one’s own word");
        return owner == mend::Person::Me ? DayText::tr("kept, by your own word")
                                         : DayText::tr("kept, by their own word");
    case DayState::Partly:
        return DayText::tr("partly kept");
    case DayState::MissedTold:
        return DayText::tr("not kept, told first");
    case DayState::Missed:
        return DayText::tr("not kept");
    case DayState::Differs:
        return DayText::tr("seen differently");
    case DayState::Excused:
        return DayText::tr("excused");
    case DayState::Open:
        break;
    }
    return DayText::tr("open");
}

QString stateSentence(DayState state) {
    return DayText::tr("%1.").arg(capitalised(stateWords(state)));
}

bool isMarked(DayState state) {
    return state != DayState::Open && state != DayState::Missed;
}

QString marksWords(const std::vector<DayState>& states) {
    std::map<DayState, int> counts;
    for (const DayState state : states)
        if (isMarked(state))
            ++counts[state];
    QStringList words;
    for (const auto& [state, count] : counts)
        words += DayText::tr("%1 %2", "a number, and how so many commitments went")
                     .arg(count)
                     .arg(stateWords(state));
    return words.join(DayText::tr("; "));
}

} // namespace mend::ui
