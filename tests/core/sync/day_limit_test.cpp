// What a day may bring before a person is asked.

#include "core/sync/day_limit.h"
#include "core/sync/rendezvous.h"
#include "tests/core/sync/memory_vault.h"

#include <gtest/gtest.h>

using namespace mend;
using namespace mend::sync;
using namespace mend::test;
using Verdict = DayLimit::Verdict;

namespace {

struct ADay : testing::Test {
    FakeClock clock;
    MemoryVault vault{QStringLiteral("Sam"), 1, clock};
    // As after a restart each time: nothing is remembered but in the vault.
    Verdict count(qint64 records, qint64 bytes) {
        return DayLimit(vault, clock).count(records, bytes);
    }
};

} // namespace

TEST_F(ADay, HoldsSoManyRecordsThroughRestarts) {
    EXPECT_EQ(count(recordsADay, 0), Verdict::Fine);
    EXPECT_EQ(count(1, 0), Verdict::TooMuch);
    EXPECT_EQ(count(0, 0), Verdict::TooMuch);
}

TEST_F(ADay, HoldsSoManyBytesThroughRestarts) {
    EXPECT_EQ(count(1, bytesADay), Verdict::Fine);
    EXPECT_EQ(count(0, 1), Verdict::TooMuch);
}

TEST_F(ADay, EndsAtMidnightOfUtc) {
    EXPECT_EQ(count(recordsADay + 1, 0), Verdict::TooMuch);
    clock.advanceMs(12 * 3600 * 1000 - 1); // it was noon
    EXPECT_EQ(count(1, 0), Verdict::TooMuch);
    clock.advanceMs(1);
    EXPECT_EQ(count(1, 0), Verdict::Fine);
}

TEST_F(ADay, IsAllowedByThePersonForThatDayOnly) {
    EXPECT_EQ(count(recordsADay + 1, 0), Verdict::TooMuch);
    EXPECT_TRUE(DayLimit(vault, clock).allow());
    EXPECT_EQ(count(recordsADay, 0), Verdict::Fine);
    clock.advanceDays(1);
    EXPECT_EQ(count(recordsADay + 1, 0), Verdict::TooMuch);
}

TEST_F(ADay, ThatCantBeWrittenDownTakesNothing) {
    vault.storageFails = true;
    EXPECT_EQ(count(1, 1), Verdict::Storage);
    EXPECT_FALSE(DayLimit(vault, clock).allow());
}
