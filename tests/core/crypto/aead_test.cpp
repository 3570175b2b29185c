#include "core/crypto/aead.h"

#include "tests/core/crypto/bytes_of.h"
#include "tests/support/fixed_random.h"

#include <gtest/gtest.h>

using namespace mend::crypto;
using mend::test::FixedRandom;
using mend::test::flipped;
using mend::test::fromHex;

namespace {

struct Aead : testing::Test {
    FixedRandom random;
    Key key = Key::random(random);
    Nonce nonce = random.fixed<Nonce>();
    QByteArray sealed = aeadSeal(key, nonce, "a secret", "what it is for");
};

} // namespace

TEST(AeadVector, OfDraftXchacha03A3) {
    const Key key =
        mend::test::keyFromHex("808182838485868788898a8b8c8d8e8f909192939495969798999a9b9c9d9e9f");
    const Nonce nonce = *Nonce::from(fromHex("404142434445464748494a4b4c4d4e4f5051525354555657"));
    const QByteArray plain(
        "Ladies and Gentlemen of the class of '99: If I could offer you only one "
        "tip for the future, sunscreen would be it.");
    const QByteArray sealed = aeadSeal(key, nonce, plain, fromHex("50515253c0c1c2c3c4c5c6c7"));
    EXPECT_EQ(
        sealed.toHex(),
        "bd6d179d3e83d43b9576579493c0e939572a1700252bfaccbed2902c21396cbb731c7f1b0b4aa6440bf3a8"
        "2f4eda7e39ae64c6708c54c216cb96b72e1213b4522f8c9ba40db5d945b11b69b982c1bb9e3f3fac2bc369"
        "488f76b2383565d3fff921f9664c97637da9768812f615c68b13b52e"
        "c0875924c1c7987947deafd8780acf49");
}

TEST_F(Aead, OpensWhatItSealed) {
    EXPECT_EQ(sealed.size(), 8 + aeadTagSize);
    EXPECT_EQ(aeadOpen(key, nonce, sealed, "what it is for").value(), "a secret");
    EXPECT_EQ(aeadOpenSecret(key, nonce, sealed, "what it is for")->view(), "a secret");
}

TEST_F(Aead, SealsNothingToo) {
    const QByteArray empty = aeadSeal(key, nonce, {}, {});
    EXPECT_EQ(empty.size(), aeadTagSize);
    EXPECT_TRUE(aeadOpen(key, nonce, empty, {}).value().isEmpty());
    EXPECT_TRUE(aeadOpenSecret(key, nonce, empty, {})->isEmpty());
}

TEST_F(Aead, NoticesEveryFlippedBit) {
    for (qsizetype i = 0; i < sealed.size(); ++i) {
        const QByteArray altered = flipped(sealed, i);
        EXPECT_EQ(aeadOpen(key, nonce, altered, "what it is for").error(), CryptoError::Forged)
            << i;
        EXPECT_EQ(aeadOpenSecret(key, nonce, altered, "what it is for").error(),
                  CryptoError::Forged);
    }
}

TEST_F(Aead, IsBoundToKeyNonceAndAssociatedData) {
    EXPECT_FALSE(aeadOpen(Key::random(random), nonce, sealed, "what it is for"));
    EXPECT_FALSE(aeadOpen(key, random.fixed<Nonce>(), sealed, "what it is for"));
    EXPECT_FALSE(aeadOpen(key, nonce, sealed, "something else"));
    EXPECT_FALSE(aeadOpen(key, nonce, sealed, {}));
}

TEST_F(Aead, RefusesWhatIsShorterThanItsTag) {
    for (qsizetype size = 0; size < aeadTagSize; ++size) {
        EXPECT_EQ(aeadOpen(key, nonce, sealed.left(size), {}).error(), CryptoError::Forged);
        EXPECT_EQ(aeadOpenSecret(key, nonce, sealed.left(size), {}).error(), CryptoError::Forged);
    }
}
