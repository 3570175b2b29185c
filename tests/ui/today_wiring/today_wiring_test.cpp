#include "tests/core/guide/shipped.h"
#include "tests/ui/today_wiring/wired_day.h"
#include "ui/widgets/growing_text_edit.h"
#include "ui/widgets/scale_slider.h"
#include "ui/window/code_kept.h"
#include "ui/window/today_reading.h"

#include <QCheckBox>
#include <QPointer>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>
#include <gtest/gtest.h>

namespace mend::ui {
namespace {

TEST_F(TodayWired, APrivateCheckInWritesNoRecord) {
    const quint64 before = records();
    WiredPage today(workspace);
    today.type("text-helped", QStringLiteral("tea"));
    part<ScaleSlider>(today.page, "scale-safety")->setValue(3);
    press(today.page, "save");
    ASSERT_EQ(kept().size(), 1U);
    EXPECT_EQ(kept().front().fields.scales.value(Scale::Safety), 3);
    EXPECT_EQ(records(), before);
    EXPECT_TRUE(today.words("checkIn").contains(QStringLiteral("kept to yourself.")));
    EXPECT_FALSE(holdsWords(today.page, QStringLiteral("tea")));
    press(*part(today.page, "checkIn"), "showKept");
    EXPECT_TRUE(today.words("checkIn").contains(QStringLiteral("Only on this computer.")));
    EXPECT_TRUE(holdsWords(today.page, QStringLiteral("tea")));
    EXPECT_FALSE(holdsWords(WiredPage(workspace).page, QStringLiteral("tea")));
    EXPECT_TRUE(workspace.draft(DraftPlaces(workspace.today()).checkIn).isEmpty());
}

TEST_F(TodayWired, ADraftSurvivesThePage) {
    {
        WiredPage today(workspace);
        today.type("text-hard", QStringLiteral("the door"));
        part<ScaleSlider>(today.page, "scale-trust")->setValue(2);
        press(today.page, "startMoment");
        today.type("momentText", QStringLiteral("a car"));
    }
    {
        WiredPage unlocked(workspace); // and left as it is
        EXPECT_FALSE(typedOn(unlocked.page).contains(QStringLiteral("the door")));
        EXPECT_FALSE(typedOn(unlocked.page).contains(QStringLiteral("a car")));
        unlocked.wiring.keepDrafts();
    }
    WiredPage today(workspace);
    press(*part(today.page, "checkIn"), "goOn");
    EXPECT_EQ(today.text("text-hard"), QStringLiteral("the door"));
    EXPECT_EQ(part<ScaleSlider>(today.page, "scale-trust")->value(), 2);
    press(*part(today.page, "moment"), "goOn");
    EXPECT_EQ(today.text("momentText"), QStringLiteral("a car"));
    EXPECT_TRUE(kept().empty());
}

TEST_F(TodayWired, ADraftIsStoredWithoutAnybodyLeaving) {
    WiredPage today(workspace);
    today.type("text-hard", QStringLiteral("x"));
    const QString place = DraftPlaces(workspace.today()).checkIn;
    EXPECT_TRUE(QTest::qWaitFor([&] { return !workspace.draft(place).isEmpty(); }));
}

TEST_F(TodayWired, AnEditOfAPrivateOneTakesItsPlace) {
    WiredPage today(workspace);
    today.type("text-helped", QStringLiteral("tea"));
    press(today.page, "save");
    press(*part(today.page, "checkIn"), "showKept");
    press(today.page, "edit");
    today.type("text-need", QStringLiteral("quiet"));
    press(today.page, "save");
    ASSERT_EQ(kept().size(), 1U);
    EXPECT_EQ(kept().front().fields.texts.size(), 2);
}

// In the Journal, which shows them, too.
TEST_F(TodayWired, AnEditOutlivesTheOneItWasToReplace) {
    WiredPage today(workspace);
    today.type("text-helped", QStringLiteral("tea"));
    press(today.page, "save");
    press(*part(today.page, "checkIn"), "showKept");
    press(today.page, "edit");
    today.type("text-need", QStringLiteral("quiet"));
    ASSERT_TRUE(workspace.removePrivateCheckIn(kept().front().id));
    press(today.page, "save");
    ASSERT_EQ(kept().size(), 1U);
    EXPECT_EQ(kept().front().fields.texts.value(CheckInText::Need), QStringLiteral("quiet"));
}

TEST_F(TodayWired, WhatIsDeletedInTheJournalIsGoneHere) {
    WiredPage today(workspace);
    today.type("text-helped", QStringLiteral("tea"));
    press(today.page, "save");
    const qint64 song =
        *workspace.keepMoment(workspace.today(), {3, std::nullopt, QStringLiteral("a song")});
    for (auto* show : today.page.findChildren<QAbstractButton*>(QStringLiteral("showKept")))
        show->click();
    ASSERT_TRUE(holdsWords(today.page, QStringLiteral("tea")));
    ASSERT_TRUE(holdsWords(today.page, QStringLiteral("a song")));
    ASSERT_TRUE(workspace.removePrivateCheckIn(kept().front().id));
    EXPECT_FALSE(holdsWords(today.page, QStringLiteral("tea")));
    ASSERT_TRUE(workspace.removePrivateMoment(song));
    EXPECT_FALSE(holdsWords(today.page, QStringLiteral("a song")));
}

TEST_F(TodayWired, AnEditAfterAChangeOfRoleLosesNoScale) {
    WiredPage today(workspace);
    today.type("text-helped", QStringLiteral("tea"));
    part<ScaleSlider>(today.page, "scale-safety")->setValue(3);
    press(today.page, "save");
    ASSERT_TRUE(workspace.changeMe(QStringLiteral("Alex"), Role::Betrayer, Relation::Partner));
    press(*part(today.page, "checkIn"), "showKept");
    EXPECT_TRUE(today.words("checkIn").contains(QStringLiteral("3 of 10")));
    press(today.page, "edit");
    today.type("text-need", QStringLiteral("quiet"));
    press(today.page, "save");
    ASSERT_EQ(kept().size(), 1U);
    EXPECT_EQ(kept().front().fields.role, Role::Hurt);
    EXPECT_EQ(kept().front().fields.scales.value(Scale::Safety), 3);
    EXPECT_EQ(kept().front().fields.texts.size(), 2);
    press(today.page, "another");
    EXPECT_NE(part<ScaleSlider>(today.page, "scale-honesty"), nullptr);
}

TEST_F(TodayWired, AnyNumberOfPrivateOnesStandSideBySide) {
    WiredPage today(workspace);
    for (const QString& words : {QStringLiteral("one"), QStringLiteral("two")}) {
        today.page.startNew();
        today.type("text-helped", words);
        press(today.page, "save");
    }
    EXPECT_EQ(kept().size(), 2U);
    press(*part(today.page, "checkIn"), "showKept");
    press(today.page, "remove");
    EXPECT_EQ(kept().size(), 2U);
    today.page.settle();
    EXPECT_EQ(kept().size(), 1U);
}

// Whoever stands on one of them with the keyboard still does when the other's entries come.
TEST_F(TodayWired, WhatElseComesLeavesTheButtonsOfWhatIsKept) {
    WiredPage today(workspace);
    today.type("text-helped", QStringLiteral("tea"));
    press(today.page, "save");
    ASSERT_TRUE(workspace.keepMoment(workspace.today(), {3, std::nullopt, QStringLiteral("x")}));
    today.wiring.refresh();
    for (auto* show : today.page.findChildren<QAbstractButton*>(QStringLiteral("showKept")))
        show->click();
    const QPointer<QWidget> edit(part<QWidget>(today.page, "edit"));
    const QPointer<QWidget> remove(part<QWidget>(today.page, "removeMoment"));
    QSignalSpy changed(&workspace, &Workspace::changed);
    ASSERT_TRUE(
        workspace.shareNote(workspace.today(), {NoteKind::Plan, QStringLiteral("home"), {}}));
    ASSERT_GT(changed.count(), 0);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    EXPECT_TRUE(edit);
    EXPECT_TRUE(remove);
}

TEST(TodayTicks, AreAskedOfTheFirstFiveStepsThatAreWorkedOn) {
    const test::OneWorkspace one(Role::Betrayer, QStringLiteral("Sam"));
    Workspace& workspace = *one.workspace;
    QStringList asked;
    for (const guide::Step& step : sampleGuide().steps(Role::Betrayer, Relation::Partner))
        if (step.tick)
            asked << QStringLiteral("tick-") + step.id;
    ASSERT_GT(asked.size(), 6);
    const QString notYet = asked.takeFirst();
    for (const QString& name : std::as_const(asked))
        ASSERT_TRUE(workspace.setStep(name.mid(5), StepState::Working));
    const WiredPage today(workspace);
    QStringList shown;
    for (const auto* box :
         today.page.findChildren<QCheckBox*>(QRegularExpression(QStringLiteral("^tick-"))))
        shown << box->objectName();
    EXPECT_EQ(shown, asked.first(5));
    EXPECT_FALSE(shown.contains(notYet));
}

// Mend locked while it stood there, or nobody ticked that it is kept.
TEST_F(TodayWired, ACodeThatWasNotKeptIsSaidUntilItIs) {
    setCodeUnkept(workspace, true);
    WiredPage today(workspace);
    const auto* notice = part(today.page, "codeNotice");
    ASSERT_TRUE(notice->isVisibleTo(&today.page));
    EXPECT_TRUE(wordsOn(*notice).contains(QStringLiteral("You can make a new one in Settings.")));
    QString wanted;
    QObject::connect(&today.wiring, &TodayWiring::pageWanted,
                     [&](const QString& page) { wanted = page; });
    notice->findChild<QAbstractButton*>()->click();
    EXPECT_EQ(wanted, QStringLiteral("settings"));
    today.page.show();
    today.page.hide(); // to Settings
    setCodeUnkept(workspace, false);
    today.page.show();
    EXPECT_FALSE(notice->isVisibleTo(&today.page));
}

TEST_F(TodayWired, AMomentKeptForMyselfIsNoRecord) {
    const quint64 before = records();
    WiredPage today(workspace);
    press(today.page, "startMoment");
    today.type("momentText", QStringLiteral("a car"));
    part<ScaleSlider>(today.page, "momentStrength")->setValue(9);
    press(today.page, "saveMoment");
    EXPECT_EQ(records(), before);
    EXPECT_FALSE(holdsWords(today.page, QStringLiteral("a car")));
    press(*part(today.page, "moment"), "showKept");
    EXPECT_TRUE(today.words("moment").contains(QStringLiteral("a car")));
    EXPECT_TRUE(workspace.draft(DraftPlaces(workspace.today()).moment).isEmpty());
    press(today.page, "removeMoment");
    today.page.settle();
    EXPECT_TRUE(workspace.privateMoments(workspace.today(), workspace.today()).value().empty());
}

TEST_F(TodayWired, ATextThatIsTooLongIsSaidSoAndKept) {
    WiredPage today(workspace);
    auto* edit = part<GrowingTextEdit>(today.page, "text-hard");
    edit->setPlainText(QString(200 * 1024, QLatin1Char('a')));
    press(today.page, "save");
    EXPECT_TRUE(kept().empty());
    EXPECT_TRUE(part(today.page, "problem")->isVisibleTo(&today.page));
    EXPECT_EQ(edit->text().size(), 200 * 1024);
}

} // namespace
} // namespace mend::ui
