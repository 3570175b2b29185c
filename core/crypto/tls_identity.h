#pragma once
// The TLS key and certificate of one computer: P-256, X.509 v3, self-signed and its own only
// authority (RFC 5280). Everybody's certificate bears the same name and the same dates, so that it
// tells nothing but its key. It is trusted by its hash alone, learnt while pairing.

#include "core/base/bytes.h"
#include "core/crypto/secret_bytes.h"

#include <QByteArray>
#include <QLatin1StringView>

namespace mend::crypto {

// The name in each certificate, and the peer name to verify against.
inline constexpr QLatin1StringView tlsPeerName{"mend"};

// SHA-256 of a certificate's DER: what pairing remembers.
CertificateHash certificateFingerprint(QByteArrayView certificateDer);

class TlsIdentity {
public:
    // OpenSSL's own randomness. Valid 2000-01-01 to 9999-12-31: a wrong clock must not keep two
    // people apart.
    static TlsIdentity generate();
    // BadCertificate: either is no DER of its kind, something stands behind it, the key isn't
    // P-256, or they don't belong together.
    static Result<TlsIdentity, CryptoError> fromDer(QByteArrayView certificate,
                                                    const SecretBytes& privateKey);

    const QByteArray& certificateDer() const { return certificate_; }
    const SecretBytes& privateKeyDer() const { return privateKey_; } // PKCS#8, as QSslKey reads it
    CertificateHash fingerprint() const { return certificateFingerprint(certificate_); }

private:
    TlsIdentity(QByteArray certificate, SecretBytes privateKey);
    QByteArray certificate_;
    SecretBytes privateKey_;
};

} // namespace mend::crypto
