#include "ui/window/system_lock.h"

#include "tests/support/login1.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>
#include <gtest/gtest.h>

using namespace mend::ui;

namespace {

constexpr int patience = 5000; // Milliseconds.

class DelayOfSleep : public testing::Test {
protected:
    void SetUp() override {
        ASSERT_TRUE(login1.isThere());
        lock.start();
    }
    ~DelayOfSleep() override { QDBusConnection::disconnectFromBus(QStringLiteral("mend")); }
    bool held() {
        return QTest::qWaitFor([&] { return login1.isHeld(); }, patience);
    }
    bool let() {
        return QTest::qWaitFor([&] { return !login1.isHeld(); }, patience);
    }

    mend::test::Login1 login1;
    SystemLock lock{nullptr,
                    QDBusConnection::connectToBus(login1.address(), QStringLiteral("mend"))};
};

} // namespace

TEST(SystemLock, LocksBeforeSleepAndNotAfter) {
    SystemLock lock;
    QSignalSpy asked(&lock, &SystemLock::lockAsked);
    lock.onPrepareForSleep(false);
    EXPECT_EQ(asked.count(), 0);
    lock.onPrepareForSleep(true);
    EXPECT_EQ(asked.count(), 1);
}

TEST(SystemLock, LocksWithTheScreen) {
    SystemLock lock;
    QSignalSpy asked(&lock, &SystemLock::lockAsked);
    lock.onScreenSaver(false);
    EXPECT_EQ(asked.count(), 0);
    lock.onScreenSaver(true);
    EXPECT_EQ(asked.count(), 1);
}

TEST(SystemLock, NeverWaitsForABus) {
    QElapsedTimer timer;
    timer.start();
    SystemLock lock;
    lock.start();
    EXPECT_LT(timer.elapsed(), 1000);
}

// `systemd-inhibit --list` shows it to whoever looks through the computer.
TEST_F(DelayOfSleep, IsAskedForOnlyWhileSomethingIsOpenAndSaysNothing) {
    QTest::qWait(50);
    EXPECT_EQ(login1.asked(), QStringList());
    lock.setDelaying(true);
    ASSERT_TRUE(held());
    EXPECT_EQ(login1.asked(), QStringList(QStringLiteral("sleep Mend Saving delay")));
    lock.setDelaying(false);
    EXPECT_TRUE(let());
}

TEST_F(DelayOfSleep, EndsAlsoWhereItWasLockedBeforeItWasGiven) {
    lock.setDelaying(true);
    lock.setDelaying(false);
    ASSERT_TRUE(QTest::qWaitFor([&] { return login1.asked().size() == 1; }, patience));
    EXPECT_TRUE(let());
}

TEST_F(DelayOfSleep, LastsUntilMendIsLocked) {
    bool heldMeanwhile = false;
    QObject::connect(&lock, &SystemLock::lockAsked, &lock, [&] {
        heldMeanwhile = login1.isHeld();
        lock.setDelaying(false);
    });
    lock.setDelaying(true);
    ASSERT_TRUE(held());
    login1.sleep(true);
    EXPECT_TRUE(let());
    EXPECT_TRUE(heldMeanwhile);
    login1.sleep(false);
    QTest::qWait(50);
    EXPECT_EQ(login1.asked().size(), 1) << "awake, and locked";
}
