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
        wrongUsage(u"--scale takes NAME=0..10, with a scale of your role. Nothing was saved."_s);
        return false;
    }
    fields.scales[*scale] = value;
    return true;
}

bool addText(const QString& text, CheckInFields& fields) {
    const auto parts = split(text);
    const auto field = parts ? checkInTextFromName(parts->first) : std::nullopt;
    if (!field) {
        wrongUsage(
            u"--text takes FIELD=TEXT; fields are helped, hard, need, thanks, true. Nothing was saved."_s);
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

std::optional<CheckInFields> checkInOf(const Invocation& invocation, CheckInFields fields) {
    for (const QString& text : invocation.values("scale"))
        if (!addScale(text, fields))
            return std::nullopt;
    if (invocation.has("feeling"))
        fields.feelings.clear();
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
    if (invocation.has("tick"))
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

QString shortId(Workspace& workspace, const RecordId& id) {
    constexpr int shortest = 8; // Hex digits.
    const QString whole = id.toHex();
    for (int shown = shortest; shown < whole.size(); ++shown)
        if (workspace.resolve(whole.left(shown)))
            return whole.left(shown);
    return whole;
}

std::optional<int> secondsOf(const Invocation& invocation, std::optional<int> usual, int most) {
    if (!invocation.has("timeout"))
        return usual.value_or(0);
    bool isNumber = false;
    const int seconds = invocation.value("timeout").toInt(&isNumber);
    if (isNumber && seconds >= 1 && seconds <= most)
        return seconds;
    wrongUsage(u"--timeout takes 1 to %1 seconds. Nothing was sent."_s.arg(most));
    return std::nullopt;
}

std::optional<NetworkChoice> networkOf(const Invocation& invocation) {
    NetworkChoice network;
    network.listen = invocation.value("listen");
    network.multicast = !invocation.has("no-multicast");
    if (isPossible(network))
        return network;
    wrongUsage(u"--listen takes ADDR:PORT, ADDR or :PORT. Nothing was sent."_s);
    return std::nullopt;
}

Attempt<RecordId> idOf(Workspace& workspace, const QString& hex) {
    return workspace.resolve(hex);
}

} // namespace mend::cli
