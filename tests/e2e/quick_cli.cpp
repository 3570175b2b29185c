// mend-cli as it is, but for two things that tests need: a small cost of the passphrase, and days
// to come.

#include "app/cli/cli.h"
#include "core/base/clock.h"

namespace {

// The machine's clock, so many days ahead: MEND_TEST_DAYS_AHEAD.
class DaysAhead final : public mend::Clock {
public:
    mend::UtcMillis nowMs() const override { return system_.nowMs() + days_ * 86'400'000LL; }
    mend::Day today() const override { return system_.today().plus(days_); }
    qint64 monotonicMs() const override { return system_.monotonicMs(); }

private:
    mend::SystemClock system_;
    int days_ = qEnvironmentVariableIntValue("MEND_TEST_DAYS_AHEAD");
};

} // namespace

int main(int argc, char** argv) {
    const DaysAhead clock;
    return mend::cli::run(argc, argv, {clock, mend::KeyCost::Small});
}
