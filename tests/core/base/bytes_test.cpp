#include "core/base/bytes.h"

#include <gtest/gtest.h>

using namespace mend;

TEST(FixedBytes, TakesExactlyItsSize) {
    EXPECT_FALSE(Salt::from(QByteArray(15, 'a')));
    EXPECT_FALSE(Salt::from(QByteArray(17, 'a')));
    const auto salt = Salt::from(QByteArray(16, 'a'));
    ASSERT_TRUE(salt);
    EXPECT_EQ(salt->toByteArray(), QByteArray(16, 'a'));
    EXPECT_EQ(salt->toHex(), QStringLiteral("61").repeated(16));
}

TEST(FixedBytes, ComparesAndHashesByValue) {
    const auto a = *Salt::from(QByteArray(16, 'a'));
    const auto b = *Salt::from(QByteArray(16, 'b'));
    EXPECT_LT(a, b);
    EXPECT_EQ(std::hash<Salt>{}(a), std::hash<Salt>{}(*Salt::from(QByteArray(16, 'a'))));
    EXPECT_NE(std::hash<Salt>{}(a), std::hash<Salt>{}(b));
}
