// An introduction as it is sent and signed.

#include "tests/core/sync/pairing_fixture.h"

TEST(PairingWords, EachFieldIsNeededAndOfItsType) {
    End sam{PairingSide::Typer, u"Sam"_s, 3};
    const Value good = words::encode(sam.introduction);
    ASSERT_TRUE(words::decode(good));
    for (const auto& [key, value] : *good.map()) {
        Map without = *good.map();
        without.erase(key);
        EXPECT_FALSE(words::decode(without)) << key.toStdString();
        Map other = *good.map();
        other[key] = Value(true);
        EXPECT_FALSE(words::decode(other)) << key.toStdString();
    }
    Map port = *good.map();
    port[u"port"_s] = 65536;
    EXPECT_FALSE(words::decode(port));
    Map role = *good.map();
    role[u"role"_s] = u"judge"_s;
    EXPECT_FALSE(words::decode(role));
}
