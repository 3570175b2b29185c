// Two services on one machine, over real TLS: finding by address, stopping, pausing, strangers.

#include "core/sync/transport/sync_service.h"
#include "core/sync/transport/tls.h"
#include "tests/core/sync/memory_vault.h"
#include "tests/core/sync/transport/loop.h"
#include "tests/core/sync/transport/relay.h"

#include <gtest/gtest.h>

using namespace mend;
using namespace mend::sync;
using namespace mend::test;
using namespace Qt::StringLiterals;

namespace {

struct Peer {
    Peer(const QString& name, quint64 seed)
        : vault(name, seed, clock), random(seed + 100),
          service(std::make_unique<SyncService>(vault, clock, random)) {}
    void start(const QStringList& peers = {}) { service->start({u"127.0.0.1"_s, peers, false}); }
    QString address() { return service->state().listening; }
    SyncPhase phase() { return service->state().phase; }
    void write(const QString& text) {
        vault.write(text);
        service->localChanged();
    }

    FakeClock clock;
    MemoryVault vault;
    FixedRandom random;
    std::unique_ptr<SyncService> service;
};

struct Syncing : testing::Test {
    Peer sam{u"Sam"_s, 1};
    Peer alex{u"Alex"_s, 2};

    Syncing() { MemoryVault::pair(sam.vault, alex.vault); }
    // "127.0.0.1:port" of whoever listens there; never an address of the network.
    static QString local(Peer& peer) {
        return u"127.0.0.1:"_s + peer.address().split(u'\n').first().section(u':', -1);
    }
    void startBoth() {
        sam.start();
        alex.start({local(sam)});
    }
    bool bothIn(SyncPhase phase) {
        return waitUntil([&] { return sam.phase() == phase && alex.phase() == phase; });
    }
    bool meet() {
        startBoth();
        return bothIn(SyncPhase::InStep);
    }
};

} // namespace

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

TEST_F(Syncing, BothRememberWhereTheOtherListens) {
    ASSERT_TRUE(meet());
    EXPECT_EQ(alex.vault.known, QStringList(local(sam)));
    EXPECT_EQ(sam.vault.known, QStringList(local(alex))); // from the preamble
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
    alex.service->stop();
    ASSERT_TRUE(waitUntil([&] { return sam.phase() == SyncPhase::Looking; }));
    sam.write(u"meanwhile"_s);
    alex.start({local(sam)});
    ASSERT_TRUE(bothIn(SyncPhase::InStep));
    EXPECT_TRUE(equal(sam.vault, alex.vault));
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
    const quint64 before = sam.vault.counter;
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

TEST_F(Syncing, SomebodyElseWithTheSameNameIsNotConnected) {
    alex.vault.tls = crypto::TlsIdentity::generate(); // not the one Sam paired with
    startBoth();
    letWork(800);
    EXPECT_FALSE(sam.service->state().connected || alex.service->state().connected);
    EXPECT_TRUE(sam.vault.theirs.records.empty() && alex.vault.theirs.records.empty());
}

TEST_F(Syncing, WithAnotherPairKeyNobodyAnswers) {
    alex.vault.pairKey = QByteArray(32, 'x');
    startBoth();
    letWork(500);
    EXPECT_FALSE(sam.service->state().connected);
    EXPECT_NE(alex.phase(), SyncPhase::Connecting);
}

TEST_F(Syncing, AReplayedPreambleGetsNoByteAndAClose) {
    sam.start();
    const quint16 port = quint16(local(sam).section(u':', 1).toUInt());
    Relay relay(port, 1);
    alex.start({u"127.0.0.1:"_s + QString::number(relay.serverPort())});
    ASSERT_TRUE(bothIn(SyncPhase::InStep));
    const QByteArray preamble = relay.fromClient.first(preambleSize);
    QTcpSocket replay;
    replay.connectToHost(QHostAddress::LocalHost, port);
    ASSERT_TRUE(waitUntil([&] { return replay.state() == QTcpSocket::ConnectedState; }));
    replay.write(preamble);
    EXPECT_TRUE(waitUntil([&] { return replay.state() == QTcpSocket::UnconnectedState; }, 2000));
    EXPECT_EQ(replay.bytesAvailable(), 0);
    EXPECT_EQ(sam.phase(), SyncPhase::InStep); // and disturbs nothing
}

TEST_F(Syncing, EncryptedWithoutAHelloIsNotConnected) {
    // Has the partner's key, finishes the handshake, and says nothing.
    AnnouncementKeys keys = AnnouncementKeys::ofSender(
        crypto::SecretBytes::copyOf(QByteArrayView(sam.vault.pairKey)), sam.vault.identityId());
    Listener listener([&](const QByteArray& bytes) {
        return openPreamble(keys.preamble, bytes, sam.clock.nowMs());
    });
    ASSERT_TRUE(listener.start(QHostAddress::LocalHost, {}, true));
    std::unique_ptr<Link> silent;
    QObject::connect(&listener, &Listener::proven, &listener, [&](qintptr socket) {
        silent = std::make_unique<Link>(Link::Dialled::ByThem,
                                        pinnedTls(alex.vault.tls, sam.vault.tls.certificateDer()),
                                        sam.vault.tls.fingerprint(), frameLimit);
        silent->accept(socket);
    });
    sam.start({u"127.0.0.1:"_s + QString::number(listener.serverPort())});
    ASSERT_TRUE(waitUntil([&] { return sam.phase() == SyncPhase::Connecting; }));
    ASSERT_TRUE(waitUntil([&] { return silent && silent->isReady(); }));
    letWork(300);
    EXPECT_FALSE(sam.service->state().connected);
    EXPECT_TRUE(sam.vault.provisional);
    EXPECT_TRUE(sam.vault.known.isEmpty());
}

TEST_F(Syncing, TwoHundredIdleAndDrippingSocketsDontKeepThePartnerOut) {
    sam.start();
    const quint16 port = quint16(local(sam).section(u':', 1).toUInt());
    std::vector<std::unique_ptr<QTcpSocket>> crowd;
    for (int i = 0; i < 200; ++i) {
        auto socket = std::make_unique<QTcpSocket>();
        socket->bind(QHostAddress(u"127.0.2.%1"_s.arg(1 + i % 60)));
        socket->connectToHost(QHostAddress::LocalHost, port);
        crowd.push_back(std::move(socket));
    }
    QTimer drip;
    QObject::connect(&drip, &QTimer::timeout, [&] {
        for (std::size_t i = 0; i < crowd.size(); ++i) {
            if (crowd[i]->state() == QTcpSocket::UnconnectedState)
                crowd[i]->connectToHost(QHostAddress::LocalHost, port);
            else if (i % 2)
                crowd[i]->write("x");
        }
    });
    drip.start(50);
    letWork(300);
    alex.start({local(sam)});
    EXPECT_TRUE(waitUntil([&] { return alex.phase() == SyncPhase::InStep; }, 10'000));
}

TEST_F(Syncing, AVaultThatCantCountSaysNothing) {
    sam.start();
    alex.vault.storageFails = true;
    alex.start({local(sam)});
    letWork(500);
    EXPECT_FALSE(sam.service->state().connected);
    EXPECT_NE(sam.phase(), SyncPhase::Connecting);
}

// --- What only another program would say, by hand over a link with Alex's keys

struct SyncingByHand : Syncing {
    std::unique_ptr<Link> link;

    // Both have met before; now Alex's side is this test.
    void SetUp() override {
        ASSERT_TRUE(meet());
        alex.service->stop();
        ASSERT_TRUE(waitUntil([&] { return sam.phase() == SyncPhase::Looking; }));
        link = std::make_unique<Link>(Link::Dialled::ByMe,
                                      pinnedTls(alex.vault.tls, sam.vault.tls.certificateDer()),
                                      sam.vault.tls.fingerprint(), frameLimit);
        const quint16 port = quint16(local(sam).section(u':', 1).toUInt());
        link->dial(u"127.0.0.1"_s, port, [this] { return preamble(); });
        ASSERT_TRUE(waitUntil([&] { return link->isReady(); }));
    }
    QByteArray preamble() {
        const auto keys = AnnouncementKeys::ofSender(
            crypto::SecretBytes::copyOf(QByteArrayView(sam.vault.pairKey)),
            alex.vault.identityId());
        return sealPreamble(keys.preamble, {alex.vault.incarnation, *alex.vault.nextCounter(), 0},
                            sam.clock.nowMs(), alex.random);
    }
    void greet(qint64 version = protocolVersion) {
        link->send(encode(Hello{{version},
                                {},
                                alex.vault.head(Person::Me),
                                alex.vault.head(Person::Partner),
                                sam.clock.nowMs()}));
    }
    bool stoppedFor(SyncStop stop) {
        return waitUntil([&] { return sam.phase() == SyncPhase::Stopped; }) &&
               sam.service->state().stop == stop;
    }
};

TEST_F(SyncingByHand, AnUnknownMessageIsPassedOverAndNoiseIsRefused) {
    greet();
    link->send(QByteArray::fromHex("a1617464776f6f74")); // {"t": "woot"}
    ASSERT_TRUE(waitUntil([&] { return sam.service->state().connected; }));
    letWork(100);
    EXPECT_TRUE(sam.service->state().connected);
    link->send("no message at all");
    EXPECT_TRUE(stoppedFor(SyncStop::Refused));
}

TEST_F(SyncingByHand, ANewerProtocolStops) {
    greet(protocolVersion + 1);
    EXPECT_TRUE(stoppedFor(SyncStop::NewerVersion));
}

TEST_F(SyncingByHand, AFloodStopsUntilThePersonAllowsIt) {
    greet();
    ASSERT_TRUE(waitUntil([&] { return sam.service->state().connected; }));
    alex.vault.batchSize = record::batchRecordLimit;
    for (int i = 0; i < record::batchRecordLimit; ++i)
        alex.vault.write(u"words"_s);
    const QByteArray batch = encode(*alex.vault.batch(Person::Me, 0));
    for (qint64 sent = 0; sent <= recordsADay; sent += record::batchRecordLimit)
        link->send(batch);
    ASSERT_TRUE(stoppedFor(SyncStop::TooMuch));
    link.reset();
    sam.service->allowMuch();
    alex.start({local(sam)});
    EXPECT_TRUE(bothIn(SyncPhase::InStep));
    EXPECT_TRUE(equal(sam.vault, alex.vault));
}

TEST_F(SyncingByHand, WhatFollowsTheMessageThatStoppedIsNotHeard) {
    greet();
    ASSERT_TRUE(waitUntil([&] { return sam.service->state().connected; }));
    alex.vault.write(u"too late"_s);
    link->send("no message at all");
    link->send(encode(*alex.vault.batch(Person::Me, 1)));
    ASSERT_TRUE(stoppedFor(SyncStop::Refused));
    letWork(100);
    EXPECT_EQ(sam.phase(), SyncPhase::Stopped);
    EXPECT_EQ(sam.vault.theirs.records.size(), 1u);
}
