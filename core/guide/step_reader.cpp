#include "core/guide/readers.h"

#include "core/domain/text.h"

#include <algorithm>

namespace mend::guide {

using Key = QLatin1String;

namespace {

constexpr std::pair<StepKind, const char*> kindNames[] = {
    {StepKind::Once, "once"},
    {StepKind::Daily, "daily"},
    {StepKind::Ongoing, "ongoing"},
    {StepKind::Exercise, "exercise"},
};

std::vector<StepKind> readKinds(const JsonObject& step) {
    // "kind" is one name, or a list of them.
    QStringList names;
    if (step.isText(Key("kind")))
        names = {step.text(Key("kind"), titleLimit)};
    else
        names = step.texts(Key("kind"), titleLimit);
    std::vector<StepKind> kinds;
    for (const QString& one : names) {
        const std::optional<StepKind> kind = stepKindFromName(one);
        if (!kind)
            step.fault(GuideError::UnknownKind, Key("kind"));
        else if (std::find(kinds.begin(), kinds.end(), *kind) != kinds.end())
            step.fault(GuideError::DuplicateId, Key("kind"));
        else
            kinds.push_back(*kind);
    }
    return kinds;
}

std::optional<CommitmentTemplate> readCommitment(const JsonObject& step) {
    if (!step.has(Key("commitment")))
        return {};
    const JsonObject object = step.object(Key("commitment"));
    object.allowOnly({QStringLiteral("title"), QStringLiteral("schedule"), QStringLiteral("by")});
    CommitmentTemplate commitment{object.text(Key("title"), titleLimit), Daily{}, {}};

    const auto schedule = scheduleFromText(object.text(Key("schedule"), titleLimit));
    // A template is older than the day it is used on, so it can't name one.
    if (!schedule || std::holds_alternative<Once>(*schedule))
        object.fault(GuideError::BadCommitment, Key("schedule"));
    else
        commitment.schedule = *schedule;
    if (!object.has(Key("by")))
        return commitment;
    commitment.by = TimeOfDay::fromText(object.text(Key("by"), titleLimit));
    if (!commitment.by)
        object.fault(GuideError::BadCommitment, Key("by"));
    return commitment;
}

// A daily step needs the wording of its tick; no other has one.
std::optional<QString> readTick(const JsonObject& step, bool daily) {
    if (daily)
        return step.text(Key("tick"), titleLimit);
    if (step.has(Key("tick")))
        step.fault(GuideError::UnknownField, Key("tick"));
    return {};
}

Step readStep(const JsonObject& object, Side side) {
    Step step;
    step.id = object.text(Key("id"), titleLimit);
    step.side = side;
    step.kinds = readKinds(object);
    step.group = object.text(Key("group"), titleLimit);
    step.title = object.text(Key("title"), titleLimit);
    step.why = object.text(Key("why"), whyLimit);
    step.how = object.texts(Key("how"), howLimit);
    if (step.how.size() < howFewest || step.how.size() > howMost)
        object.fault(GuideError::BadCount, Key("how"));
    step.more = object.optionalTexts(Key("more"), paragraphLimit);
    step.opens = object.optionalText(Key("opens"), titleLimit);
    step.commitment = readCommitment(object);
    step.tick = readTick(object, step.is(StepKind::Daily));
    step.sources = object.texts(Key("source"), titleLimit);
    return step;
}

QString readId(const JsonObject& object, Side side, std::set<QString>& ids) {
    const QString id = object.text(Key("id"), titleLimit);
    const bool ofThisFile =
        side == Side::Both || id.startsWith(QLatin1Char(side == Side::Betrayer ? 'B' : 'H'));
    if (!isStepId(id) || !ofThisFile)
        object.fault(GuideError::BadId, Key("id"));
    if (!ids.insert(id).second)
        object.called(id).fault(GuideError::DuplicateId, Key("id"));
    return id;
}

} // namespace

QString name(StepKind kind) {
    for (const auto& [one, text] : kindNames)
        if (one == kind)
            return QLatin1String(text);
    return {};
}

std::optional<StepKind> stepKindFromName(QStringView name) {
    for (const auto& [kind, text] : kindNames)
        if (name == QLatin1String(text))
            return kind;
    return {};
}

bool Step::is(StepKind kind) const {
    return std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
}

void readSteps(const JsonObject& file, Side side, StepsByRelation& steps, std::set<QString>& ids) {
    static const QStringList overridable{QStringLiteral("title"), QStringLiteral("why"),
                                         QStringLiteral("how"),   QStringLiteral("more"),
                                         QStringLiteral("tick"),  QStringLiteral("commitment")};
    static const QStringList known =
        overridable + QStringList{QStringLiteral("id"),        QStringLiteral("kind"),
                                  QStringLiteral("relations"), QStringLiteral("group"),
                                  QStringLiteral("opens"),     QStringLiteral("source"),
                                  QStringLiteral("for")};
    file.allowOnly({QStringLiteral("steps")});
    for (const JsonObject& unnamed : file.objects(Key("steps"))) {
        const JsonObject object = unnamed.called(readId(unnamed, side, ids));
        object.allowOnly(known);
        const std::set<Relation> allowed = relationsOf(object);
        for (const Relation relation : allowed)
            steps[relation].push_back(
                readStep(inWordsFor(relation, object, allowed, overridable), side));
    }
}

} // namespace mend::guide
