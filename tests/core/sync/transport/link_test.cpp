// Links: who gets through the handshake, and what can be seen of it on the wire.

#include "core/sync/announcement.h"
#include "core/sync/transport/link.h"
#include "core/sync/transport/listener.h"
#include "core/sync/transport/tls.h"
#include "tests/core/sync/transport/loop.h"
#include "tests/core/sync/transport/relay.h"
#include "tests/support/fixed_random.h"

#include <QSslCertificate>
#include <QtEndian>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>

using namespace mend;
using namespace mend::sync;
using namespace mend::test;
using namespace Qt::StringLiterals;

namespace {

constexpr UtcMillis noon = 1795348800000;

// A listener that hands each proven socket to a Link of Sam's.
struct Linking : testing::Test {
    FixedRandom random{3};
    crypto::TlsIdentity sam = crypto::TlsIdentity::generate();
    crypto::TlsIdentity alex = crypto::TlsIdentity::generate();
    crypto::TlsIdentity stranger = crypto::TlsIdentity::generate();
    AnnouncementKeys keys = AnnouncementKeys::ofNameplate(4);
    Listener listener{
        [this](const QByteArray& bytes) { return openPreamble(keys.preamble, bytes, noon); }};
    qintptr accepted = -1;
    std::unique_ptr<Link> server; // Sam's
    std::unique_ptr<Link> client; // Alex's
    QByteArrayList atServer;
    QByteArrayList atClient;
    int closed = 0;

    void SetUp() override {
        ASSERT_TRUE(listener.start(QHostAddress::LocalHost, {}, true));
        QObject::connect(&listener, &Listener::proven, &listener, [this](qintptr socket) {
            server = linkOf(Link::Dialled::ByThem, sam, alex);
            QObject::connect(server.get(), &Link::received, &listener,
                             [this](const QByteArray& bytes) { atServer << bytes; });
            accepted = socket;
            server->accept(socket);
        });
    }
    std::unique_ptr<Link> linkOf(Link::Dialled dialled, const crypto::TlsIdentity& own,
                                 const crypto::TlsIdentity& expected) {
        auto link = std::make_unique<Link>(dialled, pinnedTls(own, expected.certificateDer()),
                                           expected.fingerprint(), 1000);
        QObject::connect(link.get(), &Link::closed, &listener, [this] { ++closed; });
        return link;
    }
    QByteArray preamble() {
        return sealPreamble(keys.preamble, {random.fixed<Incarnation>(), 1, 0}, noon, random);
    }
    void dial(const crypto::TlsIdentity& own, const crypto::TlsIdentity& expected,
              quint16 port = 0) {
        client = linkOf(Link::Dialled::ByMe, own, expected);
        QObject::connect(client.get(), &Link::received, &listener,
                         [this](const QByteArray& bytes) { atClient << bytes; });
        client->dial(u"127.0.0.1"_s, port ? port : listener.serverPort(),
                     [this] { return preamble(); });
    }
    bool bothReady() {
        return waitUntil([&] { return server && server->isReady() && client->isReady(); });
    }
    // A TLS client that isn't ours.
    void dialPlainly(QSslSocket& socket, const QSslConfiguration& tls) {
        socket.setSslConfiguration(tls);
        socket.setPeerVerifyMode(QSslSocket::VerifyNone);
        socket.connectToHost(u"127.0.0.1"_s, listener.serverPort());
        ASSERT_TRUE(waitUntil([&] { return socket.state() == QSslSocket::ConnectedState; }));
        socket.write(preamble());
        socket.startClientEncryption();
    }
    bool serverRefused() {
        return waitUntil([&] { return closed == 1; }) && server && !server->isReady();
    }
};

// The types of a ClientHello's extensions (RFC 8446, 4.1.2), read as far as they go.
std::vector<quint16> extensionsOf(const QByteArray& record) {
    const auto u16 = [&](qsizetype at) {
        return at + 2 <= record.size() ? qFromBigEndian<quint16>(record.data() + at) : quint16(0);
    };
    qsizetype at = 5 + 4 + 2 + 32; // record, handshake, version, random
    at += 1 + quint8(record.at(at));
    at += 2 + u16(at);
    at += 1 + quint8(record.at(at));
    const qsizetype end = at + 2 + u16(at);
    std::vector<quint16> types;
    for (at += 2; at + 4 <= end && at + 4 <= record.size(); at += 4 + u16(at + 2))
        types.push_back(u16(at));
    return types;
}

} // namespace

TEST_F(Linking, TwoWhoKnowEachOtherExchangeMessages) {
    dial(alex, sam);
    ASSERT_TRUE(bothReady());
    EXPECT_EQ(server->peer(), alex.fingerprint());
    EXPECT_EQ(client->peer(), sam.fingerprint());
    EXPECT_EQ(client->peerCertificateDer(), sam.certificateDer());
    client->send("from alex");
    server->send("from sam");
    EXPECT_TRUE(waitUntil([&] { return atServer.size() == 1 && atClient.size() == 1; }));
    EXPECT_EQ(atServer.value(0), "from alex");
    EXPECT_EQ(atClient.value(0), "from sam");
}

// The one who was dialled, too: a word that waits for another to travel with waits for 40 ms.
TEST_F(Linking, SmallWordsGoOutAtOnce) {
    dial(alex, sam);
    ASSERT_TRUE(bothReady());
    int atOnce = 0;
    socklen_t size = sizeof atOnce;
    ASSERT_EQ(::getsockopt(int(accepted), IPPROTO_TCP, TCP_NODELAY, &atOnce, &size), 0);
    EXPECT_NE(atOnce, 0);
}

TEST_F(Linking, APreambleAndAClientHelloInOneSegmentMeet) {
    Relay relay(listener.serverPort(), preambleSize + 100);
    dial(alex, sam, relay.serverPort());
    ASSERT_TRUE(bothReady());
    EXPECT_GT(relay.fromClient.size(), preambleSize + 100);
}

TEST_F(Linking, TheWireTellsNoNameAndNoCertificate) {
    Relay relay(listener.serverPort(), preambleSize + 100);
    dial(alex, sam, relay.serverPort());
    ASSERT_TRUE(bothReady());
    client->send("words of alex");
    ASSERT_TRUE(waitUntil([&] { return !atServer.isEmpty(); }));
    const auto types = extensionsOf(relay.fromClient.sliced(preambleSize));
    EXPECT_GT(types.size(), 3u);
    EXPECT_EQ(std::count(types.begin(), types.end(), 0), 0);  // server_name
    EXPECT_EQ(std::count(types.begin(), types.end(), 43), 1); // supported_versions
    for (const QByteArray& all : {relay.fromClient, relay.fromServer}) {
        EXPECT_FALSE(all.contains("mend"));
        EXPECT_FALSE(all.contains("words of alex"));
        EXPECT_FALSE(all.contains(alex.certificateDer().mid(100, 40)));
        EXPECT_FALSE(all.contains(sam.certificateDer().mid(100, 40)));
    }
}

TEST_F(Linking, AnotherKeyWithTheSameNameIsRefusedByTheListener) {
    dial(stranger, sam);
    EXPECT_TRUE(waitUntil([&] { return closed == 2; }));
    EXPECT_TRUE(server && !server->isReady());
}

TEST_F(Linking, AnotherKeyWithTheSameNameIsRefusedByTheDialler) {
    dial(alex, stranger); // Sam answers where somebody else was expected
    EXPECT_TRUE(waitUntil([&] { return closed >= 1; }));
    EXPECT_FALSE(client->isReady());
    EXPECT_FALSE(server && server->isReady() && !atServer.isEmpty());
}

TEST_F(Linking, AClientWithoutACertificateIsRefused) {
    QSslConfiguration tls;
    tls.setProtocol(QSsl::TlsV1_3);
    QSslSocket socket;
    dialPlainly(socket, tls);
    EXPECT_TRUE(serverRefused());
}

TEST_F(Linking, ATls12ClientIsRefused) {
    QSslConfiguration tls = pinnedTls(alex, sam.certificateDer());
    tls.setProtocol(QSsl::TlsV1_2);
    QSslSocket socket;
    dialPlainly(socket, tls);
    EXPECT_TRUE(serverRefused());
    EXPECT_FALSE(socket.isEncrypted());
}

TEST_F(Linking, CertificatesHoldWhateverTheClockSays) {
    const QSslCertificate certificate(alex.certificateDer(), QSsl::Der);
    const QDateTime now = QDateTime::currentDateTimeUtc();
    EXPECT_LT(certificate.effectiveDate(), now.addYears(-20));
    EXPECT_GT(certificate.expiryDate(), now.addYears(20));
}

TEST_F(Linking, WhilePairingAnyCertificateWillDoButOneThereMustBe) {
    const auto pairing = [](Link::Dialled dialled, const crypto::TlsIdentity& own) {
        return std::make_unique<Link>(dialled, pairingTls(own), std::nullopt, pairingFrameLimit);
    };
    listener.disconnect();
    QObject::connect(&listener, &Listener::proven, &listener, [&](qintptr socket) {
        server = pairing(Link::Dialled::ByThem, sam);
        QObject::connect(server.get(), &Link::closed, &listener, [this] { ++closed; });
        server->accept(socket);
    });
    client = pairing(Link::Dialled::ByMe, stranger);
    client->dial(u"127.0.0.1"_s, listener.serverPort(), [this] { return preamble(); });
    ASSERT_TRUE(bothReady());
    EXPECT_EQ(server->peer(), stranger.fingerprint());
    EXPECT_EQ(client->peer(), sam.fingerprint());
    QSslConfiguration tls;
    tls.setProtocol(QSsl::TlsV1_3);
    QSslSocket bare;
    closed = 0;
    dialPlainly(bare, tls);
    EXPECT_TRUE(serverRefused());
}

TEST_F(Linking, AFrameOverTheLimitEndsTheLink) {
    dial(alex, sam);
    ASSERT_TRUE(bothReady());
    client->send(QByteArray(1001, 'x'));
    EXPECT_TRUE(waitUntil([&] { return closed == 2; }));
    EXPECT_TRUE(atServer.isEmpty());
    EXPECT_TRUE(server->brokeRules()); // by what came to it
    EXPECT_FALSE(client->brokeRules());
}

TEST_F(Linking, WhoIsLetGoHearsNothingMoreAndTellsNobodyHere) {
    dial(alex, sam);
    ASSERT_TRUE(bothReady());
    QObject::connect(client.get(), &Link::received, &listener,
                     [this] { Link::letGo(std::move(client)); }); // from within its own signal
    server->send("first");
    server->send("second");
    EXPECT_TRUE(waitUntil([&] { return closed > 0; }));
    letWork(20);
    EXPECT_EQ(closed, 1); // the server's end alone
    EXPECT_FALSE(server->brokeRules());
    EXPECT_EQ(atClient, QByteArrayList{"first"});
}

TEST_F(Linking, WhoIsProvenMayTakeLongerThanOthers) {
    dial(alex, sam);
    ASSERT_TRUE(bothReady());
    server->stopDeadline();
    client->stopDeadline();
    QTcpServer silent;
    ASSERT_TRUE(silent.listen(QHostAddress::LocalHost));
    Link later(Link::Dialled::ByMe, pairingTls(alex), std::nullopt, 1000);
    bool over = false;
    QObject::connect(&later, &Link::closed, [&] { over = true; });
    later.dial(u"127.0.0.1"_s, silent.serverPort(), [this] { return preamble(); });
    ASSERT_TRUE(waitUntil([&] { return over; }, 30'000)); // its ten seconds
    EXPECT_EQ(closed, 0);
    client->send("still here");
    EXPECT_TRUE(waitUntil([&] { return atServer == QByteArrayList{"still here"}; }));
}

TEST_F(Linking, TheLastWordsArriveBeforeTheEnd) {
    dial(alex, sam);
    ASSERT_TRUE(bothReady());
    for (int i = 0; i < 500; ++i)
        server->send(QByteArray(900, 'x'));
    server->send("goodbye");
    Link::part(std::move(server), &listener);
    EXPECT_TRUE(waitUntil([&] { return closed == 1; }));
    EXPECT_EQ(atClient.size(), 501);
    EXPECT_EQ(atClient.value(500), "goodbye");
}

TEST_F(Linking, WithoutAPreambleNothingIsSent) {
    Relay relay(listener.serverPort(), 1);
    client = linkOf(Link::Dialled::ByMe, alex, sam);
    client->dial(u"127.0.0.1"_s, relay.serverPort(), [] { return QByteArray(); });
    EXPECT_TRUE(waitUntil([&] { return closed == 1; }));
    EXPECT_TRUE(relay.fromClient.isEmpty());
}
