#include "core/crypto/hash.h"

#include "core/crypto/raw.h"

#include <sodium.h>

namespace mend::crypto {

Digest32 blake2b256(HashLabel label, QByteArrayView bytes) {
    Digest32 digest;
    const auto personal = label.personalisation();
    mustSucceed(crypto_generichash_blake2b_salt_personal(
                    raw(digest.data()), digest.size(), raw(bytes.data()), std::size_t(bytes.size()),
                    nullptr, 0, nullptr, raw(personal.data())) == 0);
    return digest;
}

Digest32 sha256(QByteArrayView bytes) {
    Digest32 digest;
    crypto_hash_sha256(raw(digest.data()), raw(bytes.data()), std::size_t(bytes.size()));
    return digest;
}

SecretBytes sha512(Parts parts) {
    crypto_hash_sha512_state state;
    crypto_hash_sha512_init(&state);
    for (const QByteArrayView part : parts)
        crypto_hash_sha512_update(&state, raw(part.data()), std::size_t(part.size()));
    SecretBytes digest(crypto_hash_sha512_BYTES);
    crypto_hash_sha512_final(&state, raw(digest.span().data())); // wipes the state
    return digest;
}

Digest64 hmacSha512(const SecretBytes& key, Parts parts) {
    crypto_auth_hmacsha512_state state;
    crypto_auth_hmacsha512_init(&state, raw(key.span().data()), key.size());
    for (const QByteArrayView part : parts)
        crypto_auth_hmacsha512_update(&state, raw(part.data()), std::size_t(part.size()));
    Digest64 digest;
    crypto_auth_hmacsha512_final(&state, raw(digest.data()));
    sodium_memzero(&state, sizeof state);
    return digest;
}

} // namespace mend::crypto
