// A check-in once it is saved, or a draft again.

#include "tests/ui/today/check_in_fixture.h"
#include "ui/widgets/scale_slider.h"
#include "ui/widgets/tag_picker.h"
#include "ui/widgets/undo_bar.h"

#include <QCheckBox>
#include <QRadioButton>

namespace mend::ui {
namespace {

TEST_F(TodayCheckIn, ShowsWhatWasSavedAndHowItIsShared) {
    show(fullState());
    EXPECT_TRUE(wordsOn(page).contains(QStringLiteral("The walk by the river.")));
    EXPECT_TRUE(wordsOn(page).contains(
        QStringLiteral("Sealed. It opens for you both when Sam has shared one, too.")));
    EXPECT_FALSE(part(page, "save")->isVisibleTo(&page));
    QSignalSpy opened(&page, &TodayPage::openNowWanted);
    press(page, "openNow");
    ASSERT_EQ(opened.count(), 1);
    EXPECT_EQ(opened.first().first().value<RecordId>(), sampleId(1));
}

// Somebody may stand behind the one who unlocks.
TEST_F(TodayCheckIn, WhatIsKeptToMyselfIsFoldedUntilItIsAskedFor) {
    const QString words = QStringLiteral("The walk by the river.");
    TodayState state = emptyState();
    state.saved = {
        {std::nullopt, 21, sampleFields(Role::Hurt), Share::Private, false, false, false}};
    show(state);
    const QWidget& card = *part(page, "checkIn");
    EXPECT_TRUE(wordsOn(card).contains(QStringLiteral("Written today, kept to yourself.")));
    EXPECT_FALSE(holdsWords(page, words));
    auto* button = part<QAbstractButton>(card, "showKept");
    EXPECT_EQ(button->text(), QStringLiteral("Show"));
    EXPECT_EQ(button->accessibleName(), QStringLiteral("Show the check-ins you kept to yourself"));
    button->click();
    EXPECT_TRUE(wordsOn(card).contains(words));
    EXPECT_EQ(button->accessibleName(),
              QStringLiteral("Fold away the check-ins you kept to yourself"));
    page.setState(state); // something arrived
    EXPECT_TRUE(wordsOn(card).contains(words));
    button->click();
    EXPECT_FALSE(holdsWords(page, words));
}

TEST_F(TodayCheckIn, WhatWasUnfoldedIsFoldedAgainWhenThePageIsLeft) {
    TodayState state = emptyState();
    state.saved = {
        {std::nullopt, 21, sampleFields(Role::Hurt), Share::Private, false, false, false}};
    show(state);
    const QWidget& card = *part(page, "checkIn");
    press(card, "showKept");
    page.hide();
    page.show();
    EXPECT_FALSE(holdsWords(page, QStringLiteral("The walk by the river.")));
    press(card, "showKept");
    state.day = state.day.plus(-1);
    page.setState(state);
    EXPECT_FALSE(holdsWords(page, QStringLiteral("The walk by the river.")));
    EXPECT_TRUE(wordsOn(card).contains(QStringLiteral("Written for this day, kept to yourself.")));
}

TEST_F(TodayCheckIn, OfASharedOneStandsOpenWhatWasShared) {
    show(fullState()); // without its scales
    const QWidget& card = *part(page, "checkIn");
    EXPECT_TRUE(wordsOn(card).contains(QStringLiteral("The walk by the river.")));
    EXPECT_TRUE(wordsOn(card).contains(QStringLiteral("The scales stay with you.")));
    EXPECT_FALSE(holdsWords(card, QStringLiteral("4 of 10")));
    press(card, "showKept");
    EXPECT_TRUE(wordsOn(card).contains(QStringLiteral("4 of 10")));
    TodayState state = fullState();
    state.saved.front().withScales = true;
    page.setState(state);
    EXPECT_TRUE(wordsOn(card).contains(QStringLiteral("4 of 10")));
    EXPECT_FALSE(part(card, "showKept")->isVisibleTo(&page));
}

TEST_F(TodayCheckIn, AnEditTakesThePlaceOfTheSharedOne) {
    show(fullState());
    QSignalSpy submitted(&page, &TodayPage::checkInSubmitted);
    press(page, "edit");
    EXPECT_FALSE(part(page, "share-private")->isVisibleTo(&page));
    type("text-hard", QStringLiteral("late"));
    press(page, "save");
    const CheckInDraft draft = only(submitted);
    EXPECT_TRUE(draft.replacesShared);
    EXPECT_EQ(draft.replacesPrivate, 7);
    EXPECT_EQ(draft.share, Share::Together);
    EXPECT_EQ(draft.fields.scales, sampleFields(Role::Hurt).scales);
    EXPECT_EQ(draft.fields.texts.value(CheckInText::Hard), QStringLiteral("late"));
}

TEST_F(TodayCheckIn, AnEditLosesNothingThatIsNotAskedAnyMore) {
    TodayState state = fullState();
    state.ticks.clear();
    state.saved.front().fields.ticks = {QStringLiteral("H6")};
    show(state);
    QSignalSpy submitted(&page, &TodayPage::checkInSubmitted);
    press(page, "edit");
    press(page, "save");
    EXPECT_EQ(only(submitted).fields.ticks, QStringList{QStringLiteral("H6")});
}

// A role can be changed at any time; what was given before is a word like any other.
TEST_F(TodayCheckIn, IsReadAndEditedInTheRoleItWasWrittenIn) {
    TodayState state = fullState(Role::Hurt);
    state.saved.front().withScales = true;
    state.role = Role::Betrayer;
    state.prompts = state.promptsOfRole[Role::Betrayer];
    show(state);
    const QString safe = state.promptsOfRole[Role::Hurt].scales.front().label;
    EXPECT_TRUE(wordsOn(*part(page, "checkIn")).contains(safe));
    QSignalSpy submitted(&page, &TodayPage::checkInSubmitted);
    press(page, "edit");
    EXPECT_EQ(part<ScaleSlider>(page, "scale-safety")->value(), 4);
    EXPECT_EQ(part<ScaleSlider>(page, "scale-honesty"), nullptr);
    type("text-hard", QStringLiteral("late"));
    QTest::keyClick(part(page, "text-hard"), Qt::Key_Return, Qt::ControlModifier);
    const CheckInDraft draft = only(submitted);
    EXPECT_EQ(draft.fields.role, Role::Hurt);
    EXPECT_EQ(draft.fields.scales, sampleFields(Role::Hurt).scales);
    page.checkInSaved();
    press(page, "another");
    EXPECT_EQ(part<ScaleSlider>(page, "scale-safety"), nullptr)
        << "a new one is asked as one is now";
    EXPECT_NE(part<ScaleSlider>(page, "scale-honesty"), nullptr);
}

TEST_F(TodayCheckIn, ARoleThatChangesMeanwhileTakesNoScaleAway) {
    show(emptyState(Role::Hurt));
    part<ScaleSlider>(page, "scale-safety")->setValue(3);
    page.setState(emptyState(Role::Betrayer));
    EXPECT_EQ(part<ScaleSlider>(page, "scale-safety")->value(), 3);
    page.setState(emptyState(std::nullopt));
    EXPECT_EQ(part<ScaleSlider>(page, "scale-safety")->value(), 3);
    part<ScaleSlider>(page, "scale-safety")->setValue(std::nullopt);
    page.setState(emptyState(Role::Betrayer));
    EXPECT_EQ(part<ScaleSlider>(page, "scale-safety"), nullptr);
}

TEST_F(TodayCheckIn, IsTakenBackOnlyOnceTheUndoHasRunOut) {
    show(fullState());
    QSignalSpy back(&page, &TodayPage::takeBackWanted);
    press(page, "takeBack");
    auto* undo = part<UndoBar>(page, "undo");
    EXPECT_TRUE(undo->isOpen());
    EXPECT_TRUE(back.isEmpty());
    Q_EMIT undo->undone();
    EXPECT_TRUE(back.isEmpty());
    press(page, "takeBack");
    page.settle();
    ASSERT_EQ(back.count(), 1);
    EXPECT_EQ(back.first().first().value<SavedCheckIn>().shared, sampleId(1));
}

TEST_F(TodayCheckIn, APrivateOneIsRemovedOnlyOnceTheUndoHasRunOut) {
    TodayState state = emptyState();
    state.saved = {
        {std::nullopt, 21, sampleFields(Role::Hurt), Share::Private, false, false, false}};
    show(state);
    QSignalSpy removed(&page, &TodayPage::checkInRemovalWanted);
    press(*part(page, "checkIn"), "showKept");
    press(page, "remove");
    EXPECT_FALSE(part(*part(page, "checkIn"), "showKept")->isVisibleTo(&page));
    pressUndo(page);
    EXPECT_TRUE(removed.isEmpty());
    press(*part(page, "checkIn"), "showKept");
    EXPECT_TRUE(wordsOn(page).contains(QStringLiteral("The walk by the river.")));
    press(page, "remove");
    page.settle();
    ASSERT_EQ(removed.count(), 1);
    EXPECT_EQ(removed.first().first().toLongLong(), 21);
}

TEST_F(TodayCheckIn, CtrlNStartsAnEmptyOneBesideWhatWasSaved) {
    show(fullState());
    page.activateWindow();
    part(page, "another")->setFocus();
    page.startNew();
    EXPECT_TRUE(part(page, "save")->isVisibleTo(&page));
    EXPECT_EQ(page.focusWidget(), part<ScaleSlider>(page, "scale-safety"));
    press(page, "discard");
    EXPECT_FALSE(part(page, "save")->isVisibleTo(&page));
}

TEST_F(TodayCheckIn, WhatWasDiscardedComesBackWithUndo) {
    show(emptyState());
    QSignalSpy drafts(&page, &TodayPage::checkInDraftChanged);
    type("text-hard", QStringLiteral("no"));
    press(page, "discard");
    EXPECT_TRUE(part<GrowingTextEdit>(page, "text-hard")->text().isEmpty());
    pressUndo(page);
    EXPECT_EQ(part<GrowingTextEdit>(page, "text-hard")->text(), QStringLiteral("no"));
    EXPECT_TRUE(drafts.isEmpty());
    press(page, "discard");
    page.settle();
    ASSERT_FALSE(drafts.isEmpty());
    EXPECT_TRUE(drafts.last().first().value<CheckInDraft>().isEmpty());
}

TEST_F(TodayCheckIn, WhatIsBegunIsNotReplacedByWhatWasDiscarded) {
    show(emptyState());
    QSignalSpy drafts(&page, &TodayPage::checkInDraftChanged);
    type("text-hard", QStringLiteral("no"));
    press(page, "discard");
    ASSERT_TRUE(part(page, "undo")->isVisibleTo(&page));
    type("text-hard", QStringLiteral("yes"));
    EXPECT_FALSE(part(page, "undo")->isVisibleTo(&page));
    pressUndo(page);
    EXPECT_EQ(part<GrowingTextEdit>(page, "text-hard")->text(), QStringLiteral("yes"));
    page.settle();
    ASSERT_EQ(drafts.count(), 1);
    EXPECT_EQ(drafts.last().first().value<CheckInDraft>().fields.texts.value(CheckInText::Hard),
              QStringLiteral("yes"));
}

// The disk may be full, and Mend may lock the moment after.
TEST_F(TodayCheckIn, WhatCouldNotBeSavedStaysADraft) {
    show(emptyState());
    QSignalSpy drafts(&page, &TodayPage::checkInDraftChanged);
    type("text-hard", QStringLiteral("the door"));
    press(page, "save");
    page.settle();
    ASSERT_EQ(drafts.count(), 1);
    EXPECT_EQ(drafts.last().first().value<CheckInDraft>().fields.texts.value(CheckInText::Hard),
              QStringLiteral("the door"));
}

TEST_F(TodayCheckIn, WhatUndoBroughtBackIsADraftAgain) {
    show(emptyState());
    QSignalSpy drafts(&page, &TodayPage::checkInDraftChanged);
    type("text-hard", QStringLiteral("the door"));
    press(page, "discard");
    pressUndo(page);
    page.settle();
    ASSERT_EQ(drafts.count(), 1);
    EXPECT_EQ(drafts.last().first().value<CheckInDraft>().fields.texts.value(CheckInText::Hard),
              QStringLiteral("the door"));
}

TEST_F(TodayCheckIn, AsksKindlyAboutAnEarlierDay) {
    TodayState state = emptyState();
    state.unfinished = sampleDay().plus(-1);
    show(state);
    QSignalSpy wanted(&page, &TodayPage::dayWanted);
    EXPECT_TRUE(wordsOn(page).contains(QStringLiteral("Saturday 21 November")));
    part(page, "day")->findChild<QAbstractButton*>()->click();
    ASSERT_EQ(wanted.count(), 1);
    EXPECT_EQ(wanted.first().first().value<Day>(), sampleDay().plus(-1));
    state.day = sampleDay().plus(-1);
    page.setState(state);
    part(page, "day")->findChild<QAbstractButton*>()->click();
    EXPECT_EQ(wanted.last().first().value<Day>(), sampleDay());
}

} // namespace
} // namespace mend::ui
