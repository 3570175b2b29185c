#include "app/cli/values.h"

#include "app/cli/invocation.h"

namespace mend::cli {

using namespace Qt::StringLiterals;

namespace {

// "NAME=REST", split at the first '='.
std::optional<std::pair<QString, QString>> split(const QString& text) {
    const qsizetype at = text.indexOf(u'=');
    return at > 0 ? std::optional(std::pair(text.left(at), text.sliced(at + 1))) : std::nullopt;
}

bool addScale(const QString& text, CheckInFields& fields) {
    const auto parts = split(text);
    const auto scale = parts ? scaleFromName(parts->first) : std::nullopt;
    bool isNumber = false;
    const int value = parts ? parts->second.toInt(&isNumber) : 0;
    if (!scale || !isNumber || value < 0 || value > 10) {
        wrongUsage(u"--scale takes NAME=0..10, with a scale of your role."_s);
        return false;
    }
    fields.scales[*scale] = value;
    return true;
}

bool addText(const QString& text, CheckInFields& fields) {
    const auto parts = split(text);
    const auto field = parts ? checkInTextFromName(parts->first) : std::nullopt;
    if (!field) {
        wrongUsage(u"--text takes FIELD=TEXT; fields are helped, hard, need, thanks, true."_s);
        return false;
    }
    fields.texts[*field] = parts->second;
    return true;
}

} // namespace

bool optionalDay(const Invocation& invocation, const char* option, std::optional<Day>& out) {
    if (!invocation.has(option))
        return true;
    out = Day::fromIso(invocation.value(option));
    if (!out)
        report(Problem::BadDay);
    return out.has_value();
}

std::optional<Day> dayOr(const Invocation& invocation, const char* option, Day otherwise) {
    std::optional<Day> day = otherwise;
    optionalDay(invocation, option, day);
    return day;
}

bool optionalTime(const Invocation& invocation, const char* option, std::optional<TimeOfDay>& out) {
    if (!invocation.has(option))
        return true;
    out = TimeOfDay::fromText(invocation.value(option));
    if (!out)
        wrongUsage(u"A time of day is written HH:MM. Nothing was saved."_s);
    return out.has_value();
}

std::optional<CheckInFields> checkInOf(const Invocation& invocation, Role role) {
    CheckInFields fields;
    fields.role = role;
    for (const QString& text : invocation.values("scale"))
        if (!addScale(text, fields))
            return std::nullopt;
    for (const QString& tag : invocation.values("feeling")) {
        const auto feeling = feelingFromName(tag);
        if (!feeling) {
            wrongUsage(u"No such feeling: %1. Nothing was saved."_s.arg(tag));
            return std::nullopt;
        }
        fields.feelings << *feeling;
    }
    for (const QString& text : invocation.values("text"))
        if (!addText(text, fields))
            return std::nullopt;
    fields.ticks = invocation.values("tick");
    return withoutBlankTexts(fields);
}

std::optional<CommitmentFields> commitmentOf(const Invocation& invocation, const QString& title,
                                             Day today) {
    CommitmentFields fields;
    fields.title = title;
    const auto schedule = scheduleFromText(invocation.value("every"));
    if (!schedule) {
        wrongUsage(
            u"--every takes daily, mon,wed, 2/week or once:YYYY-MM-DD. Nothing was saved."_s);
        return std::nullopt;
    }
    fields.schedule = *schedule;
    const auto from = dayOr(invocation, "from", today);
    const bool fits = from && optionalTime(invocation, "by", fields.by) &&
                      optionalDay(invocation, "until", fields.until) &&
                      optionalDay(invocation, "review", fields.review);
    if (!fits)
        return std::nullopt;
    fields.from = *from;
    fields.step = invocation.value("step");
    const QString whose = invocation.has("for") ? invocation.value("for") : name(Person::Me);
    if (whose != name(Person::Me) && whose != name(Person::Partner)) {
        wrongUsage(u"--for takes me or partner. Nothing was saved."_s);
        return std::nullopt;
    }
    fields.for_ = whose == name(Person::Me) ? Person::Me : Person::Partner;
    return fields;
}

Attempt<RecordId> idOf(Workspace& workspace, const QString& hex) {
    return workspace.resolve(hex);
}

} // namespace mend::cli
