#include "tests/app/desktop/desktop_fixture.h"
#include "tests/support/jobs.h"
#include "tests/support/login1.h"

#include <QDir>
#include <QPointer>
#include <QSignalSpy>
#include <gtest/gtest.h>

using namespace mend;
using namespace mend::desktop;

TEST_F(DesktopTest, UnlocksToTodayWithEveryPageThereIs) {
    make();
    start();
    ASSERT_TRUE(unlock());
    EXPECT_EQ(desktop->window().navigation()->currentPage(), QStringLiteral("today"));
    QStringList expected;
    for (const char* id : {"today", "timeline", "commitments", "checklist", "journal", "partner",
                           "settings", "safety"})
        expected << QLatin1String(id);
    EXPECT_EQ(desktop->window().navigation()->pages(), expected);
    EXPECT_TRUE(desktop->idleLock().isRunning());
    EXPECT_EQ(desktop->idleLock().time(), std::chrono::minutes(5));
}

TEST_F(DesktopTest, UnlockingPutsTheFocusIntoThePage) {
    make();
    start();
    ASSERT_TRUE(QTest::qWaitForWindowActive(&desktop->window()));
    ASSERT_TRUE(unlock());
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete); // the gate
    auto* navigation = desktop->window().navigation();
    for (const char* page : {"today", "journal"}) {
        desktop->session()->showPage(QLatin1String(page));
        const QWidget* focus = QApplication::focusWidget();
        EXPECT_TRUE(focus && navigation->page(QLatin1String(page))->isAncestorOf(focus)) << page;
    }
}

TEST_F(DesktopTest, LockingForgetsEverything) {
    make();
    start();
    ASSERT_TRUE(unlock());
    const QPointer<Workspace> workspace(&desktop->session()->workspace());
    const QPointer<ui::Navigation> navigation(desktop->window().navigation());
    Q_EMIT desktop->window().lockAsked();
    EXPECT_TRUE(workspace.isNull());
    EXPECT_TRUE(navigation.isNull());
    EXPECT_EQ(desktop->session(), nullptr);
    EXPECT_NE(qobject_cast<ui::UnlockPage*>(desktop->window().gate()), nullptr);
    EXPECT_FALSE(desktop->idleLock().isRunning());
    EXPECT_TRUE(unlock()) << "and opens again";
}

// Unlocked, on a system bus that tells of sleep.
class DesktopOfLogin1 : public DesktopTest {
protected:
    void SetUp() override {
        DesktopTest::SetUp();
        ASSERT_TRUE(login1.isThere());
        systemBus = QDBusConnection::connectToBus(login1.address(), QStringLiteral("mend"));
        make();
        start();
        ASSERT_TRUE(unlock());
    }
    void TearDown() override {
        desktop.reset();
        QDBusConnection::disconnectFromBus(QStringLiteral("mend"));
        DesktopTest::TearDown();
    }
    test::Login1 login1;
};

// Whoever looks through the computer sees who delays its sleep: nobody who is locked.
TEST_F(DesktopOfLogin1, DelaysSleepOnlyWhileSomethingIsOpen) {
    EXPECT_TRUE(QTest::qWaitFor([&] { return login1.isHeld(); }, 5000));
    Q_EMIT desktop->window().lockAsked();
    EXPECT_TRUE(QTest::qWaitFor([&] { return !login1.isHeld(); }, 5000));
    EXPECT_EQ(login1.asked().size(), 1);
    login1.sleep(false);
    QTest::qWait(50);
    EXPECT_EQ(login1.asked().size(), 1) << "locked, and awake again";
}

TEST_F(DesktopOfLogin1, LocksWhenTheComputerGoesToSleep) {
    login1.sleep(true);
    EXPECT_TRUE(QTest::qWaitFor([&] { return desktop->session() == nullptr; }, 5000));
}

TEST_F(DesktopTest, HidingLocksAndShowingAsksForThePassphrase) {
    make();
    start();
    ASSERT_TRUE(unlock());
    Q_EMIT desktop->window().hideAsked();
    EXPECT_FALSE(desktop->window().isVisible());
    EXPECT_EQ(desktop->session(), nullptr);
    desktop->show();
    EXPECT_TRUE(desktop->window().isVisible());
    EXPECT_NE(qobject_cast<ui::UnlockPage*>(desktop->window().gate()), nullptr);
}

TEST_F(DesktopTest, IdlenessLocks) {
    make();
    start();
    ASSERT_TRUE(unlock());
    desktop->idleLock().setTime(std::chrono::milliseconds(20));
    EXPECT_TRUE(QTest::qWaitFor([&] { return desktop->session() == nullptr; }, 5000));
}

TEST_F(DesktopTest, RemembersTheWindowsPlaceInTheVaultAlone) {
    make();
    start();
    ASSERT_TRUE(unlock());
    desktop->window().resize(760, 610); // fits the screen there is
    desktop->lock();
    desktop->window().resize(780, 700);
    ASSERT_TRUE(unlock());
    EXPECT_EQ(desktop->window().size(), QSize(760, 610));
    EXPECT_EQ(QDir(folder.path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot),
              QStringList{QStringLiteral("vault")});
}

TEST_F(DesktopTest, DeletingEverythingLeadsBackToWelcome) {
    make();
    start();
    ASSERT_TRUE(unlock());
    Q_EMIT desktop->session()->eraseWanted();
    EXPECT_EQ(desktop->session(), nullptr);
    EXPECT_NE(qobject_cast<ui::WelcomePage*>(desktop->window().gate()), nullptr);
}

TEST_F(DesktopTest, LockingWhileAPassphraseIsTriedOpensNothing) {
    make();
    start();
    Q_EMIT qobject_cast<ui::UnlockPage*>(desktop->window().gate())->unlockAsked(passphrase);
    Q_EMIT desktop->window().hideAsked();
    test::finishJobs();
    EXPECT_EQ(desktop->session(), nullptr);
    EXPECT_FALSE(desktop->window().isVisible());
    EXPECT_TRUE(unlock());
}

TEST_F(DesktopTest, ClosingTheWindowEndsAndLocks) {
    make();
    start();
    ASSERT_TRUE(unlock());
    QSignalSpy ended(desktop.get(), &Desktop::ended);
    desktop->window().close();
    EXPECT_EQ(ended.count(), 1);
    EXPECT_EQ(desktop->session(), nullptr);
}
