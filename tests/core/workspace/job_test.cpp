// Slow work and its outcome.

#include "core/workspace/job.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QThread>
#include <atomic>
#include <gtest/gtest.h>

using namespace mend;

namespace {
template <class Done>
bool waitFor(Done done) {
    const QDeadlineTimer end(20'000);
    while (!done() && !end.hasExpired())
        QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
    return done();
}
} // namespace

TEST(Job, WorksElsewhereAndTellsHere) {
    QObject owner;
    QThread* workedOn = nullptr;
    QThread* toldOn = nullptr;
    int outcome = 0;
    runJob<int>(
        &owner,
        [&] {
            workedOn = QThread::currentThread();
            return 42;
        },
        [&](int value) {
            toldOn = QThread::currentThread();
            outcome = value;
        });
    EXPECT_FALSE(toldOn); // nothing is told before the caller has returned
    ASSERT_TRUE(waitFor([&] { return outcome != 0; }));
    EXPECT_EQ(outcome, 42);
    EXPECT_NE(workedOn, toldOn);
    EXPECT_EQ(toldOn, QThread::currentThread());
}

TEST(Job, TellsNobodyWhoIsGoneAndLetsGoOfWhatItHeld) {
    auto owner = std::make_unique<QObject>();
    auto held = std::make_shared<int>(1);
    std::atomic<bool> go = false;
    std::atomic<bool> told = false;
    runJob<int>(
        owner.get(),
        [&go, held] {
            while (!go)
                QThread::msleep(1);
            return *held;
        },
        [&told](int) { told = true; });
    owner.reset();
    go = true;
    ASSERT_TRUE(waitFor([&] { return held.use_count() == 1; }));
    QThreadPool::globalInstance()->waitForDone();
    QCoreApplication::processEvents();
    EXPECT_FALSE(told);
}

TEST(Job, TakesWorkThatCanOnlyBeMoved) {
    QObject owner;
    int outcome = 0;
    runJob<std::unique_ptr<int>>(
        &owner, [secret = std::make_unique<int>(7)] { return std::make_unique<int>(*secret); },
        [&](std::unique_ptr<int> value) { outcome = *value; });
    EXPECT_TRUE(waitFor([&] { return outcome == 7; }));
}
