#pragma once
// Two computers and the people at them; skipped where network namespaces can't be had.

#include "core/sync/transport/sync_service.h"
#include "tests/core/sync/memory_vault.h"
#include "tests/core/sync/transport/computer.h"
#include "tests/core/sync/transport/loop.h"

#include <QFile>
#include <gtest/gtest.h>

using namespace mend;
using namespace mend::sync;
using namespace mend::test;
using namespace Qt::StringLiterals;

struct Living {
    Living(const QString& name, quint64 seed) : vault(name, seed, clock), random(seed + 70) {}
    FakeClock clock;
    MemoryVault vault;
    FixedRandom random;
    Interfaces interfaces;
    std::unique_ptr<SyncService> sync;
    std::unique_ptr<PairingService> pairing;
};

struct Networks : testing::Test {
    Computer a;
    Computer b;

    void SetUp() override {
        if (!a.isolated() || !b.isolated() || !a.sh(u"ip link add probe0 type veth"_s))
            GTEST_SKIP() << "network namespaces need root and iproute2";
        a.sh(u"ip link del probe0"_s);
    }
    static Living* person(Computer& on, const QString& name, quint64 seed) {
        return on.settle<Living>([&] { return std::make_shared<Living>(name, seed); });
    }
    bool wired(const QString& name, int net, Ip ip) {
        if (ip != Ip::V4 && !QFile::exists(u"/proc/net/if_inet6"_s))
            return false;
        return cable(a, b, name, net, ip) && isUp(a, name) && isUp(b, name);
    }
    // The kernel takes a moment to see that the other end is there.
    static bool isUp(Computer& on, const QString& name) {
        return waitUntil([&] {
            return on.ask<bool>([&] {
                const auto flags = QNetworkInterface::interfaceFromName(name).flags();
                return flags.testFlag(QNetworkInterface::IsRunning);
            });
        });
    }
};
