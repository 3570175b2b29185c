// A note or a wish that is half written outlives a lock, and is gone once it is sent or given up.

#include "drafts_fixture.h"
#include "ui/pages/commitments/day_answer.h"
#include "ui/pages/commitments/proposal_answer.h"

#include <QSignalSpy>
#include <gtest/gtest.h>

using namespace mend;
using namespace mend::ui;

TEST_F(CommitmentDrafts, ANoteOutlivesALockAndMidnightAndIsGoneOnceSaved) {
    {
        Wired wired(workspace, guide);
        press(wired.page, "answerAddNote");
        type(wired.page, "answerNote", words);
    }
    own.clock.advanceDays(3);
    Wired wired(workspace, guide);
    EXPECT_EQ(noteOn(wired.page), words);
    EXPECT_EQ(wired.page.findChild<DayAnswer*>()->day(), day) << "the day it is about";
    press(wired.page, "answerSaveNote");
    EXPECT_EQ(workspace.commitments(day, day)->front().days.front().outcomeNote, words);
    EXPECT_TRUE(kept().isEmpty());
    EXPECT_EQ(noteOn(wired.page), QString());
    EXPECT_EQ(noteOn(Wired(workspace, guide).page), QString());
}

TEST_F(CommitmentDrafts, ANoteIsKeptWhileSomebodyTypes) {
    Wired wired(workspace, guide);
    press(wired.page, "answerAddNote");
    type(wired.page, "answerNote", words);
    EXPECT_TRUE(QTest::qWaitFor([&] { return kept() == words.toUtf8(); }));
}

TEST_F(CommitmentDrafts, ANoteThatIsTooLongSaysSoAndOutlivesALock) {
    const QString essay(20 * 1024, QLatin1Char('a'));
    const auto says = [](const Wired& wired) {
        return child(wired.page, "tooLongFor-answerNote")->isVisibleTo(&wired.page);
    };
    {
        Wired wired(workspace, guide);
        press(wired.page, "answerAddNote");
        type(wired.page, "answerNote", QStringLiteral("a"));
        EXPECT_FALSE(says(wired));
        child<GrowingTextEdit>(wired.page, "answerNote")->setPlainText(essay); // as pasted
        EXPECT_TRUE(says(wired));
        press(wired.page, "answerSaveNote");
        EXPECT_EQ(noteOn(wired.page), essay);
    }
    Wired wired(workspace, guide);
    EXPECT_EQ(noteOn(wired.page), essay);
    EXPECT_TRUE(says(wired));
    child<GrowingTextEdit>(wired.page, "answerNote")->setPlainText(words);
    EXPECT_FALSE(says(wired));
    press(wired.page, "answerSaveNote");
    EXPECT_EQ(workspace.commitments(day, day)->front().days.front().outcomeNote, words);
}

TEST(ProposalAnswer, SaysWhyAWishIsTooLongAndTellsOfItAsADraft) {
    const QString essay(20 * 1024, QLatin1Char('a'));
    ProposalAnswer proposal;
    QSignalSpy begun(&proposal, &ProposalAnswer::changeBegun);
    QSignalSpy answered(&proposal, &ProposalAnswer::answered);
    press(proposal, "proposalChange");
    auto* said = child(proposal, "tooLongFor-proposalNote");
    EXPECT_FALSE(said->isVisibleTo(&proposal));
    child<GrowingTextEdit>(proposal, "proposalNote")->setPlainText(essay);
    EXPECT_TRUE(said->isVisibleTo(&proposal));
    press(proposal, "proposalSend");
    EXPECT_TRUE(answered.isEmpty());
    proposal.settle();
    ASSERT_EQ(begun.count(), 1);
    EXPECT_EQ(begun.first().first().toString(), essay);
}

TEST_F(CommitmentDrafts, ANoteThatIsDiscardedIsGone) {
    Wired wired(workspace, guide);
    press(wired.page, "answerAddNote");
    type(wired.page, "answerNote", words);
    wired.page.settle();
    EXPECT_EQ(kept(), words.toUtf8());
    press(wired.page, "answerDiscardNote");
    EXPECT_TRUE(kept().isEmpty());
    EXPECT_EQ(noteOn(wired.page), QString());
    wired.page.settle();
    EXPECT_TRUE(kept().isEmpty());
}

TEST_F(CommitmentDrafts, ANoteStaysWithItsDayWhenAnotherIsLookedAt) {
    own.clock.advanceDays(1);
    Wired wired(workspace, guide);
    wired.card()->selectDay(day);
    press(wired.page, "answerAddNote");
    type(wired.page, "answerNote", words);
    wired.card()->selectDay(day.plus(1));
    EXPECT_EQ(noteOn(wired.page), QString());
    wired.card()->selectDay(day);
    EXPECT_EQ(noteOn(wired.page), words);
}

// The first answer takes the note along.
TEST_F(CommitmentDrafts, ANoteFromBeforeTheAnswerIsSentWithIt) {
    own.clock.advanceDays(1);
    {
        Wired wired(workspace, guide);
        press(wired.page, "answerAddNote");
        type(wired.page, "answerNote", words);
    }
    Wired wired(workspace, guide);
    EXPECT_EQ(noteOn(wired.page), words);
    wired.press(QStringLiteral("kept"));
    const Day next = day.plus(1);
    EXPECT_EQ(workspace.commitments(next, next)->front().days.front().outcomeNote, words);
    EXPECT_TRUE(workspace.draft(DraftPlaces(next).commitment(id)).isEmpty());
}

// Whoever types goes on where the focus went: a space there would be an answer.
TEST_F(CommitmentDrafts, ANoteThatIsNotBegunYetStaysOpenWhateverElseComes) {
    Wired wired(workspace, guide);
    wired.page.show();
    wired.press(QStringLiteral("partly"));
    press(wired.page, "answerAddNote");
    auto* note = child<GrowingTextEdit>(wired.page, "answerNote");
    const auto somethingComes = [&] {
        return workspace.shareNote(day, {NoteKind::Plan, QStringLiteral("tea"), {}}).has_value();
    };
    ASSERT_TRUE(somethingComes());
    EXPECT_TRUE(note->isVisible());
    type(wired.page, "answerNote", words);
    wired.page.settle();
    note->selectAll();
    QTest::keyClick(note, Qt::Key_Delete);
    ASSERT_TRUE(somethingComes());
    EXPECT_TRUE(note->isVisible()) << "thought over";
    EXPECT_EQ(kept(), QByteArray());
    wired.page.hide(); // to Today
    workspace.saveDraft(DraftPlaces(day).commitment(id), words.toUtf8());
    wired.page.show();
    EXPECT_EQ(noteOn(wired.page), words) << "begun there";
    press(wired.page, "answerSaveNote");
    EXPECT_FALSE(note->isVisible());
    press(wired.page, "answerAddNote");
    ASSERT_TRUE(somethingComes());
    EXPECT_EQ(noteOn(wired.page), words) << "the one that is saved, to be changed";
    wired.press(QStringLiteral("kept"));
    EXPECT_FALSE(note->isVisible());
}

// Else an answer given here would send the older words over those that were saved there.
TEST_F(CommitmentDrafts, ANoteThatWasGoneOnWithOnTodayIsReadAnew) {
    Wired wired(workspace, guide);
    press(wired.page, "answerAddNote");
    type(wired.page, "answerNote", words);
    wired.page.hide(); // to Today
    ASSERT_EQ(kept(), words.toUtf8());
    const auto* note = child<GrowingTextEdit>(wired.page, "answerNote");
    wired.page.show();
    EXPECT_EQ(note->text(), words);
    wired.page.hide();
    const QString later = words + QStringLiteral(" was late");
    workspace.saveDraft(DraftPlaces(day).commitment(id), later.toUtf8());
    wired.page.show();
    EXPECT_TRUE(note->isVisible());
    EXPECT_EQ(note->text(), later);
    wired.page.hide();
    const QString saved = QStringLiteral("The bus.");
    ASSERT_TRUE(workspace.setOutcome(id, day, OutcomeState::Missed, saved));
    workspace.saveDraft(DraftPlaces(day).commitment(id), {});
    wired.page.show();
    EXPECT_FALSE(note->isVisible());
    wired.press(QStringLiteral("kept"));
    EXPECT_EQ(workspace.commitments(day, day)->front().days.front().outcomeNote, saved);
}

TEST_F(CommitmentDrafts, AnotherAnswerKeepsANoteThatIsNotWhatWasKept) {
    Wired wired(workspace, guide);
    workspace.saveDraft(DraftPlaces(day).commitment(id), words.toUtf8()); // elsewhere
    wired.press(QStringLiteral("partly"));
    ASSERT_EQ(workspace.commitments(day, day)->front().days.front().outcome, OutcomeState::Partly);
    EXPECT_EQ(kept(), words.toUtf8());
    EXPECT_EQ(noteOn(wired.page), words) << "to be gone on with";
    press(wired.page, "answerSaveNote");
    EXPECT_EQ(workspace.commitments(day, day)->front().days.front().outcomeNote, words);
    EXPECT_EQ(kept(), QByteArray());
}

TEST(CommitmentDraftsOfTwo, WhatISawKeepsANoteThatIsNotWhatWasKept) {
    test::TwoWorkspaces two(Role::Betrayer, Role::Hurt);
    ASSERT_TRUE(two.pair());
    Workspace& sam = *two.second.workspace;
    const Day day = sam.today();
    const RecordId id =
        two.first.workspace->addCommitment(daily(sam, QStringLiteral("Home"))).value();
    ASSERT_TRUE(two.waitFor([&] { return sam.commitments(day, day)->size() == 1; }));
    const guide::Guide guide = shippedGuide();
    Wired hers(sam, guide);
    const QString place = DraftPlaces(day).commitment(id);
    sam.saveDraft(place, words.toUtf8()); // elsewhere
    press(hers.page, "answerThanks");
    EXPECT_EQ(sam.draft(place), words.toUtf8());
    EXPECT_EQ(noteOn(hers.page), words);
    hers.press(QStringLiteral("I saw it differently"));
    EXPECT_EQ(hers.all()[0].days[0].viewNote, words) << "with what is open beside it";
    EXPECT_EQ(sam.draft(place), QByteArray());
    sam.saveDraft(place, "later");
    hers.press(QStringLiteral("I saw it too"));
    EXPECT_EQ(sam.draft(place), "later");
}

TEST(CommitmentDraftsOfTwo, WhatShouldBeDifferentOutlivesALock) {
    test::TwoWorkspaces two(Role::Betrayer, Role::Hurt);
    ASSERT_TRUE(two.pair());
    const guide::Guide guide = shippedGuide();
    Workspace& alex = *two.first.workspace;
    ASSERT_TRUE(alex.setMayBeAsked(true));
    ASSERT_TRUE(two.waitFor([&] { return two.second.workspace->partner()->mayBeAsked; }));
    const RecordId id =
        two.second.workspace
            ->addCommitment(daily(alex, QStringLiteral("Phone"), mend::Person::Partner))
            .value();
    const QString place = CommitmentDraftPlaces(id).change;
    {
        Wired his(alex, guide);
        ASSERT_TRUE(two.waitFor([&] { return his.card() != nullptr; }));
        press(his.page, "proposalChange");
        type(his.page, "proposalNote", words);
    }
    {
        Wired his(alex, guide);
        const auto* note = child<GrowingTextEdit>(his.page, "proposalNote");
        EXPECT_TRUE(note->isVisibleTo(&his.page));
        EXPECT_EQ(note->text(), words);
        press(his.page, "proposalDiscard");
        EXPECT_TRUE(alex.draft(place).isEmpty());
        press(his.page, "proposalChange");
        type(his.page, "proposalNote", words);
        his.page.settle();
        EXPECT_EQ(alex.draft(place), words.toUtf8());
        press(his.page, "proposalSend");
        EXPECT_EQ(his.all()[0].answerNote, words);
        EXPECT_TRUE(alex.draft(place).isEmpty());
    }
    EXPECT_FALSE(child(Wired(alex, guide).page, "proposalNote")->isVisible());
}
