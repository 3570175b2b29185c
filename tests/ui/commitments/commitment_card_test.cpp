#include "ui/pages/commitments/commitment_card.h"

#include "samples.h"
#include "ui/models/commitment_text.h"
#include "ui/pages/commitments/day_answer.h"
#include "ui/widgets/growing_text_edit.h"
#include "ui/widgets/month_grid.h"
#include "ui/widgets/segmented_choice.h"

#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <gtest/gtest.h>

using namespace mend;
using namespace mend::ui;
using mend::test::sunday;
using CardKind = CommitmentCard::Kind;

namespace {

const QString sam = QStringLiteral("Sam");

struct Shown {
    Shown(CardKind kind, const CommitmentReading& commitment) : card(kind, commitment) {
        card.show(commitment, sunday, sam);
        card.resize(800, 400);
        static_cast<QWidget&>(card).show();
    }
    template <class T>
    T* child(const char* name) {
        return card.findChild<T*>(QLatin1String(name));
    }
    QString words(const char* name) { return child<QLabel>(name)->text(); }
    void press(const QString& text) {
        for (auto* button : card.findChildren<QAbstractButton*>())
            if (button->text() == text)
                button->click();
    }
    MonthGrid* month() { return card.findChild<MonthGrid*>(); }

    CommitmentCard card;
};

CommitmentReading mine() {
    return test::reading(1, mend::Person::Me, QStringLiteral("Home by 18:30"));
}

CommitmentReading theirs() {
    return test::reading(2, mend::Person::Partner, QStringLiteral("Say it first"));
}

} // namespace

TEST(CommitmentCard, SaysQuietlyThatTheOtherDoesNotSeeIt) {
    CommitmentReading commitment = mine();
    Shown shown(CardKind::Mine, commitment);
    const auto* words = shown.child<QLabel>("commitmentAtHome");
    auto* again = shown.child<QPushButton>("commitmentAgain");
    EXPECT_FALSE(words->isVisible() || again->isVisible());
    commitment.atHome = true;
    shown.card.show(commitment, sunday, sam);
    EXPECT_TRUE(words->isVisible());
    EXPECT_EQ(words->text(),
              QStringLiteral("Made before you and Sam began to share: Sam doesn’t see it."));
    EXPECT_EQ(again->accessibleDescription(), commitment.now.title) << "each card has one";
    QSignalSpy wanted(&shown.card, &CommitmentCard::againWanted);
    again->click();
    ASSERT_EQ(wanted.size(), 1);
    EXPECT_EQ(wanted[0][0].value<RecordId>(), commitment.id);
    commitment.now.until = sunday; // nothing is left to make again
    shown.card.show(commitment, sunday, sam);
    EXPECT_TRUE(words->isVisible());
    EXPECT_FALSE(again->isVisible());
    shown.card.show(commitment, sunday, {}); // nobody is there who could see it
    EXPECT_FALSE(words->isVisible());
}

// Said in one way wherever it is said.
TEST(CommitmentCard, AnswersInTheWordsOfToday) {
    Shown own(CardKind::Mine, mine());
    Shown other(CardKind::Theirs, theirs());
    QStringList words;
    for (const Shown* each : {&own, &other})
        for (const auto* button : each->card.findChildren<QRadioButton*>())
            words += button->text();
    EXPECT_EQ(words,
              QStringList({answerWord(OutcomeState::Kept), answerWord(OutcomeState::Partly),
                           answerWord(OutcomeState::Missed), answerWord(OutcomeState::Excused),
                           answerWord(ViewState::Confirmed), answerWord(ViewState::Differs)}));
}

TEST(CommitmentCard, SaysWhenAndHowTheWeekWent) {
    CommitmentReading commitment = mine();
    for (int i = 1; i <= 6; ++i)
        test::say(commitment, i, DayState::Kept,
                  i == 2 ? OutcomeState::Missed : OutcomeState::Kept);
    commitment.days[4].state = DayState::Missed;
    Shown shown(CardKind::Mine, commitment);
    EXPECT_EQ(shown.words("commitmentWhen"), QStringLiteral("Every day, by 18:30."));
    EXPECT_EQ(shown.words("commitmentKept"), QStringLiteral("This week: 5 of 6, 1 open."));
    EXPECT_FALSE(shown.words("commitmentKept").contains(u'%'));
}

TEST(CommitmentCard, TakesTodaysAnswerInOneClick) {
    Shown shown(CardKind::Mine, mine());
    QSignalSpy chosen(&shown.card, &CommitmentCard::outcomeChosen);
    shown.press(QStringLiteral("not kept"));
    ASSERT_EQ(chosen.size(), 1);
    EXPECT_EQ(chosen[0][0].value<RecordId>(), test::idOf(1));
    EXPECT_EQ(chosen[0][1].value<Day>(), sunday);
    EXPECT_EQ(chosen[0][2].value<OutcomeState>(), OutcomeState::Missed);
}

TEST(CommitmentCard, IsAnsweredByKeyboard) {
    Shown shown(CardKind::Mine, mine());
    QSignalSpy chosen(&shown.card, &CommitmentCard::outcomeChosen);
    auto* first = shown.child<SegmentedChoice>("answerChoice")->findChild<QRadioButton*>();
    QTest::keyClick(first, Qt::Key_Space);
    ASSERT_EQ(chosen.size(), 1);
    EXPECT_EQ(chosen[0][2].value<OutcomeState>(), OutcomeState::Kept);
}

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

// By ear each card is like the others.
TEST(CommitmentCard, ItsAnswersSayWhichCommitmentAndWhichDayTheyAreAbout) {
    CommitmentReading commitment = mine();
    test::say(commitment, 1, DayState::Kept, OutcomeState::Kept);
    Shown shown(CardKind::Mine, commitment);
    const auto described = [&](const QAbstractButton* button) {
        return button->accessibleDescription();
    };
    const auto* kept = shown.child<SegmentedChoice>("answerChoice")->findChild<QRadioButton*>();
    EXPECT_EQ(described(kept), QStringLiteral("How it went: Home by 18:30, Today"));
    EXPECT_EQ(described(shown.child<QPushButton>("answerAddNote")),
              QStringLiteral("Home by 18:30, Today"));
    shown.card.selectDay(sunday.plus(-1));
    EXPECT_EQ(described(kept), QStringLiteral("How it went: Home by 18:30, Yesterday"));
    Shown asked(CardKind::Asked, test::proposal(4, mend::Person::Me, QStringLiteral("No phone")));
    for (const char* each : {"proposalAccept", "proposalChange", "proposalDecline"})
        EXPECT_EQ(described(asked.child<QPushButton>(each)), QStringLiteral("No phone")) << each;
}

TEST(CommitmentCard, SaysThatNothingIsDueToday) {
    CommitmentReading commitment = mine();
    commitment.now.schedule = OnWeekdays{{1}};
    commitment.spans = spansOf(commitment.now, {});
    Shown shown(CardKind::Mine, commitment);
    EXPECT_EQ(shown.words("answerWords"), QStringLiteral("Nothing is due today."));
    EXPECT_FALSE(shown.child<QWidget>("answerChoice")->isVisible());
}

TEST(CommitmentCard, KeepsANoteThatIsBeingWritten) {
    CommitmentReading commitment = mine();
    test::say(commitment, 0, DayState::Kept, OutcomeState::Kept);
    Shown shown(CardKind::Mine, commitment);
    QSignalSpy chosen(&shown.card, &CommitmentCard::outcomeChosen);
    shown.child<QPushButton>("answerAddNote")->click();
    auto* note = shown.child<GrowingTextEdit>("answerNote");
    QTest::keyClicks(note, QStringLiteral("At 18:20"));
    shown.card.show(commitment, sunday, sam); // something else changed
    EXPECT_EQ(note->text(), QStringLiteral("At 18:20"));
    shown.child<QPushButton>("answerSaveNote")->click();
    ASSERT_EQ(chosen.size(), 1);
    EXPECT_EQ(chosen[0][2].value<OutcomeState>(), OutcomeState::Kept);
    EXPECT_EQ(chosen[0][3].toString(), QStringLiteral("At 18:20"));
    commitment.days.front().outcomeNote = QStringLiteral("At 18:20");
    shown.card.show(commitment, sunday, sam); // it was saved
    EXPECT_FALSE(note->isVisible());
    shown.press(QStringLiteral("partly"));
    EXPECT_EQ(chosen[1][3].toString(), QStringLiteral("At 18:20"));
}

TEST(CommitmentCard, MidnightTakesNoNoteAway) {
    CommitmentReading commitment = mine();
    test::say(commitment, 0, DayState::Kept, OutcomeState::Kept);
    Shown shown(CardKind::Mine, commitment);
    shown.child<QPushButton>("answerAddNote")->click();
    auto* note = shown.child<GrowingTextEdit>("answerNote");
    QTest::keyClicks(note, QStringLiteral("At 18:20"));
    QSignalSpy chosen(&shown.card, &CommitmentCard::outcomeChosen);
    shown.card.show(commitment, sunday.plus(1), sam);
    EXPECT_EQ(note->text(), QStringLiteral("At 18:20"));
    shown.child<QPushButton>("answerSaveNote")->click();
    ASSERT_EQ(chosen.size(), 1);
    EXPECT_EQ(chosen[0][1].value<Day>(), sunday) << "the day it was written about";
}

TEST(CommitmentCard, LetsTheOtherSayWhatTheySaw) {
    CommitmentReading commitment = theirs();
    Shown shown(CardKind::Theirs, commitment);
    EXPECT_FALSE(shown.child<QPushButton>("answerNoticed")->isVisible())
        << "nobody knows in advance";
    commitment.dueToday = true;
    shown.card.show(commitment, sunday, sam);
    EXPECT_TRUE(shown.child<QPushButton>("answerNoticed")->isVisible());
    EXPECT_EQ(shown.words("answerWords"),
              QStringLiteral("What Sam says of this day is read here."));
    QSignalSpy chosen(&shown.card, &CommitmentCard::viewChosen);
    shown.press(QStringLiteral("I saw it too"));
    shown.press(QStringLiteral("I saw it differently"));
    shown.child<QPushButton>("answerNoticed")->click();
    shown.child<QPushButton>("answerThanks")->click();
    std::vector<ViewState> said;
    for (const auto& each : chosen)
        said.push_back(each[2].value<ViewState>());
    EXPECT_EQ(said, (std::vector<ViewState>{ViewState::Confirmed, ViewState::Differs,
                                            ViewState::Noticed, ViewState::Thanks}));
    test::say(commitment, 0, DayState::Open, std::nullopt);
    commitment.days.front().noticed = commitment.days.front().thanked = true;
    shown.card.show(commitment, sunday, sam);
    EXPECT_FALSE(shown.child<QPushButton>("answerThanks")->isEnabled());
    EXPECT_FALSE(shown.child<QPushButton>("answerNoticed")->isEnabled());
    EXPECT_EQ(shown.child<QPushButton>("answerNoticed")->text(),
              QStringLiteral("You know already"));
    commitment.days.front().outcome = OutcomeState::Missed;
    shown.card.show(commitment, sunday, sam);
    EXPECT_FALSE(shown.child<QPushButton>("answerNoticed")->isVisible()) << "it was told";
    EXPECT_TRUE(shown.child<QPushButton>("answerThanks")->isVisible());
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

TEST(CommitmentCard, OffersPauseOrGoingOnAndEnding) {
    CommitmentReading commitment = mine();
    Shown shown(CardKind::Mine, commitment);
    QSignalSpy wanted(&shown.card, &CommitmentCard::changeWanted);
    QSignalSpy edit(&shown.card, &CommitmentCard::editWanted);
    const auto trigger = [&](const char* name) {
        auto* action = shown.card.findChild<QMenu*>()->findChild<QAction*>(QLatin1String(name));
        ASSERT_TRUE(action) << name;
        action->trigger();
    };
    trigger("commitmentPause");
    trigger("commitmentEnd");
    trigger("commitmentEdit");
    commitment.state = CommitmentState::Paused;
    shown.card.show(commitment, sunday, sam);
    trigger("commitmentResume");
    ASSERT_EQ(wanted.size(), 3);
    EXPECT_EQ(wanted[0][1].value<ChangeKind>(), ChangeKind::Pause);
    EXPECT_EQ(wanted[1][1].value<ChangeKind>(), ChangeKind::End);
    EXPECT_EQ(wanted[2][1].value<ChangeKind>(), ChangeKind::Resume);
    EXPECT_EQ(edit.size(), 1);
    EXPECT_EQ(shown.words("commitmentState"), QStringLiteral("Paused. Nothing is expected."));
}

TEST(CommitmentCard, ItsMenuStaysAsItIsWhateverElseComes) {
    Shown shown(CardKind::Mine, mine());
    QMenu& menu = *shown.child<QToolButton>("commitmentMore")->menu();
    menu.popup({});
    menu.setActiveAction(menu.actions().last());
    shown.card.show(mine(), sunday, sam);
    EXPECT_NE(menu.activeAction(), nullptr);
    menu.close();
}

TEST(CommitmentCard, LetsMeAnswerAProposalWithoutAReason) {
    CommitmentReading commitment =
        test::proposal(4, mend::Person::Me, QStringLiteral("Phone in the hall"));
    Shown shown(CardKind::Asked, commitment);
    QSignalSpy answered(&shown.card, &CommitmentCard::proposalAnswered);
    shown.child<QPushButton>("proposalDecline")->click();
    shown.child<QPushButton>("proposalAccept")->click();
    shown.child<QPushButton>("proposalChange")->click();
    shown.child<QPushButton>("proposalSend")->click(); // says nothing yet
    ASSERT_EQ(answered.size(), 2);
    EXPECT_EQ(answered[0][1].value<Answer>(), Answer::No);
    EXPECT_EQ(answered[0][2].toString(), QString());
    EXPECT_EQ(answered[1][1].value<Answer>(), Answer::Yes);
    QTest::keyClicks(shown.child<GrowingTextEdit>("proposalNote"), QStringLiteral("At eleven"));
    shown.child<QPushButton>("proposalSend")->click();
    ASSERT_EQ(answered.size(), 3);
    EXPECT_EQ(answered[2][1].value<Answer>(), Answer::Change);
    EXPECT_EQ(answered[2][2].toString(), QStringLiteral("At eleven"));
    commitment.answer = Answer::Change;
    commitment.answerNote = QStringLiteral("At eleven");
    shown.card.show(commitment, sunday, sam);
    EXPECT_FALSE(shown.child<QWidget>("proposalNote")->isVisible());
}

TEST(CommitmentCard, BesideNoStandsToBeAskedNothingMore) {
    Shown shown(CardKind::Asked,
                test::proposal(4, mend::Person::Me, QStringLiteral("Phone in the hall")));
    QSignalSpy stopped(&shown.card, &CommitmentCard::askingStopped);
    QSignalSpy safety(&shown.card, &CommitmentCard::safetyWanted);
    QSignalSpy answered(&shown.card, &CommitmentCard::proposalAnswered);
    auto* stop = shown.child<QPushButton>("proposalStop");
    EXPECT_TRUE(
        shown.words("proposalStopWords")
            .contains(QStringLiteral("leaves Sam no way to ask in Mend, which Sam can see")));
    EXPECT_EQ(stop->accessibleDescription(), shown.words("proposalStopWords"));
    stop->click();
    shown.child<QPushButton>("proposalSafety")->click();
    EXPECT_EQ(stopped.size(), 1);
    EXPECT_EQ(safety.size(), 1);
    EXPECT_TRUE(answered.isEmpty());
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

TEST(CommitmentCard, TellsWhoAskedHowItStands) {
    CommitmentReading commitment =
        test::proposal(5, mend::Person::Partner, QStringLiteral("Tell me first"));
    Shown shown(CardKind::Waiting, commitment);
    EXPECT_TRUE(shown.words("commitmentState").startsWith(QStringLiteral("Asked. Sam may say")));
    commitment.answer = Answer::Change;
    commitment.answerNote = QStringLiteral("Only on Fridays");
    shown.card.show(commitment, sunday, sam);
    EXPECT_EQ(shown.words("commitmentState"),
              QStringLiteral("Sam asks for a change: “Only on Fridays”"));
    commitment.state = CommitmentState::Declined;
    Shown ended(CardKind::Ended, commitment);
    EXPECT_EQ(ended.words("commitmentState"), QStringLiteral("Sam said: not this one."));
}
