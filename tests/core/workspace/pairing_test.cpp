// Two workspaces that pair, part and pair again, over real TLS on this machine.

#include "tests/core/workspace/sharing_fixture.h"

using namespace mend;

using WorkspacePairing = SharingTest;

TEST_F(WorkspacePairing, AWrongCodeBurnsIt) {
    alex.startSync({QStringLiteral("127.0.0.1"), {}, false});
    sam.startSync({QStringLiteral("127.0.0.1"), {}, false});
    ASSERT_TRUE(alex.showCode(BeforePairing::ShareAll, QStringLiteral("127.0.0.1")));
    ASSERT_TRUE(two.waitFor([&] { return !alex.pairing().code.isEmpty(); }));
    const PairingReading shown = alex.pairing();
    EXPECT_EQ(alex.showCode(BeforePairing::ShareAll).error(), Problem::PairingRunning);
    QString wrong; // the same nameplate, other secret digits, a right check digit
    for (int n = 0; n < 10 && wrong.isEmpty(); ++n) {
        const QString middle = shown.code.mid(2, 1) + QStringLiteral("12345");
        const QString typed =
            shown.code.left(2) + middle.left(5) + QStringLiteral("7") + QString::number(n);
        if (sam.enterCode(typed, shown.address, BeforePairing::ShareAll))
            wrong = typed;
    }
    ASSERT_FALSE(wrong.isEmpty());
    using P = PairingReading::Phase;
    ASSERT_TRUE(two.waitFor(
        [&] { return alex.pairing().phase == P::Failed && sam.pairing().phase == P::Failed; }));
    EXPECT_EQ(alex.pairing().problem, PairingProblem::WrongCode);
    EXPECT_EQ(sam.pairing().problem, PairingProblem::WrongCode);
    EXPECT_TRUE(alex.pairing().code.isEmpty());
    EXPECT_FALSE(alex.partner());
    EXPECT_FALSE(sam.partner());
}

TEST_F(WorkspacePairing, NotNowLeavesNobodyPaired) {
    using P = PairingReading::Phase;
    ASSERT_TRUE(two.ask(BeforePairing::FromToday));
    EXPECT_EQ(alex.pairing().partner->name, QStringLiteral("Sam"));
    EXPECT_EQ(sam.pairing().partner->role, Role::Betrayer);
    sam.confirmPairing(false);
    ASSERT_TRUE(two.waitFor(
        [&] { return alex.pairing().phase == P::Failed && sam.pairing().phase == P::Failed; }));
    EXPECT_EQ(alex.pairing().problem, PairingProblem::CancelledThere);
    EXPECT_EQ(sam.pairing().problem, PairingProblem::Cancelled);
    EXPECT_FALSE(alex.partner());
    EXPECT_FALSE(sam.partner());
}

TEST_F(WorkspacePairing, CancellingStopsTheSearch) {
    sam.startSync({QStringLiteral("127.0.0.1"), {}, false});
    ASSERT_TRUE(sam.showCode(BeforePairing::ShareAll, QStringLiteral("127.0.0.1")));
    using P = PairingReading::Phase;
    ASSERT_TRUE(two.waitFor([&] { return sam.pairing().phase == P::Showing; }));
    sam.cancelPairing();
    ASSERT_TRUE(two.waitFor([&] { return sam.pairing().phase == P::Failed; }));
    EXPECT_EQ(sam.pairing().problem, PairingProblem::Cancelled);
}

TEST_F(WorkspacePairing, APairingEndsWithSharingAndCanBeBegunAgain) {
    using P = PairingReading::Phase;
    const QString here = QStringLiteral("127.0.0.1");
    alex.startSync({here, {}, false});
    ASSERT_TRUE(alex.showCode(BeforePairing::ShareAll, here));
    ASSERT_TRUE(two.waitFor([&] { return alex.pairing().phase == P::Showing; }));
    alex.stopSync();
    EXPECT_EQ(alex.pairing().phase, P::Idle);
    EXPECT_TRUE(two.pair());
}

// Pressing Pair and locking in the same breath: what the sync thread still does belongs to nobody.
TEST_F(WorkspacePairing, LockingWhileAStepRunsIsHarmless) {
    using P = PairingReading::Phase;
    for (int round = 0; round < 5; ++round) {
        ASSERT_TRUE(two.ask(BeforePairing::ShareAll));
        alex.confirmPairing(true);
        sam.confirmPairing(true);
        alex.stopSync();
        sam.stopSync();
        EXPECT_EQ(alex.pairing().phase, P::Idle);
        EXPECT_EQ(sam.pairing().phase, P::Idle);
        for (Workspace* w : {&alex, &sam}) {
            const bool left = !w->partner() || w->leave();
            ASSERT_TRUE(left);
        }
    }
    EXPECT_TRUE(two.pair());
}

TEST_F(WorkspacePairing, TwoQuickClicksShowOneCode) {
    const QString here = QStringLiteral("127.0.0.1");
    alex.startSync({here, {}, false});
    QStringList codes;
    QObject::connect(&alex, &Workspace::pairingChanged, [&](const PairingReading& reading) {
        if (!reading.code.isEmpty() && !codes.contains(reading.code))
            codes << reading.code;
    });
    [[maybe_unused]] const auto first = alex.showCode(BeforePairing::ShareAll, here);
    [[maybe_unused]] const auto second = alex.showCode(BeforePairing::ShareAll, here);
    ASSERT_TRUE(two.waitFor([&] { return !codes.isEmpty(); }));
    two.waitFor([] { return false; }, 1);
    EXPECT_EQ(codes.size(), 1);
}

TEST_F(WorkspacePairing, WhoLeftCanPairAgainAndBothAgree) {
    ASSERT_TRUE(two.pair());
    ASSERT_TRUE(alex.shareNote(today, {NoteKind::Plan, QStringLiteral("before"), {}}));
    ASSERT_TRUE(inStep());
    ASSERT_TRUE(alex.leave());
    ASSERT_TRUE(sam.leave());
    ASSERT_TRUE(two.waitFor([&] {
        return alex.syncState().phase == SyncReading::Phase::NotPaired &&
               sam.syncState().phase == SyncReading::Phase::NotPaired;
    }));
    ASSERT_TRUE(two.pair());
    ASSERT_TRUE(alex.shareNote(today, {NoteKind::Plan, QStringLiteral("again"), {}}));
    EXPECT_TRUE(samSees(QStringLiteral("again")));
    EXPECT_TRUE(samSees(QStringLiteral("before")));
    EXPECT_TRUE(inStep());
    EXPECT_TRUE(alex.verify()->ok && sam.verify()->ok);
}

TEST_F(WorkspacePairing, FromTodayKeepsWhatWasBeforeAtHome) {
    ASSERT_TRUE(alex.shareNote(today, {NoteKind::Plan, QStringLiteral("long ago"), {}}));
    ASSERT_TRUE(two.pair(BeforePairing::FromToday));
    ASSERT_TRUE(alex.shareNote(today, {NoteKind::Plan, QStringLiteral("since then"), {}}));
    ASSERT_TRUE(samSees(QStringLiteral("since")));
    TimelineFilter old;
    old.search = QStringLiteral("long");
    EXPECT_TRUE(sam.older(old, std::nullopt, 5)->entries.empty());
    EXPECT_EQ(alex.older(old, std::nullopt, 5)->entries.size(), 1u);
}
