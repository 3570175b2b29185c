#include "core/crypto/hash.h"

#include "tests/core/crypto/bytes_of.h"

#include <gtest/gtest.h>

using namespace mend::crypto;
using mend::test::hex;

// RFC 7693 has no vector with personalisation; these are from Python's hashlib.blake2b, whose code
// is the BLAKE2 authors'.
TEST(Blake2b, AgreesWithTheReferenceImplementation) {
    EXPECT_EQ(hex(blake2b256(Labels::record, "abc")),
              "bfe4d7fe448f6e1717de967ab98057b6e5510138dca90659f15cb6983b8410ce");
}

TEST(Blake2b, KeepsPurposesApart) {
    EXPECT_NE(blake2b256(Labels::record, "abc"), blake2b256(Labels::body, "abc"));
}

TEST(Blake2b, HashesNothing) {
    EXPECT_EQ(blake2b256(Labels::record, {}), blake2b256(Labels::record, ""));
}

TEST(Sha256, GivesTheVectorOfFips180) {
    EXPECT_EQ(hex(sha256("abc")),
              "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST(Sha512, GivesTheVectorOfFips180HoweverItIsCut) {
    const char expected[] = "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a"
                            "2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f";
    EXPECT_EQ(hex(sha512({"abc"})), expected);
    EXPECT_EQ(hex(sha512({"a", "", "bc"})), expected);
}

TEST(HmacSha512, GivesTheVectorOfRfc4231HoweverItIsCut) {
    const char expected[] = "164b7a7bfcf819e2e395fbe73b56e0a387bd64222e831fd610270cd7ea250554"
                            "9758bf75c05a994a6d034f65f8f0e6fdcaeab1a34d4a6b4b636e070a38bce737";
    const SecretBytes key = SecretBytes::copyOf(QByteArrayView("Jefe"));
    EXPECT_EQ(hex(hmacSha512(key, {"what do ya want for nothing?"})), expected);
    EXPECT_EQ(hex(hmacSha512(key, {"what do ya want ", "for nothing?"})), expected);
}
