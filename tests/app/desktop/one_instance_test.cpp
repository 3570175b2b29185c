#include "app/desktop/one_instance.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLocalServer>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <future>
#include <gtest/gtest.h>
#include <thread>

using mend::desktop::OneInstance;

namespace {
// The second start, as a process of its own would: the first one's event loop goes on meanwhile.
bool secondStart(const QString& folder) {
    bool raised = false;
    std::atomic<bool> done = false;
    std::thread other([&] {
        OneInstance second(folder);
        raised = second.raiseFirst();
        done = true;
    });
    [[maybe_unused]] const bool ended = QTest::qWaitFor([&] { return done.load(); }, 5000);
    other.join();
    return raised;
}
} // namespace

TEST(OneInstance, ASecondStartRaisesTheFirst) {
    const QTemporaryDir folder;
    OneInstance first(folder.path());
    EXPECT_FALSE(first.raiseFirst());
    ASSERT_TRUE(first.becomeFirst());
    QSignalSpy raised(&first, &OneInstance::raiseAsked);
    EXPECT_TRUE(secondStart(folder.path()));
    EXPECT_EQ(raised.count(), 1);
}

// Neither had found the other when it looked.
TEST(OneInstance, OfTwoStartsAtOnceOneIsTheFirstAndIsFound) {
    const QTemporaryDir folder;
    OneInstance first(folder.path());
    OneInstance second(folder.path());
    EXPECT_FALSE(first.raiseFirst());
    EXPECT_FALSE(second.raiseFirst());
    ASSERT_TRUE(first.becomeFirst());
    EXPECT_FALSE(second.becomeFirst());
    EXPECT_TRUE(second.isTaken()); // however long the first is busy
    EXPECT_FALSE(first.isTaken());
    QSignalSpy raised(&first, &OneInstance::raiseAsked);
    EXPECT_TRUE(secondStart(folder.path()));
    EXPECT_EQ(raised.count(), 1);
}

// Busy for as long as this thread, whose event loop it has, waits.
TEST(OneInstance, ABusyFirstIsNotJoinedAndOneThatEndsIsFollowed) {
    using Place = OneInstance::Place;
    const QTemporaryDir folder;
    auto first = std::make_unique<OneInstance>(folder.path());
    ASSERT_EQ(first->findPlace(std::chrono::seconds(30)), Place::First);
    EXPECT_EQ(OneInstance(folder.path()).findPlace(std::chrono::milliseconds(0)), Place::Busy);

    std::promise<void> begun;
    auto place = std::async(std::launch::async, [&] {
        OneInstance second(folder.path());
        EXPECT_FALSE(second.becomeFirst());
        begun.set_value();
        return second.findPlace(std::chrono::seconds(30));
    });
    begun.get_future().wait();
    first.reset(); // while the second one waits for its answer
    EXPECT_EQ(place.get(), Place::First);
}

TEST(OneInstance, AnotherVaultHasItsOwn) {
    const QTemporaryDir folder;
    const QTemporaryDir other;
    OneInstance first(folder.path());
    ASSERT_TRUE(first.becomeFirst());
    EXPECT_FALSE(secondStart(other.path()));
}

TEST(OneInstance, OneFolderByTwoPathsIsOneVault) {
    const QTemporaryDir folder;
    const OneInstance plain(folder.path());
    const OneInstance winding(folder.path() + QStringLiteral("/../") +
                              folder.path().section(u'/', -1));
    EXPECT_EQ(plain.name(), winding.name());
    EXPECT_FALSE(plain.name().contains(folder.path().section(u'/', -1)));
}

// Each start in a Flatpak has a runtime folder of its own, but for that part.
TEST(OneInstance, InAFlatpakStartsFindEachOtherInTheFolderTheyShare) {
    const QTemporaryDir runtime;
    const QTemporaryDir folder;
    const QByteArray before = qgetenv("XDG_RUNTIME_DIR");
    qputenv("XDG_RUNTIME_DIR", runtime.path().toUtf8());
    qputenv("FLATPAK_ID", "some.app");
    const QString without = OneInstance(folder.path()).name();
    const QString shared = runtime.filePath(QStringLiteral("app/some.app"));
    const bool made = QDir().mkpath(shared);
    const QString with = OneInstance(folder.path()).name();
    qunsetenv("FLATPAK_ID");
    const QString outside = OneInstance(folder.path()).name();
    qputenv("XDG_RUNTIME_DIR", before);
    ASSERT_TRUE(made);
    EXPECT_EQ(QFileInfo(with).path(), shared);
    EXPECT_EQ(QFileInfo(without).path(), runtime.path()) << "there is no such folder";
    EXPECT_EQ(QFileInfo(outside).path(), runtime.path());
}

TEST(OneInstance, WhatACrashLeftBehindIsNoHindrance) {
    const QTemporaryDir folder;
    OneInstance first(folder.path());
    QFile left(first.name());
    ASSERT_TRUE(left.open(QIODevice::WriteOnly));
    left.close();
    EXPECT_FALSE(first.raiseFirst());
    EXPECT_TRUE(first.becomeFirst());
}
