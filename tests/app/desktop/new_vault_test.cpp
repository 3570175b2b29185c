// Welcome, and the recovery code of a vault that was just made.

#include "tests/app/desktop/desktop_fixture.h"
#include "tests/support/login1.h"

#include <QLineEdit>
#include <QPointer>
#include <gtest/gtest.h>

using namespace mend;
using namespace mend::desktop;

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
