#include "core/sync/transport/tls.h"

#include <QSslCertificate>
#include <QSslKey>

namespace mend::sync {

namespace {

// Qt reads a PKCS#8 key of any algorithm from PEM, but not from DER.
QSslKey keyOf(const crypto::TlsIdentity& own) {
    const QByteArrayView secret = own.privateKeyDer().view();
    QByteArray base64 = QByteArray::fromRawData(secret.data(), secret.size()).toBase64();
    QByteArray pem = "-----BEGIN PRIVATE KEY-----\n" + base64 + "\n-----END PRIVATE KEY-----\n";
    QSslKey key(pem, QSsl::Ec, QSsl::Pem, QSsl::PrivateKey);
    for (QByteArray* copy : {&base64, &pem})
        crypto::wipe(std::as_writable_bytes(std::span(copy->data(), std::size_t(copy->size()))));
    return key;
}

QSslConfiguration base(const crypto::TlsIdentity& own) {
    QSslConfiguration configuration;
    configuration.setProtocol(QSsl::TlsV1_3);
    configuration.setLocalCertificate(QSslCertificate(own.certificateDer(), QSsl::Der));
    configuration.setPrivateKey(keyOf(own));
    configuration.setSslOption(QSsl::SslOptionDisableServerNameIndication, true);
    configuration.setSslOption(QSsl::SslOptionDisableSessionTickets, true);
    configuration.setSslOption(QSsl::SslOptionDisableSessionSharing, true);
    configuration.setSslOption(QSsl::SslOptionDisableSessionPersistence, true);
    configuration.setCaCertificates({});
    return configuration;
}

} // namespace

QSslConfiguration pairingTls(const crypto::TlsIdentity& own) {
    QSslConfiguration configuration = base(own);
    configuration.setPeerVerifyMode(QSslSocket::QueryPeer);
    return configuration;
}

QSslConfiguration pinnedTls(const crypto::TlsIdentity& own,
                            const QByteArray& partnerCertificateDer) {
    QSslConfiguration configuration = base(own);
    configuration.setPeerVerifyMode(QSslSocket::VerifyPeer);
    configuration.setCaCertificates({QSslCertificate(partnerCertificateDer, QSsl::Der)});
    return configuration;
}

std::optional<CertificateHash> peerOf(const QSslSocket& socket) {
    const QSslCertificate certificate = socket.peerCertificate();
    if (!socket.isEncrypted() || socket.sessionProtocol() != QSsl::TlsV1_3 || certificate.isNull())
        return std::nullopt;
    return crypto::certificateFingerprint(certificate.toDer());
}

} // namespace mend::sync
