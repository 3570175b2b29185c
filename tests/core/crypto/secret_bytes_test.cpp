#include "core/crypto/secret_bytes.h"

#include "core/crypto/system_random.h"
#include "tests/core/crypto/bytes_of.h"
#include "tests/support/fixed_random.h"

#include <QFile>
#include <gtest/gtest.h>
#include <optional>
#include <sys/syscall.h>
#include <type_traits>
#include <unistd.h>

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

TEST(SecretBytes, AreGoneOnceTheyHaveNoOwner) {
    EXPECT_DEATH(
        {
            std::optional<SecretBytes> bytes(SecretBytes::copyOf(QByteArrayView("seven")));
            const auto* place = const_cast<volatile std::byte*>(bytes->span().data());
            if (*place != std::byte('s'))
                ::_exit(0); // what can be read here ends without the signal waited for
            bytes.reset();
            (void)*place; // its pages were given back
            ::_exit(0);
        },
        "");
}

#ifdef __linux__
namespace {

// The lines that /proc/self/smaps has about the memory that holds `place`.
QByteArray memoryAround(const void* place) {
    QFile file(QStringLiteral("/proc/self/smaps"));
    EXPECT_TRUE(file.open(QIODevice::ReadOnly));
    const auto wanted = quintptr(place);
    QByteArray lines;
    bool inside = false;
    for (const QByteArray& line : file.readAll().split('\n')) {
        const QByteArray range = line.left(line.indexOf(' '));
        bool isNumber = false;
        const quintptr from = range.left(range.indexOf('-')).toULongLong(&isNumber, 16);
        if (isNumber && range.contains('-'))
            inside = from <= wanted &&
                     wanted < range.mid(range.indexOf('-') + 1).toULongLong(nullptr, 16);
        if (inside)
            lines += line.simplified() + '\n';
    }
    return lines;
}

} // namespace

TEST(SecretBytes, LieInMemoryThatIsNeitherSwappedNorDumped) {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
    GTEST_SKIP() << "a sanitizer lets nothing be locked";
#endif
    const SecretBytes bytes = SecretBytes::copyOf(QByteArrayView("seven"));
    const QByteArray memory = memoryAround(bytes.span().data());
    ASSERT_TRUE(memory.contains("\nSize: 4 kB\n")) << memory.constData(); // pages of their own
    EXPECT_TRUE(memory.contains("\nLocked: 4 kB\n")) << memory.constData();
    const qsizetype at = memory.indexOf("\nVmFlags: ");
    ASSERT_GE(at, 0);
    const QByteArray flags = memory.sliced(at, memory.indexOf('\n', at + 1) - at) + ' ';
    EXPECT_TRUE(flags.contains(" lo ")) << flags.constData(); // locked
    EXPECT_TRUE(flags.contains(" dd ")) << flags.constData(); // in no core dump
}

namespace {

// What was at `place` just before its pages are given back; empty while nothing is looked for.
const void* lookedAt = nullptr;
QByteArray seen;

} // namespace

// Instead of the C library's, for the test below alone: by then it must have been overwritten.
extern "C" int munlock(const void* start, size_t length) {
    const auto* from = static_cast<const char*>(start);
    const auto* place = static_cast<const char*>(lookedAt);
    if (place && from <= place && place < from + length)
        seen = QByteArray(place, 5);
    return int(::syscall(SYS_munlock, start, length));
}

TEST(SecretBytes, AreOverwrittenBeforeTheirMemoryIsGivenBack) {
    {
        const SecretBytes bytes = SecretBytes::copyOf(QByteArrayView("seven"));
        lookedAt = bytes.span().data();
    }
    lookedAt = nullptr;
    EXPECT_EQ(seen, QByteArray(5, '\0'));
}
#endif

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
