// Commitments, and what both say about their days.

#include "core/workspace/parts.h"

#include <algorithm>

namespace mend {

namespace {

bool speaksOfKeeping(ViewState state) {
    return state == ViewState::Confirmed || state == ViewState::Differs;
}

// One without a time of day is due all day long.
void tellWhetherDue(CommitmentReading& commitment, const Clock& clock) {
    const auto by = dueBy(commitment.spans, clock.today());
    commitment.dueToday = by && *by <= timeOfDay(clock);
}

} // namespace

Attempt<CommitmentReading> Workspace::commitmentOn(const RecordId& id, Day day) {
    auto one = attempt(parts_->vault->read().commitment(id, today(), day, day));
    if (one)
        tellWhetherDue(*one, parts_->clock);
    return one;
}

Attempt<std::vector<CommitmentReading>> Workspace::commitments(Day from, Day to) {
    auto all = attempt(parts_->vault->read().commitments(today(), from, to));
    if (all)
        for (CommitmentReading& one : *all)
            tellWhetherDue(one, parts_->clock);
    return all;
}

Attempt<RecordId> Workspace::addCommitment(const CommitmentFields& fields) {
    if (fields.for_ == Person::Partner) {
        const auto other = partner();
        if (!other)
            return fail(Problem::NotPaired);
        if (!other->mayBeAsked)
            return fail(Problem::NotAsked);
    }
    const auto commitment = checked<Commitment>(fields);
    return commitment ? append({{*commitment, std::nullopt}, today()})
                      : Attempt<RecordId>(fail(commitment.error()));
}

Attempt<void> Workspace::changeCommitment(const RecordId& id, ChangeKind change,
                                          const std::optional<CommitmentFields>& edited) {
    const auto value = checked<CommitmentChange>(CommitmentChangeFields{id, change, edited});
    if (!value)
        return fail(value.error());
    const auto done = append({{*value, std::nullopt}, today()});
    return done ? Attempt<void>() : fail(done.error());
}

Attempt<void> Workspace::answerProposal(const RecordId& id, Answer answer, const QString& note) {
    const auto value = checked<Consent>(ConsentFields{id, answer, note});
    if (!value)
        return fail(value.error());
    const auto done = append({{*value, std::nullopt}, today()});
    return done ? Attempt<void>() : fail(done.error());
}

// A second word about a day replaces the first; the earlier one stays visible.
Attempt<void> Workspace::setOutcome(const RecordId& id, Day day, OutcomeState state,
                                    const QString& note) {
    if (const auto fits = checkDay(day); !fits)
        return fits;
    const auto value = checked<Outcome>(OutcomeFields{id, state, note});
    if (!value)
        return fail(value.error());
    const auto now = commitmentOn(id, day);
    if (!now)
        return fail(now.error());
    std::optional<RecordId> before;
    if (!now->days.empty())
        before = now->days.front().outcomeId;
    const auto done = append({{*value, before}, day});
    return done ? Attempt<void>() : fail(done.error());
}

Attempt<void> Workspace::setView(const RecordId& id, Day day, ViewState state,
                                 const QString& note) {
    if (const auto fits = checkDay(day); !fits)
        return fits;
    const auto value = checked<View>(ViewFields{id, state, note});
    if (!value)
        return fail(value.error());
    const auto now = commitmentOn(id, day);
    if (!now)
        return fail(now.error());
    // Said each morning, it would leave the other no honesty to show.
    if (state == ViewState::Noticed && day == today() && !now->dueToday)
        return fail(Problem::NotDue);
    // "I saw it too" and "differently" replace each other; "noticed" and "thanks" stand beside
    // them.
    std::optional<RecordId> before;
    if (!now->days.empty() && speaksOfKeeping(state))
        before = now->days.front().viewId;
    const auto done = append({{*value, before}, day});
    return done ? Attempt<void>() : fail(done.error());
}

} // namespace mend
