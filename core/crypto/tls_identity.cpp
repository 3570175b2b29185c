#include "core/crypto/tls_identity.h"

#include "core/crypto/hash.h"
#include "core/crypto/raw.h"

#include <memory>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/rand.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>
#include <string_view>

namespace mend::crypto {

namespace {

template <class T, void (*free)(T*)>
struct Freed {
    void operator()(T* object) const { free(object); }
};
using PrivateKey = std::unique_ptr<EVP_PKEY, Freed<EVP_PKEY, EVP_PKEY_free>>;
using Certificate = std::unique_ptr<X509, Freed<X509, X509_free>>;
using Extension = std::unique_ptr<X509_EXTENSION, Freed<X509_EXTENSION, X509_EXTENSION_free>>;
using Pkcs8 =
    std::unique_ptr<PKCS8_PRIV_KEY_INFO, Freed<PKCS8_PRIV_KEY_INFO, PKCS8_PRIV_KEY_INFO_free>>;

constexpr qsizetype maxDerSize = 4096; // Bytes. Ours are under 600.
constexpr char curve[] = "P-256";

void setSerial(X509* certificate) {
    unsigned char bytes[16];
    mustSucceed(RAND_bytes(bytes, sizeof bytes) == 1);
    bytes[0] = (bytes[0] & 0x7f) | 0x40; // positive, and of one length for everybody
    const std::unique_ptr<BIGNUM, Freed<BIGNUM, BN_free>> number(
        BN_bin2bn(bytes, sizeof bytes, nullptr));
    mustSucceed(number && BN_to_ASN1_INTEGER(number.get(), X509_get_serialNumber(certificate)));
}

void setNameAndDates(X509* certificate) {
    X509_NAME* name = X509_get_subject_name(certificate);
    mustSucceed(X509_NAME_add_entry_by_NID(name, NID_commonName, MBSTRING_ASC,
                                           raw(tlsPeerName.data()), int(tlsPeerName.size()), -1,
                                           0) == 1);
    mustSucceed(X509_set_issuer_name(certificate, name) == 1);
    mustSucceed(ASN1_TIME_set_string_X509(X509_getm_notBefore(certificate), "20000101000000Z") ==
                1);
    mustSucceed(ASN1_TIME_set_string_X509(X509_getm_notAfter(certificate), "99991231235959Z") == 1);
}

// An authority for itself only, good for both ends of a TLS connection.
void addExtensions(X509* certificate) {
    const std::pair<int, const char*> extensions[] = {
        {NID_basic_constraints, "critical,CA:TRUE,pathlen:0"},
        {NID_key_usage, "critical,digitalSignature,keyCertSign"},
        {NID_ext_key_usage, "serverAuth,clientAuth"},
        {NID_subject_alt_name, "DNS:mend"},
        {NID_subject_key_identifier, "hash"},
    };
    X509V3_CTX context;
    X509V3_set_ctx_nodb(&context);
    X509V3_set_ctx(&context, certificate, certificate, nullptr, nullptr, 0);
    for (const auto& [nid, value] : extensions) {
        const Extension extension(X509V3_EXT_conf_nid(nullptr, &context, nid, value));
        mustSucceed(extension && X509_add_ext(certificate, extension.get(), -1) == 1);
    }
}

Certificate selfSigned(EVP_PKEY* key) {
    Certificate certificate(X509_new());
    mustSucceed(certificate && X509_set_version(certificate.get(), X509_VERSION_3) == 1 &&
                X509_set_pubkey(certificate.get(), key) == 1);
    setSerial(certificate.get());
    setNameAndDates(certificate.get());
    addExtensions(certificate.get());
    mustSucceed(X509_sign(certificate.get(), key, EVP_sha256()) > 0);
    return certificate;
}

QByteArray toDer(const X509* certificate) {
    const int size = i2d_X509(certificate, nullptr);
    mustSucceed(size > 0);
    QByteArray der(size, Qt::Uninitialized);
    unsigned char* out = raw(der.data());
    mustSucceed(i2d_X509(certificate, &out) == size);
    return der;
}

SecretBytes toDer(const EVP_PKEY* key) {
    const Pkcs8 info(EVP_PKEY2PKCS8(key));
    mustSucceed(info != nullptr);
    const int size = i2d_PKCS8_PRIV_KEY_INFO(info.get(), nullptr);
    mustSucceed(size > 0);
    SecretBytes der{std::size_t(size)};
    unsigned char* out = raw(der.span().data());
    mustSucceed(i2d_PKCS8_PRIV_KEY_INFO(info.get(), &out) == size);
    return der;
}

// Nothing unless the whole of `der` is one certificate.
Certificate certificateFrom(QByteArrayView der) {
    const unsigned char* begin = raw(der.data());
    const unsigned char* next = begin;
    Certificate certificate(d2i_X509(nullptr, &next, long(der.size())));
    return next == begin + der.size() ? std::move(certificate) : nullptr;
}

PrivateKey keyFrom(QByteArrayView der) {
    const unsigned char* begin = raw(der.data());
    const unsigned char* next = begin;
    const Pkcs8 info(d2i_PKCS8_PRIV_KEY_INFO(nullptr, &next, long(der.size())));
    if (!info || next != begin + der.size())
        return nullptr;
    return PrivateKey(EVP_PKCS82PKEY(info.get()));
}

bool isP256(const EVP_PKEY* key) {
    char group[32] = {};
    return EVP_PKEY_get_group_name(key, group, sizeof group, nullptr) == 1 &&
           std::string_view(group) == SN_X9_62_prime256v1;
}

} // namespace

CertificateHash certificateFingerprint(QByteArrayView certificateDer) {
    return CertificateHash(sha256(certificateDer));
}

TlsIdentity::TlsIdentity(QByteArray certificate, SecretBytes privateKey)
    : certificate_(std::move(certificate)), privateKey_(std::move(privateKey)) {}

TlsIdentity TlsIdentity::generate() {
    const PrivateKey key(EVP_EC_gen(curve));
    mustSucceed(key != nullptr);
    return TlsIdentity(toDer(selfSigned(key.get()).get()), toDer(key.get()));
}

Result<TlsIdentity, CryptoError> TlsIdentity::fromDer(QByteArrayView certificate,
                                                      const SecretBytes& privateKey) {
    if (certificate.size() > maxDerSize || privateKey.view().size() > maxDerSize)
        return fail(CryptoError::BadCertificate);
    const Certificate parsed = certificateFrom(certificate);
    const PrivateKey key = keyFrom(privateKey.view());
    if (!parsed || !key || !isP256(key.get()) ||
        X509_check_private_key(parsed.get(), key.get()) != 1)
        return fail(CryptoError::BadCertificate);
    return TlsIdentity(certificate.toByteArray(), SecretBytes::copyOf(privateKey.span()));
}

} // namespace mend::crypto
