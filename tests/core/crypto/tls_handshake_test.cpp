// That two identities meet over real TLS the way the transport uses them: TLS 1.3 only, each end
// verifies the other with the other's self-signed certificate as its only authority.

#include "core/crypto/tls_identity.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslSocket>
#include <QTcpServer>
#include <functional>
#include <gtest/gtest.h>

using namespace mend;
using namespace mend::crypto;

namespace {

QSslConfiguration configuration(const TlsIdentity& own, const TlsIdentity& expected) {
    QSslConfiguration tls;
    tls.setProtocol(QSsl::TlsV1_3);
    tls.setLocalCertificate(QSslCertificate(own.certificateDer(), QSsl::Der));
    tls.setPrivateKey(QSslKey(own.privateKeyDer().view().toByteArray(), QSsl::Ec, QSsl::Der));
    tls.setCaCertificates({QSslCertificate(expected.certificateDer(), QSsl::Der)});
    tls.setPeerVerifyMode(QSslSocket::VerifyPeer);
    tls.setSslOption(QSsl::SslOptionDisableServerNameIndication, true);
    return tls;
}

class Server final : public QTcpServer {
public:
    explicit Server(QSslConfiguration tls) : tls_(std::move(tls)) {}
    QSslSocket socket;

private:
    void incomingConnection(qintptr descriptor) override {
        socket.setSslConfiguration(tls_);
        socket.setPeerVerifyName(tlsPeerName);
        socket.setSocketDescriptor(descriptor);
        socket.startServerEncryption();
    }
    QSslConfiguration tls_;
};

bool waitUntil(const std::function<bool()>& condition) {
    const QDeadlineTimer deadline(5000); // ms; the handshake takes some ten
    while (!condition() && !deadline.hasExpired())
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents, 20);
    return condition();
}

struct TlsHandshake : testing::Test {
    TlsIdentity alex = TlsIdentity::generate();
    TlsIdentity sam = TlsIdentity::generate();
    TlsIdentity stranger = TlsIdentity::generate();
    QSslSocket client;

    void connectTo(Server& server, const TlsIdentity& own, const TlsIdentity& expected) {
        ASSERT_TRUE(server.listen(QHostAddress::LocalHost));
        client.setSslConfiguration(configuration(own, expected));
        client.connectToHostEncrypted(QStringLiteral("127.0.0.1"), server.serverPort(),
                                      tlsPeerName);
    }
};

CertificateHash peerOf(const QSslSocket& socket) {
    return certificateFingerprint(socket.peerCertificate().toDer());
}

} // namespace

TEST_F(TlsHandshake, EachEndAcceptsTheCertificateItKnows) {
    Server server(configuration(sam, alex));
    connectTo(server, alex, sam);
    ASSERT_TRUE(waitUntil([&] { return client.isEncrypted() && server.socket.isEncrypted(); }))
        << client.errorString().toStdString() << " / " << server.socket.errorString().toStdString();
    EXPECT_EQ(client.sessionProtocol(), QSsl::TlsV1_3);
    EXPECT_EQ(peerOf(client), sam.fingerprint());
    EXPECT_EQ(peerOf(server.socket), alex.fingerprint());
    EXPECT_TRUE(client.sslHandshakeErrors().isEmpty());
    EXPECT_TRUE(server.socket.sslHandshakeErrors().isEmpty());

    client.write("hello");
    EXPECT_TRUE(waitUntil([&] { return server.socket.bytesAvailable() == 5; }));
    server.socket.write("hello yourself");
    EXPECT_TRUE(waitUntil([&] { return client.bytesAvailable() == 14; }));
}

TEST_F(TlsHandshake, TheServerRefusesAStrangerOfTheSameName) {
    Server server(configuration(sam, alex));
    connectTo(server, stranger, sam);
    EXPECT_TRUE(waitUntil([&] { return client.state() == QAbstractSocket::UnconnectedState; }));
    EXPECT_FALSE(server.socket.isEncrypted());
    EXPECT_FALSE(server.socket.sslHandshakeErrors().isEmpty());
}

TEST_F(TlsHandshake, TheClientRefusesAStrangerOfTheSameName) {
    Server server(configuration(stranger, alex));
    connectTo(server, alex, sam);
    EXPECT_TRUE(waitUntil([&] { return client.state() == QAbstractSocket::UnconnectedState; }));
    EXPECT_FALSE(client.isEncrypted());
    EXPECT_FALSE(client.sslHandshakeErrors().isEmpty());
}
