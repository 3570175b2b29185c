// mend-cli as it is, but for two things that tests need: a small cost of the passphrase, and a
// clock that can be moved.

#include "app/cli/cli.h"
#include "tests/e2e/shifted_clock.h"

int main(int argc, char** argv) {
    const mend::test::ShiftedClock clock;
    return mend::cli::run(argc, argv, {clock, mend::KeyCost::Small});
}
