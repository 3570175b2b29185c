#include "ui/pages/commitments/schedule_field.h"

#include "samples.h"

#include <gtest/gtest.h>

using namespace mend;
using namespace mend::ui;
using mend::test::sunday;

TEST(ScheduleField, GivesBackWhatItIsGiven) {
    ScheduleField field;
    field.setToday(sunday);
    for (const Schedule& schedule : {Schedule(Daily{}), Schedule(OnWeekdays{{1, 7}}),
                                     Schedule(TimesAWeek{4}), Schedule(Once{sunday.plus(5)})}) {
        field.setSchedule(schedule);
        EXPECT_EQ(field.schedule(), schedule);
        EXPECT_EQ(field.isOnce(), std::holds_alternative<Once>(schedule));
    }
}
