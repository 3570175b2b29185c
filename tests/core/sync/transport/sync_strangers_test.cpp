// Who is kept out, and what a partner with another program can't do.

#include "tests/core/sync/transport/on_a_thread.h"
#include "tests/core/sync/transport/relay.h"
#include "tests/core/sync/transport/syncing_fixture.h"
#include "tests/support/logged.h"

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

// A crowd that comes again as soon as it is sent away. The partner is on a thread of their own, as
// on a computer of their own: they don't wait for the listener to have seen all of the crowd before
// they may speak.
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
    OnAThread<SyncService> partner(
        [&] { return std::make_unique<SyncService>(alex.vault, alex.clock, alex.random); });
    partner.run([&](SyncService& s) { s.start({u"127.0.0.1"_s, {local(sam)}, false}); });
    EXPECT_TRUE(waitUntil([&] { return sam.phase() == SyncPhase::InStep; }, 10'000));
}

TEST_F(Syncing, AVaultThatCantCountSaysNothing) {
    sam.start();
    alex.vault.storageFails = true;
    alex.start({local(sam)});
    letWork(500);
    EXPECT_FALSE(sam.service->state().connected);
    EXPECT_NE(sam.phase(), SyncPhase::Connecting);
}

// --- By hand, with Alex's keys

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

TEST_F(SyncingByHand, AFrameOverTheLimitStopsAndIsNotTriedOverAndOver) {
    greet();
    ASSERT_TRUE(waitUntil([&] { return sam.service->state().connected; }));
    link->send(QByteArray(qsizetype(frameLimit) + 1, 'x'));
    EXPECT_TRUE(stoppedFor(SyncStop::Refused));
    EXPECT_TRUE(sam.address().isEmpty());
}

TEST_F(SyncingByHand, WhoIsCutOffIsLookedForAndThatIsLogged) {
    greet();
    ASSERT_TRUE(waitUntil([&] { return sam.service->state().connected; }));
    const test::Logged log;
    link.reset(); // without a word
    ASSERT_TRUE(waitUntil([&] { return sam.phase() == SyncPhase::Looking; }));
    sam.service->stop();
    EXPECT_TRUE(log.lines().startsWith("mend: disconnected 0\n")) << log.lines().constData();
}

TEST_F(SyncingByHand, WhoNeverGreetsIsLetGoHoweverMuchTheySay) {
    link->stopDeadline(); // so that it isn't this end that ends it
    bool gone = false;
    QObject::connect(link.get(), &Link::closed, [&] { gone = true; });
    QTimer drip; // messages of a later version: they are no hello
    QObject::connect(&drip, &QTimer::timeout,
                     [&] { link->send(QByteArray::fromHex("a1617464776f6f74")); });
    drip.start(200);
    EXPECT_TRUE(waitUntil([&] { return gone; }, 30'000)); // Sam's ten seconds, and then some
    EXPECT_FALSE(sam.service->state().connected);
    EXPECT_NE(sam.phase(), SyncPhase::Stopped);
}
