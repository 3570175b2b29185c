// What is half written in the form outlives a lock, and is gone once it is made or given up.

#include "drafts_fixture.h"
#include "ui/pages/commitments/commitment_draft.h"

#include <algorithm>
#include <gtest/gtest.h>

using namespace mend;
using namespace mend::ui;
using mend::test::sunday;

TEST_F(CommitmentDrafts, ANewOneOutlivesALockAndIsGoneOnceMade) {
    {
        Wired wired(workspace, guide);
        wired.page.startNew();
        type(wired.page, "formTitle", QStringLiteral("Swim"));
        test::buttonSaying(wired.page, QStringLiteral("On weekdays"))->click();
        child<QAbstractButton>(wired.page, "formByOn")->click();
    }
    own.clock.advanceDays(1);
    {
        Wired wired(workspace, guide);
        wired.page.startNew();
        EXPECT_EQ(titleIn(wired.page), QStringLiteral("Swim"));
        EXPECT_TRUE(child(wired.page, "scheduleWeekdays")->isVisibleTo(&wired.page));
        EXPECT_TRUE(child<QAbstractButton>(wired.page, "formByOn")->isChecked());
        test::buttonSaying(wired.page, QStringLiteral("Every day"))->click();
        press(wired.page, "formSave");
        EXPECT_EQ(workspace.commitments(day, day.plus(1))->size(), 2U);
        EXPECT_TRUE(workspace.draft(newCommitmentDraft()).isEmpty());
    }
    Wired wired(workspace, guide);
    wired.page.startNew();
    EXPECT_EQ(titleIn(wired.page), QString());
}

TEST_F(CommitmentDrafts, AFormNobodyTypedInIsNoDraft) {
    {
        Wired wired(workspace, guide);
        wired.page.startNew();
        own.clock.advanceDays(1);
        wired.wiring.refresh();
    }
    EXPECT_EQ(workspace.drafts({}), QStringList());
}

TEST_F(CommitmentDrafts, AnEditOutlivesALockAndIsGivenUpByCancel) {
    const QString place = CommitmentDraftPlaces(id).edit;
    {
        Wired wired(workspace, guide);
        wired.trigger("commitmentEdit");
        child<QLineEdit>(wired.page, "formTitle")->setText(QStringLiteral("Home by seven"));
    }
    EXPECT_FALSE(workspace.draft(place).isEmpty());
    {
        Wired wired(workspace, guide);
        wired.trigger("commitmentEdit");
        EXPECT_EQ(titleIn(wired.page), QStringLiteral("Home by seven"));
        press(wired.page, "formCancel");
        EXPECT_TRUE(workspace.draft(place).isEmpty());
        wired.page.settle();
        EXPECT_EQ(workspace.drafts({}), QStringList());
        wired.wiring.refresh();
        wired.trigger("commitmentEdit");
        EXPECT_EQ(titleIn(wired.page), QStringLiteral("Home"));
    }
}

TEST(CommitmentDraftsOfTwo, OneThatIsMadeAnewOutlivesALock) {
    test::TwoWorkspaces two(Role::Betrayer, Role::Hurt);
    Workspace& alex = *two.first.workspace;
    const RecordId before = alex.addCommitment(daily(alex, QStringLiteral("Home"))).value();
    ASSERT_TRUE(two.pair(BeforePairing::FromToday));
    const guide::Guide guide = shippedGuide();
    const QString place = CommitmentDraftPlaces(before).again;
    {
        Wired wired(alex, guide);
        press(wired.page, "commitmentAgain");
        child<QLineEdit>(wired.page, "formTitle")->setText(QStringLiteral("Home by seven"));
    }
    EXPECT_EQ(alex.drafts(QStringLiteral("commitments/")), QStringList(place));
    Wired wired(alex, guide);
    wired.trigger("commitmentEdit");
    EXPECT_EQ(titleIn(wired.page), QStringLiteral("Home")) << "an edit is another thing";
    press(wired.page, "formCancel");
    press(wired.page, "commitmentAgain");
    EXPECT_EQ(titleIn(wired.page), QStringLiteral("Home by seven"));
    press(wired.page, "formCancel");
    EXPECT_EQ(alex.drafts(QStringLiteral("commitments/")), QStringList());
}

// A new one that was set aside for an edit is still there.
TEST_F(CommitmentDrafts, AnEditLeavesTheDraftOfANewOneAlone) {
    Wired wired(workspace, guide);
    wired.page.startNew();
    type(wired.page, "formTitle", QStringLiteral("Swim"));
    press(wired.page, "formCancel");
    wired.trigger("commitmentEdit");
    child<QLineEdit>(wired.page, "formTitle")->setText(QStringLiteral("Home by seven"));
    press(wired.page, "formSave");
    EXPECT_TRUE(workspace.draft(CommitmentDraftPlaces(id).edit).isEmpty());
    EXPECT_EQ(commitmentDraft(workspace.draft(newCommitmentDraft()))->title,
              QStringLiteral("Swim"));
    wired.page.startNew();
    EXPECT_EQ(titleIn(wired.page), QStringLiteral("Swim"));
}

TEST_F(CommitmentDrafts, OneFromAStepHasADraftOfItsOwn) {
    CommitmentFields start = daily(workspace, QStringLiteral("Home when I said"));
    start.step = QStringLiteral("B9");
    {
        Wired wired(workspace, guide);
        wired.page.startNew();
        type(wired.page, "formTitle", QStringLiteral("Swim"));
        press(wired.page, "formCancel");
        wired.page.startFrom(start);
        child<QLineEdit>(wired.page, "formTitle")->setText(QStringLiteral("Home by seven"));
    }
    EXPECT_EQ(commitmentDraft(workspace.draft(newCommitmentDraft()))->title,
              QStringLiteral("Swim"));
    Wired wired(workspace, guide);
    wired.page.startFrom(start);
    EXPECT_EQ(titleIn(wired.page), QStringLiteral("Home by seven"));
    press(wired.page, "formSave");
    EXPECT_TRUE(workspace.draft(commitmentDraftFrom(start.step)).isEmpty());
    wired.page.startFrom(start);
    EXPECT_EQ(titleIn(wired.page), QStringLiteral("Home when I said"));
    press(wired.page, "formCancel");
    wired.page.startNew();
    EXPECT_EQ(titleIn(wired.page), QStringLiteral("Swim"));
}

// Escape is pressed in passing, and there is no Undo for it.
TEST_F(CommitmentDrafts, OneFromAStepIsThereAgainAfterCancel) {
    CommitmentFields start = daily(workspace, QStringLiteral("Home when I said"));
    start.step = QStringLiteral("B9");
    Wired wired(workspace, guide);
    wired.page.startFrom(start);
    child<QLineEdit>(wired.page, "formTitle")->setText(QStringLiteral("Home by seven"));
    press(wired.page, "formCancel");
    EXPECT_EQ(commitmentDraft(workspace.draft(commitmentDraftFrom(start.step)))->title,
              QStringLiteral("Home by seven"));
    wired.page.startNew();
    EXPECT_EQ(titleIn(wired.page), QString());
    press(wired.page, "formCancel");
    wired.page.startFrom(start);
    EXPECT_EQ(titleIn(wired.page), QStringLiteral("Home by seven"));
    press(wired.page, "formSave");
    const auto all = wired.all();
    EXPECT_EQ(std::count_if(all.begin(), all.end(),
                            [](const auto& one) { return one.now.step == u"B9"; }),
              1)
        << "with its step";
}

TEST(CommitmentDraft, IsReadBackAsItWas) {
    CommitmentFields fields{QStringLiteral("Home by “18:30”"),
                            OnWeekdays{{1, 5}},
                            TimeOfDay::fromMinutes(1110),
                            sunday,
                            sunday.plus(90),
                            sunday.plus(28),
                            QStringLiteral("B9"),
                            mend::Person::Me};
    EXPECT_EQ(commitmentDraft(encoded(fields)), fields);
    for (const Schedule& schedule : {Schedule(Daily{}), Schedule(TimesAWeek{3}),
                                     Schedule(Once{sunday}), Schedule(OnWeekdays{})}) {
        CommitmentFields other{QString(), schedule, {}, sunday, {}, {}, {}, mend::Person::Partner};
        EXPECT_EQ(commitmentDraft(encoded(other)), other);
    }
    for (const char* bytes : {"", "words", "[]", "{}", "{\"from\":\"soon\"}"})
        EXPECT_FALSE(commitmentDraft(bytes)) << bytes;
}
