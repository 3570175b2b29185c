#pragma once
// The key that a file can be sealed to its owner under (X25519, RFC 7748). It is shown while
// pairing and stands in each member record, so that sealed files can come without pairing anew.

#include "core/base/bytes.h"
#include "core/crypto/secret_bytes.h"

namespace mend::crypto {

class SealingKeyPair {
public:
    static SealingKeyPair generate(Random& random);
    static SealingKeyPair fromSecret(const Key& secret);

    const SealingKeyId& id() const { return id_; }
    const Key& secret() const { return secret_; }

private:
    SealingKeyPair(Key secret, const SealingKeyId& id) : secret_(std::move(secret)), id_(id) {}
    Key secret_;
    SealingKeyId id_;
};

} // namespace mend::crypto
