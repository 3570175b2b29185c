#include "ui/window/system_lock.h"

#include "tests/support/login1.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>
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

// Mend on one bus that is the system's and the session's at once.
class LockOfTheScreen : public testing::Test {
protected:
    void SetUp() override {
        ASSERT_TRUE(login1.isThere());
        lock.start();
        ASSERT_TRUE(QTest::qWaitFor([&] { return login1.hasNamedSessions(); }, patience));
        ping(); // what was answered is heard,
        ping(); // and so is what is said from now on
    }
    ~LockOfTheScreen() override { QDBusConnection::disconnectFromBus(QStringLiteral("mend")); }
    void ping() {
        const auto call = QDBusMessage::createMethodCall(QStringLiteral("org.freedesktop.login1"),
                                                         QStringLiteral("/org/freedesktop/login1"),
                                                         {}, QStringLiteral("Inhibit"));
        ASSERT_EQ(bus.call(call, QDBus::BlockWithGui).type(), QDBusMessage::ReplyMessage);
        QCoreApplication::processEvents();
    }
    void sayLocked(const QString& session, bool locked) {
        login1.say(session, "org.freedesktop.DBus.Properties", "PropertiesChanged",
                   {QStringLiteral("org.freedesktop.login1.Session"),
                    QVariantMap{{QStringLiteral("LockedHint"), locked}}, QStringList()});
    }
    bool locks(int times) {
        return QTest::qWaitFor([&] { return asked.count() == times; }, patience);
    }

    const QString foreign = QStringLiteral("/org/freedesktop/login1/session/_33");
    mend::test::Login1 login1;
    QDBusConnection bus = QDBusConnection::connectToBus(login1.address(), QStringLiteral("mend"));
    SystemLock lock{nullptr, bus, bus};
    QSignalSpy asked{&lock, &SystemLock::lockAsked};
};

} // namespace

TEST_F(LockOfTheScreen, IsHeardWhateverTheDesktopCallsIt) {
    int times = 0;
    for (const char* name :
         {"org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver", "org.cinnamon.ScreenSaver",
          "org.mate.ScreenSaver", "org.xfce.ScreenSaver"}) {
        login1.say(QStringLiteral("/somewhere"), name, "ActiveChanged", {false});
        login1.say(QStringLiteral("/somewhere"), name, "ActiveChanged", {true});
        EXPECT_TRUE(locks(++times)) << name;
    }
}

TEST_F(LockOfTheScreen, IsHeardOfOnesOwnSession) {
    login1.say(login1.session(), "org.freedesktop.login1.Session", "Lock");
    EXPECT_TRUE(locks(1));
    sayLocked(login1.session(), true);
    EXPECT_TRUE(locks(2));
}

// The last one is said on the same way, after all the others.
TEST_F(LockOfTheScreen, IsNotThatOfOthersSessionsNorItsEnd) {
    login1.say(foreign, "org.freedesktop.login1.Session", "Lock");
    sayLocked(foreign, true);
    sayLocked(login1.session(), false);
    login1.say(login1.session(), "org.freedesktop.login1.Session", "Unlock");
    login1.sleep(true);
    EXPECT_TRUE(locks(1));
    QTest::qWait(50);
    EXPECT_EQ(asked.count(), 1);
}

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

// Whoever would answer lives on this very thread: who waited would wait for the 25 seconds that
// D-Bus gives an answer.
TEST_F(DelayOfSleep, NobodyWaitsForTheAnswers) {
    QElapsedTimer timer;
    timer.start();
    lock.start();
    lock.setDelaying(true);
    EXPECT_LT(timer.elapsed(), 20'000);
    EXPECT_FALSE(login1.hasNamedSessions()); // no answer has come
    EXPECT_EQ(login1.asked(), QStringList());
    EXPECT_TRUE(held());
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

// A question that is in front has to be closed before.
TEST_F(DelayOfSleep, LastsUntilMendIsLockedALittleLater) {
    bool heldMeanwhile = false;
    QObject::connect(&lock, &SystemLock::lockAsked, &lock, [&] {
        QTimer::singleShot(100, &lock, [&] {
            heldMeanwhile = login1.isHeld();
            lock.setDelaying(false);
        });
    });
    lock.setDelaying(true);
    ASSERT_TRUE(held());
    login1.sleep(true);
    EXPECT_TRUE(let());
    EXPECT_TRUE(heldMeanwhile);
}
