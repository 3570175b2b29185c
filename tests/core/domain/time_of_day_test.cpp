#include "core/domain/time_of_day.h"

#include <gtest/gtest.h>

using namespace mend;

TEST(TimeOfDay, ReadsAndWritesHoursAndMinutes) {
    const auto time = TimeOfDay::fromText(u"18:05");
    ASSERT_TRUE(time);
    EXPECT_EQ(time->minutes(), 18 * 60 + 5);
    EXPECT_EQ(time->text(), QStringLiteral("18:05"));
    EXPECT_EQ(TimeOfDay::fromMinutes(0)->text(), QStringLiteral("00:00"));
    EXPECT_LT(*TimeOfDay::fromText(u"09:59"), *TimeOfDay::fromText(u"10:00"));
}

TEST(TimeOfDay, RefusesEverythingElse) {
    for (const char16_t* text : {u"", u"8:00", u"24:00", u"12:60", u"1200", u"12:00 ", u"12.00",
                                 u"-1:00", u"12:0x", u"+1:00", u"١٢:٠٠", u"12:00:00"})
        EXPECT_FALSE(TimeOfDay::fromText(text));
    EXPECT_FALSE(TimeOfDay::fromMinutes(-1));
    EXPECT_FALSE(TimeOfDay::fromMinutes(24 * 60));
    EXPECT_FALSE(TimeOfDay::fromMinutes(qint64(1) << 33));
}
