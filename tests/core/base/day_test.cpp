#include "core/base/day.h"

#include <gtest/gtest.h>

using namespace mend;

TEST(Day, ReadsAndWritesIsoDates) {
    const auto day = Day::fromIso(u"2026-11-22");
    ASSERT_TRUE(day);
    EXPECT_EQ(day->epochDays(), 20779);
    EXPECT_EQ(day->toIso(), QStringLiteral("2026-11-22"));
    EXPECT_EQ(day->weekday(), 7);
    EXPECT_EQ(day->monday().toIso(), QStringLiteral("2026-11-16"));
}

TEST(Day, RefusesEverythingElse) {
    for (const char16_t* text : {u"", u"2026-2-1", u"2026-02-30", u"22.11.2026", u"1999-12-31",
                                 u"2200-01-01", u"2026-11-22 ", u"2026/11/22", u"+026-11-22"})
        EXPECT_FALSE(Day::fromIso(text));
    EXPECT_FALSE(Day::fromEpochDays(Day::first - 1));
    EXPECT_FALSE(Day::fromEpochDays(qint64(1) << 40));
    EXPECT_FALSE(Day::fromDate(QDate()));
}

TEST(Day, AddsAndSubtractsWithinItsRange) {
    const auto day = *Day::fromIso(u"2026-12-31");
    EXPECT_EQ(day.plus(1).toIso(), QStringLiteral("2027-01-01"));
    EXPECT_EQ(day.plus(1).daysSince(day), 1);
    EXPECT_EQ(day.plus(10'000'000).epochDays(), Day::last);
    EXPECT_EQ(day.plus(-10'000'000).epochDays(), Day::first);
}
