// Commitments of one person: answers, changes, and what is not theirs to do.

#include "tests/core/workspace/workspace_fixture.h"

#include <gtest/gtest.h>

using namespace mend;
using mend::test::WorkspaceTest;

TEST_F(WorkspaceTest, ASecondOutcomeReplacesTheFirst) {
    const auto id = w.addCommitment(daily(QStringLiteral("Home by 18:30")));
    ASSERT_TRUE(id);
    ASSERT_TRUE(w.setOutcome(*id, today, OutcomeState::Kept, QStringLiteral("at six")));
    ASSERT_TRUE(w.setOutcome(*id, today, OutcomeState::Missed));
    const auto all = w.commitments(today, today);
    ASSERT_EQ(all->size(), 1u);
    EXPECT_EQ(all->front().days.front().state, DayState::MissedTold);
    TimelineFilter outcomes;
    outcomes.kinds = {QStringLiteral("outcome")};
    const auto page = w.older(outcomes, std::nullopt, 10);
    ASSERT_EQ(page->entries.size(), 1u);
    EXPECT_TRUE(page->entries.front().edited);
    EXPECT_EQ(w.earlierVersions(page->entries.front().id)->size(), 1u);
}

TEST_F(WorkspaceTest, OnlyTheOtherMayViewAndOnlyThePairedMayBeAsked) {
    const auto id = w.addCommitment(daily(QStringLiteral("Home by 18:30")));
    EXPECT_EQ(w.setView(*id, today, ViewState::Confirmed).error(), Problem::NotAllowed);
    CommitmentFields asked = daily(QStringLiteral("Call at one"));
    asked.for_ = Person::Partner;
    EXPECT_EQ(w.addCommitment(asked).error(), Problem::NotPaired);
    EXPECT_EQ(w.answerProposal(*id, Answer::Yes).error(), Problem::NotAllowed);
    EXPECT_EQ(w.setOutcome(*id, today.plus(1), OutcomeState::Kept).error(), Problem::BadDay);
    EXPECT_EQ(w.setView(*id, today.plus(1), ViewState::Confirmed).error(), Problem::BadDay);
}

TEST_F(WorkspaceTest, ChangesOfACommitmentCountFromTheDayAfter) {
    const auto id = w.addCommitment(daily(QStringLiteral("Home by 18:30")));
    ASSERT_TRUE(w.changeCommitment(*id, ChangeKind::End));
    const auto all = w.commitments(today.plus(-1), today.plus(3));
    EXPECT_EQ(all->front().state, CommitmentState::Ended);
    EXPECT_EQ(all->front().days.back().day, today);
}

TEST_F(WorkspaceTest, PromisesCantBeTakenBack) {
    const auto id = w.addCommitment(daily(QStringLiteral("Home by 18:30")));
    EXPECT_EQ(w.withdraw(*id).error(), Problem::NotAllowed);
    EXPECT_EQ(w.openSealed(*id).error(), Problem::NotAllowed);
}
