#include "core/crypto/signing.h"

#include "tests/core/crypto/bytes_of.h"
#include "tests/support/fixed_random.h"

#include <gtest/gtest.h>

using namespace mend;
using namespace mend::crypto;
using mend::test::FixedRandom;
using mend::test::fromHex;
using mend::test::hex;

namespace {

struct Signing : testing::Test {
    FixedRandom random;
    SigningKey key = SigningKey::generate(random);
    LogId log{key.publicKey()};
};

} // namespace

TEST(SigningVectors, OfRfc8032) {
    const SigningKey first = SigningKey::fromSeed(
        test::keyFromHex("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"));
    EXPECT_EQ(hex(first.publicKey()),
              "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a");
    EXPECT_EQ(first.signRaw({}).toByteArray().toHex(),
              "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e06522490155"
              "5fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b");
    const SigningKey second = SigningKey::fromSeed(
        test::keyFromHex("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb"));
    const Signature signature = second.signRaw(fromHex("72"));
    EXPECT_EQ(signature.toByteArray().toHex(),
              "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
              "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00");
    EXPECT_TRUE(verifyRaw(second.publicKey(), fromHex("72"), signature));
    EXPECT_FALSE(verifyRaw(second.publicKey(), fromHex("73"), signature));
}

TEST_F(Signing, IsVerifiedByThePublicKey) {
    const Signature signature = key.sign(Labels::head, {"log", "seq"});
    EXPECT_TRUE(verify(log.span(), Labels::head, {"log", "seq"}, signature));
    EXPECT_TRUE(verify(log.span(), Labels::head, {"logseq"}, signature));
}

TEST_F(Signing, SignsTheLabelInFrontOfTheParts) {
    EXPECT_EQ(key.sign(Labels::head, {"log", "seq"}), key.signRaw("mend/head/1logseq"));
}

TEST_F(Signing, IsBoundToLabelWordsAndKey) {
    const Signature signature = key.sign(Labels::head, {"log"});
    const SigningKey other = SigningKey::generate(random);
    EXPECT_FALSE(verify(log.span(), Labels::ack, {"log"}, signature));
    EXPECT_FALSE(verify(log.span(), Labels::head, {"lag"}, signature));
    EXPECT_FALSE(verify(other.publicKey(), Labels::head, {"log"}, signature));
}

TEST_F(Signing, NoticesEveryFlippedByteOfASignature) {
    const QByteArray signature = key.sign(Labels::head, {"log"}).toByteArray();
    for (qsizetype i = 0; i < signature.size(); ++i)
        EXPECT_FALSE(verify(log.span(), Labels::head, {"log"},
                            *Signature::from(test::flipped(signature, i))))
            << i;
}

TEST_F(Signing, TrustsNoKeyOfSmallOrder) {
    // With the neutral element as key, R = the neutral element and S = 0 fit every message.
    PublicKey neutral{std::byte{1}};
    Signature forgery;
    forgery.data()[0] = 1;
    EXPECT_FALSE(verifyRaw(neutral, "anything", forgery));
}

TEST_F(Signing, IsMadeAgainFromItsSeed) {
    const SigningKey again = SigningKey::fromSeed(key.seed());
    EXPECT_EQ(again.publicKey(), key.publicKey());
    EXPECT_EQ(again.signRaw("x"), key.signRaw("x"));
}
