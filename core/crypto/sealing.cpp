#include "core/crypto/sealing.h"

#include "core/crypto/raw.h"

#include <sodium.h>

namespace mend::crypto {

static_assert(Key::keySize == crypto_box_SECRETKEYBYTES);
static_assert(SealingKeyId::size == crypto_box_PUBLICKEYBYTES);

SealingKeyPair SealingKeyPair::generate(Random& random) {
    return fromSecret(Key::random(random));
}

SealingKeyPair SealingKeyPair::fromSecret(const Key& secret) {
    SealingKeyId id;
    mustSucceed(crypto_scalarmult_base(id.data(), raw(secret.span().data())) == 0);
    return SealingKeyPair(secret.copy(), id);
}

} // namespace mend::crypto
