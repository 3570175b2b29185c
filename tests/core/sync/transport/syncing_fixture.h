#pragma once
// Two sync services on this machine, over vaults in memory and real TLS; or one, and a link by hand
// with the other's keys.

#include "core/sync/transport/sync_service.h"
#include "core/sync/transport/tls.h"
#include "tests/core/sync/memory_vault.h"
#include "tests/core/sync/transport/loop.h"
#include "tests/core/sync/transport/relay.h"

#include <gtest/gtest.h>

using namespace mend;
using namespace mend::sync;
using namespace mend::test;
using namespace Qt::StringLiterals;

struct Peer {
    Peer(const QString& name, quint64 seed)
        : vault(name, ofThisProcess(seed), clock), random(ofThisProcess(seed + 100)),
          service(std::make_unique<SyncService>(vault, clock, random)) {}
    void start(const QStringList& peers = {}) { service->start({u"127.0.0.1"_s, peers, false}); }
    QString address() { return service->state().listening; }
    SyncPhase phase() { return service->state().phase; }
    void write(const QString& text) {
        vault.write(text);
        service->localChanged();
    }

    FakeClock clock;
    MemoryVault vault;
    FixedRandom random;
    std::unique_ptr<SyncService> service;
};

struct Syncing : testing::Test {
    Peer sam{u"Sam"_s, 1};
    Peer alex{u"Alex"_s, 2};

    Syncing() { MemoryVault::pair(sam.vault, alex.vault); }
    // "127.0.0.1:port" of whoever listens there; never an address of the network.
    static QString local(Peer& peer) {
        return u"127.0.0.1:"_s + peer.address().split(u'\n').first().section(u':', -1);
    }
    void startBoth() {
        sam.start();
        alex.start({local(sam)});
    }
    bool bothIn(SyncPhase phase) {
        return waitUntil([&] { return sam.phase() == phase && alex.phase() == phase; });
    }
    bool meet() {
        startBoth();
        return bothIn(SyncPhase::InStep);
    }
};

// Has Alex's keys, and says what only another program would say.
struct SyncingByHand : Syncing {
    std::unique_ptr<Link> link;

    // Both have met before; now Alex's side is this test.
    void SetUp() override {
        ASSERT_TRUE(meet());
        alex.service->stop();
        ASSERT_TRUE(waitUntil([&] { return sam.phase() == SyncPhase::Looking; }));
        link = dialled();
        ASSERT_TRUE(waitUntil([&] { return link->isReady(); }));
    }
    std::unique_ptr<Link> dialled() {
        auto made = std::make_unique<Link>(
            Link::Dialled::ByMe, pinnedTls(alex.vault.tls, sam.vault.tls.certificateDer()),
            sam.vault.tls.fingerprint(), frameLimit);
        const quint16 port = quint16(local(sam).section(u':', 1).toUInt());
        made->dial(u"127.0.0.1"_s, port, [this] { return preamble(); });
        return made;
    }
    QByteArray preamble() {
        const auto keys = AnnouncementKeys::ofSender(
            crypto::SecretBytes::copyOf(QByteArrayView(sam.vault.pairKey)),
            alex.vault.identityId());
        return sealPreamble(keys.preamble, {alex.vault.incarnation, *alex.vault.nextCounter(), 0},
                            sam.clock.nowMs(), alex.random);
    }
    void greet(qint64 version = protocolVersion) {
        link->send(encode(Hello{{version},
                                {},
                                *alex.vault.head(Person::Me),
                                *alex.vault.head(Person::Partner),
                                sam.clock.nowMs()}));
    }
    bool stoppedFor(SyncStop stop) {
        return waitUntil([&] { return sam.phase() == SyncPhase::Stopped; }) &&
               sam.service->state().stop == stop;
    }
};
