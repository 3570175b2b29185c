#include "core/crypto/hkdf.h"

#include "tests/core/crypto/bytes_of.h"

#include <gtest/gtest.h>

using namespace mend::crypto;
using mend::test::fromHex;
using mend::test::hex;
using mend::test::secretFromHex;

namespace {

QByteArray counting(int first, int last) {
    QByteArray bytes;
    for (int i = first; i <= last; ++i)
        bytes.append(char(i));
    return bytes;
}

} // namespace

TEST(Hkdf, GivesTheVectorsOfRfc5869) {
    const SecretBytes ikm = SecretBytes::copyOf(QByteArrayView(QByteArray(22, '\x0b')));
    // A.1
    EXPECT_EQ(
        hex(hkdfSha256(ikm, counting(0x00, 0x0c), counting(0xf0, 0xf9), 42)),
        "3cb25f25faacd57a90434f64d0362f2a2d2d0a90cf1a5a4c5db02d56ecc4c5bf34007208d5b887185865");
    // A.2, longer than one block of the hash
    EXPECT_EQ(
        hex(hkdfSha256(SecretBytes::copyOf(QByteArrayView(counting(0x00, 0x4f))),
                       counting(0x60, 0xaf), counting(0xb0, 0xff), 82)),
        "b11e398dc80327a1c8e7f78c596a49344f012eda2d4efad8a050cc4c19afa97c59045a99cac7827271cb41"
        "c65e590e09da3275600c2f09b8367793a9aca3db71cc30c58179ec3e87c14c01d5c1f3434f1d87");
    // A.3, without salt and info
    EXPECT_EQ(
        hex(hkdfSha256(ikm, {}, {}, 42)),
        "8da4e775a563c18f715f802a063c5a31b8a11f5c5ee1879ec3454e5f3c738d2d9d201395faa4b61a96c8");
}

TEST(Hkdf, GivesEachPurposeAndEachDirectionAKeyOfItsOwn) {
    const SecretBytes pairKey(32);
    const Key beacon = hkdf(pairKey, "mine", Labels::beacon);
    EXPECT_TRUE(beacon.equals(hkdf(pairKey, "mine", Labels::beacon)));
    EXPECT_FALSE(beacon.equals(hkdf(pairKey, "theirs", Labels::beacon)));
    EXPECT_FALSE(beacon.equals(hkdf(pairKey, "mine", Labels::preamble)));
    EXPECT_FALSE(beacon.equals(hkdf(secretFromHex("01"), "mine", Labels::beacon)));
}

TEST(Hkdf, TakesTheLabelAsInfo) {
    const SecretBytes secret(32);
    EXPECT_TRUE(
        hkdf(secret, "s", Labels::database).equals(hkdfSha256(secret, "s", "mend/database/1", 32)));
}
