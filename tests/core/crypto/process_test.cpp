#include "core/crypto/process.h"

#include <cstdlib>
#include <gtest/gtest.h>
#include <sys/prctl.h>
#include <sys/resource.h>

using namespace mend::crypto;

TEST(Process, InitialisesAsOftenAsAsked) {
    EXPECT_TRUE(initialise());
    EXPECT_TRUE(initialise());
}

namespace {

// Hardens this process, then says whether the system agrees.
[[noreturn]] void hardenAndExit() {
    bool hardened = hardenProcess();
    rlimit cores{1, 1};
    hardened = hardened && getrlimit(RLIMIT_CORE, &cores) == 0 && cores.rlim_cur == 0 &&
               cores.rlim_max == 0 && prctl(PR_GET_DUMPABLE) == 0;
    prctl(PR_SET_DUMPABLE, 1); // a leak checker attaches while the process ends
    std::exit(hardened ? 0 : 1);
}

} // namespace

TEST(Process, LeavesNoCoreAndLetsNobodyAttachOnceHardened) {
    EXPECT_EXIT(hardenAndExit(), testing::ExitedWithCode(0), "");
}
