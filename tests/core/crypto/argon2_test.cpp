#include "core/crypto/argon2.h"

#include "tests/core/crypto/bytes_of.h"

#include <cstdio>
#include <cstdlib>
#include <gtest/gtest.h>
#include <sys/resource.h>
#include <unistd.h>

using namespace mend;
using namespace mend::crypto;

namespace {

const Salt letters = *Salt::from("abcdefghijklmnop");

Result<Key, CryptoError> derive(QStringView text, const Salt& salt, Argon2Cost cost) {
    return argon2id(Passphrase::fromText(text).value(), salt, cost);
}

// A clock whose every look is `step` later than the one before.
class SteppingClock final : public Clock {
public:
    explicit SteppingClock(qint64 step) : step_(step) {}
    UtcMillis nowMs() const override { return 0; }
    Day today() const override { return Day(); }
    qint64 monotonicMs() const override { return now_ += step_; }

private:
    qint64 step_;
    mutable qint64 now_ = 0;
};

#ifndef __SANITIZE_ADDRESS__
// Exits with 0 if Argon2 says that memory is out when only 64 MiB more may be mapped.
[[noreturn]] void deriveWithoutMemory() {
    const auto passphrase = Passphrase::fromText(u"x");
    std::FILE* file = std::fopen("/proc/self/statm", "r");
    unsigned long pages = 0;
    if (!file || std::fscanf(file, "%lu", &pages) != 1)
        std::exit(2);
    std::fclose(file);
    const rlim_t limit = pages * rlim_t(sysconf(_SC_PAGESIZE)) + (64 << 20);
    const rlimit cap{limit, limit};
    if (setrlimit(RLIMIT_AS, &cap) != 0)
        std::exit(2);
    const auto key = argon2id(*passphrase, letters, fullCost);
    std::exit(!key && key.error() == CryptoError::OutOfMemory ? 0 : 1);
}
#endif

} // namespace

// Computed with the reference implementation's command (argon2 -id -p 1 -l 32 -v 13, release
// 20171227).
TEST(Argon2id, AgreesWithTheReferenceImplementation) {
    EXPECT_EQ(test::hex(*derive(u"pass Zürich word", letters, {64, 1})),
              "a601391f6ed3d6f8d0ba191277246b477afebf8a6510f2b555eed7ed2a2b0595");
    EXPECT_EQ(test::hex(*derive(u"pass Zürich word", letters, {1024, 3})),
              "cf7142520a02f30c23c3ddbb6c58e4ef39686ec22a965016e44e914c67729c4c");
}

TEST(Argon2id, DependsOnPassphraseSaltAndCost) {
    const Key key = *derive(u"one", letters, {8, 1});
    EXPECT_TRUE(key.equals(*derive(u"one", letters, {8, 1})));
    EXPECT_FALSE(key.equals(*derive(u"two", letters, {8, 1})));
    EXPECT_FALSE(key.equals(*derive(u"one", Salt(), {8, 1})));
    EXPECT_FALSE(key.equals(*derive(u"one", letters, {16, 1})));
    EXPECT_FALSE(key.equals(*derive(u"one", letters, {8, 2})));
}

TEST(Argon2id, RefusesCostsOutsideItsLimitsBeforeAnyWork) {
    const Argon2Cost most = argon2Limits.most;
    for (const Argon2Cost cost :
         {Argon2Cost{7, 1}, Argon2Cost{8, 0}, Argon2Cost{8, most.passes + 1},
          Argon2Cost{most.memoryKiB + 1, 1}, Argon2Cost{~0u, ~0u}})
        EXPECT_EQ(derive(u"x", letters, cost).error(), CryptoError::TooCostly)
            << cost.memoryKiB << " KiB, " << cost.passes << " passes";
    EXPECT_TRUE(argon2Limits.allow(fullCost));
    EXPECT_TRUE(argon2Limits.allow(most));
}

#ifndef __SANITIZE_ADDRESS__ // which maps terabytes for itself
TEST(Argon2id, SaysWhenMemoryIsOut) {
    EXPECT_EXIT(deriveWithoutMemory(), testing::ExitedWithCode(0), "");
}
#endif

TEST(Argon2Calibration, NeverGoesBelowFullCost) {
    for (const qint64 slow : {500, 750, 60000})
        EXPECT_EQ(costFor(slow), fullCost) << slow;
    EXPECT_EQ(costFor(499), (Argon2Cost{fullCost.memoryKiB, 4}));
}

TEST(Argon2Calibration, AddsPassesOnAFastMachine) {
    EXPECT_EQ(costFor(250), (Argon2Cost{fullCost.memoryKiB, 9}));
    EXPECT_EQ(costFor(150), (Argon2Cost{fullCost.memoryKiB, 15}));
}

TEST(Argon2Calibration, StaysWithinTheLimits) {
    EXPECT_EQ(costFor(1), (Argon2Cost{fullCost.memoryKiB, argon2Limits.most.passes}));
    EXPECT_EQ(costFor(0), (Argon2Cost{fullCost.memoryKiB, argon2Limits.most.passes}));
    EXPECT_EQ(costFor(-5), (Argon2Cost{fullCost.memoryKiB, argon2Limits.most.passes}));
}

TEST(Argon2Calibration, MeasuresWithTheClockPassedIn) {
    EXPECT_EQ(calibrate(SteppingClock(250)).value(), costFor(250));
}
