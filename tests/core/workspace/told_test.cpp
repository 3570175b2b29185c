// What a workspace tells: commits, its own and others', and the clock.

#include "tests/core/workspace/workspace_fixture.h"

#include <QDateTime>
#include <QDeadlineTimer>
#include <QEventLoop>
#include <gtest/gtest.h>

using namespace mend;
using mend::test::WorkspaceTest;

TEST_F(WorkspaceTest, WhatIsKeptOrRemovedHereIsToldAtOnce) {
    ASSERT_TRUE(w.saveCheckIn(today, words(QStringLiteral("mine")), {}));
    int changed = 0;
    QObject::connect(&w, &Workspace::changed, &w, [&] { ++changed; });
    ASSERT_TRUE(w.removePrivateCheckIn(w.privateCheckIns(today, today)->front().id));
    EXPECT_EQ(changed, 1);
    const auto moment = w.keepMoment(today, {7, Need::Listen, QStringLiteral("the song")});
    EXPECT_EQ(changed, 2);
    ASSERT_TRUE(w.removePrivateMoment(*moment));
    EXPECT_EQ(changed, 3);
    EXPECT_FALSE(w.removePrivateMoment(*moment));
    EXPECT_EQ(changed, 3);
}

TEST_F(WorkspaceTest, TellsOnceThatTheDayTurned) {
    int told = 0;
    QObject::connect(&w, &Workspace::dayTurned, &w, [&] { ++told; });
    const auto wait = [&](int milliseconds) {
        const QDeadlineTimer end(milliseconds);
        while (told == 0 && !end.hasExpired())
            QCoreApplication::processEvents(QEventLoop::AllEvents, 50);
    };
    wait(2'500);
    EXPECT_EQ(told, 0) << "it is still that day";
    one.clock.advanceDays(1);
    wait(10'000);
    EXPECT_EQ(told, 1);
    told = 0;
    wait(2'500);
    EXPECT_EQ(told, 0);
}

TEST_F(WorkspaceTest, TellsOnceThatTheMinuteTurned) {
    std::vector<QString> told;
    QObject::connect(&w, &Workspace::minuteTurned, &w,
                     [&](TimeOfDay now) { told.push_back(now.text()); });
    const auto wait = [&](int milliseconds) {
        const QDeadlineTimer end(milliseconds);
        while (told.empty() && !end.hasExpired())
            QCoreApplication::processEvents(QEventLoop::AllEvents, 50);
    };
    wait(2'500);
    EXPECT_TRUE(told.empty()) << "it is still that minute";
    one.clock.advanceMs(61'000);
    wait(10'000);
    const QTime now = QDateTime::fromMSecsSinceEpoch(one.clock.nowMs()).time();
    const std::vector<QString> expected{now.toString(QStringLiteral("HH:mm"))};
    EXPECT_EQ(told, expected);
    told.clear();
    wait(2'500);
    EXPECT_TRUE(told.empty());
}

TEST_F(WorkspaceTest, ACommitOfOnesOwnIsToldOnce) {
    int told = 0;
    QObject::connect(&w, &Workspace::changed, &w, [&] { ++told; });
    ASSERT_TRUE(w.shareNote(today, {NoteKind::Plan, QStringLiteral("once"), {}}));
    EXPECT_EQ(told, 1);
    ASSERT_TRUE(w.saveCheckIn(today, words(QStringLiteral("a walk")), {}));
    EXPECT_EQ(told, 2);
    const QDeadlineTimer end(2'500); // longer than others' commits go unseen
    while (!end.hasExpired())
        QCoreApplication::processEvents(QEventLoop::AllEvents, 50);
    EXPECT_EQ(told, 2);
}

TEST_F(WorkspaceTest, SeesWhatAnotherConnectionWrote) {
    auto second = one.opening.unlockNow(test::OneWorkspace::passphrase());
    ASSERT_TRUE(second);
    bool told = false;
    QObject::connect(&w, &Workspace::changed, &w, [&] { told = true; });
    ASSERT_TRUE((*second)->shareNote(today, {NoteKind::Plan, QStringLiteral("from there"), {}}));
    const QDeadlineTimer end(10'000);
    while (!told && !end.hasExpired())
        QCoreApplication::processEvents(QEventLoop::AllEvents, 50);
    EXPECT_TRUE(told);
    EXPECT_EQ(w.older({}, std::nullopt, 5)->entries.size(), 1u);
}
