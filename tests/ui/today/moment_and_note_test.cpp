#include "tests/core/guide/shipped.h"
#include "tests/ui/today/page_fixture.h"
#include "ui/widgets/growing_text_edit.h"
#include "ui/widgets/scale_slider.h"
#include "ui/widgets/segmented_choice.h"

#include <QComboBox>
#include <QMenu>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTimeEdit>
#include <gtest/gtest.h>

namespace mend::ui {
namespace {

// --- A hard moment ---

TEST_F(TodayCards, AHardMomentIsPrivateFirst) {
    show(emptyState());
    QSignalSpy submitted(&page, &TodayPage::momentSubmitted);
    press(page, "startMoment");
    EXPECT_TRUE(part<QRadioButton>(page, "momentPrivate")->isChecked());
    QTest::keyClicks(part(page, "momentText"), QStringLiteral("a car"));
    press(page, "saveMoment");
    EXPECT_TRUE(submitted.isEmpty()) << "a strength nobody chose";
    part<ScaleSlider>(page, "momentStrength")->setValue(8);
    part<QComboBox>(page, "momentNeed")->setCurrentIndex(2);
    press(page, "saveMoment");
    ASSERT_EQ(submitted.count(), 1);
    EXPECT_EQ(submitted.first().first().value<MomentDraft>(),
              (MomentDraft{8, Need::Hold, QStringLiteral("a car"), false}));
    press(page, "momentShared");
    EXPECT_EQ(part<QPushButton>(page, "saveMoment")->text(), QStringLiteral("Share with Sam now"));
    page.momentSaved(QStringLiteral("Kept."));
    EXPECT_TRUE(words("moment").contains(QStringLiteral("Kept.")));
    press(page, "startMoment");
    EXPECT_TRUE(part<QRadioButton>(page, "momentPrivate")->isChecked());
}

TEST_F(TodayCards, AMomentThatWasBegunIsDiscardedAndBroughtBack) {
    show(emptyState());
    QSignalSpy drafts(&page, &TodayPage::momentDraftChanged);
    press(page, "startMoment");
    auto* discard = part<QPushButton>(page, "discardMoment");
    EXPECT_EQ(discard->text(), QStringLiteral("Not now"));
    QTest::keyClicks(part(page, "momentText"), QStringLiteral("a car"));
    EXPECT_EQ(discard->text(), QStringLiteral("Discard"));
    discard->click();
    EXPECT_FALSE(part(page, "momentText")->isVisibleTo(&page));
    EXPECT_FALSE(typedOn(page).contains(QStringLiteral("a car")));
    EXPECT_TRUE(part(page, "startMoment")->isVisibleTo(&page));
    pressUndo(page);
    EXPECT_TRUE(part(page, "momentText")->isVisibleTo(&page));
    EXPECT_EQ(part<GrowingTextEdit>(page, "momentText")->text(), QStringLiteral("a car"));
    page.settle();
    ASSERT_EQ(drafts.count(), 1) << "it is a draft again";
    EXPECT_EQ(drafts.last().first().value<MomentDraft>().text, QStringLiteral("a car"));
    discard->click();
    page.settle();
    EXPECT_TRUE(drafts.last().first().value<MomentDraft>().isEmpty());
}

TEST_F(TodayCards, AMomentThatWasOnlyOpenedIsFoldedAway) {
    show(emptyState());
    press(page, "startMoment");
    press(page, "discardMoment");
    EXPECT_TRUE(part(page, "startMoment")->isVisibleTo(&page));
    EXPECT_FALSE(part(page, "momentText")->isVisibleTo(&page));
    EXPECT_FALSE(part(page, "undo")->isVisibleTo(&page)) << "there was nothing to lose";
}

TEST_F(TodayCards, AMomentAndANoteThatWereBegunAreFoldedUntilTheyAreGoneOnWith) {
    show(emptyState());
    QSignalSpy moments(&page, &TodayPage::momentDraftChanged);
    QSignalSpy notes(&page, &TodayPage::noteDraftChanged);
    page.fold({{},
               {6, Need::Hold, QStringLiteral("a car"), false},
               {NoteKind::Plan, QStringLiteral("at work"), {}}});
    EXPECT_FALSE(page.hasUnsaved());
    EXPECT_FALSE(typedOn(page).contains(QStringLiteral("a car")));
    EXPECT_FALSE(typedOn(page).contains(QStringLiteral("at work")));
    for (const char* hidden : {"momentText", "startMoment", "noteText"})
        EXPECT_FALSE(part(page, hidden)->isVisibleTo(&page)) << hidden;
    page.setState(emptyState());
    page.sendDrafts();
    EXPECT_EQ(moments.last().first().value<MomentDraft>().text, QStringLiteral("a car"));
    EXPECT_EQ(notes.last().first().value<NoteDraft>().text, QStringLiteral("at work"));
    press(*part(page, "moment"), "goOn");
    EXPECT_EQ(part<GrowingTextEdit>(page, "momentText")->text(), QStringLiteral("a car"));
    EXPECT_EQ(part<ScaleSlider>(page, "momentStrength")->value(), 6);
    EXPECT_FALSE(typedOn(page).contains(QStringLiteral("at work"))) << "each for itself";
    press(*part(page, "noteCard"), "goOn");
    EXPECT_EQ(part<GrowingTextEdit>(page, "noteText")->text(), QStringLiteral("at work"));
    EXPECT_TRUE(page.hasUnsaved());
}

// A step of the checklist leads here.
TEST_F(TodayCards, AStepOpensWhatWasBegun) {
    show(emptyState());
    page.fold({{},
               {6, Need::Hold, QStringLiteral("a car"), false},
               {NoteKind::Plan, QStringLiteral("at work"), {}}});
    page.startMoment();
    page.startNote(NoteKind::Whereabouts);
    EXPECT_EQ(part<GrowingTextEdit>(page, "momentText")->text(), QStringLiteral("a car"));
    EXPECT_EQ(part<GrowingTextEdit>(page, "noteText")->text(), QStringLiteral("at work"));
}

TEST_F(TodayCards, WhatIsTooLongSaysSoAtItsField) {
    TodayState state = fullState();
    state.mine.front().day.outcome = OutcomeState::Kept;
    show(state);
    press(page, "startMoment");
    trigger("mine", "addNote");
    QSignalSpy chosen(&page, &TodayPage::outcomeChosen);
    const QString essay(20 * 1024, QLatin1Char('a'));
    for (const char* name : {"momentText", "noteText", "note"}) {
        auto* field = part<GrowingTextEdit>(page, name);
        auto* said = part(page, (QByteArray("tooLongFor-") + name).constData());
        ASSERT_NE(said, nullptr) << name;
        EXPECT_FALSE(said->isVisibleTo(&page)) << name;
        field->setPlainText(essay);
        EXPECT_TRUE(said->isVisibleTo(&page)) << name;
    }
    press(*part(page, "mine"), "sendNote");
    EXPECT_TRUE(chosen.isEmpty());
    EXPECT_TRUE(part(page, "note")->isVisibleTo(&page)) << "it stays where it is";
}

TEST_F(TodayCards, AKeptMomentCanBeRemovedAndBroughtBack) {
    show(fullState());
    QSignalSpy removed(&page, &TodayPage::momentRemovalWanted);
    press(*part(page, "moment"), "showKept");
    press(page, "removeMoment");
    EXPECT_FALSE(holdsWords(page, QStringLiteral("A message that wasn't for me.")));
    pressUndo(page);
    press(*part(page, "moment"), "showKept");
    EXPECT_TRUE(words("moment").contains(QStringLiteral("A message that wasn't for me.")));
    press(page, "removeMoment");
    page.settle();
    ASSERT_EQ(removed.count(), 1);
    EXPECT_EQ(removed.first().first().toLongLong(), 12);
}

TEST_F(TodayCards, AKeptMomentIsFoldedUntilItIsAskedFor) {
    show(fullState());
    EXPECT_FALSE(holdsWords(page, QStringLiteral("A message that wasn't for me.")));
    EXPECT_FALSE(holdsWords(page, QStringLiteral("6 of 10")));
    const QWidget& card = *part(page, "moment");
    EXPECT_EQ(part(card, "showKept")->accessibleName(),
              QStringLiteral("Show the hard moments you kept to yourself"));
    press(card, "showKept");
    EXPECT_TRUE(words("moment").contains(QStringLiteral("A message that wasn't for me.")));
    page.hide();
    page.show();
    EXPECT_FALSE(holdsWords(page, QStringLiteral("A message that wasn't for me.")));
}

// --- Note ---

// As a step of the checklist opens it.
TEST_F(TodayCards, ANoteIsStartedAsWhatItIsForUnlessAnotherWasBegun) {
    show(emptyState(Role::Betrayer));
    const auto kind = [&] { return part<SegmentedChoice>(page, "noteKind")->chosen(); };
    page.startNote(NoteKind::Reassurance);
    EXPECT_EQ(kind(), name(NoteKind::Reassurance));
    EXPECT_TRUE(part(page, "noteStarts")->isVisibleTo(&page));
    QTest::keyClicks(part(page, "noteText"), QStringLiteral("You matter"));
    page.startNote(NoteKind::Plan);
    EXPECT_EQ(kind(), name(NoteKind::Reassurance));
    EXPECT_EQ(part<GrowingTextEdit>(page, "noteText")->text(), QStringLiteral("You matter"));
}

TEST_F(TodayCards, ATimeOfDayIsNeverMirrored) {
    QApplication::setLayoutDirection(Qt::RightToLeft);
    TodayPage mirrored;
    const QString shown = part<QTimeEdit>(mirrored, "noteUntil")->text();
    QApplication::setLayoutDirection(Qt::LeftToRight);
    EXPECT_EQ(shown, QStringLiteral("18:00"));
}

TEST_F(TodayCards, WhereIAmIsSharedWithItsEnd) {
    show(emptyState());
    QSignalSpy submitted(&page, &TodayPage::noteSubmitted);
    QTest::keyClicks(part(page, "noteText"), QStringLiteral("At work"));
    press(page, "noteHasUntil");
    part<QTimeEdit>(page, "noteUntil")->setTime(QTime(18, 30));
    press(*part(page, "noteCard"), "sendNote");
    ASSERT_EQ(submitted.count(), 1);
    EXPECT_EQ(submitted.first().first().value<NoteDraft>(),
              (NoteDraft{NoteKind::Whereabouts, QStringLiteral("At work"),
                         TimeOfDay::fromText(u"18:30")}));
}

TEST_F(TodayCards, AKindWordIsNeverSentUnedited) {
    show(emptyState(Role::Betrayer));
    QSignalSpy submitted(&page, &TodayPage::noteSubmitted);
    choose("noteCard", QStringLiteral("A kind word"));
    auto* starts = part<QPushButton>(page, "noteStarts");
    ASSERT_TRUE(starts->isVisibleTo(&page));
    starts->menu()->actions().first()->trigger();
    press(*part(page, "noteCard"), "sendNote");
    EXPECT_TRUE(submitted.isEmpty());
    auto* text = part<GrowingTextEdit>(page, "noteText");
    QTest::keyClicks(text, QStringLiteral("..."));
    press(*part(page, "noteCard"), "sendNote");
    EXPECT_TRUE(submitted.isEmpty());
    QTest::keyClicks(text, QStringLiteral(" I mean it"));
    press(*part(page, "noteCard"), "sendNote");
    ASSERT_EQ(submitted.count(), 1);
    EXPECT_EQ(submitted.first().first().value<NoteDraft>().kind, NoteKind::Reassurance);
}

TEST_F(TodayCards, NobodyIsAskedForKindWordsWhoIsOwedThem) {
    show(emptyState(Role::Hurt));
    for (const auto* segment : part(page, "noteCard")->findChildren<QRadioButton*>())
        EXPECT_NE(segment->text(), QStringLiteral("A kind word"));
}

} // namespace
} // namespace mend::ui
