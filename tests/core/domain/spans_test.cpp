#include "core/domain/day_state.h"

#include "tests/core/domain/samples.h"

#include <gtest/gtest.h>

using namespace mend;
using test::commitmentFields;

namespace {

const Day monday = test::day(u"2026-11-02"); // the first day of commitmentFields()

CommitmentFields with(const Schedule& schedule) {
    CommitmentFields fields = commitmentFields();
    fields.schedule = schedule;
    return fields;
}

ChangeOn change(int dayFromMonday, ChangeKind kind) {
    return {monday.plus(dayFromMonday), kind, std::nullopt};
}

ChangeOn edit(int dayFromMonday, const CommitmentFields& edited) {
    return {monday.plus(dayFromMonday), ChangeKind::Edit, edited};
}

std::vector<CommitmentSpan> spans(const CommitmentFields& first,
                                  const std::vector<ChangeOn>& changes = {}) {
    return spansOf(first, changes);
}

// The expected days of three weeks, counted from `monday`, and a day before it.
std::vector<int> expected(const std::vector<CommitmentSpan>& of) {
    std::vector<int> days;
    for (const Day day : expectedDays(of, monday.plus(-1), monday.plus(20)))
        days.push_back(day.daysSince(monday));
    return days;
}

using Days = std::vector<int>;

} // namespace

TEST(ExpectedDays, FollowTheSchedule) {
    EXPECT_EQ(expected(spans(with(OnWeekdays{{1, 3}}))), (Days{0, 2, 7, 9, 14, 16}));
    EXPECT_EQ(expected(spans(with(Once{monday.plus(4)}))), (Days{4}));
    EXPECT_EQ(expected(spans(with(Daily{}))).size(), 21u);
    EXPECT_EQ(expected(spans(with(TimesAWeek{3}))), Days{});
}

TEST(ExpectedDays, StayWithinFirstAndLastDay) {
    CommitmentFields fields = with(Daily{});
    fields.from = monday.plus(2);
    fields.until = monday.plus(4);
    EXPECT_EQ(expected(spans(fields)), (Days{2, 3, 4}));
    fields.schedule = Once{monday.plus(5)};
    EXPECT_EQ(expected(spans(fields)), Days{});
    EXPECT_EQ(expectedDays(spans(with(Daily{})), monday.plus(1), monday), std::vector<Day>{});
}

TEST(ExpectedDays, AreNoneWithoutSpans) {
    EXPECT_TRUE(expectedDays({}, monday, monday.plus(9)).empty());
    EXPECT_EQ(expectedInWeek({}, monday, monday.plus(6)), 0);
    EXPECT_FALSE(mayCountOn({}, monday));
}

TEST(ExpectedDays, ReachTheLastDayThereIs) {
    CommitmentFields fields = with(Daily{});
    const Day last = *Day::fromEpochDays(Day::last);
    EXPECT_EQ(expectedDays(spans(fields), last.plus(-1), last), (std::vector{last.plus(-1), last}));
    const auto ended = spans(fields, {ChangeOn{last, ChangeKind::End, {}}});
    EXPECT_EQ(expectedDays(ended, last, last), std::vector{last});
}

TEST(Spans, StartWithTheCommitmentItself) {
    const auto only = spans(commitmentFields());
    ASSERT_EQ(only.size(), 1u);
    EXPECT_EQ(only[0].from, monday);
    EXPECT_EQ(only[0].fields, commitmentFields());
    EXPECT_FALSE(only[0].paused || only[0].ended);
}

TEST(Spans, PauseAndResumeFromTheDayAfter) {
    const auto paused =
        spans(with(Daily{}), {change(1, ChangeKind::Pause), change(4, ChangeKind::Resume),
                              change(6, ChangeKind::End)});
    EXPECT_EQ(expected(paused), (Days{0, 1, 5, 6}));
    ASSERT_EQ(paused.size(), 4u);
    EXPECT_TRUE(paused[1].paused);
    EXPECT_EQ(paused[1].from, monday.plus(2));
    EXPECT_FALSE(paused[2].paused);
    EXPECT_TRUE(paused[3].ended);
}

TEST(Spans, ExpectNothingOnceWhilePaused) {
    const auto paused = spans(with(Once{monday.plus(3)}),
                              {change(1, ChangeKind::Pause), change(4, ChangeKind::Resume)});
    EXPECT_EQ(expected(paused), Days{});
}

TEST(Spans, EditFromTheDayAfterKeepingOwnerAndFirstDay) {
    CommitmentFields edited = with(OnWeekdays{{5}});
    edited.title = QStringLiteral("Home by seven");
    edited.from = monday.plus(9);
    edited.for_ = Person::Partner;
    const auto both = spans(with(Daily{}), {edit(2, edited)});
    EXPECT_EQ(expected(both), (Days{0, 1, 2, 4, 11, 18}));
    ASSERT_EQ(both.size(), 2u);
    EXPECT_EQ(both[1].fields.title, edited.title);
    EXPECT_EQ(both[1].fields.from, monday);
    EXPECT_EQ(both[1].fields.for_, Person::Me);
}

TEST(Spans, NeverCountBackwards) {
    const auto late =
        spans(with(Daily{}), {change(6, ChangeKind::Pause), edit(1, with(OnWeekdays{{1}})),
                              change(3, ChangeKind::Resume)});
    // The edit and the resuming were written after the pause: all three count from the day after
    // it.
    EXPECT_EQ(expected(late), (Days{0, 1, 2, 3, 4, 5, 6, 7, 14}));
    EXPECT_EQ(late.size(), 2u);
}

TEST(Spans, ChangeFromTheFirstDayWhenChangedBeforeIt) {
    const auto early = spans(with(Daily{}), {edit(-3, with(OnWeekdays{{2}}))});
    EXPECT_EQ(expected(early), (Days{1, 8, 15}));
    EXPECT_EQ(early.size(), 1u);
}

TEST(Spans, EndForGood) {
    const auto ended =
        spans(with(Daily{}),
              {change(1, ChangeKind::End), change(2, ChangeKind::Resume), edit(3, with(Daily{}))});
    EXPECT_EQ(expected(ended), (Days{0, 1}));
    EXPECT_TRUE(ended.back().ended);
}

TEST(Spans, AnEditWithoutFieldsChangesNothing) {
    const auto same = spans(with(Daily{}), {change(3, ChangeKind::Edit)});
    EXPECT_EQ(same.back().fields, with(Daily{}));
    EXPECT_EQ(expected(same).size(), 21u);
}

TEST(ExpectedInWeek, CountsFixedDaysUpToADay) {
    const auto daily = spans(with(Daily{}));
    EXPECT_EQ(expectedInWeek(daily, monday, monday.plus(6)), 7);
    EXPECT_EQ(expectedInWeek(daily, monday, monday.plus(2)), 3);
    EXPECT_EQ(expectedInWeek(daily, monday, monday.plus(30)), 7);
    EXPECT_EQ(expectedInWeek(daily, monday, monday.plus(-1)), 0);
}

TEST(ExpectedInWeek, AsksForPickedDaysButNoMoreThanThereAre) {
    CommitmentFields fields = with(TimesAWeek{3});
    EXPECT_EQ(expectedInWeek(spans(fields), monday, monday.plus(6)), 3);
    EXPECT_EQ(expectedInWeek(spans(fields), monday, monday.plus(1)), 2);
    fields.from = monday.plus(5);
    EXPECT_EQ(expectedInWeek(spans(fields), monday, monday.plus(6)), 2);
    fields.from = monday;
    fields.until = monday;
    EXPECT_EQ(expectedInWeek(spans(fields), monday, monday.plus(6)), 1);
    const auto paused =
        spans(with(TimesAWeek{3}), {change(0, ChangeKind::Pause), change(5, ChangeKind::Resume)});
    EXPECT_EQ(expectedInWeek(paused, monday, monday.plus(6)), 2);
}

TEST(ExpectedInWeek, IsNotStartedAgainByAnEdit) {
    CommitmentFields renamed = with(TimesAWeek{2});
    renamed.title = QStringLiteral("Walk together");
    EXPECT_EQ(
        expectedInWeek(spans(with(TimesAWeek{2}), {edit(2, renamed)}), monday, monday.plus(6)), 2);
    // Four asked for by Thursday stay asked for; one asked for by then can become no more than
    // four.
    EXPECT_EQ(expectedInWeek(spans(with(TimesAWeek{7}), {edit(3, with(TimesAWeek{1}))}), monday,
                             monday.plus(6)),
              4);
    EXPECT_EQ(expectedInWeek(spans(with(TimesAWeek{1}), {edit(3, with(TimesAWeek{7}))}), monday,
                             monday.plus(6)),
              4);
}

TEST(ExpectedInWeek, AddsFixedAndPickedDaysOfAWeekThatChanged) {
    EXPECT_EQ(expectedInWeek(spans(with(Daily{}), {edit(2, with(TimesAWeek{2}))}), monday,
                             monday.plus(6)),
              5);
}

TEST(MayCountOn, HoldsOnExpectedDaysAndOnDaysToPickFrom) {
    const auto weekdays = spans(with(OnWeekdays{{1}}), {change(8, ChangeKind::Pause)});
    EXPECT_TRUE(mayCountOn(weekdays, monday));
    EXPECT_FALSE(mayCountOn(weekdays, monday.plus(1)));
    EXPECT_FALSE(mayCountOn(weekdays, monday.plus(14)));
    EXPECT_FALSE(mayCountOn(weekdays, monday.plus(-7)));
    const auto picked = spans(with(TimesAWeek{1}), {change(3, ChangeKind::End)});
    EXPECT_TRUE(mayCountOn(picked, monday.plus(3)));
    EXPECT_FALSE(mayCountOn(picked, monday.plus(4)));
}
