#include "core/crypto/sealing.h"

#include "core/crypto/raw.h"

#include <sodium.h>

namespace mend::crypto {

static_assert(Key::keySize == crypto_box_SECRETKEYBYTES);
static_assert(SealingKeyId::size == crypto_box_PUBLICKEYBYTES);
static_assert(sealOverhead == crypto_box_SEALBYTES);

SealingKeyPair SealingKeyPair::generate(Random& random) {
    return fromSecret(Key::random(random));
}

SealingKeyPair SealingKeyPair::fromSecret(const Key& secret) {
    SealingKeyId id;
    mustSucceed(crypto_scalarmult_base(id.data(), raw(secret.span().data())) == 0);
    return SealingKeyPair(secret.copy(), id);
}

Result<SecretBytes, CryptoError> SealingKeyPair::open(QByteArrayView sealed) const {
    if (sealed.size() < sealOverhead)
        return fail(CryptoError::Forged);
    SecretBytes plain(std::size_t(sealed.size() - sealOverhead));
    if (crypto_box_seal_open(raw(plain.span().data()), raw(sealed.data()),
                             std::size_t(sealed.size()), id_.data(),
                             raw(secret_.span().data())) != 0)
        return fail(CryptoError::Forged);
    return plain;
}

Result<QByteArray, CryptoError> sealTo(const SealingKeyId& to, std::span<const std::byte> plain) {
    QByteArray sealed(qsizetype(plain.size()) + sealOverhead, Qt::Uninitialized);
    if (crypto_box_seal(raw(sealed.data()), raw(plain.data()), plain.size(), to.data()) != 0)
        return fail(CryptoError::BadKey);
    return sealed;
}

} // namespace mend::crypto
