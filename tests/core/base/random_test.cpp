#include "tests/support/fixed_random.h"

#include <gtest/gtest.h>
#include <set>

using namespace mend;

TEST(Random, BelowStaysInsideAndReachesAll) {
    test::FixedRandom random;
    std::set<quint32> seen;
    for (int i = 0; i < 500; ++i) {
        const quint32 value = random.below(7);
        ASSERT_LT(value, 7u);
        seen.insert(value);
    }
    EXPECT_EQ(seen.size(), 7u);
}

TEST(Random, GivesTheAskedNumberOfBytes) {
    test::FixedRandom random;
    EXPECT_EQ(random.bytes(33).size(), 33);
    EXPECT_NE(random.fixed<Salt>(), random.fixed<Salt>());
}
