// commit, consent, outcome, view.

#include "app/cli/invocation.h"
#include "app/cli/json.h"
#include "app/cli/options.h"
#include "app/cli/shipped_guide.h"
#include "app/cli/values.h"

#include <QJsonArray>

namespace mend::cli {

using namespace Qt::StringLiterals;

namespace {

constexpr int daysShown = 366; // Back from today, in `commit list`.

int done(const Attempt<void>& attempt) {
    return attempt ? Done : report(attempt.error());
}

int add(const Invocation& invocation) {
    if (!invocation.has("every"))
        return wrongUsage(u"commit add needs --every. Nothing was saved."_s);
    auto workspace = unlock(invocation);
    if (!workspace)
        return workspace.error();
    const auto fields = commitmentOf(invocation, invocation.words[0], (*workspace)->today());
    if (!fields)
        return WrongUsage;
    const QStringList steps = fields->step.isEmpty() ? QStringList() : QStringList(fields->step);
    if (const auto known = knowsSteps(**workspace, steps); !known)
        return known.error();
    const auto id = (*workspace)->addCommitment(*fields);
    if (!id)
        return report(id.error());
    print(shortId(**workspace, *id));
    return Done;
}

int list(const Invocation& invocation) {
    auto workspace = unlock(invocation);
    if (!workspace)
        return workspace.error();
    const Day today = (*workspace)->today();
    const auto all = (*workspace)->commitments(today.plus(-daysShown), today);
    if (!all)
        return report(all.error());
    if (invocation.json) {
        QJsonArray array;
        for (const CommitmentReading& commitment : *all)
            array.append(toJson(commitment));
        printJson({{u"commitments"_s, array}});
        return Done;
    }
    for (const CommitmentReading& c : *all)
        print(u"%1  %2  %3  %4  %5"_s.arg(shortId(**workspace, c.id), name(c.owner), name(c.state),
                                          text(c.now.schedule), c.now.title));
    return Done;
}

int change(const Invocation& invocation, ChangeKind kind) {
    auto workspace = unlock(invocation);
    if (!workspace)
        return workspace.error();
    const auto id = idOf(**workspace, invocation.words[0]);
    return id ? done((*workspace)->changeCommitment(*id, kind)) : report(id.error());
}
int pause(const Invocation& invocation) {
    return change(invocation, ChangeKind::Pause);
}
int resume(const Invocation& invocation) {
    return change(invocation, ChangeKind::Resume);
}
int end(const Invocation& invocation) {
    return change(invocation, ChangeKind::End);
}

int consent(const Invocation& invocation) {
    const auto answer = answerFromName(invocation.words[1]);
    if (!answer)
        return wrongUsage(u"consent takes yes, no or change. Nothing was saved."_s);
    auto workspace = unlock(invocation);
    if (!workspace)
        return workspace.error();
    const auto id = idOf(**workspace, invocation.words[0]);
    return id ? done((*workspace)->answerProposal(*id, *answer, invocation.value("note")))
              : report(id.error());
}

// ID DAY STATE, for outcome and view.
template <class State, class Call>
int aboutDay(const Invocation& invocation, const std::optional<State>& state, const QString& takes,
             Call call) {
    const auto day = Day::fromIso(invocation.words[1]);
    if (!day)
        return report(Problem::BadDay);
    if (!state)
        return wrongUsage(takes);
    auto workspace = unlock(invocation);
    if (!workspace)
        return workspace.error();
    const auto id = idOf(**workspace, invocation.words[0]);
    return id ? done(call(**workspace, *id, *day)) : report(id.error());
}

int outcome(const Invocation& invocation) {
    const auto state = outcomeStateFromName(invocation.words[2]);
    return aboutDay(invocation, state,
                    u"outcome takes kept, partly, missed or excused. Nothing was saved."_s,
                    [&](Workspace& w, const RecordId& id, Day day) {
                        return w.setOutcome(id, day, *state, invocation.value("note"));
                    });
}

int view(const Invocation& invocation) {
    const auto state = viewStateFromName(invocation.words[2]);
    return aboutDay(invocation, state,
                    u"view takes confirmed, differs, noticed or thanks. Nothing was saved."_s,
                    [&](Workspace& w, const RecordId& id, Day day) {
                        return w.setView(id, day, *state, invocation.value("note"));
                    });
}

} // namespace

QList<Command> commitmentCommands() {
    return {
        {u"commit add"_s,
         u"TITLE --every daily|mon,wed|2/week|once:DATE [--by HH:MM] [--from D] [--until D]\n"
         "       [--review D] [--step ID] [--for me|partner]"_s,
         u"Makes a commitment, or asks the other for one."_s,
         {valued("every", "WHEN"), valued("by", "HH:MM"), valued("from", "D"), valued("until", "D"),
          valued("review", "D"), valued("step", "ID"), valued("for", "WHO")},
         1,
         1,
         add},
        {u"commit list"_s,
         u""_s,
         u"All commitments, with their days of a year."_s,
         {},
         0,
         0,
         list,
         Takes::Json},
        {u"commit pause"_s, u"ID"_s, u"Nothing is expected from tomorrow on."_s, {}, 1, 1, pause},
        {u"commit resume"_s, u"ID"_s, u"Goes on from tomorrow."_s, {}, 1, 1, resume},
        {u"commit end"_s, u"ID"_s, u"Ends it with today."_s, {}, 1, 1, end},
        {u"consent"_s,
         u"ID yes|no|change [--note T]"_s,
         u"Answers what was asked of you."_s,
         {valued("note", "T")},
         2,
         2,
         consent},
        {u"outcome"_s,
         u"ID DAY kept|partly|missed|excused [--note T]"_s,
         u"Says how a day of yours went."_s,
         {valued("note", "T")},
         3,
         3,
         outcome},
        {u"view"_s,
         u"ID DAY confirmed|differs|noticed|thanks [--note T]"_s,
         u"Says what you saw of theirs."_s,
         {valued("note", "T")},
         3,
         3,
         view},
    };
}

} // namespace mend::cli
