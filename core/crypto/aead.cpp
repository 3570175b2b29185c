#include "core/crypto/aead.h"

#include "core/crypto/raw.h"

#include <sodium.h>

namespace mend::crypto {

static_assert(Nonce::size == crypto_aead_xchacha20poly1305_ietf_NPUBBYTES);
static_assert(Key::keySize == crypto_aead_xchacha20poly1305_ietf_KEYBYTES);
static_assert(aeadTagSize == crypto_aead_xchacha20poly1305_ietf_ABYTES);

namespace {

// Opens into `plain`, which has room for the ciphertext less its tag.
bool open(unsigned char* plain, const Key& key, const Nonce& nonce, QByteArrayView sealed,
          QByteArrayView associated) {
    return crypto_aead_xchacha20poly1305_ietf_decrypt(
               plain, nullptr, nullptr, raw(sealed.data()), std::size_t(sealed.size()),
               raw(associated.data()), std::size_t(associated.size()), nonce.data(),
               raw(key.span().data())) == 0;
}

} // namespace

QByteArray aeadSeal(const Key& key, const Nonce& nonce, QByteArrayView plain,
                    QByteArrayView associated) {
    QByteArray sealed(plain.size() + aeadTagSize, Qt::Uninitialized);
    mustSucceed(crypto_aead_xchacha20poly1305_ietf_encrypt(
                    raw(sealed.data()), nullptr, raw(plain.data()), std::size_t(plain.size()),
                    raw(associated.data()), std::size_t(associated.size()), nullptr, nonce.data(),
                    raw(key.span().data())) == 0);
    return sealed;
}

Result<QByteArray, CryptoError> aeadOpen(const Key& key, const Nonce& nonce, QByteArrayView sealed,
                                         QByteArrayView associated) {
    if (sealed.size() < aeadTagSize)
        return fail(CryptoError::Forged);
    QByteArray plain(sealed.size() - aeadTagSize, Qt::Uninitialized);
    if (!open(raw(plain.data()), key, nonce, sealed, associated))
        return fail(CryptoError::Forged);
    return plain;
}

Result<SecretBytes, CryptoError> aeadOpenSecret(const Key& key, const Nonce& nonce,
                                                QByteArrayView sealed, QByteArrayView associated) {
    if (sealed.size() < aeadTagSize)
        return fail(CryptoError::Forged);
    SecretBytes plain(std::size_t(sealed.size() - aeadTagSize));
    if (!open(raw(plain.span().data()), key, nonce, sealed, associated))
        return fail(CryptoError::Forged);
    return plain;
}

} // namespace mend::crypto
