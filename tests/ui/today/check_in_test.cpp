#include "tests/core/guide/shipped.h"
#include "tests/ui/today/samples.h"
#include "ui/widgets/growing_text_edit.h"
#include "ui/widgets/scale_slider.h"
#include "ui/widgets/tag_picker.h"
#include "ui/widgets/undo_bar.h"

#include <QCheckBox>
#include <QRadioButton>
#include <QSignalSpy>
#include <gtest/gtest.h>

namespace mend::ui {
namespace {

struct TodayCheckIn : testing::Test {
    TodayPage page;

    void show(const TodayState& state) {
        page.setState(state);
        page.resize(1000, 760);
        page.show();
        (void)QTest::qWaitForWindowExposed(&page);
    }
    void type(const char* name, const QString& text) {
        auto* edit = part<GrowingTextEdit>(page, name);
        ASSERT_NE(edit, nullptr) << name;
        edit->setFocus();
        QTest::keyClicks(edit, text);
    }
    QString problem() const {
        const auto* banner = part(page, "problem");
        return banner->isVisibleTo(&page) ? wordsOn(*banner) : QString();
    }
};

using Submitted = CheckInDraft;

Submitted only(const QSignalSpy& spy) {
    EXPECT_EQ(spy.count(), 1);
    return spy.isEmpty() ? Submitted() : spy.first().first().value<CheckInDraft>();
}

TEST_F(TodayCheckIn, AsksTheScalesOfItsRoleUnset) {
    show(emptyState(Role::Betrayer));
    for (const Scale scale : scalesOf(Role::Betrayer)) {
        auto* slider = page.findChild<ScaleSlider*>(QStringLiteral("scale-") + name(scale));
        ASSERT_NE(slider, nullptr);
        EXPECT_FALSE(slider->value());
    }
    EXPECT_EQ(part(page, "scale-safety"), nullptr);
    show(emptyState(Role::Hurt));
    EXPECT_NE(part(page, "scale-safety"), nullptr);
    EXPECT_EQ(part(page, "scale-honesty"), nullptr);
}

TEST_F(TodayCheckIn, AsksNoScalesOfSomebodyWhoIsNotSureYet) {
    show(emptyState(std::nullopt));
    EXPECT_TRUE(
        page.findChildren<ScaleSlider*>(QRegularExpression(QStringLiteral("^scale-"))).isEmpty());
    EXPECT_NE(part(page, "text-helped"), nullptr);
}

TEST_F(TodayCheckIn, StartsAtJustMeAndSharesNeitherScalesNorTicks) {
    TodayState state = fullState();
    state.saved.clear();
    show(state);
    EXPECT_TRUE(part<QRadioButton>(page, "share-private")->isChecked());
    press(page, "share-now");
    EXPECT_FALSE(part<QCheckBox>(page, "withScales")->isChecked());
    EXPECT_FALSE(part<QCheckBox>(page, "withTicks")->isChecked());
    EXPECT_TRUE(part(page, "withScales")->isVisibleTo(&page));
    press(page, "share-private");
    EXPECT_FALSE(part(page, "withScales")->isVisibleTo(&page));
}

TEST_F(TodayCheckIn, StartsAtOnesOwnLastChoice) {
    TodayState state = emptyState();
    state.lastShare = Share::Together;
    show(state);
    EXPECT_TRUE(part<QRadioButton>(page, "share-together")->isChecked());
}

// The choice of yesterday stands there again: nobody shares by habit.
TEST_F(TodayCheckIn, TheButtonSaysWhatItDoes) {
    TodayState state = emptyState();
    state.lastShare = Share::Now;
    show(state);
    const auto* save = part<QAbstractButton>(page, "save");
    EXPECT_EQ(save->text(), QStringLiteral("Share with Sam now"));
    EXPECT_EQ(save->accessibleName(), QStringLiteral("Share with Sam now, the check-in"));
    press(page, "share-together");
    EXPECT_EQ(save->accessibleName(), QString()) << "its text";
    EXPECT_EQ(save->text(), QStringLiteral("Share together"));
    press(page, "share-private");
    EXPECT_EQ(save->text(), QStringLiteral("Keep to myself"));
    state.partnerName.clear();
    page.setState(state);
    EXPECT_EQ(save->text(), QStringLiteral("Save"));
    page.setState(fullState()); // a sealed one is there
    press(page, "edit");
    EXPECT_EQ(save->text(), QStringLiteral("Seal the change"));
}

TEST_F(TodayCheckIn, SubmitsWhatWasFilledIn) {
    TodayState state = emptyState();
    state.ticks = {{QStringLiteral("S2"), QStringLiteral("One day")}};
    show(state);
    QSignalSpy submitted(&page, &TodayPage::checkInSubmitted);
    auto* slider = part<ScaleSlider>(page, "scale-trust");
    slider->setFocus();
    QTest::keyClick(slider, Qt::Key_7);
    part<TagPicker>(page, "feelings")->findChildren<QCheckBox*>().at(1)->click();
    type("text-true", QStringLiteral("I slept"));
    press(page, "tick-S2");
    press(page, "share-together");
    press(page, "withScales");
    press(page, "save");
    const CheckInDraft draft = only(submitted);
    EXPECT_EQ(draft.fields.role, Role::Hurt);
    EXPECT_EQ(draft.fields.scales, (QMap<Scale, int>{{Scale::Trust, 7}}));
    EXPECT_EQ(draft.fields.feelings, QList<Feeling>{Feeling::Hopeful});
    EXPECT_EQ(draft.fields.texts,
              (QMap<CheckInText, QString>{{CheckInText::True, QStringLiteral("I slept")}}));
    EXPECT_EQ(draft.fields.ticks, QStringList{QStringLiteral("S2")});
    EXPECT_EQ(draft.share, Share::Together);
    EXPECT_TRUE(draft.withScales);
    EXPECT_FALSE(draft.withTicks);
}

TEST_F(TodayCheckIn, CtrlReturnSaves) {
    show(emptyState());
    QSignalSpy submitted(&page, &TodayPage::checkInSubmitted);
    type("text-helped", QStringLiteral("tea"));
    QTest::keyClick(part(page, "text-helped"), Qt::Key_Return, Qt::ControlModifier);
    EXPECT_EQ(only(submitted).fields.texts.value(CheckInText::Helped), QStringLiteral("tea"));
}

TEST_F(TodayCheckIn, IsNotSubmittedEmpty) {
    show(emptyState());
    QSignalSpy submitted(&page, &TodayPage::checkInSubmitted);
    type("text-helped", QStringLiteral("  "));
    press(page, "save");
    EXPECT_TRUE(submitted.isEmpty());
    EXPECT_FALSE(problem().isEmpty());
    type("text-helped", QStringLiteral("a"));
    EXPECT_TRUE(problem().isEmpty());
}

TEST_F(TodayCheckIn, SaysWhenNothingOfItWouldBeShared) {
    show(emptyState());
    QSignalSpy submitted(&page, &TodayPage::checkInSubmitted);
    part<ScaleSlider>(page, "scale-trust")->setValue(3);
    press(page, "share-now");
    press(page, "save");
    EXPECT_TRUE(submitted.isEmpty());
    EXPECT_FALSE(problem().isEmpty());
    press(page, "withScales");
    press(page, "save");
    EXPECT_EQ(submitted.count(), 1);
}

TEST_F(TodayCheckIn, IsPrivateWhereNobodyIsPaired) {
    TodayState state = emptyState();
    state.partnerName.clear();
    state.lastShare = Share::Now;
    show(state);
    EXPECT_FALSE(part(page, "share-now")->isVisibleTo(&page));
    QSignalSpy submitted(&page, &TodayPage::checkInSubmitted);
    type("text-need", QStringLiteral("quiet"));
    press(page, "save");
    EXPECT_EQ(only(submitted).share, Share::Private);
}

TEST_F(TodayCheckIn, SaysWhenItIsLongerThanFitsAndKeepsEveryWord) {
    show(emptyState());
    EXPECT_FALSE(part(page, "tooLong")->isVisibleTo(&page));
    CheckInDraft draft;
    const QString essay(200 * 1024, QLatin1Char('a'));
    draft.fields.texts.insert(CheckInText::Hard, essay);
    page.restore(draft);
    EXPECT_TRUE(part(page, "tooLong")->isVisibleTo(&page));
    EXPECT_EQ(part<GrowingTextEdit>(page, "text-hard")->text().size(), essay.size());
}

TEST_F(TodayCheckIn, SendsItsDraftWithinTwoSecondsOfTheFirstKey) {
    show(emptyState());
    QSignalSpy drafts(&page, &TodayPage::checkInDraftChanged);
    type("text-hard", QStringLiteral("the"));
    EXPECT_TRUE(drafts.isEmpty());
    ASSERT_TRUE(drafts.wait(2000));
    EXPECT_EQ(drafts.last().first().value<CheckInDraft>().fields.texts.value(CheckInText::Hard),
              QStringLiteral("the"));
    type("text-hard", QStringLiteral(" door"));
    page.settle();
    ASSERT_EQ(drafts.count(), 2);
    EXPECT_EQ(drafts.last().first().value<CheckInDraft>().fields.texts.value(CheckInText::Hard),
              QStringLiteral("the door"));
}

TEST_F(TodayCheckIn, IsLeftAloneByWhatArrivesWhileSomebodyWrites) {
    show(emptyState());
    type("text-hard", QStringLiteral("half a sen"));
    press(page, "share-now");
    TodayState state = emptyState();
    state.partner = fullState().partner;
    state.lastShare = Share::Together;
    state.ticks = {{QStringLiteral("S2"), QStringLiteral("One day")}};
    page.setState(state);
    EXPECT_EQ(part<GrowingTextEdit>(page, "text-hard")->text(), QStringLiteral("half a sen"));
    EXPECT_TRUE(part<QRadioButton>(page, "share-now")->isChecked());
}

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
