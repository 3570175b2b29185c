#include "ui/pages/commitments/commitment_form.h"
#include "ui/widgets/growing_text_edit.h"
#include "wired.h"

#include <QComboBox>
#include <QDateTime>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <gtest/gtest.h>

using namespace mend;
using namespace mend::ui;

namespace {

struct CommitmentsWiringTest : testing::Test {
    test::OneWorkspace own{Role::Betrayer};
    guide::Guide guide = shippedGuide();
    Wired wired{*own.workspace, guide};
};

} // namespace

TEST_F(CommitmentsWiringTest, MakesWhatTheFormSays) {
    wired.page.startNew();
    QTest::keyClicks(wired.page.findChild<QLineEdit*>(QStringLiteral("formTitle")),
                     QStringLiteral("Home by 18:30"));
    wired.page.findChild<QPushButton*>(QStringLiteral("formSave"))->click();
    ASSERT_EQ(wired.all().size(), 1u);
    EXPECT_EQ(wired.all()[0].now.title, QStringLiteral("Home by 18:30"));
    EXPECT_FALSE(wired.page.findChild<CommitmentForm*>()->isVisible());
    ASSERT_TRUE(wired.card());
}

TEST_F(CommitmentsWiringTest, OffersTheTemplatesOfOnesOwnList) {
    const auto* offers = wired.page.findChild<QComboBox*>(QStringLiteral("formOffer"));
    const auto offered = offers->findData(QStringLiteral("B9"));
    ASSERT_GT(offered, 0);
    EXPECT_EQ(offers->itemText(offered), guide.step(u"B9", Relation::Partner)->commitment->title);
}

TEST_F(CommitmentsWiringTest, MakesOneFromAStep) {
    CommitmentFields start = daily(*own.workspace, QStringLiteral("Home when I said"));
    start.step = QStringLiteral("B12");
    wired.page.startFrom(start);
    wired.page.findChild<QPushButton*>(QStringLiteral("formSave"))->click();
    ASSERT_EQ(wired.all().size(), 1u);
    EXPECT_EQ(wired.all()[0].now, start);
}

TEST_F(CommitmentsWiringTest, KeepsTodaysAnswer) {
    ASSERT_TRUE(own.workspace->addCommitment(daily(*own.workspace, QStringLiteral("Home"))));
    wired.press(QStringLiteral("not kept"));
    const auto days = wired.all()[0].days;
    ASSERT_EQ(days.size(), 1u);
    EXPECT_EQ(days[0].outcome, OutcomeState::Missed);
    EXPECT_EQ(days[0].state, DayState::MissedTold);
    wired.press(QStringLiteral("kept"));
    EXPECT_EQ(wired.all()[0].days[0].outcome, OutcomeState::Kept);
}

TEST_F(CommitmentsWiringTest, WhatIsSaidAfterMidnightIsOfTheNewDay) {
    ASSERT_TRUE(own.workspace->addCommitment(daily(*own.workspace, QStringLiteral("Home"))));
    const Day evening = own.workspace->today();
    wired.press(QStringLiteral("not kept"));
    QSignalSpy turned(own.workspace.get(), &Workspace::dayTurned);
    own.clock.advanceDays(1);
    ASSERT_TRUE(turned.wait());
    wired.press(QStringLiteral("kept"));
    const std::vector<CommitmentDay> days = wired.all()[0].days;
    ASSERT_EQ(days.size(), 2U);
    for (const CommitmentDay& each : days)
        EXPECT_EQ(each.outcome, each.day == evening ? OutcomeState::Missed : OutcomeState::Kept);
}

TEST_F(CommitmentsWiringTest, EditsPausesResumesAndEnds) {
    ASSERT_TRUE(own.workspace->addCommitment(daily(*own.workspace, QStringLiteral("Home"))));
    wired.trigger("commitmentEdit");
    auto* title = wired.page.findChild<QLineEdit*>(QStringLiteral("formTitle"));
    title->setText(QStringLiteral("Home by seven"));
    wired.page.findChild<QPushButton*>(QStringLiteral("formSave"))->click();
    EXPECT_EQ(wired.all()[0].now.title, QStringLiteral("Home by seven"));
    wired.trigger("commitmentPause");
    EXPECT_EQ(wired.all()[0].state, CommitmentState::Paused);
    wired.trigger("commitmentResume");
    EXPECT_EQ(wired.all()[0].state, CommitmentState::Active);
    wired.trigger("commitmentEnd");
    EXPECT_EQ(wired.all()[0].state, CommitmentState::Active); // can still be undone
    wired.page.settle();
    EXPECT_EQ(wired.all()[0].state, CommitmentState::Ended);
}

TEST_F(CommitmentsWiringTest, SaysWhatCouldNotBeKept) {
    Q_EMIT wired.page.outcomeChosen(test::idOf(9), own.workspace->today(), OutcomeState::Kept, {});
    bool said = false;
    for (QWidget* widget : wired.page.findChildren<QWidget*>())
        said = said || (widget->inherits("mend::ui::Banner") && widget->isVisible());
    EXPECT_TRUE(said);
}

TEST(CommitmentsOfTwo, AskAnswerAndConfirm) {
    test::TwoWorkspaces two(Role::Betrayer, Role::Hurt);
    ASSERT_TRUE(two.pair());
    const guide::Guide guide = shippedGuide();
    Workspace& alex = *two.first.workspace;
    Wired his(alex, guide);
    Wired hers(*two.second.workspace, guide);
    // She hasn't said that she may be asked.
    EXPECT_EQ(
        alex.addCommitment(daily(alex, QStringLiteral("Call"), mend::Person::Partner)).error(),
        Problem::NotAsked);
    ASSERT_TRUE(alex.setMayBeAsked(true));
    ASSERT_TRUE(two.waitFor([&] { return two.second.workspace->partner()->mayBeAsked; }));
    ASSERT_TRUE(two.second.workspace->addCommitment(
        daily(alex, QStringLiteral("Home by 18:30"), mend::Person::Partner)));
    ASSERT_TRUE(two.waitFor([&] { return his.card() != nullptr; }));
    EXPECT_EQ(his.card()->kind(), CommitmentCard::Kind::Asked);
    his.press(QStringLiteral("Accept"));
    EXPECT_EQ(his.card()->kind(), CommitmentCard::Kind::Mine);
    his.press(QStringLiteral("kept"));
    ASSERT_TRUE(two.waitFor([&] {
        return hers.card() && hers.card()->kind() == CommitmentCard::Kind::Theirs &&
               !hers.all()[0].days.empty();
    }));
    hers.press(QStringLiteral("I saw it too"));
    ASSERT_TRUE(two.waitFor([&] { return his.all()[0].days[0].state == DayState::Confirmed; }));
}

// What was promised at home, and is still only there.
TEST(CommitmentsOfTwo, APromiseFromBeforeIsMadeAgainForBoth) {
    test::TwoWorkspaces two(Role::Betrayer, Role::Hurt);
    Workspace& alex = *two.first.workspace;
    Workspace& sam = *two.second.workspace;
    const Day today = alex.today();
    const auto before = alex.addCommitment(daily(alex, QStringLiteral("Home")));
    ASSERT_TRUE(before && alex.setOutcome(*before, today, OutcomeState::Kept));
    ASSERT_TRUE(two.pair(BeforePairing::FromToday));
    const guide::Guide guide = shippedGuide();
    Wired his(alex, guide);
    his.page.findChild<QPushButton*>(QStringLiteral("commitmentAgain"))->click();
    EXPECT_EQ(his.page.findChild<QLineEdit*>(QStringLiteral("formTitle"))->text(),
              QStringLiteral("Home"));
    his.page.findChild<QPushButton*>(QStringLiteral("formSave"))->click();
    const auto all = his.all();
    ASSERT_EQ(all.size(), 2u);
    const std::size_t old = all[0].id == *before ? 0 : 1; // both of the same minute
    const CommitmentReading& was = all[old];
    const CommitmentReading& is = all[1 - old];
    EXPECT_FALSE(is.atHome);
    EXPECT_EQ(is.now.from, today.plus(1));
    EXPECT_TRUE(was.atHome);
    EXPECT_EQ(was.state, CommitmentState::Ended);
    ASSERT_EQ(was.days.size(), 1u) << "what was said about it stays";
    EXPECT_EQ(was.days[0].outcome, OutcomeState::Kept);
    for (int day = 0; day < 3; ++day) // and no day is asked about twice
        EXPECT_NE(mayCountOn(is.spans, today.plus(day)), mayCountOn(was.spans, today.plus(day)))
            << day;
    ASSERT_TRUE(two.waitFor([&] { return sam.commitments(today, today)->size() == 1; }));
    EXPECT_EQ(sam.commitments(today, today)->front().id, is.id);
    ASSERT_TRUE(two.waitFor([&] { return alex.syncState().counts.waiting() == 0; }));
    EXPECT_EQ(sam.older({}, {}, 10)->entries.size(), 1u) << "nothing of the one from before";
    EXPECT_EQ(his.page.findChild<QPushButton*>(QStringLiteral("commitmentAgain"))->isVisible(),
              false);
    EXPECT_TRUE(alex.drafts(QStringLiteral("commitments/")).isEmpty());
}

namespace {

// Something of his is due ten minutes from now, and she writes a note on it.
struct DueInTenMinutes : testing::Test {
    test::TwoWorkspaces two{Role::Betrayer, Role::Hurt};
    guide::Guide guide = shippedGuide();
    Workspace& alex = *two.first.workspace;
    Workspace& sam = *two.second.workspace;
    Wired hers{sam, guide};
    GrowingTextEdit* note = nullptr;

    void SetUp() override {
        ASSERT_TRUE(two.pair());
        CommitmentFields home = daily(alex, QStringLiteral("Home"));
        home.by = after(10);
        ASSERT_TRUE(home.by && alex.addCommitment(home));
        ASSERT_TRUE(two.waitFor([&] { return hers.card() != nullptr; }));
        EXPECT_FALSE(known());
        hers.page.findChild<QPushButton*>(QStringLiteral("answerAddNote"))->click();
        note = hers.page.findChild<GrowingTextEdit*>(QStringLiteral("answerNote"));
        QTest::keyClicks(note, QStringLiteral("half a sen"));
    }
    bool known() {
        return hers.card()->findChild<QWidget*>(QStringLiteral("answerNoticed"))->isVisible();
    }
    std::optional<TimeOfDay> after(int minutes) {
        const QTime now = QDateTime::fromMSecsSinceEpoch(two.second.clock.nowMs()).time();
        return TimeOfDay::fromMinutes(now.hour() * 60 + now.minute() + minutes);
    }
    void waitMinutes(int minutes) { two.second.clock.advanceMs(qint64(minutes) * 60 * 1000); }
};

} // namespace

TEST_F(DueInTenMinutes, WhoComesBackAfterItsTimeCanSayThatTheyKnow) {
    hers.page.hide();
    waitMinutes(15);
    hers.page.show();
    EXPECT_TRUE(known());
    EXPECT_EQ(note->text(), QStringLiteral("half a sen"));
}

// No change and no midnight tells that its time of day has come.
TEST_F(DueInTenMinutes, WhoStaysUntilItsTimeCanSayThatTheyKnow) {
    for (const bool come : {false, true}) {
        waitMinutes(5);
        Q_EMIT sam.minuteTurned(*after(0)); // at once: nothing else comes in between
        EXPECT_EQ(known(), come);
    }
    EXPECT_EQ(note->text(), QStringLiteral("half a sen"));
}

TEST(CommitmentsOfTwo, DecliningLeavesNothing) {
    test::TwoWorkspaces two(Role::Betrayer, Role::Hurt);
    ASSERT_TRUE(two.pair());
    const guide::Guide guide = shippedGuide();
    Workspace& alex = *two.first.workspace;
    Wired his(alex, guide);
    ASSERT_TRUE(alex.setMayBeAsked(true));
    ASSERT_TRUE(two.waitFor([&] { return two.second.workspace->partner()->mayBeAsked; }));
    ASSERT_TRUE(two.second.workspace->addCommitment(
        daily(alex, QStringLiteral("Phone"), mend::Person::Partner)));
    ASSERT_TRUE(two.waitFor([&] { return his.card() != nullptr; }));
    his.press(QStringLiteral("Not this one"));
    EXPECT_EQ(his.card(), nullptr);
    EXPECT_TRUE(alex.older({}, {}, 10)->entries.empty());
    // Who asked is told so, should they be about to ask the same again.
    Wired hers(*two.second.workspace, guide);
    ASSERT_TRUE(two.waitFor([&] { return hers.all()[0].state == CommitmentState::Declined; }));
    hers.wiring.refresh();
    hers.page.startNew();
    QTest::keyClicks(hers.page.findChild<QLineEdit*>(QStringLiteral("formTitle")),
                     QStringLiteral("Phone"));
    test::buttonSaying(hers.page, QStringLiteral("Ask Alex"))->click();
    EXPECT_TRUE(hers.page.findChild<QWidget*>(QStringLiteral("formSaidNo"))->isVisible());
}

TEST(CommitmentsOfTwo, WhoStopsTheAskingCantBeAsked) {
    test::TwoWorkspaces two(Role::Betrayer, Role::Hurt);
    ASSERT_TRUE(two.pair());
    const guide::Guide guide = shippedGuide();
    Workspace& alex = *two.first.workspace;
    Workspace& sam = *two.second.workspace;
    Wired his(alex, guide);
    ASSERT_TRUE(alex.setMayBeAsked(true));
    ASSERT_TRUE(two.waitFor([&] { return sam.partner()->mayBeAsked; }));
    ASSERT_TRUE(sam.addCommitment(daily(alex, QStringLiteral("Phone"), mend::Person::Partner)));
    ASSERT_TRUE(two.waitFor([&] { return his.card() != nullptr; }));
    his.press(QStringLiteral("Don’t let me be asked"));
    EXPECT_FALSE(alex.me().mayBeAsked);
    EXPECT_EQ(his.card(), nullptr) << "it is not asked any more";
    EXPECT_TRUE(alex.older({}, {}, 10)->entries.empty());
    ASSERT_TRUE(two.waitFor([&] { return !sam.partner()->mayBeAsked; }));
    EXPECT_EQ(
        sam.addCommitment(daily(alex, QStringLiteral("Phone"), mend::Person::Partner)).error(),
        Problem::NotAsked);
}
