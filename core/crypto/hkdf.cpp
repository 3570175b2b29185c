#include "core/crypto/hkdf.h"

#include "core/crypto/raw.h"

#include <memory>
#include <openssl/core_names.h>
#include <openssl/kdf.h>
#include <openssl/params.h>

namespace mend::crypto {

namespace {

// OSSL_PARAM points to bytes it only reads through a pointer that isn't const. OpenSSL takes no
// null pointer, so nothing is an empty string.
OSSL_PARAM octets(const char* name, QByteArrayView bytes) {
    if (bytes.isNull())
        bytes = "";
    return OSSL_PARAM_construct_octet_string(name, const_cast<char*>(bytes.data()),
                                             std::size_t(bytes.size()));
}

} // namespace

SecretBytes hkdfSha256(const SecretBytes& secret, QByteArrayView salt, QByteArrayView info,
                       std::size_t length) {
    const std::unique_ptr<EVP_KDF, decltype(&EVP_KDF_free)> kdf(
        EVP_KDF_fetch(nullptr, OSSL_KDF_NAME_HKDF, nullptr), EVP_KDF_free);
    mustSucceed(kdf != nullptr);
    const std::unique_ptr<EVP_KDF_CTX, decltype(&EVP_KDF_CTX_free)> context(
        EVP_KDF_CTX_new(kdf.get()), EVP_KDF_CTX_free);
    mustSucceed(context != nullptr);

    char digest[] = "SHA256";
    const OSSL_PARAM parameters[] = {
        OSSL_PARAM_construct_utf8_string(OSSL_KDF_PARAM_DIGEST, digest, 0),
        octets(OSSL_KDF_PARAM_KEY, secret.view()),
        octets(OSSL_KDF_PARAM_SALT, salt),
        octets(OSSL_KDF_PARAM_INFO, info),
        OSSL_PARAM_construct_end(),
    };
    SecretBytes derived(length);
    mustSucceed(EVP_KDF_derive(context.get(), raw(derived.span().data()), length, parameters) == 1);
    return derived;
}

Key hkdf(const SecretBytes& secret, QByteArrayView salt, Label label) {
    auto key = Key::from(hkdfSha256(secret, salt, label.view(), Key::keySize));
    mustSucceed(key.has_value());
    return std::move(*key);
}

} // namespace mend::crypto
