#include "app/cli/cli.h"
#include "core/base/clock.h"

int main(int argc, char** argv) {
    const mend::SystemClock clock;
    return mend::cli::run(argc, argv, {clock, mend::KeyCost::Full});
}
