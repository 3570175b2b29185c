// A program that is killed while pairing: its sockets close, and nothing more is said.

#include "core/sync/transport/pairing_service.h"
#include "core/sync/transport/sync_service.h"
#include "tests/core/sync/memory_vault.h"
#include "tests/core/sync/transport/loop.h"

#include <gtest/gtest.h>

using namespace mend;
using namespace mend::sync;
using namespace mend::test;
using namespace Qt::StringLiterals;

namespace {

const QString here = u"127.0.0.1"_s;

struct Somebody {
    Somebody(const QString& name, quint64 seed, Interfaces& interfaces)
        : vault(name, seed, clock), random(seed + 50), interfacesUsed(interfaces) {
        start();
    }
    void start() {
        service = std::make_unique<PairingService>(vault, interfacesUsed, clock, random);
    }
    void kill() { service.reset(); }
    PairingPhase phase() const { return service ? service->phase() : PairingPhase::Idle; }

    FakeClock clock;
    MemoryVault vault;
    FixedRandom random;
    Interfaces& interfacesUsed;
    std::unique_ptr<PairingService> service;
};

// Where in a pairing somebody is killed.
enum class At { Searching, Proving, Asking, Decided, Stored };

struct Killed : testing::TestWithParam<std::tuple<At, bool>> {
    Interfaces interfaces;
    Somebody alex{u"Alex"_s, 1, interfaces}; // shows
    Somebody sam{u"Sam"_s, 2, interfaces};   // types

    void begin() {
        alex.service->show(Before::ShareAll, here, 60);
        sam.service->enter(*crypto::PairingCode::parse(alex.service->code()),
                           alex.service->address(), Before::ShareAll, 60);
    }
    bool both(PairingPhase phase) {
        return waitUntil([&] { return alex.phase() == phase && sam.phase() == phase; });
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
        ASSERT_TRUE(both(PairingPhase::Asking));
        if (at == At::Asking)
            return;
        victim.service->decide(true);
        if (at == At::Decided)
            return;
        other.service->decide(true); // stores, if the victim's yes was there; the victim may not
        ASSERT_TRUE(waitUntil([&] { return other.vault.paired || victim.vault.paired; }));
    }
    bool pairAgain() {
        begin();
        if (!both(PairingPhase::Asking))
            return false;
        alex.service->decide(true);
        sam.service->decide(true);
        return both(PairingPhase::Ended) && alex.service->end() == PairingEnd::Paired &&
               sam.service->end() == PairingEnd::Paired;
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
