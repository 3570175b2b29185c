#include "core/guide/readers.h"

#include <algorithm>

namespace mend::guide {

using Key = QLatin1String;

namespace {

constexpr DayState states[] = {DayState::Confirmed,  DayState::Kept,   DayState::Partly,
                               DayState::MissedTold, DayState::Missed, DayState::Differs,
                               DayState::Excused,    DayState::Open};

const QStringList& sectionIds() {
    static const QStringList ids{QStringLiteral("signs"),  QStringLiteral("stop"),
                                 QStringLiteral("device"), QStringLiteral("leave"),
                                 QStringLiteral("danger"), QStringLiteral("life"),
                                 QStringLiteral("help")};
    return ids;
}

EmergencyNumber readNumber(const JsonObject& object) {
    object.allowOnly({QStringLiteral("number"), QStringLiteral("where"), QStringLiteral("source"),
                      QStringLiteral("date")});
    EmergencyNumber number{object.text(Key("number"), titleLimit),
                           object.text(Key("where"), titleLimit),
                           object.text(Key("source"), howLimit),
                           QDate::fromString(object.text(Key("date"), titleLimit), Qt::ISODate)};
    if (!number.date.isValid())
        object.fault(GuideError::BadDate, Key("date"));
    return number;
}

SafetySection readSection(const JsonObject& object) {
    object.allowOnly({QStringLiteral("id"), QStringLiteral("title"), QStringLiteral("text"),
                      QStringLiteral("points"), QStringLiteral("numbers")});
    SafetySection section{object.text(Key("id"), titleLimit),
                          object.text(Key("title"), titleLimit),
                          object.texts(Key("text"), paragraphLimit),
                          object.optionalTexts(Key("points"), howLimit),
                          {}};
    if (!object.has(Key("numbers")))
        return section;
    for (const JsonObject& number : object.objects(Key("numbers")))
        section.numbers.push_back(readNumber(number));
    return section;
}

} // namespace

SafetyPage readSafety(const JsonObject& file) {
    file.allowOnly({QStringLiteral("title"), QStringLiteral("sections")});
    SafetyPage page{file.text(Key("title"), titleLimit), {}};
    QStringList missing = sectionIds();
    for (const JsonObject& object : file.objects(Key("sections"))) {
        page.sections.push_back(readSection(object));
        const QString& id = page.sections.back().id;
        if (!sectionIds().contains(id))
            object.fault(GuideError::UnknownName, Key("id"));
        else if (missing.removeAll(id) == 0)
            object.fault(GuideError::DuplicateId, Key("id"));
    }
    if (!missing.isEmpty())
        file.fault(GuideError::MissingField, Key("sections"));
    return page;
}

Legend readMarks(const JsonObject& file) {
    file.allowOnly({QStringLiteral("title"), QStringLiteral("marks")});
    Legend legend{file.text(Key("title"), titleLimit), {}};
    for (const auto& [state, object] : namedObjects<DayState>(file, Key("marks"), states)) {
        object.allowOnly({QStringLiteral("id"), QStringLiteral("text")});
        legend.marks.push_back({state, object.text(Key("text"), howLimit)});
    }
    return legend;
}

const Mark& Legend::of(DayState state) const {
    return *std::find_if(marks.begin(), marks.end(),
                         [state](const Mark& mark) { return mark.state == state; });
}

} // namespace mend::guide
