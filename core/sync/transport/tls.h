#pragma once
// Mutual TLS 1.3 and nothing else (RFC 8446): for pairing, where nobody is trusted yet and both
// certificates are bound into CPace; and for two paired computers, where the partner's certificate
// is the only authority.

#include "core/base/bytes.h"
#include "core/crypto/tls_identity.h"

#include <QSslConfiguration>
#include <QSslSocket>
#include <optional>

namespace mend::sync {

QSslConfiguration pairingTls(const crypto::TlsIdentity& own);
QSslConfiguration pinnedTls(const crypto::TlsIdentity& own,
                            const QByteArray& partnerCertificateDer);

// After the handshake: nothing unless it is TLS 1.3 and the other showed a certificate.
std::optional<CertificateHash> peerOf(const QSslSocket& socket);

} // namespace mend::sync
