// The page Checklist over real vaults, alone and shared between two.

#include "tests/support/page_walk.h"
#include "tests/support/two_workspaces.h"
#include "tests/ui/checklist/checklist_fixture.h"
#include "ui/pages/checklist/checklist_page.h"
#include "ui/pages/checklist/step_browser.h"
#include "ui/pages/checklist/step_list.h"
#include "ui/widgets/segmented_choice.h"
#include "ui/window/checklist_wiring.h"

#include <QCheckBox>
#include <QSignalSpy>
#include <QTabBar>
#include <QTest>

using namespace mend;
using namespace mend::ui;
using namespace mend::test;

namespace {

StepReading reading(Workspace& workspace, mend::Person whose, const char* id) {
    const auto steps = workspace.steps(whose);
    if (steps)
        for (const StepReading& step : *steps)
            if (step.id == QLatin1String(id))
                return step;
    return {};
}

QStringList idsOf(const ChecklistPage& page, const char* browser) {
    return page.findChild<StepBrowser*>(QLatin1String(browser))->list()->ids();
}

const QString B4 = QStringLiteral("B4");

} // namespace

TEST(ChecklistWiring, KeepsStatesToMyselfWhileAlone) {
    OneWorkspace one(Role::Betrayer);
    ChecklistPage page;
    ChecklistWiring wiring(page, *one.workspace, shippedGuide());
    EXPECT_TRUE(idsOf(page, "mine").contains(B4));
    EXPECT_TRUE(idsOf(page, "mine").contains(QStringLiteral("S1")));
    EXPECT_FALSE(idsOf(page, "mine").contains(QStringLiteral("H1")));
    Q_EMIT page.sharingChosen(true); // there is nobody to share with
    Q_EMIT page.stateChosen(B4, StepState::Working);
    Q_EMIT page.stateSettled(B4, StepState::Working);
    const StepReading step = reading(*one.workspace, mend::Person::Me, "B4");
    EXPECT_EQ(step.state, StepState::Working);
    EXPECT_FALSE(step.shared);
}

TEST(ChecklistWiring, HasIdeasThatFitTheRelation) {
    OneWorkspace one(Role::Betrayer);
    ASSERT_TRUE(
        one.workspace->changeMe(QStringLiteral("Sam"), Role::Betrayer, Relation::Colleague));
    ChecklistPage page;
    ChecklistWiring wiring(page, *one.workspace, shippedGuide());
    QTest::mouseClick(page.findChild<QWidget*>(QStringLiteral("step_B16")), Qt::LeftButton);
    const auto* shown = page.findChild<QWidget*>(QStringLiteral("gestureIdeas"));
    ASSERT_TRUE(shown);
    const auto& ideas = shippedGuide().prompts(Role::Betrayer, Relation::Colleague).gestures;
    EXPECT_TRUE(wordsOf(*shown).contains(ideas.front().text));
}

TEST(ChecklistWiring, FollowsTheRole) {
    OneWorkspace one(std::nullopt);
    ChecklistPage page;
    ChecklistWiring wiring(page, *one.workspace, shippedGuide());
    EXPECT_TRUE(idsOf(page, "mine").contains(QStringLiteral("S1")));
    EXPECT_FALSE(idsOf(page, "mine").contains(B4));
    ASSERT_TRUE(one.workspace->changeMe(QStringLiteral("Sam"), Role::Hurt, Relation::Friend));
    EXPECT_TRUE(idsOf(page, "mine").contains(QStringLiteral("H1")));
    EXPECT_FALSE(idsOf(page, "mine").contains(B4));
}

// Only those of my own list are asked for on Today (today_reading.cpp).
TEST(ChecklistWiring, TellsOfATickOnlyWhereItIsAsked) {
    const auto told = [](const ChecklistPage& page, const char* step) {
        auto* row = page.findChild<QWidget*>(QStringLiteral("step_") + QLatin1String(step));
        if (!row)
            ADD_FAILURE() << step;
        else
            QTest::mouseClick(row, Qt::LeftButton);
        return wordsOf(page).contains(QStringLiteral("In the day\u2019s check-in"));
    };
    OneWorkspace one(Role::Betrayer);
    ChecklistPage page;
    ChecklistWiring wiring(page, *one.workspace, shippedGuide());
    EXPECT_TRUE(told(page, "B4"));
    EXPECT_TRUE(told(page, "S2"));
    page.findChild<QAbstractButton*>(QStringLiteral("otherList"))->click();
    EXPECT_FALSE(told(page, "H6"));
    OneWorkspace unsure(std::nullopt);
    ChecklistPage unsurePage;
    ChecklistWiring unsureWiring(unsurePage, *unsure.workspace, shippedGuide());
    EXPECT_FALSE(told(unsurePage, "S2"));
}

TEST(ChecklistWiring, StartsACommitmentWithItsTemplate) {
    OneWorkspace one(Role::Betrayer);
    ChecklistPage page;
    ChecklistWiring wiring(page, *one.workspace, shippedGuide());
    std::optional<CommitmentFields> wanted;
    QObject::connect(&wiring, &ChecklistWiring::commitmentWanted,
                     [&](const CommitmentFields& fields) { wanted = fields; });
    Q_EMIT page.commitmentAsked(QStringLiteral("B10"));
    ASSERT_TRUE(wanted);
    const auto step = shippedGuide().step(u"B10", Relation::Partner).value();
    EXPECT_EQ(wanted->title, step.commitment->title);
    EXPECT_EQ(wanted->schedule, step.commitment->schedule);
    EXPECT_EQ(wanted->by, step.commitment->by);
    EXPECT_EQ(wanted->step, QStringLiteral("B10"));
    EXPECT_EQ(wanted->for_, mend::Person::Me);
    EXPECT_EQ(wanted->from, one.workspace->today());
    Q_EMIT page.commitmentAsked(QStringLiteral("B12"));
    EXPECT_TRUE(wanted->title.isEmpty());
    EXPECT_EQ(wanted->step, QStringLiteral("B12"));
    wanted.reset();
    Q_EMIT page.commitmentAsked(QStringLiteral("B99"));
    EXPECT_FALSE(wanted);
}

TEST(ChecklistWiring, PassesOnWhereAStepLeads) {
    OneWorkspace one(Role::Hurt);
    ChecklistPage page;
    ChecklistWiring wiring(page, *one.workspace, shippedGuide());
    QSignalSpy wanted(&wiring, &ChecklistWiring::pageWanted);
    Q_EMIT page.pageAsked(QStringLiteral("today"), QStringLiteral("moment"));
    ASSERT_EQ(wanted.count(), 1);
    EXPECT_EQ(wanted[0], (QVariantList{QStringLiteral("today"), QStringLiteral("moment")}));
}

TEST(ChecklistWiring, SharesFromTheTickOnAndNothingElse) {
    TwoWorkspaces two(Role::Betrayer, Role::Hurt);
    ASSERT_TRUE(two.pair());
    Workspace& alex = *two.first.workspace;
    Workspace& sam = *two.second.workspace;
    ChecklistPage alexPage, samPage;
    ChecklistWiring wiring(alexPage, alex, shippedGuide());
    ChecklistWiring samWiring(samPage, sam, shippedGuide());

    Q_EMIT alexPage.stateChosen(B4, StepState::Working);
    Q_EMIT alexPage.stateSettled(B4, StepState::Working);
    EXPECT_FALSE(reading(alex, mend::Person::Me, "B4").shared);

    Q_EMIT alexPage.sharingChosen(true);
    EXPECT_TRUE(alexPage.findChild<QCheckBox*>(QStringLiteral("shareSteps"))->isChecked());
    EXPECT_FALSE(reading(alex, mend::Person::Me, "B4").shared) << "what was set before stays";

    Q_EMIT alexPage.stateChosen(QStringLiteral("B9"), StepState::Done);
    EXPECT_FALSE(reading(alex, mend::Person::Me, "B9").shared) << "it can still be taken back";
    Q_EMIT alexPage.stateSettled(QStringLiteral("B9"), StepState::Done);
    EXPECT_TRUE(reading(alex, mend::Person::Me, "B9").shared);

    // Of the other list: mine alone, whatever is shared.
    Q_EMIT alexPage.stateChosen(QStringLiteral("H2"), StepState::Done);
    Q_EMIT alexPage.stateSettled(QStringLiteral("H2"), StepState::Done);
    EXPECT_FALSE(reading(alex, mend::Person::Me, "H2").shared);

    const QStringList shown{QStringLiteral("B9")};
    EXPECT_TRUE(two.waitFor([&] { return idsOf(samPage, "theirs") == shown; }));
    EXPECT_EQ(reading(sam, mend::Person::Partner, "B9").state, StepState::Done);

    Q_EMIT alexPage.sharingChosen(false);
    Q_EMIT alexPage.stateChosen(QStringLiteral("B9"), StepState::Working);
    Q_EMIT alexPage.stateSettled(QStringLiteral("B9"), StepState::Working);
    EXPECT_EQ(reading(alex, mend::Person::Me, "B9").state, StepState::Working);
    EXPECT_EQ(reading(sam, mend::Person::Partner, "B9").state, StepState::Done);
}

// As the guide says of it: nobody can see whether you have.
TEST(ChecklistWiring, NeverSharesWhetherAMatterIsSetDown) {
    TwoWorkspaces two(Role::Hurt, Role::Betrayer);
    ASSERT_TRUE(two.pair());
    ChecklistPage page;
    page.resize(916, 700);
    page.show();
    ChecklistWiring wiring(page, *two.first.workspace, shippedGuide());
    Q_EMIT page.sharingChosen(true);
    const auto setDone = [&](const char* id) {
        QTest::mouseClick(page.findChild<QWidget*>(QStringLiteral("step_") + QLatin1String(id)),
                          Qt::LeftButton);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        auto* choices = page.findChild<QWidget*>(QStringLiteral("mine"))
                            ->findChild<SegmentedChoice*>(QStringLiteral("stepState"));
        buttonSaying(*choices, QStringLiteral("Done"))->click();
        const QString said =
            wordsOf(*page.findChild<QWidget*>(QStringLiteral("undoBar"))).join(u' ');
        page.settle();
        return said;
    };
    EXPECT_FALSE(setDone("H2").contains(QStringLiteral("sees it")));
    EXPECT_TRUE(
        wordsOf(page).contains(QStringLiteral("Yours alone. What you set here is not shared.")));
    EXPECT_TRUE(setDone("H1").contains(QStringLiteral("sees it")));
    const auto saysThatNoMoreIs = [&] {
        return wordsOf(page).join(u' ').contains(QStringLiteral("here now is not shared."));
    };
    EXPECT_FALSE(saysThatNoMoreIs());
    Q_EMIT page.sharingChosen(false);
    EXPECT_TRUE(saysThatNoMoreIs());
    Workspace& mine = *two.first.workspace;
    EXPECT_EQ(reading(mine, mend::Person::Me, "H2").state, StepState::Done);
    EXPECT_FALSE(reading(mine, mend::Person::Me, "H2").shared);
    EXPECT_TRUE(reading(mine, mend::Person::Me, "H1").shared);
}

TEST(ChecklistWiring, DoesNotShareWhatWasChangedBeforeTheTick) {
    TwoWorkspaces two(Role::Betrayer, Role::Hurt);
    ASSERT_TRUE(two.pair());
    ChecklistPage page;
    ChecklistWiring wiring(page, *two.first.workspace, shippedGuide());
    Q_EMIT page.stateChosen(B4, StepState::Done);
    Q_EMIT page.sharingChosen(true);
    Q_EMIT page.stateSettled(B4, StepState::Done);
    EXPECT_FALSE(reading(*two.first.workspace, mend::Person::Me, "B4").shared);
    // And what was changed after it, but settled when it was off again.
    Q_EMIT page.stateChosen(B4, StepState::Working);
    Q_EMIT page.sharingChosen(false);
    Q_EMIT page.stateSettled(B4, StepState::Working);
    EXPECT_FALSE(reading(*two.first.workspace, mend::Person::Me, "B4").shared);
}
