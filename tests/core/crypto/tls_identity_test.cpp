#include "core/crypto/tls_identity.h"

#include "core/crypto/hash.h"
#include "tests/core/crypto/bytes_of.h"

#include <QDateTime>
#include <QSslCertificate>
#include <QSslKey>
#include <gtest/gtest.h>

using namespace mend;
using namespace mend::crypto;

namespace {

QSslCertificate parsed(const TlsIdentity& identity) {
    return QSslCertificate(identity.certificateDer(), QSsl::Der);
}

CryptoError errorOf(const QByteArray& certificate, const SecretBytes& key) {
    return TlsIdentity::fromDer(certificate, key).error();
}

} // namespace

TEST(TlsIdentity, TellsNothingAboutItsOwner) {
    const QSslCertificate certificate = parsed(TlsIdentity::generate());
    EXPECT_EQ(certificate.subjectInfo(QSslCertificate::CommonName), QStringList(tlsPeerName));
    EXPECT_EQ(certificate.subjectInfoAttributes().size(), 1);
    EXPECT_TRUE(certificate.isSelfSigned());
    EXPECT_EQ(certificate.subjectAlternativeNames().values(QSsl::DnsEntry),
              QStringList(tlsPeerName));
    EXPECT_EQ(certificate.effectiveDate().toUTC().toString(Qt::ISODate),
              QStringLiteral("2000-01-01T00:00:00Z"));
    EXPECT_EQ(certificate.expiryDate().toUTC().toString(Qt::ISODate),
              QStringLiteral("9999-12-31T23:59:59Z"));
    EXPECT_EQ(certificate.version(), "3");
}

TEST(TlsIdentity, HasAKeyAndASerialOfItsOwn) {
    const TlsIdentity one = TlsIdentity::generate();
    const TlsIdentity two = TlsIdentity::generate();
    EXPECT_NE(one.fingerprint(), two.fingerprint());
    EXPECT_NE(parsed(one).serialNumber(), parsed(two).serialNumber());
    EXPECT_NE(parsed(one).publicKey().toDer(), parsed(two).publicKey().toDer());
    EXPECT_EQ(parsed(one).publicKey().algorithm(), QSsl::Ec);
    EXPECT_EQ(parsed(one).publicKey().length(), 256);
}

TEST(TlsIdentity, IsKnownByTheHashOfItsCertificate) {
    const TlsIdentity identity = TlsIdentity::generate();
    EXPECT_EQ(identity.fingerprint(), CertificateHash(sha256(identity.certificateDer())));
    EXPECT_EQ(identity.fingerprint(), certificateFingerprint(identity.certificateDer()));
    EXPECT_EQ(identity.fingerprint().toByteArray(),
              parsed(identity).digest(QCryptographicHash::Sha256));
}

TEST(TlsIdentity, ComesBackFromStorage) {
    const TlsIdentity identity = TlsIdentity::generate();
    const auto again = TlsIdentity::fromDer(identity.certificateDer(), identity.privateKeyDer());
    ASSERT_TRUE(again);
    EXPECT_EQ(again->fingerprint(), identity.fingerprint());
    EXPECT_TRUE(again->privateKeyDer().equals(identity.privateKeyDer()));
}

TEST(TlsIdentity, RefusesAKeyThatIsNotItsOwn) {
    const TlsIdentity one = TlsIdentity::generate();
    const TlsIdentity two = TlsIdentity::generate();
    EXPECT_EQ(errorOf(one.certificateDer(), two.privateKeyDer()), CryptoError::BadCertificate);
}

TEST(TlsIdentity, RefusesWhatIsCutOrHasSomethingBehind) {
    const TlsIdentity identity = TlsIdentity::generate();
    const QByteArray certificate = identity.certificateDer();
    const SecretBytes& key = identity.privateKeyDer();
    const auto keyOf = [](const QByteArray& der) {
        return SecretBytes::copyOf(QByteArrayView(der));
    };
    const QByteArray keyDer = key.view().toByteArray();
    EXPECT_EQ(errorOf({}, key), CryptoError::BadCertificate);
    EXPECT_EQ(errorOf(certificate.chopped(1), key), CryptoError::BadCertificate);
    EXPECT_EQ(errorOf(certificate + '\0', key), CryptoError::BadCertificate);
    EXPECT_EQ(errorOf(certificate, SecretBytes()), CryptoError::BadCertificate);
    EXPECT_EQ(errorOf(certificate, keyOf(keyDer.chopped(1))), CryptoError::BadCertificate);
    EXPECT_EQ(errorOf(certificate, keyOf(keyDer + '\0')), CryptoError::BadCertificate);
}

// A P-384 key and its certificate, made with the openssl command: they belong together, and are
// still not ours.
TEST(TlsIdentity, RefusesAnotherKindOfKey) {
    const QByteArray certificate = QByteArray::fromBase64(
        "MIIBszCCATigAwIBAgIUOFST4nqUrLFEOBKT/2vxgoVymGswCgYIKoZIzj0EAwIwDzENMAsGA1UEAwwEbWVuZDAg"
        "Fw0yNjExMjIwNDE1NDFaGA8yMTI2MTAyOTA0MTU0MVowDzENMAsGA1UEAwwEbWVuZDB2MBAGByqGSM49AgEGBSuB"
        "BAAiA2IABFBcEJEdzjwAds45fdqnPhisD4ZsMj7Ui+HVJlRulq8UBgTfgR/EGESTQsJ9rQzdELCP5h3MgLZIHpZ9"
        "EaahwSdUZ4Fl9xPB+jZHrrIqb+9rb4+OB2LlRzGEICO/b6ob+KNTMFEwHQYDVR0OBBYEFFI8JI3TBHbVvQicdYjT"
        "m1hhF4JFMB8GA1UdIwQYMBaAFFI8JI3TBHbVvQicdYjTm1hhF4JFMA8GA1UdEwEB/wQFMAMBAf8wCgYIKoZIzj0E"
        "AwIDaQAwZgIxANut9VG2nOPcFbLEajAvF9bzO3kiEMO3CGBR0FZJCTOFSDtzw3ON78w0AzCQyF7t9AIxAOGeyqoB"
        "fX1LDrH8PlVTLh2BUlLJTz88Y4emb7AiqF2eVoakuKgsMssgPswh0M5UGQ==");
    const QByteArray key = QByteArray::fromBase64(
        "MIG2AgEAMBAGByqGSM49AgEGBSuBBAAiBIGeMIGbAgEBBDCbDuMisluKl208r8rJKYrcsUZh9MrEw2Om1cIxeveq"
        "gknybryQ/9fiSIgqMVW3jF+hZANiAARQXBCRHc48AHbOOX3apz4YrA+GbDI+1Ivh1SZUbpavFAYE34EfxBhEk0LC"
        "fa0M3RCwj+YdzIC2SB6WfRGmocEnVGeBZfcTwfo2R66yKm/va2+Pjgdi5UcxhCAjv2+qG/g=");
    EXPECT_FALSE(QSslCertificate(certificate, QSsl::Der).isNull());
    EXPECT_EQ(errorOf(certificate, SecretBytes::copyOf(QByteArrayView(key))),
              CryptoError::BadCertificate);
}

TEST(TlsIdentity, RefusesWhatIsFarTooLongUnread) {
    const TlsIdentity identity = TlsIdentity::generate();
    EXPECT_EQ(errorOf(QByteArray(4097, '0'), identity.privateKeyDer()),
              CryptoError::BadCertificate);
    EXPECT_EQ(errorOf(identity.certificateDer(), SecretBytes(4097)), CryptoError::BadCertificate);
}
