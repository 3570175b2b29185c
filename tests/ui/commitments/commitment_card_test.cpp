#include "card_fixture.h"
#include "ui/models/commitment_text.h"
#include "ui/widgets/growing_text_edit.h"
#include "ui/widgets/segmented_choice.h"

#include <QAction>
#include <QMenu>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <gtest/gtest.h>

using namespace mend;
using namespace mend::ui;
using namespace mend::test;
using CardKind = CommitmentCard::Kind;

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
