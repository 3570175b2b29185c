// The days of a commitment on its card.

#include "card_fixture.h"
#include "ui/pages/commitments/day_answer.h"
#include "ui/widgets/segmented_choice.h"

#include <QSignalSpy>
#include <gtest/gtest.h>

using namespace mend;
using namespace mend::ui;
using namespace mend::test;
using CardKind = CommitmentCard::Kind;

TEST(CommitmentCard, AnswersAnEarlierDayFromItsCell) {
    CommitmentReading commitment = mine();
    test::say(commitment, 3, DayState::Kept, OutcomeState::Kept);
    Shown shown(CardKind::Mine, commitment);
    QSignalSpy chosen(&shown.card, &CommitmentCard::outcomeChosen);
    shown.month()->cellOf(sunday.plus(-3).date())->click();
    auto* choice = shown.child<SegmentedChoice>("answerChoice");
    EXPECT_EQ(choice->chosen(), name(OutcomeState::Kept));
    shown.press(QStringLiteral("partly"));
    ASSERT_EQ(chosen.size(), 1);
    EXPECT_EQ(chosen[0][1].value<Day>(), sunday.plus(-3));
    shown.child<QPushButton>("answerToday")->click();
    EXPECT_EQ(shown.card.findChild<DayAnswer*>()->day(), sunday);
    EXPECT_EQ(choice->chosen(), QString());
}

TEST(CommitmentCard, LeavesDaysAloneThatDoNotCount) {
    CommitmentReading commitment = mine();
    commitment.now.from = sunday.plus(-5);
    commitment.spans = spansOf(commitment.now, {});
    Shown shown(CardKind::Mine, commitment);
    shown.card.selectDay(sunday.plus(-6));
    EXPECT_EQ(shown.card.findChild<DayAnswer*>()->day(), sunday);
    const auto leads = [&](int day) {
        return shown.month()->cellOf(sunday.plus(day).date())->isEnabled();
    };
    EXPECT_FALSE(leads(-6));
    EXPECT_TRUE(leads(-5));
    EXPECT_TRUE(leads(0));
    EXPECT_FALSE(leads(1));
    shown.card.selectDay(sunday.plus(1));
    EXPECT_EQ(shown.card.findChild<DayAnswer*>()->day(), sunday);
}

TEST(CommitmentCard, TellsADayOnItsCell) {
    CommitmentReading commitment = mine();
    test::say(commitment, 3, DayState::Differs, OutcomeState::Kept);
    commitment.days.front().outcomeNote = QStringLiteral("<b>bold</b>");
    Shown shown(CardKind::Mine, commitment);
    MonthDayCell* cell = shown.month()->cellOf(sunday.plus(-3).date());
    EXPECT_TRUE(cell->accessibleName().contains(QStringLiteral("seen differently")));
    EXPECT_TRUE(cell->toolTip().contains(QStringLiteral("&lt;b&gt;bold")));
}

// A month would be most of a card that has little else to say.
TEST(CommitmentCard, WhatIsOverShowsItsDaysWhenAsked) {
    CommitmentReading commitment = mine();
    commitment.state = CommitmentState::Ended;
    for (int i = 40; i < 50; ++i)
        test::say(commitment, i, DayState::Kept, OutcomeState::Kept);
    Shown shown(CardKind::Ended, commitment);
    auto* unfold = shown.child<QPushButton>("commitmentUnfold");
    ASSERT_TRUE(unfold->isVisible());
    EXPECT_FALSE(shown.month());
    EXPECT_LT(shown.card.sizeHint().height(), 160);
    unfold->click();
    ASSERT_TRUE(shown.month() && shown.month()->isVisible());
    EXPECT_FALSE(unfold->isVisible());
    EXPECT_EQ(shown.month()->month(), QDate(2026, 10, 1)) << "where it ended";
    auto* answer = shown.card.findChild<DayAnswer*>();
    EXPECT_FALSE(answer->isVisible());
    shown.month()->cellOf(sunday.plus(-40).date())->click();
    EXPECT_TRUE(answer->isVisible());
    Shown begun(CardKind::Ended, commitment);
    CommitmentBegun half;
    half.notes[sunday.plus(-41)] = QStringLiteral("half a sen");
    begun.card.show(commitment, sunday, sam, half);
    EXPECT_TRUE(begun.month()) << "what was begun is never folded away";
    commitment.days.clear();
    EXPECT_FALSE(
        Shown(CardKind::Ended, commitment).child<QPushButton>("commitmentUnfold")->isVisible());
}

TEST(CommitmentCard, ItsDaysAreShownWithTheFocusOnTheFirstThatCounts) {
    CommitmentReading commitment = mine();
    commitment.state = CommitmentState::Ended;
    commitment.now.from = sunday.plus(-49);
    commitment.spans = spansOf(commitment.now, {});
    for (int i = 40; i < 50; ++i)
        test::say(commitment, i, DayState::Kept, OutcomeState::Kept);
    Shown shown(CardKind::Ended, commitment);
    shown.child<QPushButton>("commitmentUnfold")->setFocus();
    shown.child<QPushButton>("commitmentUnfold")->click();
    ASSERT_FALSE(shown.month()->cellOf(QDate(2026, 10, 1))->isEnabled());
    EXPECT_EQ(shown.card.focusWidget(), shown.month()->cellOf(sunday.plus(-49).date()));
}

// What was paused is going on again, which the other's Mend tells late.
TEST(CommitmentCard, ADayThatCountsAfterAllCanBeChosen) {
    CommitmentReading commitment = theirs();
    const std::vector<CommitmentSpan> all = commitment.spans;
    CommitmentFields later = commitment.now;
    later.from = sunday;
    commitment.spans = spansOf(later, {});
    Shown shown(CardKind::Theirs, commitment);
    const auto* cell = shown.month()->cellOf(sunday.plus(-2).date());
    EXPECT_FALSE(cell->isEnabled());
    commitment.spans = all;
    shown.card.show(commitment, sunday, sam);
    EXPECT_TRUE(cell->isEnabled());
}
