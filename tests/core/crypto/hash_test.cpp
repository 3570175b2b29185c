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

TEST(Blake2b, AgreesWithTheReferenceImplementationOnNothing) {
    const char expected[] = "4f40d9777cb2c1b62c9a64e08f72fd5a93a21e572c74169c7fb03cd58026f4fa";
    EXPECT_EQ(hex(blake2b256(Labels::record, {})), expected);
    EXPECT_EQ(hex(blake2b256(Labels::record, "")), expected);
}

TEST(Sha256, GivesTheVectorOfFips180) {
    EXPECT_EQ(hex(sha256("abc")),
              "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

// NIST's CAVP, SHA256ShortMsg.rsp and SHA512ShortMsg.rsp, "Len = 0".
TEST(Sha2, GivesThePublishedVectorsOfNothing) {
    EXPECT_EQ(hex(sha256({})), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    const char expected[] = "cf83e1357eefb8bdf1542850d66d8007d620e4050b5715dc83f4a921d36ce9ce"
                            "47d0d13c5d85f2b0ff8318d2877eec2f63b931bd47417a81a538327af927da3e";
    EXPECT_EQ(hex(sha512({})), expected);
    EXPECT_EQ(hex(sha512({""})), expected);
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
