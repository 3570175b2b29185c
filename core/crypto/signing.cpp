#include "core/crypto/signing.h"

#include "core/crypto/raw.h"

#include <sodium.h>

namespace mend::crypto {

static_assert(Key::keySize == crypto_sign_SEEDBYTES);
static_assert(Signature::size == crypto_sign_BYTES);

namespace {

QByteArray labelled(Label label, Parts parts) {
    QByteArray message = label.view().toByteArray();
    for (const QByteArrayView part : parts)
        message.append(part);
    return message;
}

} // namespace

SigningKey::SigningKey(SecretBytes secret, const PublicKey& publicKey)
    : secret_(std::move(secret)), publicKey_(publicKey) {}

SigningKey SigningKey::generate(Random& random) {
    return fromSeed(Key::random(random));
}

SigningKey SigningKey::fromSeed(const Key& seed) {
    SecretBytes secret(crypto_sign_SECRETKEYBYTES);
    PublicKey publicKey;
    mustSucceed(crypto_sign_seed_keypair(raw(publicKey.data()), raw(secret.span().data()),
                                         raw(seed.span().data())) == 0);
    return SigningKey(std::move(secret), publicKey);
}

Key SigningKey::seed() const {
    auto seed = Key::from(SecretBytes::copyOf(secret_.span().first(crypto_sign_SEEDBYTES)));
    mustSucceed(seed.has_value());
    return std::move(*seed);
}

Signature SigningKey::sign(Label label, Parts parts) const {
    return signRaw(labelled(label, parts));
}

Signature SigningKey::signRaw(QByteArrayView message) const {
    Signature signature;
    mustSucceed(crypto_sign_detached(signature.data(), nullptr, raw(message.data()),
                                     std::size_t(message.size()), raw(secret_.span().data())) == 0);
    return signature;
}

bool verify(std::span<const std::byte, 32> publicKey, Label label, Parts parts,
            const Signature& signature) {
    return verifyRaw(publicKey, labelled(label, parts), signature);
}

bool verifyRaw(std::span<const std::byte, 32> publicKey, QByteArrayView message,
               const Signature& signature) {
    return crypto_sign_verify_detached(signature.data(), raw(message.data()),
                                       std::size_t(message.size()), raw(publicKey.data())) == 0;
}

} // namespace mend::crypto
