#include "core/crypto/secret_bytes.h"

#include "core/crypto/system_random.h"
#include "tests/core/crypto/bytes_of.h"
#include "tests/support/fixed_random.h"

#include <gtest/gtest.h>
#include <type_traits>

using namespace mend;
using namespace mend::crypto;

static_assert(!std::is_copy_constructible_v<SecretBytes> &&
              !std::is_copy_assignable_v<SecretBytes>);
static_assert(!std::is_copy_constructible_v<Key>);

TEST(SecretBytes, StartAsZeros) {
    EXPECT_EQ(test::hex(SecretBytes(4)), "00000000");
    EXPECT_EQ(SecretBytes(4).size(), 4u);
    EXPECT_TRUE(SecretBytes().isEmpty());
    EXPECT_TRUE(SecretBytes(0).isEmpty());
}

TEST(SecretBytes, CopyWhatTheyAreGiven) {
    const QByteArray plain("seven");
    const SecretBytes copy = SecretBytes::copyOf(QByteArrayView(plain));
    EXPECT_EQ(copy.view(), plain);
    EXPECT_TRUE(SecretBytes::copyOf(copy.span()).equals(copy));
}

TEST(SecretBytes, HaveOneOwner) {
    SecretBytes first = SecretBytes::copyOf(QByteArrayView("seven"));
    SecretBytes second = std::move(first);
    EXPECT_EQ(second.view(), "seven");
    EXPECT_TRUE(first.isEmpty()); // NOLINT(bugprone-use-after-move): this is the promise
    first = std::move(second);
    EXPECT_EQ(first.view(), "seven");
    EXPECT_TRUE(second.isEmpty()); // NOLINT(bugprone-use-after-move)
}

TEST(SecretBytes, ComeFromTheRandomnessPassedIn) {
    test::FixedRandom a(7), b(7), c(8);
    const SecretBytes first = SecretBytes::random(40, a);
    EXPECT_EQ(first.size(), 40u);
    EXPECT_TRUE(first.equals(SecretBytes::random(40, b)));
    EXPECT_FALSE(first.equals(SecretBytes::random(40, c)));
}

TEST(SecretBytes, GuardTheirEnd) {
    SecretBytes bytes(16);
    // The page behind is not ours; reading one byte too far ends the process.
    EXPECT_DEATH({ (void)*const_cast<volatile std::byte*>(bytes.span().data() + 16); }, "");
}

TEST(SecretBytes, ThrowWhenMemoryIsOut) {
    EXPECT_THROW(SecretBytes(std::size_t(1) << 62), std::bad_alloc);
}

TEST(ConstantTimeEquals, ComparesSizeAndContent) {
    EXPECT_TRUE(constantTimeEquals("abc", "abc"));
    EXPECT_FALSE(constantTimeEquals("abc", "abd"));
    EXPECT_FALSE(constantTimeEquals("abc", "abcd"));
    EXPECT_TRUE(constantTimeEquals("", ""));
}

TEST(Wipe, LeavesZeros) {
    std::array<std::byte, 3> bytes{std::byte{1}, std::byte{2}, std::byte{3}};
    wipe(bytes);
    EXPECT_EQ(test::hex(bytes), "000000");
}

TEST(Key, IsOf32Bytes) {
    test::FixedRandom random;
    EXPECT_EQ(Key::from(SecretBytes(31)).error(), CryptoError::BadKey);
    EXPECT_EQ(Key::from(SecretBytes(33)).error(), CryptoError::BadKey);
    EXPECT_EQ(Key::from(SecretBytes(32))->size(), 32u);
    const Key key = Key::random(random);
    EXPECT_EQ(key.size(), 32u);
    EXPECT_TRUE(key.copy().equals(key));
}

TEST(SystemRandom, FillsDifferentlyEachTime) {
    SystemRandom random;
    using Thirty = FixedBytes<struct ThirtyTag, 32>;
    const auto first = random.fixed<Thirty>();
    EXPECT_NE(first, random.fixed<Thirty>());
    EXPECT_NE(first, Thirty());
}
