#include "core/domain/day_state.h"

#include <gtest/gtest.h>

using namespace mend;

namespace {

using Outcomes = std::vector<OutcomeSeen>;
using Views = std::vector<ViewSeen>;

constexpr bool replaced = true;

DayState stateOf(OutcomeState outcome, const Views& views = {}) {
    const Outcomes outcomes = {{.seq = 10, .state = outcome, .seen = 5}};
    return dayState(outcomes, views);
}

// A view written after the outcome was held.
ViewSeen later(ViewState state) {
    return {.seq = 5, .state = state};
}

} // namespace

TEST(DayState, IsTheOwnersWordWhileTheOtherIsSilent) {
    EXPECT_EQ(stateOf(OutcomeState::Kept), DayState::Kept);
    EXPECT_EQ(stateOf(OutcomeState::Partly), DayState::Partly);
    EXPECT_EQ(stateOf(OutcomeState::Missed), DayState::MissedTold);
    EXPECT_EQ(stateOf(OutcomeState::Excused), DayState::Excused);
}

TEST(DayState, IsOpenWithoutAnOutcomeWhateverTheOtherSaw) {
    EXPECT_EQ(dayState({}, {}), DayState::Open);
    for (const ViewState view :
         {ViewState::Confirmed, ViewState::Differs, ViewState::Noticed, ViewState::Thanks})
        EXPECT_EQ(dayState({}, Views{later(view)}), DayState::Open);
}

TEST(DayState, IsConfirmedWhenBothSawItKept) {
    EXPECT_EQ(stateOf(OutcomeState::Kept, {later(ViewState::Confirmed)}), DayState::Confirmed);
    EXPECT_EQ(stateOf(OutcomeState::Partly, {later(ViewState::Confirmed)}), DayState::Partly);
    EXPECT_EQ(stateOf(OutcomeState::Excused, {later(ViewState::Confirmed)}), DayState::Excused);
    EXPECT_EQ(stateOf(OutcomeState::Missed, {later(ViewState::Confirmed)}), DayState::MissedTold);
}

TEST(DayState, DiffersWhateverTheOwnerSaid) {
    for (const OutcomeState outcome :
         {OutcomeState::Kept, OutcomeState::Partly, OutcomeState::Missed, OutcomeState::Excused})
        EXPECT_EQ(stateOf(outcome, {later(ViewState::Differs)}), DayState::Differs);
}

TEST(DayState, IsNotChangedByThanks) {
    EXPECT_EQ(stateOf(OutcomeState::Kept, {later(ViewState::Thanks)}), DayState::Kept);
    EXPECT_EQ(stateOf(OutcomeState::Kept,
                      {later(ViewState::Confirmed), {.seq = 6, .state = ViewState::Thanks}}),
              DayState::Confirmed);
    EXPECT_EQ(stateOf(OutcomeState::Missed, {later(ViewState::Thanks)}), DayState::MissedTold);
}

TEST(DayState, TakesTheNewestWordOfEach) {
    const Outcomes edited = {{.seq = 3, .state = OutcomeState::Kept, .replaced = replaced},
                             {.seq = 7, .state = OutcomeState::Partly}};
    EXPECT_EQ(dayState(edited, {}), DayState::Partly);
    const Outcomes twice = {{.seq = 7, .state = OutcomeState::Partly},
                            {.seq = 3, .state = OutcomeState::Kept}};
    EXPECT_EQ(dayState(twice, {}), DayState::Partly);
    const Views changed = {{.seq = 6, .state = ViewState::Differs, .replaced = replaced},
                           {.seq = 8, .state = ViewState::Confirmed}};
    EXPECT_EQ(stateOf(OutcomeState::Kept, changed), DayState::Confirmed);
    const Views second = {{.seq = 6, .state = ViewState::Confirmed},
                          {.seq = 8, .state = ViewState::Differs}};
    EXPECT_EQ(stateOf(OutcomeState::Kept, second), DayState::Differs);
}

TEST(DayState, IsOpenWhenEveryOutcomeHeldIsReplaced) {
    EXPECT_EQ(dayState(Outcomes{{.seq = 3, .state = OutcomeState::Kept, .replaced = replaced}}, {}),
              DayState::Open);
}

TEST(ToldFirst, IsLostByHoldingAWordThatItWasNotKept) {
    // The outcome's author held five records: the view is one of them, or is the next.
    const auto knew = [](quint64 seq) {
        return Views{{.seq = seq, .state = ViewState::Noticed, .seen = 11}};
    };
    EXPECT_EQ(stateOf(OutcomeState::Missed, knew(4)), DayState::Missed);
    EXPECT_EQ(stateOf(OutcomeState::Missed, knew(5)), DayState::MissedTold);
}

// Else somebody who says thank you each morning would leave nobody anything to tell.
TEST(ToldFirst, IsNotLostByHoldingAKindWord) {
    for (const ViewState view : {ViewState::Confirmed, ViewState::Thanks})
        EXPECT_EQ(stateOf(OutcomeState::Missed, {{.seq = 4, .state = view}}), DayState::MissedTold);
}

TEST(ToldFirst, IsLostByHoldingAViewThatWasReplacedLater) {
    const Views views = {{.seq = 2, .state = ViewState::Differs, .replaced = replaced},
                         {.seq = 9, .state = ViewState::Confirmed}};
    EXPECT_EQ(stateOf(OutcomeState::Missed, views), DayState::Missed);
}

// stateOf's outcome has seq 10: who holds ten records hasn't been told, who holds eleven has.
TEST(ToldFirst, IsLostWhenTheOtherNoticedBeforeTheyWereTold) {
    for (const quint64 seen : {0, 10}) {
        const Views before = {{.seq = 90, .state = ViewState::Noticed, .seen = seen}};
        EXPECT_EQ(stateOf(OutcomeState::Missed, before), DayState::Missed) << seen;
    }
}

TEST(ToldFirst, IsNotTakenAwayByWhoWasTold) {
    for (const quint64 seen : {11, 400}) {
        const Views after = {{.seq = 90, .state = ViewState::Noticed, .seen = seen}};
        EXPECT_EQ(stateOf(OutcomeState::Missed, after), DayState::MissedTold) << seen;
    }
}

// The first Missed is what they were told; a later version tells nothing new.
TEST(ToldFirst, IsNotTakenAwayBetweenTwoVersions) {
    const Outcomes edited = {
        {.seq = 10, .state = OutcomeState::Missed, .seen = 5, .replaced = replaced},
        {.seq = 20, .state = OutcomeState::Missed, .seen = 7}};
    const Views between = {{.seq = 6, .state = ViewState::Noticed, .seen = 11}};
    EXPECT_EQ(dayState(edited, between), DayState::MissedTold);
    const Views untold = {{.seq = 6, .state = ViewState::Noticed, .seen = 10}};
    EXPECT_EQ(dayState(edited, untold), DayState::Missed);
}

TEST(ToldFirst, ComesBackWhenTheOtherTakesNoticedBack) {
    EXPECT_EQ(stateOf(OutcomeState::Missed,
                      {{.seq = 90, .state = ViewState::Noticed, .replaced = replaced},
                       {.seq = 91, .state = ViewState::Thanks}}),
              DayState::MissedTold);
}

TEST(ToldFirst, IsDecidedByTheFirstMissed) {
    const Views views = {{.seq = 4, .state = ViewState::Differs, .replaced = replaced}};
    const Outcomes toldThenEdited = {
        {.seq = 1, .state = OutcomeState::Missed, .seen = 4, .replaced = replaced},
        {.seq = 2, .state = OutcomeState::Missed, .seen = 5}};
    EXPECT_EQ(dayState(toldThenEdited, views), DayState::MissedTold);
    const Outcomes keptUntilSeen = {
        {.seq = 1, .state = OutcomeState::Kept, .seen = 4, .replaced = replaced},
        {.seq = 2, .state = OutcomeState::Missed, .seen = 5}};
    EXPECT_EQ(dayState(keptUntilSeen, views), DayState::Missed);
    const Outcomes missedKeptMissed = {
        {.seq = 1, .state = OutcomeState::Missed, .seen = 0, .replaced = replaced},
        {.seq = 2, .state = OutcomeState::Kept, .seen = 5, .replaced = replaced},
        {.seq = 3, .state = OutcomeState::Missed, .seen = 5}};
    EXPECT_EQ(dayState(missedKeptMissed, views), DayState::MissedTold);
}
