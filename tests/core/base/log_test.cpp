#include "core/base/log.h"

#include <gtest/gtest.h>

using namespace mend;

TEST(Log, IsSilentUntilTurnedOn) {
    testing::internal::CaptureStderr();
    log::event(log::Event::Connected, 3);
    EXPECT_EQ(testing::internal::GetCapturedStderr(), "");
    log::enable(true);
    testing::internal::CaptureStderr();
    log::event(log::Event::Connected, 3);
    EXPECT_EQ(testing::internal::GetCapturedStderr(), "mend: connected 3\n");
    log::enable(false);
}
