#include "core/base/clock.h"

#include <QDateTime>
#include <gtest/gtest.h>

using namespace mend;

TEST(Clock, RoundsDownToWholeMinutes) {
    EXPECT_EQ(wholeMinute(1795348859999), 1795348800000);
    EXPECT_EQ(wholeMinute(1795348800000), 1795348800000);
    EXPECT_EQ(wholeMinute(-1), -60000);
}

TEST(Clock, SystemClockFollowsTheMachine) {
    SystemClock clock;
    const qint64 before = QDateTime::currentMSecsSinceEpoch();
    const qint64 told = clock.nowMs();
    EXPECT_GE(told, before);
    EXPECT_LE(told, QDateTime::currentMSecsSinceEpoch());
    EXPECT_LE(std::abs(clock.today().date().daysTo(QDate::currentDate())), 1);
    const qint64 first = clock.monotonicMs();
    EXPECT_GE(clock.monotonicMs(), first);
}
