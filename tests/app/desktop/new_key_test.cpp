// Everything is encrypted again, and opens with its new code.

#include "tests/app/desktop/desktop_fixture.h"
#include "tests/support/jobs.h"

#include <QDir>
#include <QFile>
#include <QPointer>
#include <QThread>
#include <gtest/gtest.h>

using namespace mend;
using namespace mend::desktop;

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
