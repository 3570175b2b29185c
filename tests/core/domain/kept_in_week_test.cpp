#include "core/domain/day_state.h"

#include "tests/core/domain/samples.h"

#include <gtest/gtest.h>

using namespace mend;

namespace {

const Day monday = test::day(u"2026-11-02");
const Day sunday = monday.plus(6);

std::vector<CommitmentSpan> every(const Schedule& schedule) {
    CommitmentFields fields = test::commitmentFields();
    fields.schedule = schedule;
    return spansOf(fields, {});
}

DayAndState on(int dayFromMonday, DayState state, std::optional<OutcomeState> own = std::nullopt) {
    return {monday.plus(dayFromMonday), state, own, state == DayState::Confirmed};
}

KeptInWeek kept(const Schedule& schedule, const std::vector<DayAndState>& states,
                Day until = sunday) {
    return keptInWeek(every(schedule), states, monday, until);
}

} // namespace

TEST(KeptInWeek, CountsByTheOwnersWordAndWhereBothAgree) {
    const KeptInWeek expected{.monday = monday,
                              .expected = 7,
                              .keptHalves = 5,
                              .agreedHalves = 2,
                              .answered = 5,
                              .confirmed = 1,
                              .open = 1,
                              .toldFirst = 1};
    EXPECT_EQ(kept(Daily{}, {on(0, DayState::Confirmed), on(1, DayState::Kept),
                             on(2, DayState::Partly), on(3, DayState::MissedTold),
                             on(4, DayState::Missed), on(5, DayState::Excused)}),
              expected);
}

TEST(KeptInWeek, AgreesWhereTheOtherConfirmedWhateverTheWord) {
    std::vector<DayAndState> states = {on(0, DayState::Confirmed), on(1, DayState::Partly),
                                       on(2, DayState::MissedTold), on(3, DayState::Excused),
                                       on(4, DayState::Partly)};
    for (std::size_t i = 0; i < 4; ++i)
        states[i].confirmed = true;
    const KeptInWeek week = kept(Daily{}, states);
    EXPECT_EQ(week.answered, 4);
    EXPECT_EQ(week.keptHalves, 4);
    EXPECT_EQ(week.confirmed, 3);
    EXPECT_EQ(week.agreedHalves, 3);
}

TEST(KeptInWeek, CountsADifferingDayByItsOwnersWord) {
    const KeptInWeek week = kept(Daily{}, {on(0, DayState::Differs, OutcomeState::Kept),
                                           on(1, DayState::Differs, OutcomeState::Partly),
                                           on(2, DayState::Differs, OutcomeState::Missed),
                                           on(3, DayState::Differs, OutcomeState::Excused)});
    EXPECT_EQ(week.keptHalves, 3);
    EXPECT_EQ(week.answered, 3);
    EXPECT_EQ(week.agreedHalves, 0);
    EXPECT_EQ(week.confirmed, 0);
    EXPECT_EQ(week.open, 3);
}

TEST(KeptInWeek, LeavesADayOpenWithoutAWord) {
    const KeptInWeek week =
        kept(OnWeekdays{{1, 2}}, {on(0, DayState::Open), on(1, DayState::Differs)});
    EXPECT_EQ(week.answered, 0);
    EXPECT_EQ(week.open, 2);
}

TEST(KeptInWeek, LooksAtNoDayOutsideTheWeekOrAfterUntil) {
    const std::vector<DayAndState> states = {on(-1, DayState::Kept), on(1, DayState::Kept),
                                             on(3, DayState::Kept), on(7, DayState::Kept)};
    EXPECT_EQ(kept(Daily{}, states).answered, 2);
    const KeptInWeek half = kept(Daily{}, states, monday.plus(2));
    EXPECT_EQ(half.answered, 1);
    EXPECT_EQ(half.expected, 3);
    EXPECT_EQ(half.open, 2);
}

TEST(KeptInWeek, LeavesOutDaysOnWhichNothingWasExpected) {
    const KeptInWeek week =
        kept(OnWeekdays{{1}}, {on(0, DayState::Missed), on(1, DayState::Confirmed)});
    EXPECT_EQ(week.keptHalves, 0);
    EXPECT_EQ(week.answered, 1);
    EXPECT_EQ(week.open, 0);
}

TEST(KeptInWeek, TakesPickedDaysAsTheyCome) {
    const KeptInWeek one = kept(TimesAWeek{3}, {on(2, DayState::Kept)});
    EXPECT_EQ(one.expected, 3);
    EXPECT_EQ(one.answered, 1);
    EXPECT_EQ(one.open, 2);
    const KeptInWeek more =
        kept(TimesAWeek{1}, {on(2, DayState::Kept), on(4, DayState::Confirmed)});
    EXPECT_EQ(more.expected, 1);
    EXPECT_EQ(more.answered, 2);
    EXPECT_EQ(more.keptHalves, 4);
    EXPECT_EQ(more.open, 0);
}

TEST(KeptInWeek, IsEmptyBeforeAnythingIsExpected) {
    EXPECT_EQ(keptInWeek(every(Daily{}), {}, monday.plus(-7), monday.plus(-1)),
              (KeptInWeek{.monday = monday.plus(-7)}));
}
