#pragma once
// XChaCha20-Poly1305 (draft-irtf-cfrg-xchacha-03): seals bytes under a key, bound to associated
// data.

#include "core/base/bytes.h"
#include "core/crypto/secret_bytes.h"

#include <QByteArray>

namespace mend::crypto {

using Nonce = FixedBytes<struct NonceTag, 24>; // Never twice under one key; random is enough.
inline constexpr qsizetype aeadTagSize = 16;   // Bytes a ciphertext is longer than what it holds.

QByteArray aeadSeal(const Key& key, const Nonce& nonce, QByteArrayView plain,
                    QByteArrayView associated);

// Forged: another key, nonce or associated data, an altered or too short ciphertext.
Result<QByteArray, CryptoError> aeadOpen(const Key& key, const Nonce& nonce, QByteArrayView sealed,
                                         QByteArrayView associated);

// The same, for what is itself a secret: a wrapped key.
Result<SecretBytes, CryptoError> aeadOpenSecret(const Key& key, const Nonce& nonce,
                                                QByteArrayView sealed, QByteArrayView associated);

} // namespace mend::crypto
