// checklist: the steps of a role, and where their owner stands with them.

#include "app/cli/invocation.h"
#include "app/cli/json.h"
#include "app/cli/options.h"
#include "app/cli/shipped_guide.h"
#include "core/domain/step_sharing.h"

#include <QJsonArray>

namespace mend::cli {

using namespace Qt::StringLiterals;

namespace {

StepState stateOf(const std::vector<StepReading>& states, const QString& id) {
    for (const StepReading& reading : states)
        if (reading.id == id)
            return reading.state;
    return StepState::None;
}

int list(const Invocation& invocation) {
    auto workspace = unlock(invocation);
    if (!workspace)
        return workspace.error();
    const Me me = (*workspace)->me();
    const auto role = invocation.has("role") ? roleFromName(invocation.value("role")) : me.role;
    if (!role)
        return invocation.has("role") ? wrongUsage(u"--role takes betrayer or hurt."_s)
                                      : report(Problem::NoRole);
    const auto guide = loadGuide();
    const auto states = (*workspace)->steps(Person::Me);
    if (!guide || !states)
        return guide ? report(states.error()) : int(CouldNot);
    QJsonArray steps;
    for (const guide::Step& step : guide->steps(*role, me.relation)) {
        const QString state = name(stateOf(*states, step.id));
        if (invocation.json)
            steps.append(QJsonObject{{u"id"_s, step.id},
                                     {u"kind"_s, guide::name(step.kinds.front())},
                                     {u"title"_s, step.title},
                                     {u"state"_s, state}});
        else
            print(u"%1  %2  %3"_s.arg(step.id, -4).arg(state, -11).arg(step.title));
    }
    if (invocation.json)
        printJson({{u"role"_s, name(*role)}, {u"steps"_s, steps}});
    return Done;
}

int set(const Invocation& invocation) {
    const auto state = stepStateFromName(invocation.words[1]);
    if (!state)
        return wrongUsage(
            u"checklist set takes working, done, none or not-for-us. Nothing was saved."_s);
    const QString id = invocation.words[0];
    if (invocation.has("share") && !mayBeShared(id)) {
        tell(u"Step %1 is never shared: whether a matter is set down is nobody's to see. Nothing "
             "was saved. Without --share it is kept on this computer."_s.arg(id));
        return CouldNot;
    }
    auto workspace = unlock(invocation);
    if (!workspace)
        return workspace.error();
    if (const auto known = knowsSteps(**workspace, {id}); !known)
        return known.error();
    const auto done = invocation.has("share") ? (*workspace)->shareStep(id, *state)
                                              : (*workspace)->setStep(id, *state);
    return done ? Done : report(done.error());
}

} // namespace

QList<Command> checklistCommands() {
    return {{u"checklist"_s,
             u"[--role R]"_s,
             u"The steps of your role, or of the other."_s,
             {valued("role", "R")},
             0,
             0,
             list,
             Takes::Json},
            {u"checklist set"_s,
             u"STEP working|done|none|not-for-us [--share]"_s,
             u"Says where you stand with a step."_s,
             {flag("share")},
             2,
             2,
             set}};
}

} // namespace mend::cli
