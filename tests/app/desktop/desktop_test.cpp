#include "app/desktop/aside.h"
#include "app/desktop/wiring.h"

#include "tests/support/fake_clock.h"
#include "tests/support/jobs.h"
#include "tests/support/login1.h"
#include "ui/pages/settings/settings_page.h"
#include "ui/pages/unlock/unlock_page.h"
#include "ui/pages/welcome/welcome_page.h"
#include "ui/window/navigation.h"

#include <QApplication>
#include <QDir>
#include <QEventLoop>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>
#include <gtest/gtest.h>

using namespace mend;
using namespace mend::desktop;

namespace {

const QString passphrase = QStringLiteral("seven quiet boats at noon");

class DesktopTest : public testing::Test {
protected:
    void start() {
        options.dataFolder = folder.filePath(QStringLiteral("vault"));
        options.network = {QStringLiteral("127.0.0.1"), {}, false};
        desktop = std::make_unique<Desktop>(theme, Parts{clock, *guide, KeyCost::Small, systemBus},
                                            options);
        desktop->show();
    }
    void make() {
        Opening opening(folder.filePath(QStringLiteral("vault")), clock, KeyCost::Small);
        ASSERT_TRUE(opening.createNow({QStringLiteral("Sam"), Role::Hurt}, passphrase));
    }
    bool unlock(const QString& with = passphrase) {
        Q_EMIT qobject_cast<ui::UnlockPage*>(desktop->window().gate())->unlockAsked(with);
        return QTest::qWaitFor([&] { return desktop->session() != nullptr; }, 10000);
    }

    bool saysThatTheCodeWasNotKept() {
        auto* notice = desktop->window().findChild<QWidget*>(QStringLiteral("codeNotice"));
        return notice->isVisibleTo(&desktop->window());
    }

    // Of a vault that is being made.
    ui::WelcomePage* create() {
        auto* welcome = qobject_cast<ui::WelcomePage*>(desktop->window().gate());
        Q_EMIT welcome->create({QStringLiteral("Sam"), Role::Hurt, Relation::Partner}, passphrase);
        return welcome;
    }
    bool showsCode(ui::WelcomePage* welcome) {
        auto* code = welcome->findChild<QLabel*>(QStringLiteral("recoveryCodeShown"));
        return QTest::qWaitFor([&] { return !code->text().isEmpty(); }, 10000);
    }
    bool comesToUnlock() {
        return QTest::qWaitFor(
            [&] { return qobject_cast<ui::UnlockPage*>(desktop->window().gate()) != nullptr; },
            10000);
    }

    // As QCoreApplication::exec() does, until Mend is locked.
    bool runUntilLocked() {
        QEventLoop program;
        QTimer look;
        QObject::connect(&look, &QTimer::timeout, &program, [&] {
            if (!desktop->session())
                program.quit();
        });
        look.start(10);
        QTimer::singleShot(10000, &program, &QEventLoop::quit);
        program.exec();
        return desktop->session() == nullptr;
    }

    // Made when somebody goes to it.
    ui::SettingsPage* settings() {
        desktop->session()->showPage(QStringLiteral("settings"));
        return desktop->window().findChild<ui::SettingsPage*>();
    }
    void askForNewKey(const QString& next) { Q_EMIT settings()->newKeyAsked(passphrase, next); }

    ui::Theme theme{*qobject_cast<QApplication*>(QCoreApplication::instance())};
    test::FakeClock clock;
    Result<guide::Guide, guide::GuideFault> guide = loadGuide();
    QTemporaryDir folder;
    Options options;
    QDBusConnection systemBus = QDBusConnection::systemBus();
    std::unique_ptr<Desktop> desktop;
};

} // namespace

TEST_F(DesktopTest, BeginsWithWelcomeAndLeadsToPairingWhenAsked) {
    start();
    auto* welcome = qobject_cast<ui::WelcomePage*>(desktop->window().gate());
    ASSERT_NE(welcome, nullptr);
    Q_EMIT welcome->create({QStringLiteral("Sam"), Role::Hurt, Relation::Partner}, passphrase);
    auto* code = welcome->findChild<QLabel*>(QStringLiteral("recoveryCodeShown"));
    ASSERT_TRUE(QTest::qWaitFor([&] { return !code->text().isEmpty(); }, 10000));
    Q_EMIT welcome->finished(true);
    ASSERT_NE(desktop->session(), nullptr);
    EXPECT_EQ(desktop->window().navigation()->currentPage(), QStringLiteral("partner"));
}

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

// Whoever looks through the computer sees who delays its sleep: nobody who is locked.
TEST_F(DesktopTest, DelaysSleepOnlyWhileSomethingIsOpen) {
    test::Login1 login1;
    ASSERT_TRUE(login1.isThere());
    systemBus = QDBusConnection::connectToBus(login1.address(), QStringLiteral("mend"));
    make();
    start();
    ASSERT_TRUE(unlock());
    EXPECT_TRUE(QTest::qWaitFor([&] { return login1.isHeld(); }, 5000));
    Q_EMIT desktop->window().lockAsked();
    EXPECT_TRUE(QTest::qWaitFor([&] { return !login1.isHeld(); }, 5000));
    EXPECT_EQ(login1.asked().size(), 1);
    login1.sleep(false);
    QTest::qWait(50);
    EXPECT_EQ(login1.asked().size(), 1) << "locked, and awake again";
    desktop.reset();
    QDBusConnection::disconnectFromBus(QStringLiteral("mend"));
}

TEST_F(DesktopTest, LocksWhenTheComputerGoesToSleep) {
    test::Login1 login1;
    ASSERT_TRUE(login1.isThere());
    systemBus = QDBusConnection::connectToBus(login1.address(), QStringLiteral("mend"));
    make();
    start();
    ASSERT_TRUE(unlock());
    login1.sleep(true);
    EXPECT_TRUE(QTest::qWaitFor([&] { return desktop->session() == nullptr; }, 5000));
    desktop.reset();
    QDBusConnection::disconnectFromBus(QStringLiteral("mend"));
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

TEST_F(DesktopTest, ANewKeyClosesEverythingAndOpensItAgainWithItsCode) {
    make();
    start();
    ASSERT_TRUE(unlock());
    const QString next = QStringLiteral("five slow trains to the sea");
    const QPointer<Workspace> before(&desktop->session()->workspace());
    askForNewKey(next);
    ASSERT_TRUE(QTest::qWaitFor([&] { return before.isNull() && desktop->session(); }, 20000));
    const auto* code = desktop->window().findChild<QLabel*>(QStringLiteral("recoveryCodeShown"));
    EXPECT_EQ(desktop->window().navigation()->currentPage(), QStringLiteral("settings"));
    EXPECT_TRUE(code->isVisible());
    EXPECT_TRUE(desktop->idleLock().isRunning());
    const QString words = code->text().simplified();
    desktop->lock();
    Opening opening(options.dataFolder, clock, KeyCost::Small);
    EXPECT_FALSE(opening.unlockNow(passphrase));
    EXPECT_TRUE(opening.recoverNow(words, next)) << words.toStdString();
}

TEST_F(DesktopTest, AWrongPassphraseTakesNoNewKeyAndClosesNothing) {
    make();
    start();
    ASSERT_TRUE(unlock());
    const QPointer<Workspace> before(&desktop->session()->workspace());
    Q_EMIT settings()->newKeyAsked(QStringLiteral("not this"), QStringLiteral("whatever"));
    auto* problem = desktop->window().findChild<QWidget*>(QStringLiteral("newKeyProblem"));
    desktop->session()->showPage(QStringLiteral("settings"));
    auto* open = desktop->window().findChild<QAbstractButton*>(QStringLiteral("newKeyOpen"));
    open->click();
    EXPECT_TRUE(QTest::qWaitFor([&] { return problem->isVisible(); }, 10000));
    EXPECT_FALSE(before.isNull());
}

TEST_F(DesktopTest, LockingWhileEverythingIsEncryptedAnewOpensNothing) {
    make();
    start();
    ASSERT_TRUE(unlock());
    const QString next = QStringLiteral("five slow trains to the sea");
    askForNewKey(next);
    ASSERT_TRUE(QTest::qWaitFor([&] { return desktop->session() == nullptr; }, 20000));
    Q_EMIT desktop->window().hideAsked();
    auto* busy = desktop->window().gate();
    ASSERT_TRUE(QTest::qWaitFor([&] { return desktop->window().gate() != busy; }, 20000));
    test::finishJobs();
    EXPECT_EQ(desktop->session(), nullptr);
    EXPECT_FALSE(desktop->window().isVisible());
    ASSERT_TRUE(unlock(next));
    EXPECT_TRUE(saysThatTheCodeWasNotKept()) << "its code was never seen";
}

TEST_F(DesktopTest, ANewKeyWhoseVaultWontOpenAgainIsToldAndItsCodeCanBeMadeAnew) {
    make();
    start();
    ASSERT_TRUE(unlock());
    const QString next = QStringLiteral("five slow trains to the sea");
    const QString database = options.dataFolder + QStringLiteral("/vault.db");
    const auto slots = [&] {
        QFile file(options.dataFolder + QStringLiteral("/vault.keys"));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    const QByteArray before = slots();
    askForNewKey(next);
    ASSERT_TRUE(QTest::qWaitFor([&] { return desktop->session() == nullptr; }, 20000));
    const auto moved = [&] {
        const QStringList names = QDir(options.dataFolder).entryList();
        return slots() != before && names.filter(QStringLiteral("vault.next")).isEmpty();
    };
    for (int i = 0; i < 2000 && !moved(); ++i)
        QThread::msleep(10); // the new files count; nobody has looked at them yet
    ASSERT_TRUE(QFile::rename(database, database + QStringLiteral(".away")));
    auto* busy = desktop->window().gate();
    ASSERT_TRUE(QTest::qWaitFor([&] { return desktop->window().gate() != busy; }, 20000));
    EXPECT_EQ(desktop->session(), nullptr);
    const auto* remark = desktop->window().findChild<QLabel*>(QStringLiteral("unlockRemark"));
    EXPECT_TRUE(remark->text().contains(QStringLiteral("your new passphrase")));
    ASSERT_TRUE(QFile::rename(database + QStringLiteral(".away"), database));
    ASSERT_TRUE(unlock(next));
    EXPECT_TRUE(saysThatTheCodeWasNotKept());
}

TEST_F(DesktopTest, ANewKeyThatCameToNothingLeavesTheCodeAsItWas) {
    make();
    start();
    ASSERT_TRUE(unlock());
    const QPointer<Workspace> before(&desktop->session()->workspace());
    // Where the new files would be made.
    ASSERT_TRUE(QDir(options.dataFolder).mkpath(QStringLiteral("vault.next/in the way/at all")));
    askForNewKey(QStringLiteral("five slow trains to the sea"));
    ASSERT_TRUE(QTest::qWaitFor([&] { return before.isNull() && desktop->session(); }, 20000));
    desktop->session()->showPage(QStringLiteral("today"));
    EXPECT_FALSE(saysThatTheCodeWasNotKept());
    desktop->lock();
    EXPECT_TRUE(unlock());
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

TEST_F(DesktopTest, LockingForgetsTheRecoveryCodeOfANewVaultAndWhatIsOpenBehindIt) {
    start();
    ASSERT_TRUE(showsCode(create()));
    Q_EMIT desktop->window().hideAsked();
    EXPECT_NE(qobject_cast<ui::UnlockPage*>(desktop->window().gate()), nullptr);
    desktop->show();
    EXPECT_NE(qobject_cast<ui::UnlockPage*>(desktop->window().gate()), nullptr);
    EXPECT_EQ(desktop->session(), nullptr);
    ASSERT_TRUE(unlock());
    EXPECT_TRUE(saysThatTheCodeWasNotKept());
}

// It stands there, and the vault is open behind it, for as long as nobody says that it is kept.
TEST_F(DesktopTest, IdlenessForgetsTheRecoveryCodeOfANewVault) {
    test::Login1 login1;
    ASSERT_TRUE(login1.isThere());
    systemBus = QDBusConnection::connectToBus(login1.address(), QStringLiteral("mend"));
    start();
    EXPECT_FALSE(desktop->idleLock().isRunning());
    ASSERT_TRUE(showsCode(create()));
    EXPECT_TRUE(desktop->idleLock().isRunning());
    EXPECT_EQ(desktop->idleLock().time(), std::chrono::minutes(5));
    EXPECT_TRUE(QTest::qWaitFor([&] { return login1.isHeld(); }, 5000));
    desktop->idleLock().setTime(std::chrono::milliseconds(20));
    ASSERT_TRUE(comesToUnlock());
    EXPECT_FALSE(desktop->idleLock().isRunning());
    EXPECT_TRUE(QTest::qWaitFor([&] { return !login1.isHeld(); }, 5000));
    ASSERT_TRUE(unlock());
    EXPECT_TRUE(saysThatTheCodeWasNotKept());
    desktop.reset();
    QDBusConnection::disconnectFromBus(QStringLiteral("mend"));
}

TEST_F(DesktopTest, LockingWhileAVaultIsMadeShowsNoCode) {
    start();
    const QPointer<ui::WelcomePage> welcome(create());
    Q_EMIT desktop->window().hideAsked();
    desktop->show(); // as a second start does, while it is still being made
    EXPECT_EQ(desktop->window().gate(), welcome);
    ASSERT_TRUE(comesToUnlock());
    EXPECT_FALSE(desktop->idleLock().isRunning());
    const auto* code = desktop->window().findChild<QLabel*>(QStringLiteral("recoveryCodeShown"));
    EXPECT_TRUE(!code || code->text().isEmpty());
    ASSERT_TRUE(unlock());
    EXPECT_TRUE(saysThatTheCodeWasNotKept());
}

// Qt's file dialogue asks it on the stack, as a child of what goes with the lock.
TEST_F(DesktopTest, AQuestionInFrontIsAnsweredWithNoBeforeMendLocks) {
    make();
    start();
    ASSERT_TRUE(unlock());
    QFile there(folder.filePath(QStringLiteral("code.txt")));
    ASSERT_TRUE(there.open(QIODevice::ReadWrite));
    there.write("before");
    there.flush();
    Q_EMIT settings()->saveCodeAsked(QStringLiteral("ABCD"));
    auto* dialogue = desktop->window().findChild<QFileDialog*>();
    ASSERT_NE(dialogue, nullptr);
    dialogue->setDirectory(folder.path());
    dialogue->selectFile(QStringLiteral("code.txt"));
    QTimer::singleShot(0, dialogue, [&] { static_cast<QDialog*>(dialogue)->accept(); });
    bool asked = false;
    bool stood = false;
    QTimer::singleShot(100, desktop.get(), [&] {
        asked = qobject_cast<QMessageBox*>(QApplication::activeModalWidget()) != nullptr;
        desktop->lock();
        stood = desktop->session() != nullptr;
    });
    EXPECT_TRUE(runUntilLocked());
    EXPECT_TRUE(asked);
    EXPECT_TRUE(stood) << "nothing goes while it is asked";
    there.seek(0);
    EXPECT_EQ(there.readAll(), QByteArrayLiteral("before"));
}

TEST_F(DesktopTest, WhatWasTypedInWelcomeIsGoneOnceItWasHidden) {
    start();
    const auto name = [&] {
        return desktop->window().gate()->findChild<QLineEdit*>(QStringLiteral("name"));
    };
    name()->setText(QStringLiteral("Sam"));
    desktop->show();
    EXPECT_EQ(name()->text(), QStringLiteral("Sam")) << "a second start takes nothing away";
    Q_EMIT desktop->window().hideAsked();
    desktop->show();
    EXPECT_EQ(name()->text(), QString());
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
