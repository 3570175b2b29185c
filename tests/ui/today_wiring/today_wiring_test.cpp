#include "tests/core/guide/shipped.h"
#include "tests/ui/today_wiring/wired_page.h"
#include "ui/widgets/scale_slider.h"
#include "ui/window/code_kept.h"
#include "ui/window/today_reading.h"

#include <QAction>
#include <QCheckBox>
#include <QRadioButton>
#include <QSignalSpy>
#include <gtest/gtest.h>

namespace mend::ui {
namespace {

struct TodayWired : testing::Test {
    test::OneWorkspace one{Role::Hurt, QStringLiteral("Alex")};
    Workspace& workspace = *one.workspace;

    quint64 records() { return workspace.syncState().counts.mine; }
    std::vector<PrivateCheckIn> kept() {
        return workspace.privateCheckIns(workspace.today(), workspace.today()).value();
    }
    void nextDay() { one.clock.advanceDays(1); }
};

TEST_F(TodayWired, APrivateCheckInWritesNoRecord) {
    const quint64 before = records();
    WiredPage today(workspace);
    today.type("text-helped", QStringLiteral("tea"));
    part<ScaleSlider>(today.page, "scale-safety")->setValue(3);
    press(today.page, "save");
    ASSERT_EQ(kept().size(), 1U);
    EXPECT_EQ(kept().front().fields.scales.value(Scale::Safety), 3);
    EXPECT_EQ(records(), before);
    EXPECT_TRUE(today.words("checkIn").contains(QStringLiteral("kept to yourself.")));
    EXPECT_FALSE(holdsWords(today.page, QStringLiteral("tea")));
    press(*part(today.page, "checkIn"), "showKept");
    EXPECT_TRUE(today.words("checkIn").contains(QStringLiteral("Only on this computer.")));
    EXPECT_TRUE(holdsWords(today.page, QStringLiteral("tea")));
    EXPECT_FALSE(holdsWords(WiredPage(workspace).page, QStringLiteral("tea")));
    EXPECT_TRUE(workspace.draft(DraftPlaces(workspace.today()).checkIn).isEmpty());
}

TEST_F(TodayWired, ADraftSurvivesThePage) {
    {
        WiredPage today(workspace);
        today.type("text-hard", QStringLiteral("the door"));
        part<ScaleSlider>(today.page, "scale-trust")->setValue(2);
        press(today.page, "startMoment");
        today.type("momentText", QStringLiteral("a car"));
    }
    {
        WiredPage unlocked(workspace); // and left as it is
        EXPECT_FALSE(typedOn(unlocked.page).contains(QStringLiteral("the door")));
        EXPECT_FALSE(typedOn(unlocked.page).contains(QStringLiteral("a car")));
        unlocked.wiring.keepDrafts();
    }
    WiredPage today(workspace);
    press(*part(today.page, "checkIn"), "goOn");
    EXPECT_EQ(today.text("text-hard"), QStringLiteral("the door"));
    EXPECT_EQ(part<ScaleSlider>(today.page, "scale-trust")->value(), 2);
    press(*part(today.page, "moment"), "goOn");
    EXPECT_EQ(today.text("momentText"), QStringLiteral("a car"));
    EXPECT_TRUE(kept().empty());
}

TEST_F(TodayWired, ADraftIsStoredWithoutAnybodyLeaving) {
    WiredPage today(workspace);
    today.type("text-hard", QStringLiteral("x"));
    const QString place = DraftPlaces(workspace.today()).checkIn;
    EXPECT_TRUE(QTest::qWaitFor([&] { return !workspace.draft(place).isEmpty(); }));
}

TEST_F(TodayWired, AnEditOfAPrivateOneTakesItsPlace) {
    WiredPage today(workspace);
    today.type("text-helped", QStringLiteral("tea"));
    press(today.page, "save");
    press(*part(today.page, "checkIn"), "showKept");
    press(today.page, "edit");
    today.type("text-need", QStringLiteral("quiet"));
    press(today.page, "save");
    ASSERT_EQ(kept().size(), 1U);
    EXPECT_EQ(kept().front().fields.texts.size(), 2);
}

// In the Journal, which shows them, too.
TEST_F(TodayWired, AnEditOutlivesTheOneItWasToReplace) {
    WiredPage today(workspace);
    today.type("text-helped", QStringLiteral("tea"));
    press(today.page, "save");
    press(*part(today.page, "checkIn"), "showKept");
    press(today.page, "edit");
    today.type("text-need", QStringLiteral("quiet"));
    ASSERT_TRUE(workspace.removePrivateCheckIn(kept().front().id));
    press(today.page, "save");
    ASSERT_EQ(kept().size(), 1U);
    EXPECT_EQ(kept().front().fields.texts.value(CheckInText::Need), QStringLiteral("quiet"));
}

TEST_F(TodayWired, WhatIsDeletedInTheJournalIsGoneHere) {
    WiredPage today(workspace);
    today.type("text-helped", QStringLiteral("tea"));
    press(today.page, "save");
    const qint64 song =
        *workspace.keepMoment(workspace.today(), {3, std::nullopt, QStringLiteral("a song")});
    for (auto* show : today.page.findChildren<QAbstractButton*>(QStringLiteral("showKept")))
        show->click();
    ASSERT_TRUE(holdsWords(today.page, QStringLiteral("tea")));
    ASSERT_TRUE(holdsWords(today.page, QStringLiteral("a song")));
    ASSERT_TRUE(workspace.removePrivateCheckIn(kept().front().id));
    EXPECT_FALSE(holdsWords(today.page, QStringLiteral("tea")));
    ASSERT_TRUE(workspace.removePrivateMoment(song));
    EXPECT_FALSE(holdsWords(today.page, QStringLiteral("a song")));
}

TEST_F(TodayWired, AnEditAfterAChangeOfRoleLosesNoScale) {
    WiredPage today(workspace);
    today.type("text-helped", QStringLiteral("tea"));
    part<ScaleSlider>(today.page, "scale-safety")->setValue(3);
    press(today.page, "save");
    ASSERT_TRUE(workspace.changeMe(QStringLiteral("Alex"), Role::Betrayer, Relation::Partner));
    press(*part(today.page, "checkIn"), "showKept");
    EXPECT_TRUE(today.words("checkIn").contains(QStringLiteral("3 of 10")));
    press(today.page, "edit");
    today.type("text-need", QStringLiteral("quiet"));
    press(today.page, "save");
    ASSERT_EQ(kept().size(), 1U);
    EXPECT_EQ(kept().front().fields.role, Role::Hurt);
    EXPECT_EQ(kept().front().fields.scales.value(Scale::Safety), 3);
    EXPECT_EQ(kept().front().fields.texts.size(), 2);
    press(today.page, "another");
    EXPECT_NE(part<ScaleSlider>(today.page, "scale-honesty"), nullptr);
}

TEST_F(TodayWired, AnyNumberOfPrivateOnesStandSideBySide) {
    WiredPage today(workspace);
    for (const QString& words : {QStringLiteral("one"), QStringLiteral("two")}) {
        today.page.startNew();
        today.type("text-helped", words);
        press(today.page, "save");
    }
    EXPECT_EQ(kept().size(), 2U);
    press(*part(today.page, "checkIn"), "showKept");
    press(today.page, "remove");
    EXPECT_EQ(kept().size(), 2U);
    today.page.settle();
    EXPECT_EQ(kept().size(), 1U);
}

// Whoever stands on one of them with the keyboard still does when the other's entries come.
TEST_F(TodayWired, WhatElseComesLeavesTheButtonsOfWhatIsKept) {
    WiredPage today(workspace);
    today.type("text-helped", QStringLiteral("tea"));
    press(today.page, "save");
    ASSERT_TRUE(workspace.keepMoment(workspace.today(), {3, std::nullopt, QStringLiteral("x")}));
    today.wiring.refresh();
    for (auto* show : today.page.findChildren<QAbstractButton*>(QStringLiteral("showKept")))
        show->click();
    const QPointer<QWidget> edit(part<QWidget>(today.page, "edit"));
    const QPointer<QWidget> remove(part<QWidget>(today.page, "removeMoment"));
    QSignalSpy changed(&workspace, &Workspace::changed);
    ASSERT_TRUE(
        workspace.shareNote(workspace.today(), {NoteKind::Plan, QStringLiteral("home"), {}}));
    ASSERT_GT(changed.count(), 0);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    EXPECT_TRUE(edit);
    EXPECT_TRUE(remove);
}

TEST_F(TodayWired, AtMidnightThePageGoesToTheNewDay) {
    WiredPage today(workspace);
    const Day before = today.wiring.day();
    nextDay();
    EXPECT_TRUE(QTest::qWaitFor([&] { return today.wiring.day() == before.plus(1); }));
}

TEST_F(TodayWired, AtMidnightWhatIsHalfWrittenStaysWithItsDay) {
    WiredPage today(workspace);
    const Day before = today.wiring.day();
    today.type("text-hard", QStringLiteral("late in the eve"));
    QSignalSpy turned(&workspace, &Workspace::dayTurned);
    nextDay();
    ASSERT_TRUE(turned.wait());
    EXPECT_EQ(today.wiring.day(), before);
    EXPECT_EQ(today.text("text-hard"), QStringLiteral("late in the eve"));
    auto* go = part(today.page, "day")->findChild<QAbstractButton*>();
    go->click(); // "Go to today"
    EXPECT_EQ(today.wiring.day(), before.plus(1));
    EXPECT_TRUE(today.text("text-hard").isEmpty());
    go->click(); // "Go on with it"
    EXPECT_EQ(today.wiring.day(), before);
    EXPECT_EQ(today.text("text-hard"), QStringLiteral("late in the eve"));
    press(today.page, "save");
    EXPECT_EQ(workspace.privateCheckIns(before, before).value().size(), 1U);
    EXPECT_TRUE(workspace.privateCheckIns(before.plus(1), before.plus(1)).value().empty());
}

TEST_F(TodayWired, AtMidnightWhatIsFoldedStaysBehind) {
    const Day before = workspace.today();
    {
        WiredPage today(workspace);
        today.type("text-hard", QStringLiteral("the door"));
    }
    WiredPage today(workspace);
    nextDay();
    ASSERT_TRUE(QTest::qWaitFor([&] { return today.wiring.day() == before.plus(1); }));
    EXPECT_FALSE(part(*part(today.page, "checkIn"), "goOn")->isVisibleTo(&today.page));
    part(today.page, "day")->findChild<QAbstractButton*>()->click(); // "Go on with it"
    EXPECT_EQ(today.text("text-hard"), QStringLiteral("the door"));
    EXPECT_TRUE(today.page.hasUnsaved());
}

// From the journal, say: the day was asked for, and not what lies in it.
TEST_F(TodayWired, ADayThatIsOpenedFoldsWhatWasBegunOnIt) {
    const Day before = workspace.today();
    {
        WiredPage today(workspace);
        today.type("text-hard", QStringLiteral("the door"));
    }
    nextDay();
    WiredPage today(workspace);
    today.wiring.goTo(before);
    EXPECT_TRUE(part(*part(today.page, "checkIn"), "goOn")->isVisibleTo(&today.page));
    EXPECT_FALSE(typedOn(today.page).contains(QStringLiteral("the door")));
}

TEST(TodayTicks, AreAskedOfTheFirstFiveStepsThatAreWorkedOn) {
    const test::OneWorkspace one(Role::Betrayer, QStringLiteral("Sam"));
    Workspace& workspace = *one.workspace;
    QStringList asked;
    for (const guide::Step& step : sampleGuide().steps(Role::Betrayer, Relation::Partner))
        if (step.tick)
            asked << QStringLiteral("tick-") + step.id;
    ASSERT_GT(asked.size(), 6);
    const QString notYet = asked.takeFirst();
    for (const QString& name : std::as_const(asked))
        ASSERT_TRUE(workspace.setStep(name.mid(5), StepState::Working));
    const WiredPage today(workspace);
    QStringList shown;
    for (const auto* box :
         today.page.findChildren<QCheckBox*>(QRegularExpression(QStringLiteral("^tick-"))))
        shown << box->objectName();
    EXPECT_EQ(shown, asked.first(5));
    EXPECT_FALSE(shown.contains(notYet));
}

TEST_F(TodayWired, MyCommitmentOfTheDayIsAnswered) {
    CommitmentFields daily;
    daily.title = QStringLiteral("Call when I leave work");
    daily.from = workspace.today();
    CommitmentFields weekly = daily;
    weekly.title = QStringLiteral("Run");
    weekly.schedule = TimesAWeek{2};
    ASSERT_TRUE(workspace.addCommitment(daily));
    ASSERT_TRUE(workspace.addCommitment(weekly));
    WiredPage today(workspace);
    const auto rows = part(today.page, "mine")->findChildren<QWidget*>(QStringLiteral("choice"));
    ASSERT_EQ(rows.size(), 2);
    for (auto* row : rows)
        row->findChildren<QRadioButton*>().first()->click();
    int answered = 0;
    const auto all = workspace.commitments(workspace.today(), workspace.today()).value();
    for (const CommitmentReading& commitment : all)
        answered +=
            !commitment.days.empty() && commitment.days.front().outcome == OutcomeState::Kept;
    EXPECT_EQ(answered, 2);
    EXPECT_TRUE(today.words("mine").contains(QStringLiteral("Kept.")));
}

// Mend locks after five minutes, also in the middle of a sentence; and midnight comes.
TEST_F(TodayWired, ANoteOnACommitmentOutlivesALockAndMidnight) {
    CommitmentFields daily;
    daily.title = QStringLiteral("Call when I leave work");
    daily.from = workspace.today();
    const RecordId id = workspace.addCommitment(daily).value();
    const Day day = workspace.today();
    ASSERT_TRUE(workspace.setOutcome(id, day, OutcomeState::Kept));
    const auto note = [](const WiredPage& today) {
        return part<GrowingTextEdit>(*part(today.page, "mine"), "note");
    };
    {
        WiredPage today(workspace);
        part(today.page, "mine")->findChild<QAction*>(QStringLiteral("addNote"))->trigger();
        QTest::keyClicks(note(today), QStringLiteral("the train"));
        nextDay();
        today.wiring.refresh();
        EXPECT_EQ(today.wiring.day(), day);
        // Another answer is kept, and the note is still being written.
        part(*part(today.page, "mine"), "choice")->findChildren<QRadioButton*>()[1]->click();
    }
    one.clock.advanceDays(-1);
    WiredPage again(workspace);
    EXPECT_FALSE(note(again)->isVisibleTo(&again.page)) << "somebody may stand behind";
    EXPECT_TRUE(note(again)->text().isEmpty());
    press(*part(again.page, "mine"), "goOn");
    ASSERT_TRUE(note(again)->isVisibleTo(&again.page));
    EXPECT_EQ(note(again)->text(), QStringLiteral("the train"));
    press(*part(again.page, "mine"), "sendNote");
    EXPECT_FALSE(note(again)->isVisibleTo(&again.page));
    EXPECT_EQ(workspace.commitments(day, day).value().front().days.front().outcomeNote,
              QStringLiteral("the train"));
    EXPECT_TRUE(workspace.draft(DraftPlaces(day).commitment(id)).isEmpty());
}

struct NotesOnACommitment : TodayWired {
    Day day = workspace.today();
    RecordId id = *workspace.addCommitment(daily());
    const QString place = DraftPlaces(day).commitment(id);

    NotesOnACommitment() {
        EXPECT_TRUE(workspace.setOutcome(id, day, OutcomeState::Kept));
        workspace.saveDraft(place, "the train");
    }
    CommitmentFields daily() {
        CommitmentFields fields;
        fields.title = QStringLiteral("Call when I leave work");
        fields.from = workspace.today();
        return fields;
    }
    static bool isFolded(const WiredPage& today) {
        return part(*part(today.page, "mine"), "goOn")->isVisibleTo(&today.page);
    }
    static QString written(const WiredPage& today) {
        return part<GrowingTextEdit>(*part(today.page, "mine"), "note")->text();
    }
    static void goOn(const WiredPage& today) { press(*part(today.page, "mine"), "goOn"); }
    static void answer(const WiredPage& today, int which) {
        part(*part(today.page, "mine"), "choice")->findChildren<QRadioButton*>()[which]->click();
    }
};

TEST_F(NotesOnACommitment, AnotherAnswerKeepsTheOneThatIsFolded) {
    const WiredPage today(workspace);
    ASSERT_TRUE(isFolded(today));
    answer(today, 1);
    ASSERT_EQ(workspace.commitments(day, day)->front().days.front().outcome, OutcomeState::Partly);
    EXPECT_EQ(workspace.draft(place), "the train");
    EXPECT_TRUE(isFolded(today));
    goOn(today);
    answer(today, 0);
    EXPECT_EQ(workspace.draft(place), "the train") << "open, and told before";
    press(*part(today.page, "mine"), "sendNote");
    EXPECT_EQ(workspace.draft(place), QByteArray()) << "it was kept";
}

TEST_F(NotesOnACommitment, TheOneThatIsFoldedIsReadAnewWhenSomebodyComesBack) {
    WiredPage today(workspace);
    today.page.show();
    today.page.hide(); // to Commitments
    workspace.saveDraft(place, "the train was late");
    today.page.show();
    goOn(today);
    EXPECT_EQ(written(today), QStringLiteral("the train was late"));
    EXPECT_FALSE(isFolded(today));
    today.page.hide();
    workspace.saveDraft(place, "the train was early");
    today.page.show();
    EXPECT_EQ(written(today), QString()) << "older words are not gone on with";
    ASSERT_TRUE(isFolded(today));
    goOn(today);
    EXPECT_EQ(written(today), QStringLiteral("the train was early"));
    today.page.hide();
    workspace.saveDraft(place, {}); // discarded
    today.page.show();
    EXPECT_EQ(written(today), QString());
    EXPECT_FALSE(isFolded(today));
}

TEST_F(NotesOnACommitment, OneThatIsWrittenIsToldOnTheWayOutAndStays) {
    WiredPage today(workspace);
    today.page.show();
    goOn(today);
    auto* note = part<GrowingTextEdit>(*part(today.page, "mine"), "note");
    note->moveCursor(QTextCursor::End);
    QTest::keyClicks(note, QStringLiteral(" was late"));
    today.page.hide();
    EXPECT_EQ(workspace.draft(place), "the train was late");
    today.page.show();
    EXPECT_TRUE(note->isVisible());
    EXPECT_EQ(written(today), QStringLiteral("the train was late"));
}

// What else leaves the page, and comes back, is no new reading of the note.
TEST_F(NotesOnACommitment, OneThatIsWrittenStaysWhenACheckInIsDiscarded) {
    WiredPage today(workspace);
    goOn(today);
    auto* note = part<GrowingTextEdit>(*part(today.page, "mine"), "note");
    QTest::keyClicks(note, QStringLiteral("late: "));
    const QString words = written(today);
    ASSERT_TRUE(QTest::qWaitFor([&] { return workspace.draft(place) == words.toUtf8(); }));
    today.type("text-hard", QStringLiteral("no"));
    press(*part(today.page, "checkIn"), "discard");
    pressUndo(today.page);
    EXPECT_EQ(written(today), words);
    EXPECT_FALSE(isFolded(today));
}

// Mend locked while it stood there, or nobody ticked that it is kept.
TEST_F(TodayWired, ACodeThatWasNotKeptIsSaidUntilItIs) {
    setCodeUnkept(workspace, true);
    WiredPage today(workspace);
    const auto* notice = part(today.page, "codeNotice");
    ASSERT_TRUE(notice->isVisibleTo(&today.page));
    EXPECT_TRUE(wordsOn(*notice).contains(QStringLiteral("You can make a new one in Settings.")));
    QString wanted;
    QObject::connect(&today.wiring, &TodayWiring::pageWanted,
                     [&](const QString& page) { wanted = page; });
    notice->findChild<QAbstractButton*>()->click();
    EXPECT_EQ(wanted, QStringLiteral("settings"));
    today.page.show();
    today.page.hide(); // to Settings
    setCodeUnkept(workspace, false);
    today.page.show();
    EXPECT_FALSE(notice->isVisibleTo(&today.page));
}

TEST_F(TodayWired, AMomentKeptForMyselfIsNoRecord) {
    const quint64 before = records();
    WiredPage today(workspace);
    press(today.page, "startMoment");
    today.type("momentText", QStringLiteral("a car"));
    part<ScaleSlider>(today.page, "momentStrength")->setValue(9);
    press(today.page, "saveMoment");
    EXPECT_EQ(records(), before);
    EXPECT_FALSE(holdsWords(today.page, QStringLiteral("a car")));
    press(*part(today.page, "moment"), "showKept");
    EXPECT_TRUE(today.words("moment").contains(QStringLiteral("a car")));
    EXPECT_TRUE(workspace.draft(DraftPlaces(workspace.today()).moment).isEmpty());
    press(today.page, "removeMoment");
    today.page.settle();
    EXPECT_TRUE(workspace.privateMoments(workspace.today(), workspace.today()).value().empty());
}

TEST_F(TodayWired, ATextThatIsTooLongIsSaidSoAndKept) {
    WiredPage today(workspace);
    auto* edit = part<GrowingTextEdit>(today.page, "text-hard");
    edit->setPlainText(QString(200 * 1024, QLatin1Char('a')));
    press(today.page, "save");
    EXPECT_TRUE(kept().empty());
    EXPECT_TRUE(part(today.page, "problem")->isVisibleTo(&today.page));
    EXPECT_EQ(edit->text().size(), 200 * 1024);
}

} // namespace
} // namespace mend::ui
