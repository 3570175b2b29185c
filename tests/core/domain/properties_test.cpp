// What holds for any history of a commitment, not only for those somebody thought of.

#include "core/domain/day_state.h"
#include "tests/core/domain/samples.h"

#include <algorithm>
#include <gtest/gtest.h>
#include <rapidcheck.h>
#include <rapidcheck/gtest.h>

using namespace mend;

namespace {

const Day start = test::day(u"2026-11-02"); // a Monday
constexpr int length = 56;                  // days that histories are about

Day anyDay() {
    return start.plus(*rc::gen::inRange(0, length));
}

Schedule anySchedule() {
    switch (*rc::gen::inRange(0, 4)) {
    case 0:
        return Once{anyDay()};
    case 1:
        return Daily{};
    case 2:
        return OnWeekdays{
            *rc::gen::nonEmpty(rc::gen::container<std::set<int>>(rc::gen::inRange(1, 8)))};
    default:
        return TimesAWeek{*rc::gen::inRange(1, 8)};
    }
}

CommitmentFields anyCommitment() {
    CommitmentFields fields = test::commitmentFields();
    fields.schedule = anySchedule();
    fields.from = anyDay();
    if (*rc::gen::arbitrary<bool>())
        fields.until = fields.from.plus(*rc::gen::inRange(0, length));
    return fields;
}

ChangeOn anyChange() {
    ChangeOn change{anyDay(), ChangeKind(*rc::gen::inRange(0, 4)), std::nullopt};
    if (change.change == ChangeKind::Edit)
        change.edited = anyCommitment();
    return change;
}

std::vector<ChangeOn> anyChanges() {
    std::vector<ChangeOn> changes;
    for (int left = *rc::gen::inRange(0, 6); left > 0; --left)
        changes.push_back(anyChange());
    return changes;
}

OutcomeSeen anyOutcome(quint64 seq) {
    return {seq, OutcomeState(*rc::gen::inRange(0, 4)), quint64(*rc::gen::inRange(0, 8)),
            *rc::gen::arbitrary<bool>()};
}

ViewSeen anyView(quint64 seq) {
    return {seq, ViewState(*rc::gen::inRange(0, 4)), quint64(*rc::gen::inRange(0, 8)),
            *rc::gen::arbitrary<bool>()};
}

template <class T>
std::vector<T> upTo(int most, T (*make)(quint64)) {
    std::vector<T> all;
    for (int seq = *rc::gen::inRange(0, most + 1); seq > 0; --seq)
        all.push_back(make(quint64(seq)));
    return all;
}

template <class T>
std::vector<T> shuffled(std::vector<T> all) {
    for (std::size_t i = all.size(); i > 1; --i)
        std::swap(all[i - 1], all[*rc::gen::inRange<std::size_t>(0, i)]);
    return all;
}

} // namespace

RC_GTEST_PROP(Properties, TimesOfDayRoundTrip, ()) {
    const int minutes = *rc::gen::inRange(0, 24 * 60);
    const auto time = TimeOfDay::fromMinutes(minutes);
    RC_ASSERT(TimeOfDay::fromText(time->text()) == time);
    RC_ASSERT(time->minutes() == minutes);
}

RC_GTEST_PROP(Properties, SchedulesRoundTripThroughText, ()) {
    const Schedule schedule = anySchedule();
    RC_ASSERT(!check(schedule));
    RC_ASSERT(scheduleFromText(text(schedule)).value() == schedule);
}

RC_GTEST_PROP(Properties, WhateverAScheduleReadsIsValidAndOfOneForm, ()) {
    const auto characters =
        *rc::gen::container<std::string>(rc::gen::elementOf(std::string("monwed,daily127/k:-")));
    const auto schedule = scheduleFromText(QString::fromLatin1(characters.c_str()));
    if (schedule) {
        RC_ASSERT(!check(*schedule));
        RC_ASSERT(scheduleFromText(text(*schedule)).value() == *schedule);
    }
}

RC_GTEST_PROP(Properties, DaysStayInTheirRange, ()) {
    const Day day = *Day::fromEpochDays(*rc::gen::inRange(Day::first, Day::last + 1));
    const int days = *rc::gen::inRange(-200'000, 200'000);
    const Day moved = day.plus(days);
    RC_ASSERT(moved.epochDays() == std::clamp(day.epochDays() + days, Day::first, Day::last));
    RC_ASSERT(Day::fromIso(day.toIso()) == day);
}

RC_GTEST_PROP(Properties, SpansStartInOrderAndNeverBeforeTheCommitment, ()) {
    const CommitmentFields fields = anyCommitment();
    const auto spans = spansOf(fields, anyChanges());
    RC_ASSERT(spans.front().from >= fields.from);
    for (std::size_t i = 1; i < spans.size(); ++i) {
        RC_ASSERT(spans[i - 1].from < spans[i].from);
        RC_ASSERT(!spans[i - 1].ended);
    }
}

RC_GTEST_PROP(Properties, ExpectedDaysAreSortedOnceInRangeAndNeverPausedOrOver, ()) {
    const auto spans = spansOf(anyCommitment(), anyChanges());
    const Day from = anyDay();
    const Day to = anyDay();
    const auto days = expectedDays(spans, from, to);
    RC_ASSERT(std::adjacent_find(days.begin(), days.end(), std::greater_equal<>()) == days.end());
    for (const Day day : days) {
        RC_ASSERT(day >= from && day <= to);
        RC_ASSERT(mayCountOn(spans, day));
        const auto holds = std::find_if(spans.rbegin(), spans.rend(),
                                        [&](const auto& span) { return span.from <= day; });
        RC_ASSERT(holds != spans.rend());
        RC_ASSERT(!holds->paused && !holds->ended);
        RC_ASSERT(day >= holds->fields.from &&
                  (!holds->fields.until || day <= *holds->fields.until));
    }
}

RC_GTEST_PROP(Properties, ALaterChangeNeverAltersDaysUpToItsOwn, ()) {
    const CommitmentFields fields = anyCommitment();
    std::vector<ChangeOn> changes = anyChanges();
    const auto before = spansOf(fields, changes);
    changes.push_back(anyChange());
    const auto after = spansOf(fields, changes);
    const Day day = changes.back().day;
    RC_ASSERT(expectedDays(before, start, day) == expectedDays(after, start, day));
    for (Day monday = start; monday <= day; monday = monday.plus(7))
        RC_ASSERT(expectedInWeek(before, monday, day) == expectedInWeek(after, monday, day));
}

RC_GTEST_PROP(Properties, AWeekExpectsAtMostTheDaysThatMayCount, ()) {
    const auto spans = spansOf(anyCommitment(), anyChanges());
    const Day until = anyDay();
    for (Day monday = start; monday <= until; monday = monday.plus(7)) {
        int mayCount = 0;
        for (Day day = monday; day <= std::min(until, monday.plus(6)); day = day.plus(1))
            mayCount += mayCountOn(spans, day);
        const int expected = expectedInWeek(spans, monday, until);
        RC_ASSERT(expected <= mayCount);
        RC_ASSERT((expected > 0) == (mayCount > 0));
        RC_ASSERT(expected >=
                  int(expectedDays(spans, monday, std::min(until, monday.plus(6))).size()));
    }
}

RC_GTEST_PROP(Properties, ADaysStateDoesNotDependOnTheOrderOfArrival, ()) {
    const auto outcomes = upTo(5, anyOutcome);
    const auto views = upTo(5, anyView);
    RC_ASSERT(dayState(outcomes, views) == dayState(shuffled(outcomes), shuffled(views)));
}

RC_GTEST_PROP(Properties, NothingSaidByWhoWasToldChangesWhetherItWasToldFirst, ()) {
    const auto outcomes = upTo(5, anyOutcome);
    auto views = upTo(5, anyView);
    const DayState before = dayState(outcomes, views);
    quint64 told = 0;
    for (const OutcomeSeen& outcome : outcomes)
        told = std::max(told, outcome.seq + 1);
    ViewSeen later = anyView(8); // past what any outcome's author held
    later.seen = told;
    later.state = *rc::gen::element(ViewState::Noticed, ViewState::Thanks);
    views.push_back(later);
    RC_ASSERT(dayState(outcomes, views) == before);
}

RC_GTEST_PROP(Properties, ADayIsOpenExactlyWithoutAnOwnersWord, ()) {
    const auto outcomes = upTo(5, anyOutcome);
    const bool said = std::any_of(outcomes.begin(), outcomes.end(),
                                  [](const auto& outcome) { return !outcome.replaced; });
    RC_ASSERT((dayState(outcomes, upTo(5, anyView)) == DayState::Open) == !said);
}

RC_GTEST_PROP(Properties, AWeeksSumsAreConsistent, ()) {
    const auto spans = spansOf(anyCommitment(), anyChanges());
    std::vector<DayAndState> states;
    int excused = 0;
    for (int i = 0; i < 7; ++i) {
        DayAndState day{start.plus(i), DayState(*rc::gen::inRange(0, 8)), std::nullopt};
        if (day.state == DayState::Differs)
            day.own = OutcomeState(*rc::gen::inRange(0, 4));
        const bool isExcused = day.state == DayState::Excused || day.own == OutcomeState::Excused;
        excused += isExcused && mayCountOn(spans, day.day);
        states.push_back(day);
    }
    const KeptInWeek week = keptInWeek(spans, states, start, start.plus(6));
    RC_ASSERT(week == keptInWeek(spans, shuffled(states), start, start.plus(6)));
    RC_ASSERT(0 <= week.agreedHalves && week.agreedHalves <= week.keptHalves);
    RC_ASSERT(week.keptHalves <= 2 * week.answered);
    RC_ASSERT(week.agreedHalves == 2 * week.confirmed);
    RC_ASSERT(week.toldFirst + week.confirmed <= week.answered);
    RC_ASSERT(week.open >= 0 && week.open <= week.expected);
    RC_ASSERT(week.answered + excused + week.open >= week.expected);
}
