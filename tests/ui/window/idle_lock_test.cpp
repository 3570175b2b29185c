#include "ui/window/idle_lock.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>
#include <QWidget>
#include <algorithm>
#include <gtest/gtest.h>

using namespace mend::ui;
using namespace std::chrono_literals;

namespace {

// Uses Mend for longer than the lock's time, four times in each such time; then no more. A machine
// that is too slow for that is given more time.
template <class Use>
void staysOpenWhile(IdleLock& lock, Use use) {
    QSignalSpy idle(&lock, &IdleLock::idle);
    for (const auto time : {400ms, 2000ms, 10'000ms}) {
        idle.clear();
        lock.setTime(time);
        lock.start();
        qint64 longest = 0; // Milliseconds from one use to the next.
        for (int i = 0; i < 6; ++i) {
            QElapsedTimer since;
            since.start();
            QTest::qWait(int(time.count()) / 4);
            use();
            longest = std::max(longest, since.elapsed());
        }
        if (longest > time.count() * 8 / 10) // too near: timers are not exact
            continue;
        EXPECT_EQ(idle.count(), 0);
        EXPECT_TRUE(idle.wait(int(time.count()) + 10'000));
        return;
    }
    ADD_FAILURE() << "no six keys in fifteen seconds";
}

} // namespace

TEST(IdleLock, TellsOnceNobodyHasUsedMendForAWhile) {
    IdleLock lock;
    lock.setTime(30ms);
    QSignalSpy idle(&lock, &IdleLock::idle);
    lock.start();
    EXPECT_TRUE(idle.wait(10'000));
    EXPECT_FALSE(lock.isRunning());
}

TEST(IdleLock, InputBeginsTheTimeAgain) {
    IdleLock lock;
    QWidget window;
    window.show();
    staysOpenWhile(lock, [&] { QTest::keyClick(&window, Qt::Key_A); });
}

// As the bridge to the accessibility bus does with a key that the screen reader wants.
class TakesKeys : public QObject {
protected:
    bool eventFilter(QObject*, QEvent* event) override {
        return event->type() == QEvent::KeyPress || event->type() == QEvent::KeyRelease;
    }
};

TEST(IdleLock, AKeyThatAScreenReaderTakesForItselfIsInput) {
    IdleLock lock;
    lock.setTime(400ms);
    QSignalSpy idle(&lock, &IdleLock::idle);
    TakesKeys bridge;
    qApp->installEventFilter(&bridge); // after the lock, so that it is asked before
    QWidget window;
    window.show();
    (void)QTest::qWaitForWindowExposed(&window);
    lock.start();
    for (int i = 0; i < 6; ++i) {
        QTest::qWait(100);
        QTest::keyClick(&window, Qt::Key_8, Qt::KeypadModifier);
    }
    EXPECT_EQ(idle.count(), 0) << "600 ms with a key every 100";
    EXPECT_TRUE(idle.wait(2000));
}

TEST(IdleLock, WhatIsDoneWithoutInputBeginsItAgainToo) {
    IdleLock lock;
    lock.used();
    EXPECT_FALSE(lock.isRunning()) << "what is locked stays so";
    staysOpenWhile(lock, [&] { lock.used(); });
}

TEST(IdleLock, ZeroIsNever) {
    IdleLock lock;
    lock.setTime(1min);
    lock.start();
    lock.setTime(0ms);
    EXPECT_FALSE(lock.isRunning());
    lock.start();
    EXPECT_FALSE(lock.isRunning());
}

TEST(IdleLock, StopsWhenLocked) {
    IdleLock lock;
    lock.setTime(20ms);
    QSignalSpy idle(&lock, &IdleLock::idle);
    lock.start();
    lock.stop();
    EXPECT_FALSE(idle.wait(100));
}
