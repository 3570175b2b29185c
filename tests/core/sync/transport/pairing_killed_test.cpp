// A program that is killed while pairing: its sockets close, and nothing more is said.

#include "core/sync/transport/sync_service.h"
#include "tests/core/sync/transport/pairing_service_fixture.h"

namespace {

// Where in a pairing somebody is killed.
enum class At { Searching, Proving, Asking, Decided, Stored };

struct Killed : PairingHere, testing::WithParamInterface<std::tuple<At, bool>> {
    void begin() {
        show();
        enter(shown());
    }
    void reach(At at, Somebody& victim, Somebody& other) {
        begin();
        if (at == At::Searching)
            return;
        if (at == At::Proving) {
            bool proving = false;
            QObject once;
            QObject::connect(sam.service.get(), &PairingService::changed, &once, [&] {
                if (sam.phase() != PairingPhase::Proving)
                    return;
                proving = true;
                if (&victim == &alex)
                    alex.kill();
                else
                    sam.service.release()->deleteLater(); // it is calling
            });
            ASSERT_TRUE(waitUntil([&] { return proving; }));
            return;
        }
        ASSERT_TRUE(bothIn(PairingPhase::Asking));
        if (at == At::Asking)
            return;
        victim.service->decide(true);
        if (at == At::Decided)
            return;
        other.service->decide(true); // stores, if the victim's yes was there; the victim may not
        ASSERT_TRUE(waitUntil([&] { return other.vault.paired || victim.vault.paired; }));
    }
    bool pairAgain() {
        if (!asking())
            return false;
        alex.service->decide(true);
        sam.service->decide(true);
        return waitUntil(
            [&] { return alex.ended(PairingEnd::Paired) && sam.ended(PairingEnd::Paired); });
    }
    // What both have stored is enough to get in step.
    bool share() {
        SyncService one(alex.vault, alex.clock, alex.random);
        SyncService two(sam.vault, sam.clock, sam.random);
        one.start({here, {}, false});
        const QString port = one.state().listening.section(u':', -1);
        two.start({here, {here + u':' + port}, false});
        return waitUntil([&] {
            return one.state().phase == SyncPhase::InStep && two.state().phase == SyncPhase::InStep;
        });
    }
};

} // namespace

TEST_P(Killed, LeavesNobodyStuckAndNoTrustThatShares) {
    const auto [at, showerDies] = GetParam();
    Somebody& victim = showerDies ? alex : sam;
    Somebody& other = showerDies ? sam : alex;
    ASSERT_NO_FATAL_FAILURE(reach(at, victim, other));
    victim.kill();
    EXPECT_TRUE(waitUntil([&] {
        // Who shows goes on showing until somebody has tried the code.
        return !other.service->isRunning() || other.phase() == PairingPhase::Showing;
    }));
    if (at != At::Stored) {
        EXPECT_FALSE(alex.vault.paired || sam.vault.paired);
    }
    EXPECT_TRUE(alex.vault.provisional && sam.vault.provisional);
    other.service->cancel();
    victim.start();
    ASSERT_TRUE(pairAgain());
    EXPECT_EQ(alex.vault.pairKey, sam.vault.pairKey);
    EXPECT_TRUE(share());
}

namespace {
std::string nameOf(const testing::TestParamInfo<std::tuple<At, bool>>& killed) {
    static const char* const steps[] = {"Searching", "Proving", "Asking", "Decided", "Stored"};
    const auto [at, showerDies] = killed.param;
    return std::string(showerDies ? "Shower" : "Typer") + steps[int(at)];
}
} // namespace

INSTANTIATE_TEST_SUITE_P(Pairing, Killed,
                         testing::Combine(testing::Values(At::Searching, At::Proving, At::Asking,
                                                          At::Decided, At::Stored),
                                          testing::Bool()),
                         nameOf);
