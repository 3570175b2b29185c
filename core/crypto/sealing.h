#pragma once
// Sealing to somebody who is not there: libsodium's sealed box (X25519, XSalsa20-Poly1305). Meant
// for short things such as a file's key. It proves nothing about who sealed.

#include "core/base/bytes.h"
#include "core/crypto/secret_bytes.h"

#include <QByteArray>

namespace mend::crypto {

inline constexpr qsizetype sealOverhead = 48; // Bytes a sealed box is longer than what it holds.

class SealingKeyPair {
public:
    static SealingKeyPair generate(Random& random);
    static SealingKeyPair fromSecret(const Key& secret);

    const SealingKeyId& id() const { return id_; }
    const Key& secret() const { return secret_; }

    // Forged: sealed to somebody else, altered, or too short.
    Result<SecretBytes, CryptoError> open(QByteArrayView sealed) const;

private:
    SealingKeyPair(Key secret, const SealingKeyId& id) : secret_(std::move(secret)), id_(id) {}
    Key secret_;
    SealingKeyId id_;
};

// BadKey: a public key of small order. The box's own one-time key comes from the machine's
// randomness.
Result<QByteArray, CryptoError> sealTo(const SealingKeyId& to, std::span<const std::byte> plain);

} // namespace mend::crypto
