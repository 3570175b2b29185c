// The state of a step on the page Checklist: said at once, settled later, taken back, reopened.

#include "tests/ui/checklist/checklist_fixture.h"
#include "tests/ui/checklist/checklist_page_fixture.h"

using namespace mend;
using namespace mend::ui;
using namespace mend::test;

TEST_F(ChecklistPageTest, TellsAStateAtOnceAndSettlesItLater) {
    open("B4");
    choose("Working on it");
    ASSERT_EQ(chosen.count(), 1);
    EXPECT_EQ(chosen[0][0], QStringLiteral("B4"));
    EXPECT_EQ(chosen[0][1].value<StepState>(), StepState::Working);
    EXPECT_EQ(settled.count(), 0);
    EXPECT_TRUE(child<UndoBar>(page, "undoBar")->isOpen());
    follow();
    EXPECT_EQ(row("B4")->accessibleName(),
              itemOf(state, "B4").step.title + QStringLiteral(", working on it"));
    page.settle();
    ASSERT_EQ(settled.count(), 1);
    EXPECT_EQ(settled[0][1].value<StepState>(), StepState::Working);
    page.settle();
    EXPECT_EQ(settled.count(), 1);
}

// Who the other is may have changed with the same commit, and the step is built anew.
TEST_F(ChecklistPageTest, WhatWasChosenOutlivesItsClickThoughTheStepIsBuiltAnew) {
    open("B4");
    const QPointer<QAbstractButton> segment = buttonSaying(
        *child<SegmentedChoice>(*mine(), "stepState"), QStringLiteral("Working on it"));
    bool builtAnew = false;
    QObject::connect(&page, &ChecklistPage::stateChosen, &page, [&] {
        state.partner = QStringLiteral("Somebody Else");
        page.setState(state);
        builtAnew = buttonSaying(*child<SegmentedChoice>(*mine(), "stepState"),
                                 QStringLiteral("Working on it")) != segment;
        EXPECT_TRUE(segment);
    });
    choose("Working on it");
    EXPECT_TRUE(builtAnew);
}

// Whoever hears of it first may show another step.
TEST_F(ChecklistPageTest, WhatIsSaidIsOfTheStepItWasChosenFor) {
    StepDetail detail;
    detail.setItem(itemOf(state, "B4"), StepUse::Mine, {});
    QString said;
    QObject::connect(&detail, &StepDetail::stateChosen, &detail, [&](const QString& id) {
        detail.setItem(itemOf(state, "B5"), StepUse::Mine, {});
        said = id;
    });
    buttonSaying(*child<SegmentedChoice>(detail, "stepState"), QStringLiteral("Done"))->click();
    EXPECT_EQ(said, QStringLiteral("B4"));
}

TEST_F(ChecklistPageTest, TakesAStateBack) {
    open("B4");
    choose("Done");
    follow();
    undo();
    ASSERT_EQ(chosen.count(), 2);
    EXPECT_EQ(chosen[1][0], QStringLiteral("B4"));
    EXPECT_EQ(chosen[1][1].value<StepState>(), StepState::None);
    page.settle();
    EXPECT_EQ(settled.count(), 0);
}

TEST_F(ChecklistPageTest, SettlesOneStepWhenAnotherIsChanged) {
    open("B4");
    choose("Done");
    follow();
    open("B9");
    choose("Working on it");
    follow();
    ASSERT_EQ(settled.count(), 1);
    EXPECT_EQ(settled[0][0], QStringLiteral("B4"));
    undo();
    EXPECT_EQ(chosen.last()[0], QStringLiteral("B9"));
    EXPECT_EQ(settled.count(), 1);
}

TEST_F(ChecklistPageTest, SettlesOnlyTheLastWordAboutAStep) {
    open("B4");
    choose("Working on it");
    follow();
    choose("Done");
    follow();
    EXPECT_EQ(settled.count(), 0);
    page.settle();
    ASSERT_EQ(settled.count(), 1);
    EXPECT_EQ(settled[0][1].value<StepState>(), StepState::Done);
}

TEST_F(ChecklistPageTest, SettlesNothingWhenItIsAsBefore) {
    open("B4");
    choose("Working on it");
    follow();
    choose("Not started");
    follow();
    EXPECT_FALSE(child<UndoBar>(page, "undoBar")->isOpen());
    page.settle();
    EXPECT_EQ(chosen.count(), 2);
    EXPECT_EQ(settled.count(), 0);
}

TEST_F(ChecklistPageTest, ReopensAStep) {
    itemOf(state, "B3").state = StepState::Done;
    show(state);
    open("B3");
    choose("Working on it");
    ASSERT_EQ(chosen.count(), 1);
    EXPECT_EQ(chosen[0][1].value<StepState>(), StepState::Working);
}
