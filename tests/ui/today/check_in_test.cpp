// A check-in while it is written.

#include "tests/ui/today/check_in_fixture.h"
#include "ui/widgets/notice.h"
#include "ui/widgets/scale_slider.h"
#include "ui/widgets/tag_picker.h"
#include "ui/widgets/undo_bar.h"

#include <QCheckBox>
#include <QRadioButton>

namespace mend::ui {
namespace {

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
    QSignalSpy announced(part<Notice>(page, "problem"), &Notice::announced);
    press(page, "save");
    EXPECT_EQ(announced.count(), 1) << "whoever presses again hears it again";
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
    page.restore({draft, {}, {}});
    EXPECT_TRUE(part(page, "tooLong")->isVisibleTo(&page));
    EXPECT_EQ(part<GrowingTextEdit>(page, "text-hard")->text().size(), essay.size());
}

// Somebody may stand behind the one who unlocks.
TEST_F(TodayCheckIn, WhatWasBegunIsFoldedUntilItIsGoneOnWith) {
    show(emptyState());
    QSignalSpy drafts(&page, &TodayPage::checkInDraftChanged);
    CheckInDraft draft;
    draft.fields.scales.insert(Scale::Trust, 2);
    draft.fields.texts.insert(CheckInText::Hard, QStringLiteral("the door"));
    page.fold({draft, {}, {}});
    const QWidget& card = *part(page, "checkIn");
    EXPECT_FALSE(typedOn(page).contains(QStringLiteral("the door")));
    EXPECT_FALSE(part<ScaleSlider>(page, "scale-trust")->value());
    EXPECT_FALSE(part(page, "text-hard")->isVisibleTo(&page)) << "nothing can be written over it";
    EXPECT_FALSE(part(page, "save")->isVisibleTo(&page));
    EXPECT_TRUE(wordsOn(card).contains(QStringLiteral("Something begun, not saved yet.")));
    EXPECT_FALSE(page.hasUnsaved());
    page.setState(fullState()); // something arrived
    page.setState(emptyState());
    page.sendDrafts();
    page.settle();
    EXPECT_TRUE(drafts.isEmpty()) << "it lies where it lay";
    EXPECT_EQ(part(card, "goOn")->accessibleName(),
              QStringLiteral("Go on with the check-in you began"));
    press(card, "goOn");
    EXPECT_EQ(part<GrowingTextEdit>(page, "text-hard")->text(), QStringLiteral("the door"));
    EXPECT_EQ(part<ScaleSlider>(page, "scale-trust")->value(), 2);
    EXPECT_TRUE(part(page, "save")->isVisibleTo(&page));
    EXPECT_FALSE(part(card, "goOn")->isVisibleTo(&page));
}

TEST_F(TodayCheckIn, CtrlNGoesOnWithWhatIsFolded) {
    show(emptyState());
    CheckInDraft draft;
    draft.fields.texts.insert(CheckInText::Hard, QStringLiteral("the door"));
    page.fold({draft, {}, {}});
    page.startNew();
    EXPECT_EQ(part<GrowingTextEdit>(page, "text-hard")->text(), QStringLiteral("the door"));
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

} // namespace
} // namespace mend::ui
