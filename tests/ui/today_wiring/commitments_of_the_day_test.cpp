// My commitments on the page of a day, and the notes on them.

#include "tests/ui/today_wiring/wired_day.h"
#include "ui/widgets/growing_text_edit.h"
#include "ui/window/today_reading.h"

#include <QAction>
#include <QRadioButton>
#include <QTest>
#include <QTextCursor>
#include <gtest/gtest.h>

namespace mend::ui {
namespace {

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

} // namespace
} // namespace mend::ui
