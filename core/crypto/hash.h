#pragma once
// Hashes: BLAKE2b-256 with personalisation (RFC 7693), SHA-256, SHA-512 (FIPS 180-4) and
// HMAC-SHA-512 (RFC 2104). A digest becomes an id by its type: RecordId(blake2b256(Labels::record,
// header)).

#include "core/crypto/labels.h"
#include "core/crypto/secret_bytes.h"

#include <QByteArray>
#include <array>
#include <initializer_list>

namespace mend::crypto {

using Digest32 = std::array<std::byte, 32>;
using Digest64 = std::array<std::byte, 64>;
using Parts =
    std::initializer_list<QByteArrayView>; // Hashed one behind the other, no lengths between.

Digest32 blake2b256(HashLabel label, QByteArrayView bytes);

Digest32 sha256(QByteArrayView bytes);

// SHA-512 of what is or makes a secret.
SecretBytes sha512(Parts parts);
Digest64 hmacSha512(const SecretBytes& key, Parts parts);

} // namespace mend::crypto
