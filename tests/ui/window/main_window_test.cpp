#include "tests/ui/window/main_window_fixture.h"

#include "ui/pages/safety/safety_page.h"
#include "ui/theme/theme.h"
#include "ui/widgets/fade.h"
#include "ui/widgets/page_scroll.h"
#include "ui/window/help_page.h"
#include "ui/window/navigation.h"

#include "tests/support/page_picture.h"
#include "tests/support/page_walk.h"

#include <QApplication>
#include <QComboBox>
#include <QDateEdit>
#include <QDialog>
#include <QLineEdit>
#include <QMenu>
#include <QPointer>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <gtest/gtest.h>

using namespace mend::ui;
namespace guide = mend::guide;

TEST_F(MainWindowTest, TellsNothingInItsTitle) {
    EXPECT_EQ(window.windowTitle(), QStringLiteral("Mend"));
    unlock();
    EXPECT_EQ(window.windowTitle(), QStringLiteral("Mend"));
    EXPECT_EQ(window.minimumSize(), QSize(720, 520));
}

TEST_F(MainWindowTest, ShowsTheGateUntilUnlockedAndAgainWhenLocked) {
    EXPECT_TRUE(gate->isVisible());
    QPointer<Navigation> navigation = unlock();
    EXPECT_FALSE(gate->isVisible());
    EXPECT_TRUE(navigation->isVisible());
    QPointer<QWidget> page = navigation->page(QStringLiteral("today"));
    window.setNavigation(nullptr);
    EXPECT_TRUE(gate->isVisible());
    EXPECT_TRUE(navigation.isNull());
    EXPECT_TRUE(page.isNull()) << "a page outlived the lock";
}

TEST_F(MainWindowTest, APageIsMadeWhenItIsFirstAskedFor) {
    Navigation* navigation = unlock();
    int made = 0;
    navigation->addPage(QStringLiteral("late"), QStringLiteral("Late"), IconName::Today, [&] {
        ++made;
        return new QWidget;
    });
    EXPECT_EQ(made, 0);
    EXPECT_TRUE(navigation->pages().contains(QStringLiteral("late")));
    navigation->showPage(QStringLiteral("late"));
    QWidget* page = navigation->page(QStringLiteral("late"));
    EXPECT_TRUE(page->isVisible());
    navigation->showPage(QStringLiteral("today"));
    navigation->showPage(QStringLiteral("late"));
    EXPECT_EQ(navigation->page(QStringLiteral("late")), page);
    EXPECT_EQ(made, 1);
    EXPECT_EQ(navigation->page(QStringLiteral("nowhere")), nullptr);
}

TEST_F(MainWindowTest, NumbersLeadToPages) {
    Navigation* navigation = unlock();
    EXPECT_EQ(navigation->currentPage(), QStringLiteral("today"));
    press(Qt::Key_3, Qt::ControlModifier);
    EXPECT_EQ(navigation->currentPage(), QStringLiteral("partner"));
    press(Qt::Key_9, Qt::ControlModifier);
    EXPECT_EQ(navigation->currentPage(), QStringLiteral("partner"));
    navigation->showPage(QStringLiteral("nowhere"));
    EXPECT_EQ(navigation->currentPage(), QStringLiteral("partner"));
}

TEST_F(MainWindowTest, OnePageFadesIntoTheNextWhereMotionIsWanted) {
    Navigation* navigation = unlock();
    const auto fades = [&] { return navigation->findChildren<Fade*>().size(); };
    navigation->showPage(QStringLiteral("today"));
    EXPECT_EQ(fades(), 0) << "it is there already";
    navigation->showPage(QStringLiteral("partner"));
    EXPECT_EQ(fades(), 1);
    EXPECT_TRUE(navigation->page(QStringLiteral("partner"))->isVisible());
    EXPECT_TRUE(QTest::qWaitFor([&] { return fades() == 0; }));
    theme.choose(MotionChoice::Off);
    navigation->showPage(QStringLiteral("today"));
    EXPECT_EQ(fades(), 0);
}

TEST_F(MainWindowTest, SafetyIsOneKeyAwayLockedOrNot) {
    press(Qt::Key_F2);
    EXPECT_FALSE(gate->isVisible());
    auto* back = window.findChild<QAbstractButton*>(QStringLiteral("safetyBack"));
    ASSERT_TRUE(back->isVisible());
    QTest::mouseClick(back, Qt::LeftButton);
    EXPECT_TRUE(gate->isVisible());
    Navigation* navigation = unlock();
    press(Qt::Key_F2);
    EXPECT_EQ(navigation->currentPage(), QStringLiteral("safety"));
}

TEST_F(MainWindowTest, LocksAndHidesByKeyAndBySideBar) {
    QSignalSpy locked(&window, &MainWindow::lockAsked);
    QSignalSpy hidden(&window, &MainWindow::hideAsked);
    Navigation* navigation = unlock();
    press(Qt::Key_L, Qt::ControlModifier);
    press(Qt::Key_H, Qt::ControlModifier | Qt::ShiftModifier);
    EXPECT_EQ(locked.count(), 1);
    EXPECT_EQ(hidden.count(), 1);
    Q_EMIT navigation->commanded(QStringLiteral("lock"));
    Q_EMIT navigation->commanded(QStringLiteral("hide"));
    EXPECT_EQ(locked.count(), 2);
    EXPECT_EQ(hidden.count(), 2);
}

TEST_F(MainWindowTest, HelpGoesWithTheLock) {
    unlock();
    press(Qt::Key_F1);
    QPointer<HelpPage> help = window.findChild<HelpPage*>();
    ASSERT_TRUE(help && help->isVisible());
    EXPECT_EQ(mend::test::poorControls(*help), QStringList());
    EXPECT_EQ(mend::test::loudWords(*help), QStringList());
    mend::test::picture(*help, QStringLiteral("help"));
    window.setNavigation(nullptr);
    EXPECT_TRUE(help.isNull());
}

TEST_F(MainWindowTest, LocksAndHidesWhileHelpIsInFront) {
    unlock();
    press(Qt::Key_F1);
    auto* help = window.findChild<HelpPage*>();
    ASSERT_TRUE(QTest::qWaitForWindowActive(help));
    QSignalSpy locked(&window, &MainWindow::lockAsked);
    QSignalSpy hidden(&window, &MainWindow::hideAsked);
    QTest::keyClick(help, Qt::Key_L, Qt::ControlModifier);
    QTest::keyClick(help, Qt::Key_H, Qt::ControlModifier | Qt::ShiftModifier);
    EXPECT_EQ(locked.count(), 1);
    EXPECT_EQ(hidden.count(), 1);
}

TEST_F(MainWindowTest, NothingStaysOnTheScreenWhenItIsPutAway) {
    press(Qt::Key_F1);
    const QPointer<HelpPage> help = window.findChild<HelpPage*>();
    ASSERT_TRUE(help && help->isVisible());
    window.putAway();
    EXPECT_TRUE(help.isNull());
    EXPECT_FALSE(window.isVisible());
}

TEST_F(MainWindowTest, LocksHidesAndShowsSafetyWhileADialogueIsInFront) {
    Navigation* navigation = unlock();
    auto* dialogue = new QDialog(navigation->page(QStringLiteral("today")));
    auto* words = new QLineEdit(dialogue);
    words->setText(QStringLiteral("half written"));
    dialogue->open();
    ASSERT_TRUE(QTest::qWaitForWindowActive(dialogue));
    QSignalSpy locked(&window, &MainWindow::lockAsked);
    QSignalSpy hidden(&window, &MainWindow::hideAsked);
    QTest::keyClick(words, Qt::Key_L, Qt::ControlModifier);
    QTest::keyClick(words, Qt::Key_H, Qt::ControlModifier | Qt::ShiftModifier);
    QCoreApplication::processEvents();
    EXPECT_EQ(locked.count(), 1);
    EXPECT_EQ(hidden.count(), 1);
    QTest::keyClick(words, Qt::Key_F2);
    const QPointer<QDialog> above = dialogue->findChild<QDialog*>(QStringLiteral("safetyAbove"));
    ASSERT_TRUE(above && above->isVisible());
    EXPECT_EQ(above->windowTitle(), QStringLiteral("Mend"));
    EXPECT_EQ(words->text(), QStringLiteral("half written"));
    ASSERT_TRUE(QTest::qWaitForWindowActive(above));
    QTest::keyClick(above, Qt::Key_H, Qt::ControlModifier | Qt::ShiftModifier);
    QCoreApplication::processEvents();
    EXPECT_EQ(hidden.count(), 2);
    window.setNavigation(nullptr);
    EXPECT_TRUE(above.isNull());
}

TEST_F(MainWindowTest, SafetyIsNotWhatIsSeenAfterHiding) {
    press(Qt::Key_F2);
    ASSERT_FALSE(gate->isVisible());
    window.putAway();
    window.bringUp();
    EXPECT_TRUE(gate->isVisible());
}

// A screen reader gives the focus without Tab.
TEST_F(MainWindowTest, WhateverGetsTheFocusIsBroughtIntoSight) {
    auto* page = new PageScroll(QStringLiteral("Long"));
    auto* high = new QWidget;
    high->setFixedHeight(3'000);
    auto* field = new QLineEdit;
    page->add(high);
    page->add(field);
    window.setGate(page);
    QTest::qWait(1);
    ASSERT_TRUE(field->visibleRegion().isEmpty());
    field->setFocus(Qt::OtherFocusReason);
    EXPECT_EQ(field->visibleRegion().boundingRect(), field->rect());
}

// Safety, opened from the side bar, and the help have nothing to press.
TEST_F(MainWindowTest, APageThatIsOnlyReadScrollsByKeyboard) {
    Navigation* navigation = unlock();
    navigation->addPage(QStringLiteral("read"), QStringLiteral("Read"), IconName::Today,
                        [this] { return new SafetyPage(texts.safety()); });
    window.resize(window.minimumSize());
    press(Qt::Key_5, Qt::ControlModifier);
    auto* area = navigation->page(QStringLiteral("read"))->findChild<QScrollArea*>();
    QCoreApplication::processEvents();
    ASSERT_GT(area->verticalScrollBar()->maximum(), 0);
    EXPECT_TRUE(area->hasFocus());
    QTest::keyClick(area, Qt::Key_PageDown);
    const int page = area->verticalScrollBar()->value();
    EXPECT_GT(page, 0);
    QTest::keyClick(area, Qt::Key_Down);
    EXPECT_GT(area->verticalScrollBar()->value(), page);
    for (int i = 0; i < 20; ++i)
        QTest::keyClick(area, Qt::Key_PageDown);
    EXPECT_EQ(area->verticalScrollBar()->value(), area->verticalScrollBar()->maximum());
    const Tokens& t = tokensOf(area);
    const QPoint edge = area->mapTo(&window, QPoint(3, area->height() / 2));
    EXPECT_EQ(window.grab().toImage().pixelColor(edge), t.you) << "the focus is seen";
    QTest::keyClick(area, Qt::Key_Tab);
    EXPECT_FALSE(area->hasFocus());
}

TEST_F(MainWindowTest, HelpScrollsByKeyboard) {
    press(Qt::Key_F1);
    auto* help = window.findChild<HelpPage*>();
    ASSERT_TRUE(QTest::qWaitForWindowActive(help));
    help->resize(400, 300);
    QCoreApplication::processEvents();
    QTest::keyClick(help, Qt::Key_Tab);
    auto* bar = help->findChild<QScrollArea*>()->verticalScrollBar();
    ASSERT_GT(bar->maximum(), 0);
    ASSERT_NE(help->focusWidget(), nullptr);
    QTest::keyClick(help->focusWidget(), Qt::Key_PageDown);
    EXPECT_GT(bar->value(), 0);
}

TEST_F(MainWindowTest, TellsThatItWasClosed) {
    QSignalSpy closed(&window, &MainWindow::closed);
    window.close();
    EXPECT_EQ(closed.count(), 1);
}

TEST_F(MainWindowTest, ANewGateTakesThePlaceOfTheOld) {
    QPointer<QWidget> old = gate;
    auto* fresh = new QWidget;
    window.setGate(fresh);
    EXPECT_TRUE(fresh->isVisible());
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    EXPECT_TRUE(old.isNull());
    unlock();
    window.setGate(nullptr);
    EXPECT_EQ(window.gate(), nullptr);
}

TEST_F(MainWindowTest, KeepsItsPlaceAndTakesNoForeignOne) {
    window.resize(760, 640); // fits the screen there is; newer Qt makes it fit
    const QByteArray place = window.saveGeometry();
    window.resize(780, 700);
    window.restorePlace(place);
    EXPECT_EQ(window.size(), QSize(760, 640));
    window.restorePlace({});
    window.restorePlace(QByteArrayLiteral("no place"));
    EXPECT_EQ(window.size(), QSize(760, 640));
}
