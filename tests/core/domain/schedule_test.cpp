#include "core/domain/schedule.h"

#include "tests/core/domain/samples.h"

#include <gtest/gtest.h>

using namespace mend;

TEST(Schedule, ReadsWhatTheCommandLineTakes) {
    EXPECT_EQ(scheduleFromText(u"daily"), Schedule(Daily{}));
    EXPECT_EQ(scheduleFromText(u"mon,wed"), Schedule(OnWeekdays{{1, 3}}));
    EXPECT_EQ(scheduleFromText(u"2/week"), Schedule(TimesAWeek{2}));
    EXPECT_EQ(scheduleFromText(u"once:2026-11-22"), Schedule(Once{test::day(u"2026-11-22")}));
}

TEST(Schedule, WritesWeekdaysInTheOrderOfTheWeek) {
    EXPECT_EQ(text(*scheduleFromText(u"sun,mon,mon,fri")), QStringLiteral("mon,fri,sun"));
    EXPECT_EQ(text(*scheduleFromText(u"mon,tue,wed,thu,fri,sat,sun")),
              QStringLiteral("mon,tue,wed,thu,fri,sat,sun"));
}

TEST(Schedule, RefusesOtherTexts) {
    for (const char16_t* text : {u"", u"Daily", u"daily ", u"mon,", u",mon", u"mon wed", u"monday",
                                 u"0/week", u"8/week", u"/week", u"12/week", u"-1/week", u"2/weeks",
                                 u"once", u"mon,tue,wed,thu,fri,sat,sun,mon"})
        EXPECT_EQ(scheduleFromText(text), fail(DomainError::BadSchedule))
            << QString::fromUtf16(text).toStdString();
    for (const char16_t* text : {u"once:", u"once:2026-02-30", u"once:tomorrow"})
        EXPECT_EQ(scheduleFromText(text), fail(DomainError::BadDay));
}

TEST(Schedule, ChecksItsNumbers) {
    EXPECT_EQ(check(Schedule(Daily{})), std::nullopt);
    EXPECT_EQ(check(Schedule(Once{})), std::nullopt);
    EXPECT_EQ(check(Schedule(TimesAWeek{1})), std::nullopt);
    EXPECT_EQ(check(Schedule(TimesAWeek{7})), std::nullopt);
    EXPECT_EQ(check(Schedule(OnWeekdays{{1, 7}})), std::nullopt);
    for (const Schedule& wrong :
         {Schedule(TimesAWeek{0}), Schedule(TimesAWeek{8}), Schedule(OnWeekdays{}),
          Schedule(OnWeekdays{{0, 1}}), Schedule(OnWeekdays{{7, 8}})})
        EXPECT_EQ(check(wrong), DomainError::BadSchedule);
}
