#include "core/crypto/sealing.h"

#include "tests/core/crypto/bytes_of.h"
#include "tests/support/fixed_random.h"

#include <gtest/gtest.h>

using namespace mend;
using namespace mend::crypto;

namespace {

struct Sealing : testing::Test {
    test::FixedRandom random;
    SealingKeyPair pair = SealingKeyPair::generate(random);
    SecretBytes fileKey = SecretBytes::random(32, random);
    QByteArray sealed = sealTo(pair.id(), fileKey.span()).value();
};

} // namespace

// RFC 7748, section 6.1: Alice's keys.
TEST(SealingVector, PublicKeyOfRfc7748) {
    const auto alice = SealingKeyPair::fromSecret(
        test::keyFromHex("77076d0a7318a57d3c16c17251b26645df4c2f87ebc0992ab177fba51db92c2a"));
    EXPECT_EQ(alice.id().toByteArray().toHex(),
              "8520f0098930a754748b7ddcb43ef75a0dbf3a0d26381af4eba4a98eaa9b4e6a");
}

TEST_F(Sealing, OpensForWhomItWasSealed) {
    EXPECT_EQ(sealed.size(), 32 + sealOverhead);
    EXPECT_TRUE(pair.open(sealed)->equals(fileKey));
    EXPECT_TRUE(SealingKeyPair::fromSecret(pair.secret()).open(sealed)->equals(fileKey));
}

TEST_F(Sealing, OpensForNobodyElse) {
    EXPECT_EQ(SealingKeyPair::generate(random).open(sealed).error(), CryptoError::Forged);
}

TEST_F(Sealing, LooksDifferentEachTime) {
    EXPECT_NE(sealed, sealTo(pair.id(), fileKey.span()).value());
}

TEST_F(Sealing, NoticesEveryFlippedByteAndEveryCut) {
    for (qsizetype i = 0; i < sealed.size(); ++i) {
        EXPECT_EQ(pair.open(test::flipped(sealed, i)).error(), CryptoError::Forged) << i;
        EXPECT_EQ(pair.open(sealed.left(i)).error(), CryptoError::Forged) << i;
    }
}

TEST_F(Sealing, RefusesAKeyOfSmallOrder) {
    EXPECT_EQ(sealTo(SealingKeyId(), fileKey.span()).error(), CryptoError::BadKey);
}
