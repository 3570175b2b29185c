#pragma once
// From one key to others, each for one purpose: HKDF with SHA-256 (RFC 5869), by OpenSSL.

#include "core/crypto/labels.h"
#include "core/crypto/secret_bytes.h"

namespace mend::crypto {

// The key for `label` under `secret` (a data key, a pair key, an ISK, a recovery code). `salt`
// binds the key to something public, such as the identity of who sends: then each direction has a
// key of its own.
Key hkdf(const SecretBytes& secret, QByteArrayView salt, Label label);

// The function itself, with any info; 1 to 8,160 bytes. Mend's own keys come from hkdf() above.
SecretBytes hkdfSha256(const SecretBytes& secret, QByteArrayView salt, QByteArrayView info,
                       std::size_t length);

} // namespace mend::crypto
