#include "core/domain/day_state.h"

#include "core/domain/names.h"

#include <algorithm>

namespace mend {

namespace {

constexpr Names<8> stateNames = {QLatin1String("confirmed"), QLatin1String("kept"),
                                 QLatin1String("partly"),    QLatin1String("missed-told"),
                                 QLatin1String("missed"),    QLatin1String("differs"),
                                 QLatin1String("excused"),   QLatin1String("open")};

// The owner's word that counts.
std::optional<OutcomeState> ownWord(std::span<const OutcomeSeen> outcomes) {
    const OutcomeSeen* newest = nullptr;
    for (const OutcomeSeen& outcome : outcomes) {
        if (!outcome.replaced && (!newest || outcome.seq > newest->seq))
            newest = &outcome;
    }
    return newest ? std::optional(newest->state) : std::nullopt;
}

// What the other saw, if they said so.
std::optional<ViewState> othersWord(std::span<const ViewSeen> views) {
    const ViewSeen* newest = nullptr;
    for (const ViewSeen& view : views) {
        const bool says = view.state == ViewState::Confirmed || view.state == ViewState::Differs;
        if (says && !view.replaced && (!newest || view.seq > newest->seq))
            newest = &view;
    }
    return newest ? std::optional(newest->state) : std::nullopt;
}

bool toldFirst(std::span<const OutcomeSeen> outcomes, std::span<const ViewSeen> views) {
    const OutcomeSeen* firstMissed = nullptr;
    for (const OutcomeSeen& outcome : outcomes) {
        if (outcome.state == OutcomeState::Missed &&
            (!firstMissed || outcome.seq < firstMissed->seq))
            firstMissed = &outcome;
    }
    if (!firstMissed)
        return false;
    // Seqs count from 0, so holding `seen` records is holding those below it.
    return std::none_of(views.begin(), views.end(), [&](const ViewSeen& view) {
        const bool noticed = view.state == ViewState::Noticed;
        const bool known = noticed || view.state == ViewState::Differs;
        const bool untold = noticed && !view.replaced && view.seen <= firstMissed->seq;
        return untold || (known && view.seq < firstMissed->seen);
    });
}

// The owner's word as a day shows it; only a day on which the views differ needs it said apart.
std::optional<OutcomeState> wordOf(const DayAndState& day) {
    if (day.own)
        return day.own;
    switch (day.state) {
    case DayState::Confirmed:
    case DayState::Kept:
        return OutcomeState::Kept;
    case DayState::Partly:
        return OutcomeState::Partly;
    case DayState::MissedTold:
    case DayState::Missed:
        return OutcomeState::Missed;
    case DayState::Excused:
        return OutcomeState::Excused;
    case DayState::Differs:
    case DayState::Open:
        break;
    }
    return std::nullopt;
}

// Adds a day its owner spoke about.
void count(KeptInWeek& week, const DayAndState& day, OutcomeState word) {
    if (word == OutcomeState::Excused)
        return;
    const int halves = word == OutcomeState::Kept ? 2 : word == OutcomeState::Partly ? 1 : 0;
    ++week.answered;
    week.keptHalves += halves;
    if (day.confirmed) {
        ++week.confirmed;
        week.agreedHalves += halves;
    }
    if (day.state == DayState::MissedTold)
        ++week.toldFirst;
}

} // namespace

QString name(DayState state) {
    return nameIn(stateNames, state);
}

DayState dayState(std::span<const OutcomeSeen> outcomes, std::span<const ViewSeen> views) {
    const std::optional<OutcomeState> own = ownWord(outcomes);
    if (!own)
        return DayState::Open;
    const std::optional<ViewState> others = othersWord(views);
    if (others == ViewState::Differs)
        return DayState::Differs;
    switch (*own) {
    case OutcomeState::Kept:
        return others ? DayState::Confirmed : DayState::Kept;
    case OutcomeState::Partly:
        return DayState::Partly;
    case OutcomeState::Missed:
        return toldFirst(outcomes, views) ? DayState::MissedTold : DayState::Missed;
    case OutcomeState::Excused:
        break;
    }
    return DayState::Excused;
}

std::optional<TimeOfDay> dueBy(std::span<const CommitmentSpan> spans, Day day) {
    std::optional<TimeOfDay> by;
    for (const CommitmentSpan& span : spans)
        if (span.from <= day)
            by = span.fields.by;
    return by;
}

KeptInWeek keptInWeek(std::span<const CommitmentSpan> spans, std::span<const DayAndState> states,
                      Day monday, Day until) {
    const Day last = std::min(monday.plus(6), until);
    const std::vector<Day> fixed = expectedDays(spans, monday, last);
    KeptInWeek week;
    week.monday = monday;
    week.expected = expectedInWeek(spans, monday, until);
    int openFixed = int(fixed.size());
    int openPicked = week.expected - openFixed;
    for (const DayAndState& day : states) {
        const std::optional<OutcomeState> word = wordOf(day);
        if (!word || day.day < monday || day.day > last || !mayCountOn(spans, day.day))
            continue;
        count(week, day, *word);
        --(std::binary_search(fixed.begin(), fixed.end(), day.day) ? openFixed : openPicked);
    }
    week.open = openFixed + std::max(0, openPicked);
    return week;
}

} // namespace mend
