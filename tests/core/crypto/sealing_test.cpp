#include "core/crypto/sealing.h"

#include "tests/core/crypto/bytes_of.h"
#include "tests/support/fixed_random.h"

#include <gtest/gtest.h>

using namespace mend;
using namespace mend::crypto;

// RFC 7748, section 6.1: Alice's keys.
TEST(SealingVector, PublicKeyOfRfc7748) {
    const auto alice = SealingKeyPair::fromSecret(
        test::keyFromHex("77076d0a7318a57d3c16c17251b26645df4c2f87ebc0992ab177fba51db92c2a"));
    EXPECT_EQ(alice.id().toByteArray().toHex(),
              "8520f0098930a754748b7ddcb43ef75a0dbf3a0d26381af4eba4a98eaa9b4e6a");
}

TEST(Sealing, AKeyPairIsMadeAnewOrFromItsSecret) {
    test::FixedRandom random;
    const auto pair = SealingKeyPair::generate(random);
    EXPECT_EQ(SealingKeyPair::fromSecret(pair.secret()).id(), pair.id());
    EXPECT_NE(SealingKeyPair::generate(random).id(), pair.id());
}
