// The other list on the page Checklist: what the partner shares, and theirs to read for oneself.

#include "tests/ui/checklist/checklist_fixture.h"
#include "tests/ui/checklist/checklist_page_fixture.h"
#include "ui/pages/checklist/step_list.h"

#include <QCheckBox>

using namespace mend;
using namespace mend::ui;
using namespace mend::test;

TEST_F(ChecklistPageTest, IsOneListWhileNobodyIsPaired) {
    EXPECT_FALSE(child<QTabBar>(page, "tabs")->isVisible());
    EXPECT_FALSE(child<QCheckBox>(page, "shareSteps")->isVisible());
}

TEST_F(ChecklistPageTest, SaysOneQuietSentenceWhereNothingIsShared) {
    state.partner = QStringLiteral("Alex & Sam");
    show(state);
    auto* tabs = child<QTabBar>(page, "tabs");
    ASSERT_TRUE(tabs->isVisible());
    EXPECT_EQ(tabs->tabText(1), QStringLiteral("Alex && Sam"));
    tabs->setCurrentIndex(1);
    auto* sentence = child<QLabel>(*theirs(), "listSentence");
    EXPECT_TRUE(sentence->isVisible());
    EXPECT_TRUE(sentence->text().contains(state.partner));
    for (auto* button : theirs()->findChildren<QAbstractButton*>())
        EXPECT_FALSE(button->isVisible()) << "nothing to ask for it with";
}

TEST_F(ChecklistPageTest, ShowsTheirsToBeReadOnly) {
    state.partner = QStringLiteral("Sam");
    const auto step = shippedGuide().step(u"B9", Relation::Partner).value();
    state.theirs = {{step, StepState::Done, true}};
    show(state);
    child<QTabBar>(page, "tabs")->setCurrentIndex(1);
    EXPECT_EQ(theirs()->list()->ids(), QStringList{QStringLiteral("B9")});
    EXPECT_TRUE(wordsOf(*theirs()).contains(QStringLiteral("Sam: done")));
    for (const char* name : {"stepState", "makeCommitment", "openStep"})
        EXPECT_FALSE(theirs()->findChild<QWidget*>(QLatin1String(name))) << name;
    state.partner.clear();
    state.theirs.clear();
    show(state);
    EXPECT_TRUE(mine()->isVisible()) << "their tab goes with them";
}

TEST_F(ChecklistPageTest, SharesOnlyWhenAsked) {
    state.partner = QStringLiteral("Sam");
    show(state);
    QSignalSpy asked(&page, &ChecklistPage::sharingChosen);
    auto* share = child<QCheckBox>(page, "shareSteps");
    ASSERT_TRUE(share->isVisible());
    EXPECT_FALSE(share->isChecked());
    EXPECT_EQ(asked.count(), 0);
    share->setFocus();
    QTest::keyClick(share, Qt::Key_Space);
    ASSERT_EQ(asked.count(), 1);
    EXPECT_TRUE(asked[0][0].toBool());
    EXPECT_TRUE(child<QLabel>(page, "shareStepsWords")
                    ->text()
                    .contains(QStringLiteral("what Sam has received stays with them")));
}

TEST_F(ChecklistPageTest, SaysWhenAChangeWillBeSeen) {
    state.partner = QStringLiteral("Sam");
    const auto barSays = [this](const QString& words) {
        return wordsOf(*child<UndoBar>(page, "undoBar")).join(u'\n').contains(words);
    };
    show(state);
    open("B4");
    choose("Done");
    EXPECT_FALSE(barSays(QStringLiteral("Sam sees it")));
    page.settle();
    state.sharing = true;
    itemOf(state, "B4").shared = true;
    itemOf(state, "B4").shares = true;
    follow();
    EXPECT_TRUE(shows(QStringLiteral("You have shared this step with Sam.")));
    choose("Working on it");
    EXPECT_TRUE(barSays(QStringLiteral("Sam sees it")));
}

TEST_F(ChecklistPageTest, OpensTheOtherListForMyself) {
    state.partner = QStringLiteral("Sam");
    state.sharing = true;
    show(state);
    auto* other = child<QPushButton>(page, "otherList");
    QTest::mouseClick(other, Qt::LeftButton);
    EXPECT_TRUE(mine()->list()->ids().contains(QStringLiteral("H1")));
    EXPECT_FALSE(mine()->list()->ids().contains(QStringLiteral("B1")));
    EXPECT_FALSE(child<QCheckBox>(page, "shareSteps")->isVisible());
    open("H2");
    EXPECT_TRUE(shows(QStringLiteral("For yourself. What you set here is not shared.")));
    choose("Working on it");
    EXPECT_FALSE(
        wordsOf(*child<UndoBar>(page, "undoBar")).join(u'\n').contains(QStringLiteral("Sam")));
    QTest::mouseClick(other, Qt::LeftButton);
    EXPECT_TRUE(mine()->list()->ids().contains(QStringLiteral("B1")));
}

// It may have been shared once, by an older Mend, from another role, or while the list was shared,
// and the other still has it.
TEST_F(ChecklistPageTest, SaysOfWhatWasSharedOnceThatTheOtherHasIt) {
    const QString before = QStringLiteral(
        "You have shared this step with Sam before. What you set here now is not shared.");
    state = stateFor(Role::Hurt);
    state.partner = QStringLiteral("Sam");
    itemOf(state, "H2").shared = true;
    itemOf(state, "H1").shared = true;
    show(state);
    open("H2");
    EXPECT_TRUE(shows(before));
    EXPECT_FALSE(shows(QStringLiteral("Yours alone. What you set here is not shared.")));
    open("H1");
    EXPECT_TRUE(shows(before));
    itemOf(state, "H1").shares = true;
    show(state);
    EXPECT_TRUE(shows(QStringLiteral("You have shared this step with Sam.")));
    EXPECT_FALSE(shows(before));
    for (ChecklistItem& each : state.others)
        each.shared = each.step.id == u"B4";
    show(state);
    QTest::mouseClick(child<QPushButton>(page, "otherList"), Qt::LeftButton);
    open("B4");
    EXPECT_TRUE(shows(before));
    open("B1");
    EXPECT_TRUE(shows(QStringLiteral("For yourself. What you set here is not shared.")));
}

TEST_F(ChecklistPageTest, ShowsBothListsToWhoHasNoRole) {
    ChecklistState unsure = stateFor(Role::Hurt);
    unsure.role.reset();
    show(unsure);
    EXPECT_TRUE(child<QLabel>(page, "note")->isVisible());
    EXPECT_FALSE(child<QCheckBox>(page, "shareSteps")->isVisible());
    QTest::mouseClick(child<QPushButton>(page, "otherList"), Qt::LeftButton);
    EXPECT_TRUE(row("B26"));
    open("B26");
    EXPECT_FALSE(child<QPushButton>(*mine(), "makeCommitment"));
}

TEST_F(ChecklistPageTest, KeepsItsPlaceWhenTheStateComesAnew) {
    open("B9");
    row("B9")->setFocus();
    StepRow* before = row("B9");
    show(state);
    EXPECT_EQ(row("B9"), before);
    EXPECT_TRUE(before->hasFocus());
    EXPECT_EQ(mine()->detail()->shown(), QStringLiteral("B9"));
}
