// Two services on one machine, over real TLS: finding by address, stopping, pausing, leaving.

#include "tests/core/sync/transport/syncing_fixture.h"
#include "tests/support/logged.h"

#include <QNetworkProxy>

TEST_F(Syncing, TwoWhoKnowAnAddressGetInStep) {
    sam.vault.write(u"before"_s);
    ASSERT_TRUE(meet());
    EXPECT_TRUE(equal(sam.vault, alex.vault));
    EXPECT_TRUE(sam.service->state().connected);
    EXPECT_FALSE(sam.vault.provisional || alex.vault.provisional);
    EXPECT_EQ(alex.service->state().counts.theirs, 2u);
    EXPECT_EQ(alex.service->state().progressDone, 2);
    int stored = 0;
    QObject::connect(alex.service.get(), &SyncService::stored, [&] { ++stored; });
    sam.write(u"live"_s);
    EXPECT_TRUE(waitUntil([&] { return alex.vault.theirs.records.size() == 3; }));
    EXPECT_GT(stored, 0);
}

TEST_F(Syncing, ItSaysHowFarTheMeetingIs) {
    for (int i = 0; i < 30; ++i)
        sam.vault.write(u"words"_s);
    std::vector<SyncPhase> seen;
    QObject::connect(alex.service.get(), &SyncService::changed, [&] {
        if (seen.empty() || seen.back() != alex.phase())
            seen.push_back(alex.phase());
    });
    ASSERT_TRUE(meet());
    const std::vector wanted{SyncPhase::Provisional, SyncPhase::Connecting, SyncPhase::Exchanging,
                             SyncPhase::InStep};
    EXPECT_EQ(seen, wanted);
    seen.clear();
    alex.write(u"and mine"_s);
    EXPECT_EQ(alex.phase(), SyncPhase::Exchanging) << "until Sam says that they have it";
    EXPECT_TRUE(bothIn(SyncPhase::InStep));
}

TEST_F(Syncing, StopsAreLoggedByTheirNumberWithoutContent) {
    ASSERT_TRUE(meet());
    alex.vault.failWith = ReplicaError::BadRecord;
    const test::Logged log;
    sam.write(u"refused"_s);
    ASSERT_TRUE(waitUntil(
        [&] { return alex.phase() == SyncPhase::Stopped && sam.phase() == SyncPhase::Looking; }));
    sam.service->stop();
    const auto line = [](ReplicationStop why) {
        return "mend: sync error " + QByteArray::number(int(why)) + '\n';
    };
    EXPECT_EQ(log.lines(), line(ReplicationStop::BadPeer) + "mend: disconnected 0\n");
}

TEST_F(Syncing, BothRememberWhereTheOtherListens) {
    ASSERT_TRUE(meet());
    EXPECT_EQ(alex.vault.known, QStringList(local(sam)));
    EXPECT_EQ(sam.vault.known, QStringList(local(alex))); // from the preamble
}

TEST_F(Syncing, WhoBeginsAnewOnAnotherDayIsFoundWhereTheyWere) {
    ASSERT_TRUE(meet());
    for (Peer* one : {&sam, &alex}) {
        one->service->stop();
        one->clock.advanceDays(1);
    }
    sam.start(); // on a port of another day
    ASSERT_FALSE(alex.vault.known.contains(local(sam)));
    alex.start();
    EXPECT_TRUE(bothIn(SyncPhase::InStep));
}

TEST_F(Syncing, WhoHadToTakeTheSecondPortIsFoundThere) {
    const Rendezvous today =
        rendezvous(crypto::SecretBytes::copyOf(QByteArrayView(sam.vault.pairKey)),
                   utcDayOf(sam.clock.nowMs()));
    QTcpServer taken;
    taken.setProxy(QNetworkProxy::NoProxy);
    ASSERT_TRUE(taken.listen(QHostAddress::LocalHost, today.tcpPorts[0]));
    sam.start();
    ASSERT_EQ(local(sam), u"127.0.0.1:%1"_s.arg(today.tcpPorts[1]));
    alex.vault.known = {u"127.0.0.1:%1"_s.arg(today.tcpPorts[0])}; // as pairing remembers it
    alex.start();
    EXPECT_TRUE(bothIn(SyncPhase::InStep));
}

// Others that take a connection and never answer, as many as one might have typed in years.
TEST_F(Syncing, TheLikeliestAddressIsNotGivenUpForTheOthers) {
    sam.start();
    QStringList addresses{local(sam)};
    std::vector<std::unique_ptr<QTcpServer>> silent;
    for (int i = 0; i < 40; ++i) {
        silent.push_back(std::make_unique<QTcpServer>());
        ASSERT_TRUE(silent.back()->listen(QHostAddress::LocalHost));
        addresses << u"127.0.0.1:%1"_s.arg(silent.back()->serverPort());
    }
    alex.start(addresses);
    EXPECT_TRUE(bothIn(SyncPhase::InStep));
}

TEST_F(Syncing, BothDiallingAtOnceEndWithOneConnection) {
    for (int round = 0; round < 3; ++round) {
        sam.start();
        alex.start();
        const QStringList samsAddress{local(sam)};
        const QStringList alexsAddress{local(alex)};
        sam.vault.known = alexsAddress;
        alex.vault.known = samsAddress;
        sam.service->retryNow();
        alex.service->retryNow();
        ASSERT_TRUE(bothIn(SyncPhase::InStep));
        letWork(150);
        EXPECT_EQ(sam.phase(), SyncPhase::InStep);
        EXPECT_EQ(alex.phase(), SyncPhase::InStep);
        sam.write(u"over the one that stayed"_s);
        EXPECT_TRUE(waitUntil([&] { return equal(sam.vault, alex.vault); }));
        sam.service->stop();
        alex.service->stop();
    }
}

TEST_F(Syncing, WithoutTrustNothingIsListenedOn) {
    sam.vault.paired = false;
    sam.start();
    EXPECT_EQ(sam.phase(), SyncPhase::NotPaired);
    EXPECT_TRUE(sam.address().isEmpty());
}

TEST_F(Syncing, AFreshPairingIsProvisionalUntilAHelloWasAnswered) {
    sam.start();
    EXPECT_EQ(sam.phase(), SyncPhase::Provisional);
    EXPECT_TRUE(sam.vault.provisional);
}

TEST_F(Syncing, WhoClosesIsLookedForAndFoundAgain) {
    ASSERT_TRUE(meet());
    const test::Logged log;
    alex.service->stop();
    ASSERT_TRUE(waitUntil([&] { return sam.phase() == SyncPhase::Looking; }));
    EXPECT_EQ(log.lines(), "mend: disconnected 0\n"); // closing is no error
    sam.write(u"meanwhile"_s);
    alex.start({local(sam)});
    ASSERT_TRUE(bothIn(SyncPhase::InStep));
    EXPECT_TRUE(equal(sam.vault, alex.vault));
}

// What makes a connection new can end it before its first word: a network that was left, or
// somebody on it. The search must not have ended with the old one.
TEST_F(SyncingByHand, ANewConnectionThatDiesBeforeItsHelloIsLookedForAgain) {
    greet();
    ASSERT_TRUE(waitUntil([&] { return sam.phase() == SyncPhase::InStep; }));
    QTcpServer heard;
    ASSERT_TRUE(heard.listen(QHostAddress::LocalHost));
    sam.vault.known = {u"127.0.0.1:%1"_s.arg(heard.serverPort())};
    sam.clock.advanceMs(4'000); // not dialled from both sides at once
    auto old = std::move(link);
    link = dialled();
    ASSERT_TRUE(waitUntil([&] { return link->isReady() && sam.phase() == SyncPhase::Connecting; }));
    link->abort();
    ASSERT_TRUE(waitUntil([&] { return sam.phase() == SyncPhase::Looking; }));
    EXPECT_TRUE(waitUntil([&] { return heard.hasPendingConnections(); }));
}

TEST_F(Syncing, APauseIsSeenByTheOtherAndEnds) {
    ASSERT_TRUE(meet());
    sam.vault.paused = true;
    sam.service->trustChanged();
    EXPECT_EQ(sam.phase(), SyncPhase::Paused);
    ASSERT_TRUE(waitUntil([&] { return alex.phase() == SyncPhase::PausedThere; }));
    sam.write(u"kept for later"_s);
    sam.vault.paused = false;
    sam.vault.known = {local(alex)};
    sam.service->trustChanged();
    ASSERT_TRUE(bothIn(SyncPhase::InStep));
    EXPECT_TRUE(equal(sam.vault, alex.vault));
}

TEST_F(Syncing, ARecordThatDoesNotFollowIsRefused) {
    ASSERT_TRUE(meet());
    sam.vault.mine.records.push_back(sam.vault.mine.records.back());
    sam.vault.mine.records.back().header.seq += 1; // its bytes say otherwise
    sam.service->localChanged();
    ASSERT_TRUE(waitUntil([&] { return alex.phase() == SyncPhase::Stopped; }));
    EXPECT_EQ(alex.service->state().stop, SyncStop::Refused);
}

TEST_F(Syncing, AStopIsFinalUntilSomebodyTriesAgain) {
    ASSERT_TRUE(meet());
    alex.vault.failWith = ReplicaError::BadRecord;
    sam.write(u"refused"_s);
    ASSERT_TRUE(waitUntil([&] { return alex.phase() == SyncPhase::Stopped; }));
    EXPECT_EQ(alex.service->state().stop, SyncStop::Refused);
    const quint64 before = sam.vault.nextCounter().value_or(0); // the first is the clock's
    letWork(1500);
    EXPECT_EQ(alex.phase(), SyncPhase::Stopped);
    EXPECT_FALSE(alex.service->state().connected);
    EXPECT_TRUE(alex.address().isEmpty()); // nobody is let in
    EXPECT_LT(sam.vault.counter - before, 5u);
    alex.service->retryNow();
    EXPECT_TRUE(bothIn(SyncPhase::InStep));
    EXPECT_TRUE(equal(sam.vault, alex.vault));
}

TEST_F(Syncing, EachKindOfStopIsTold) {
    const std::pair<ReplicaError, SyncStop> cases[] = {{ReplicaError::BadRecord, SyncStop::Refused},
                                                       {ReplicaError::Forked, SyncStop::Fork},
                                                       {ReplicaError::Storage, SyncStop::Storage}};
    for (const auto& [error, stop] : cases) {
        ASSERT_TRUE(meet());
        alex.vault.failWith = error;
        sam.write(u"words"_s);
        ASSERT_TRUE(waitUntil([&] { return alex.phase() == SyncPhase::Stopped; }));
        EXPECT_EQ(alex.service->state().stop, stop);
        if (stop == SyncStop::Fork) {
            EXPECT_TRUE(waitUntil([&] { return sam.service->state().stop == SyncStop::Fork; }));
        }
        sam.service->stop();
        alex.service->stop();
    }
}

TEST_F(Syncing, AForkedVaultDoesNotSync) {
    sam.vault.forked = true;
    sam.start();
    EXPECT_EQ(sam.phase(), SyncPhase::Stopped);
    EXPECT_EQ(sam.service->state().stop, SyncStop::Fork);
    EXPECT_TRUE(sam.address().isEmpty());
}

TEST_F(Syncing, APauseOrALeavingByAnotherProcessIsHeededAtOnce) {
    ASSERT_TRUE(meet());
    sam.vault.paused = true; // as mend-cli would, beside this window
    sam.write(u"not to be shared now"_s);
    EXPECT_EQ(sam.phase(), SyncPhase::Paused);
    EXPECT_TRUE(waitUntil([&] { return alex.phase() == SyncPhase::PausedThere; }));
    EXPECT_EQ(alex.vault.theirs.records.size(), 1u);
    sam.vault.paused = false;
    sam.service->localChanged();
    alex.service->retryNow();
    ASSERT_TRUE(bothIn(SyncPhase::InStep));
    sam.vault.paired = false;
    sam.write(u"after leaving"_s);
    EXPECT_EQ(sam.phase(), SyncPhase::NotPaired);
    EXPECT_TRUE(sam.address().isEmpty());
    letWork(100);
    EXPECT_EQ(alex.vault.theirs.records.size(), 2u);
}

TEST_F(Syncing, APauseByAnotherProcessIsHeededBeforeTheFirstWord) {
    startBoth();
    sam.vault.paused = true; // as mend-cli would, while the two are in their handshake
    ASSERT_TRUE(waitUntil([&] { return sam.phase() == SyncPhase::Paused; }));
    letWork(200);
    EXPECT_TRUE(alex.vault.provisional); // no hello has come
}

TEST_F(Syncing, APauseByAnotherProcessIsHeededBeforeWhatCameIsAnswered) {
    ASSERT_TRUE(meet());
    QObject::connect(sam.service.get(), &SyncService::stored, sam.service.get(),
                     [this] { sam.vault.paused = true; }); // as mend-cli would, at that moment
    const auto before = alex.vault.theyHold;
    alex.write(u"held, and not said to be"_s);
    ASSERT_TRUE(waitUntil([&] { return sam.phase() == SyncPhase::Paused; }));
    ASSERT_TRUE(waitUntil([&] { return alex.phase() == SyncPhase::PausedThere; }));
    EXPECT_EQ(sam.vault.theirs.records.size(), 2u);
    EXPECT_EQ(alex.vault.theyHold, before);
}

TEST_F(Syncing, NobodyIsDialledOnceAnotherProcessHasPaused) {
    QTcpServer elsewhere;
    ASSERT_TRUE(elsewhere.listen(QHostAddress::LocalHost));
    sam.start({u"127.0.0.1:%1"_s.arg(elsewhere.serverPort())});
    sam.vault.paused = true;
    ASSERT_TRUE(waitUntil([&] { return sam.phase() == SyncPhase::Paused; }));
    letWork(200);
    EXPECT_FALSE(elsewhere.hasPendingConnections());
}

TEST_F(Syncing, APairingByAnotherProcessIsTakenUp) {
    sam.vault.paired = false;
    sam.start();
    ASSERT_EQ(sam.phase(), SyncPhase::NotPaired);
    sam.vault.paired = true;
    sam.service->localChanged();
    alex.start({local(sam)});
    EXPECT_TRUE(bothIn(SyncPhase::InStep));
}

namespace {

// One of the two, and what they and the other held when they last stopped sharing.
struct Sharer {
    Peer& me;
    Peer& other;
    std::size_t written = 0; // by me
    std::size_t held = 0;    // by me, of the other's
    bool shares() const { return me.vault.paired && !me.vault.paused; }
    void change(bool paired, bool paused) {
        if (shares()) {
            written = me.vault.mine.records.size();
            held = me.vault.theirs.records.size();
        }
        me.vault.paired = paired;
        me.vault.paused = paused;
        me.service->trustChanged();
    }
    // What was on its way may still arrive at the other; nothing that was written since, and
    // nothing here.
    bool isKept() const {
        return shares() || (other.vault.theirs.records.size() <= written &&
                            me.vault.theirs.records.size() == held);
    }
};

} // namespace

TEST_F(Syncing, PausingResumingAndLeavingInAnyOrderSharesOnlyWhileBothWant) {
    ASSERT_TRUE(meet());
    FixedRandom random(5);
    Sharer both[] = {{sam, alex}, {alex, sam}};
    const auto meetAgain = [&] {
        sam.vault.known = {local(alex)};
        sam.service->retryNow();
        alex.service->retryNow();
        return bothIn(SyncPhase::InStep);
    };
    int met = 0;
    int keptBack = 0;
    int left = 0;
    for (int i = 0; i < 150; ++i) {
        Sharer& one = both[random.below(2)];
        const bool want = both[0].shares() && both[1].shares();
        switch (random.below(6)) {
        case 0:
            one.change(true, one.shares());
            break;
        case 1:
            left += one.shares() ? 1 : 0;
            one.change(!one.shares(), false);
            break;
        case 2:
            one.me.service->retryNow();
            break;
        case 3:
            one.me.write(u"words"_s);
            keptBack += want ? 0 : 1;
            break;
        case 4:
            if (!want)
                break;
            ASSERT_TRUE(meetAgain()) << i;
            EXPECT_TRUE(equal(sam.vault, alex.vault)) << i;
            ++met;
            break;
        default:
            letWork(int(random.below(20)));
        }
        for (const Sharer& each : both)
            EXPECT_TRUE(each.isKept()) << i;
    }
    EXPECT_GT(met, 2);
    EXPECT_GT(keptBack, 2);
    EXPECT_GT(left, 2);
    for (Sharer& each : both)
        each.change(true, false);
    ASSERT_TRUE(meetAgain());
    EXPECT_TRUE(equal(sam.vault, alex.vault));
}

TEST_F(Syncing, AVaultThatCantBeReadIsAStopAndNotAStranger) {
    sam.vault.unreadable = true;
    sam.start();
    EXPECT_EQ(sam.phase(), SyncPhase::Stopped);
    EXPECT_EQ(sam.service->state().stop, SyncStop::Storage);
    sam.vault.unreadable = false;
    sam.service->retryNow();
    EXPECT_EQ(sam.phase(), SyncPhase::Provisional);
}

TEST_F(Syncing, AVaultThatCantBeReadMeanwhileGivesNothing) {
    ASSERT_TRUE(meet());
    sam.vault.unreadable = true;
    sam.write(u"kept for later"_s);
    EXPECT_EQ(sam.phase(), SyncPhase::Stopped); // not "you aren't paired"
    EXPECT_EQ(sam.service->state().stop, SyncStop::Storage);
    letWork(100);
    EXPECT_EQ(alex.vault.theirs.records.size(), 1u);
    sam.vault.unreadable = false;
    alex.vault.known = {};
    sam.vault.known = {local(alex)};
    sam.service->retryNow();
    ASSERT_TRUE(bothIn(SyncPhase::InStep));
    EXPECT_TRUE(equal(sam.vault, alex.vault));
}

TEST_F(Syncing, APortThatIsTakenIsToldAndTheOtherCanStillBeDialled) {
    QTcpServer taken;
    ASSERT_TRUE(taken.listen(QHostAddress::LocalHost));
    const QString there = u"127.0.0.1:%1"_s.arg(taken.serverPort());
    sam.service->start({there, {}, false});
    EXPECT_TRUE(sam.service->state().cantListen);
    EXPECT_TRUE(sam.address().isEmpty());
    alex.start();
    EXPECT_FALSE(alex.service->state().cantListen);
    sam.service->start({there, {local(alex)}, false});
    ASSERT_TRUE(bothIn(SyncPhase::InStep));
    EXPECT_TRUE(sam.service->state().cantListen);
    EXPECT_TRUE(alex.vault.known.isEmpty()); // nowhere to dial Sam at
    taken.close();
    sam.service->trustChanged();
    EXPECT_FALSE(sam.service->state().cantListen); // it is free again
}

TEST_F(Syncing, WhatADayBroughtIsRememberedThroughARestart) {
    ASSERT_TRUE(meet());
    alex.vault.takenToday = {utcDayOf(alex.clock.nowMs()), recordsADay, 0, false};
    alex.service = std::make_unique<SyncService>(alex.vault, alex.clock, alex.random);
    alex.start({local(sam)});
    ASSERT_TRUE(bothIn(SyncPhase::InStep));
    sam.write(u"one too many"_s);
    ASSERT_TRUE(waitUntil([&] { return alex.phase() == SyncPhase::Stopped; }));
    EXPECT_EQ(alex.service->state().stop, SyncStop::TooMuch);
    alex.service->allowMuch();
    EXPECT_TRUE(bothIn(SyncPhase::InStep));
}
