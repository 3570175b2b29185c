#pragma once
// Two people who pair over real sockets on one machine: Alex shows, Sam types.

#include "core/sync/transport/pairing_service.h"
#include "tests/core/sync/memory_vault.h"
#include "tests/core/sync/transport/loop.h"

#include <gtest/gtest.h>

using namespace mend;
using namespace mend::sync;
using namespace mend::test;
using namespace Qt::StringLiterals;

inline const QString here = u"127.0.0.1"_s;

struct Somebody {
    Somebody(const QString& name, quint64 seed, Interfaces& used)
        : vault(name, ofThisProcess(seed), clock), random(ofThisProcess(seed + 50)),
          interfaces(used) {
        start();
    }
    void start() {
        service = std::make_unique<PairingService>(vault, interfaces, clock, random);
        QObject::connect(service.get(), &PairingService::paired, [this] { ++paired; });
    }
    void kill() { service.reset(); }
    PairingPhase phase() const { return service ? service->phase() : PairingPhase::Idle; }
    bool ended(PairingEnd end) const {
        return phase() == PairingPhase::Ended && service->end() == end;
    }

    FakeClock clock;
    MemoryVault vault;
    FixedRandom random;
    Interfaces& interfaces;
    std::unique_ptr<PairingService> service;
    int paired = 0;
};

struct PairingHere : testing::Test {
    // Beacons are heard by every test that runs meanwhile, so one code is left to who finds nobody.
    static constexpr int nobodysNameplate = 99;

    Interfaces interfaces;
    Somebody alex{u"Alex"_s, 1, interfaces};
    Somebody sam{u"Sam"_s, 2, interfaces};

    void show(int seconds = 60) {
        do
            alex.service->show(Before::ShareAll, here, seconds);
        while (shown().nameplate() == nobodysNameplate);
    }
    crypto::PairingCode shown() { return *crypto::PairingCode::parse(alex.service->code()); }
    void enter(const crypto::PairingCode& code, int seconds = 60) {
        sam.service->enter(code, alex.service->address(), Before::ShareAll, seconds);
    }
    bool bothIn(PairingPhase phase) {
        return waitUntil([&] { return alex.phase() == phase && sam.phase() == phase; });
    }
    bool asking() {
        show();
        enter(shown());
        return bothIn(PairingPhase::Asking);
    }
    static crypto::PairingCode nobodys() {
        for (int check = 0;; ++check)
            if (const auto code =
                    crypto::PairingCode::parse(u"99000000"_s + QString::number(check)))
                return *code;
    }
};
