#include "ui/window/idle_lock.h"

#include <QSignalSpy>
#include <QTest>
#include <QWidget>
#include <gtest/gtest.h>

using namespace mend::ui;
using namespace std::chrono_literals;

TEST(IdleLock, TellsOnceNobodyHasUsedMendForAWhile) {
    IdleLock lock;
    lock.setTime(30ms);
    QSignalSpy idle(&lock, &IdleLock::idle);
    lock.start();
    EXPECT_TRUE(idle.wait(2000));
    EXPECT_FALSE(lock.isRunning());
}

TEST(IdleLock, InputBeginsTheTimeAgain) {
    IdleLock lock;
    lock.setTime(400ms);
    QSignalSpy idle(&lock, &IdleLock::idle);
    QWidget window;
    window.show();
    lock.start();
    for (int i = 0; i < 6; ++i) {
        QTest::qWait(100);
        QTest::keyClick(&window, Qt::Key_A);
    }
    EXPECT_EQ(idle.count(), 0) << "600 ms with a key every 100";
    EXPECT_TRUE(idle.wait(2000));
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
    lock.setTime(400ms);
    QSignalSpy idle(&lock, &IdleLock::idle);
    lock.start();
    for (int i = 0; i < 6; ++i) {
        QTest::qWait(100);
        lock.used();
    }
    EXPECT_EQ(idle.count(), 0);
    EXPECT_TRUE(idle.wait(2000));
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
