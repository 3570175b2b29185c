// Before any TLS byte: strangers get nothing, and can't keep the partner out.

#include "core/sync/transport/listener.h"
#include "core/sync/transport/raw_socket.h"
#include "tests/core/sync/transport/loop.h"
#include "tests/support/fixed_random.h"

#include <QTcpSocket>
#include <gtest/gtest.h>

using namespace mend;
using namespace mend::sync;
using namespace mend::test;
using namespace Qt::StringLiterals;

namespace {

constexpr UtcMillis noon = 1795348800000;

struct Listening : testing::Test {
    FixedRandom random{3};
    AnnouncementKeys keys = AnnouncementKeys::ofNameplate(4);
    std::vector<Announcement> proven;
    Listener listener{
        [this](const QByteArray& bytes) { return openPreamble(keys.preamble, bytes, noon); }};

    Listening() {
        QObject::connect(&listener, &Listener::proven, &listener,
                         [this](qintptr socket, const Announcement& announcement) {
                             proven.push_back(announcement);
                             raw::close(socket);
                         });
    }
    void SetUp() override { ASSERT_TRUE(listener.start(QHostAddress::LocalHost, {}, true)); }

    QByteArray preamble(quint64 counter = 1) {
        return sealPreamble(keys.preamble, {random.fixed<Incarnation>(), counter, 5}, noon, random);
    }
    std::unique_ptr<QTcpSocket> connected(const QString& from = u"127.0.0.1"_s) {
        auto socket = std::make_unique<QTcpSocket>();
        socket->bind(QHostAddress(from));
        socket->connectToHost(QHostAddress::LocalHost, listener.serverPort());
        EXPECT_TRUE(waitUntil([&] { return socket->state() == QTcpSocket::ConnectedState; }));
        return socket;
    }
    static bool isClosed(const QTcpSocket& socket) {
        return socket.state() == QTcpSocket::UnconnectedState;
    }
};

} // namespace

TEST_F(Listening, APreambleProves) {
    const auto socket = connected();
    socket->write(preamble(42));
    ASSERT_TRUE(waitUntil([&] { return !proven.empty(); }));
    EXPECT_EQ(proven[0].counter, 42u);
    EXPECT_EQ(proven[0].port, 5);
    EXPECT_EQ(listener.unproven(), 0);
}

TEST_F(Listening, WhoseTurnItIsToGoIsHeardFirst) {
    const auto partner = connected();
    ASSERT_TRUE(waitUntil([&] { return listener.unproven() == 1; }));
    partner->write(preamble());
    ASSERT_TRUE(partner->flush()); // sent, and not looked at yet
    std::vector<std::unique_ptr<QTcpSocket>> crowd;
    for (int i = 0; i < unprovenLimit; ++i) {
        crowd.push_back(std::make_unique<QTcpSocket>());
        crowd.back()->bind(QHostAddress(u"127.0.3.%1"_s.arg(1 + i)));
        crowd.back()->connectToHost(QHostAddress::LocalHost, listener.serverPort());
        ASSERT_TRUE(crowd.back()->waitForConnected());
    }
    while (listener.waitForNewConnection(0)) // accepts, and does nothing else
        ;
    EXPECT_EQ(proven.size(), 1u);
    EXPECT_EQ(listener.unproven(), unprovenLimit);
}

// A listener goes later than whoever judges for it.
TEST_F(Listening, NobodyIsJudgedAfterItStopped) {
    const auto socket = connected();
    ASSERT_TRUE(waitUntil([&] { return listener.unproven() == 1; }));
    socket->write(preamble());
    ASSERT_TRUE(socket->flush()); // sent, and not looked at yet
    listener.stop();
    EXPECT_EQ(listener.unproven(), 0);
    EXPECT_TRUE(waitUntil([&] { return isClosed(*socket); }));
    EXPECT_TRUE(proven.empty());
}

// As where the one who is heard before going names a code whose time is over.
TEST_F(Listening, NobodyIsJudgedAfterItStoppedWhileRoomWasMade) {
    const auto partner = connected(u"127.0.6.1"_s);
    ASSERT_TRUE(waitUntil([&] { return listener.unproven() == 1; }));
    std::vector<std::unique_ptr<QTcpSocket>> crowd;
    for (int i = 1; i < unprovenLimit; ++i)
        crowd.push_back(connected(u"127.0.6.%1"_s.arg(1 + i)));
    ASSERT_TRUE(waitUntil([&] { return listener.unproven() == unprovenLimit; }));
    partner->write(preamble(1));
    ASSERT_TRUE(partner->flush()); // sent, and not looked at yet
    QTcpSocket last;
    last.bind(QHostAddress(u"127.0.7.1"_s));
    last.connectToHost(QHostAddress::LocalHost, listener.serverPort());
    ASSERT_TRUE(last.waitForConnected());
    last.write(preamble(2));
    ASSERT_TRUE(last.flush());
    QObject::connect(&listener, &Listener::proven, &listener, [this] { listener.stop(); });
    listener.waitForNewConnection(0);
    EXPECT_EQ(proven.size(), 1u);
    EXPECT_EQ(listener.unproven(), 0);
    EXPECT_TRUE(waitUntil([&] { return isClosed(last); }));
    EXPECT_EQ(proven.size(), 1u);
}

TEST_F(Listening, APreambleMayComeByteByByte) {
    const auto socket = connected();
    for (const char byte : preamble()) {
        socket->write(&byte, 1);
        socket->flush();
        letWork(2);
    }
    EXPECT_TRUE(waitUntil([&] { return proven.size() == 1; }));
}

TEST_F(Listening, AProbeGetsNoByteAndAClose) {
    const auto socket = connected();
    socket->write(QByteArray("GET / HTTP/1.1\r\nHost: somebody\r\n\r\n").leftJustified(64, 'x'));
    EXPECT_TRUE(waitUntil([&] { return isClosed(*socket); }));
    EXPECT_EQ(socket->bytesAvailable(), 0);
    EXPECT_TRUE(proven.empty());
}

TEST_F(Listening, WhoSaysNothingIsClosedWithoutAByte) {
    const auto idle = connected();
    const auto half = connected();
    half->write(preamble().first(63));
    EXPECT_TRUE(waitUntil([&] { return isClosed(*idle) && isClosed(*half); }));
    EXPECT_EQ(idle->bytesAvailable() + half->bytesAvailable(), 0);
    EXPECT_EQ(listener.unproven(), 0);
}

TEST_F(Listening, WhoLeavesIsForgotten) {
    auto socket = connected();
    ASSERT_TRUE(waitUntil([&] { return listener.unproven() == 1; }));
    socket.reset();
    EXPECT_TRUE(waitUntil([&] { return listener.unproven() == 0; }));
}

TEST_F(Listening, OneAddressHoldsFourPlacesAndItsOldestGoes) {
    std::vector<std::unique_ptr<QTcpSocket>> sockets;
    for (int i = 0; i < unprovenPerAddressLimit + 2; ++i) {
        sockets.push_back(connected());
        letWork(10);
    }
    EXPECT_TRUE(waitUntil([&] { return isClosed(*sockets[0]) && isClosed(*sockets[1]); }));
    EXPECT_EQ(listener.unproven(), unprovenPerAddressLimit);
    EXPECT_FALSE(isClosed(*sockets.back()));
}

TEST_F(Listening, SixteenWaitInAllAndTheOldestGoes) {
    std::vector<std::unique_ptr<QTcpSocket>> sockets;
    for (int i = 0; i < unprovenLimit + 3; ++i)
        sockets.push_back(connected(u"127.0.1.%1"_s.arg(i + 1)));
    EXPECT_TRUE(waitUntil([&] { return listener.unproven() == unprovenLimit; }));
    EXPECT_TRUE(waitUntil([&] { return isClosed(*sockets[0]); }));
    EXPECT_FALSE(isClosed(*sockets.back()));
    sockets.back()->write(preamble()); // and who comes last gets in
    EXPECT_TRUE(waitUntil([&] { return proven.size() == 1; }));
}

TEST_F(Listening, ACrowdFromFewAddressesPushesItselfOut) {
    const auto partner = connected(u"127.0.4.1"_s);
    ASSERT_TRUE(waitUntil([&] { return listener.unproven() == 1; }));
    std::vector<std::unique_ptr<QTcpSocket>> crowd;
    for (int i = 0; i < 2 * unprovenLimit; ++i)
        crowd.push_back(connected(u"127.0.5.%1"_s.arg(1 + i % 8)));
    EXPECT_TRUE(waitUntil([&] { return isClosed(*crowd[0]); }));
    EXPECT_EQ(listener.unproven(), unprovenLimit);
    EXPECT_FALSE(isClosed(*partner));
    partner->write(preamble());
    EXPECT_TRUE(waitUntil([&] { return proven.size() == 1; }));
}

TEST_F(Listening, ATakenPortMovesToTheNext) {
    Listener second([](const QByteArray&) { return std::nullopt; });
    const quint16 taken = listener.serverPort();
    EXPECT_FALSE(second.start(QHostAddress::LocalHost, {taken}, false));
    EXPECT_TRUE(second.start(QHostAddress::LocalHost, {taken}, true));
    EXPECT_NE(second.serverPort(), taken);
}
