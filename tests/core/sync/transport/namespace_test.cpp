// How partners find each other on a network, with computers and cables of Linux's own.

#ifdef __linux__
#include "tests/core/sync/transport/networks_fixture.h"

namespace {

struct Finding : Networks {
    // Two who are paired, with nothing but beacons to find each other by.
    bool meetByBeacons() {
        Living* sam = person(a, u"Sam"_s, 1);
        Living* alex = person(b, u"Alex"_s, 2);
        MemoryVault::pair(sam->vault, alex->vault);
        const auto start = [](Computer& on, Living* who) {
            on.run([who] {
                who->sync = std::make_unique<SyncService>(who->vault, who->clock, who->random);
                who->sync->start({{}, {}, true});
            });
        };
        start(a, sam);
        start(b, alex);
        const bool met = waitUntil([&] {
            return a.ask<bool>([&] { return sam->sync->state().phase == SyncPhase::InStep; }) &&
                   b.ask<bool>([&] { return alex->sync->state().phase == SyncPhase::InStep; });
        });
        a.run([&] { sam->sync.reset(); });
        b.run([&] { alex->sync.reset(); });
        return met && equal(sam->vault, alex->vault);
    }
};

} // namespace

TEST_F(Finding, PartnersFindEachOtherOverIpv4Multicast) {
    ASSERT_TRUE(wired(u"eth1"_s, 1, Ip::V4));
    EXPECT_TRUE(meetByBeacons());
}

TEST_F(Finding, PartnersFindEachOtherOverIpv6Multicast) {
    if (!wired(u"eth1"_s, 2, Ip::V6))
        GTEST_SKIP() << "no IPv6 here";
    EXPECT_TRUE(meetByBeacons());
}

TEST_F(Finding, PartnersFindEachOtherOnASecondInterface) {
    Computer nobody;
    ASSERT_TRUE(cable(a, nobody, u"eth0"_s, 3, Ip::V4));
    Computer nobodyElse;
    ASSERT_TRUE(cable(b, nobodyElse, u"eth0"_s, 4, Ip::V4));
    ASSERT_TRUE(wired(u"wlan1"_s, 5, Ip::V4));
    EXPECT_TRUE(meetByBeacons());
}

// An address that holds on one link only names the link, or nobody can be dialled there again.
TEST_F(Finding, ALinkLocalAddressThatWorkedOnceWorksAgain) {
    if (!wired(u"eth1"_s, 14, Ip::V6) || !a.sh(u"ip addr add fe80::a/64 dev eth1 nodad"_s) ||
        !b.sh(u"ip addr add fe80::b/64 dev eth1 nodad"_s))
        GTEST_SKIP() << "no IPv6 here";
    Living* sam = person(a, u"Sam"_s, 1);
    Living* alex = person(b, u"Alex"_s, 2);
    MemoryVault::pair(sam->vault, alex->vault);
    const auto start = [](Computer& on, Living* who, const QStringList& peers) {
        on.run([&] {
            who->sync = std::make_unique<SyncService>(who->vault, who->clock, who->random);
            who->sync->start({u":47311"_s, peers, false});
        });
    };
    const auto inStep = [&](Computer& on, Living* who) {
        return on.ask<bool>([&] { return who->sync->state().phase == SyncPhase::InStep; });
    };
    const auto meet = [&] {
        const bool met = waitUntil([&] { return inStep(a, sam) && inStep(b, alex); });
        a.run([&] { sam->sync.reset(); });
        b.run([&] { alex->sync.reset(); });
        return met;
    };
    start(a, sam, {});
    start(b, alex, {u"[fe80::a%eth1]:47311"_s});
    ASSERT_TRUE(meet());
    EXPECT_EQ(sam->vault.known, QStringList(u"[fe80::b%eth1]:47311"_s));
    alex->vault.known.clear();
    start(b, alex, {});
    start(a, sam, {}); // now it is Sam who dials
    EXPECT_TRUE(meet());
}

TEST_F(Finding, BeaconsStayOutOfTunnels) {
    ASSERT_TRUE(wired(u"tun5"_s, 6, Ip::V4));
    ASSERT_TRUE(wired(u"eth1"_s, 7, Ip::V4));
    const QStringList names = a.ask<QStringList>([] {
        QStringList list;
        for (const auto& interface : usableInterfaces())
            list << interface.name();
        return list;
    });
    EXPECT_EQ(names, QStringList(u"eth1"_s));
    EXPECT_EQ(a.ask<QStringList>(typableAddresses), QStringList(u"10.0.7.1"_s));

    // What goes out on the tunnel and on the cable, as the other end hears it.
    const Rendezvous place = pairingRendezvous();
    std::atomic<int> overTunnel = 0;
    std::atomic<int> overCable = 0;
    b.settle<QUdpSocket>([&] {
        auto socket = std::make_shared<QUdpSocket>();
        socket->bind(QHostAddress::AnyIPv4, place.udpPorts[0], QUdpSocket::ShareAddress);
        for (const QString& name : {u"tun5"_s, u"eth1"_s})
            socket->joinMulticastGroup(QHostAddress(place.group4),
                                       QNetworkInterface::interfaceFromName(name));
        QObject::connect(
            socket.get(), &QUdpSocket::readyRead, [s = socket.get(), &overTunnel, &overCable] {
                while (s->hasPendingDatagrams()) {
                    QHostAddress from;
                    char bytes[256];
                    s->readDatagram(bytes, sizeof bytes, &from);
                    ++(from.toString().startsWith(u"10.0.6."_s) ? overTunnel : overCable);
                }
            });
        return socket;
    });
    Living* sam = person(a, u"Sam"_s, 1);
    a.run([&] {
        Finder finder(sam->interfaces, beaconSize);
        EXPECT_TRUE(finder.send([] { return QByteArray(beaconSize, 'b'); }, place, true));
    });
    EXPECT_TRUE(waitUntil([&] { return overCable >= 2; })); // multicast and broadcast
    EXPECT_EQ(overTunnel, 0);
}

TEST_F(Finding, WithoutMulticastThereIsStillANetworkAndAnAddressToType) {
    ASSERT_TRUE(wired(u"eth1"_s, 13, Ip::V4));
    ASSERT_TRUE(a.sh(u"ip link set eth1 multicast off"_s));
    Living* sam = person(a, u"Sam"_s, 1);
    EXPECT_TRUE(a.ask<bool>([&] { return sam->interfaces.connected(); }));
    EXPECT_TRUE(a.ask<bool>([&] { return sam->interfaces.usable().isEmpty(); }));
    EXPECT_EQ(a.ask<QStringList>(typableAddresses), QStringList(u"10.0.13.1"_s));
    Living* alex = person(b, u"Alex"_s, 2);
    MemoryVault::pair(sam->vault, alex->vault);
    a.run([&] {
        sam->sync = std::make_unique<SyncService>(sam->vault, sam->clock, sam->random);
        sam->sync->start({{}, {}, true});
    });
    const auto isTold = [&] { return a.ask<bool>([&] { return sam->sync->state().noMulticast; }); };
    EXPECT_TRUE(waitUntil(isTold));
    ASSERT_TRUE(a.sh(u"ip link set eth1 multicast on"_s));
    EXPECT_TRUE(waitUntil([&] { return !isTold(); }, 20'000)); // once it has looked again
    a.run([&] { sam->sync.reset(); });
}

TEST_F(Finding, AnInterfaceThatAppearsLaterIsUsed) {
    ASSERT_TRUE(a.sh(u"ip link set lo up"_s));
    Living* sam = person(a, u"Sam"_s, 1);
    EXPECT_TRUE(a.ask<bool>([&] { return sam->interfaces.usable().isEmpty(); }));
    a.run([&] {
        Finder finder(sam->interfaces, beaconSize);
        EXPECT_FALSE(
            finder.send([] { return QByteArray(beaconSize, 'b'); }, pairingRendezvous(), true));
    });
    ASSERT_TRUE(wired(u"eth1"_s, 8, Ip::V4));
    EXPECT_TRUE(waitUntil(
        [&] { return a.ask<bool>([&] { return !sam->interfaces.usable().isEmpty(); }); }, 6000));
}

TEST_F(Finding, DatagramsOfAnotherSizeAreNotHeard) {
    ASSERT_TRUE(wired(u"eth1"_s, 9, Ip::V4));
    Living* sam = person(a, u"Sam"_s, 1);
    Living* alex = person(b, u"Alex"_s, 2);
    std::atomic<int> heard = 0;
    b.settle<Finder>([&] {
        auto finder = std::make_shared<Finder>(alex->interfaces, beaconSize);
        QObject::connect(finder.get(), &Finder::heard, [&heard] { ++heard; });
        finder->listen({pairingRendezvous()});
        return finder;
    });
    a.run([&] {
        Finder finder(sam->interfaces, beaconSize);
        finder.send([] { return QByteArray(beaconSize - 1, 'b'); }, pairingRendezvous(), true);
        finder.send([] { return QByteArray(beaconSize + 1, 'b'); }, pairingRendezvous(), true);
    });
    letWork(200);
    EXPECT_EQ(heard, 0);
    a.run([&] {
        Finder finder(sam->interfaces, beaconSize);
        finder.send([] { return QByteArray(beaconSize, 'b'); }, pairingRendezvous(), true);
    });
    EXPECT_TRUE(waitUntil([&] { return heard > 0; }));
}

// Played again, flipped or older than one before it, a beacon leads nowhere.
TEST_F(Finding, ABeaconCountsOnce) {
    ASSERT_TRUE(wired(u"eth1"_s, 15, Ip::V4));
    Living* sam = person(a, u"Sam"_s, 1);
    Living* alex = person(b, u"Alex"_s, 2);
    MemoryVault::pair(sam->vault, alex->vault);
    std::atomic<int> calls = 0;
    const auto* server = b.settle<QTcpServer>([&] {
        auto listening = std::make_shared<QTcpServer>();
        listening->listen();
        QObject::connect(listening.get(), &QTcpServer::newConnection,
                         [s = listening.get(), &calls] {
                             while (QTcpSocket* call = s->nextPendingConnection()) {
                                 ++calls;
                                 call->abort();
                                 call->deleteLater();
                             }
                         });
        return listening;
    });
    a.run([&] {
        sam->sync = std::make_unique<SyncService>(sam->vault, sam->clock, sam->random);
        sam->sync->start({{}, {}, true});
    });
    const auto key = crypto::SecretBytes::copyOf(QByteArrayView(sam->vault.pairKey));
    const auto keys = AnnouncementKeys::ofSender(key, alex->vault.identityId());
    const UtcMillis now = alex->clock.nowMs();
    const auto beacon = [&](quint64 counter) {
        return sealBeacon(keys.beacon, {alex->vault.incarnation, counter, server->serverPort()},
                          now, alex->random);
    };
    const auto send = [&](const QByteArray& bytes) {
        b.run([&] {
            Finder finder(alex->interfaces, beaconSize);
            finder.send([&] { return bytes; }, rendezvous(key, utcDayOf(now)), false);
        });
    };
    const QByteArray first = beacon(1000);
    EXPECT_TRUE(waitUntil([&] { // again and again, until Sam listens
        send(first);
        return waitUntil([&] { return calls >= 1; }, 50);
    }));
    send(first);
    QByteArray flipped = beacon(1001);
    flipped[40] = char(flipped[40] ^ 1);
    send(flipped);
    send(beacon(999));
    letWork(400);
    EXPECT_EQ(calls, 1);
    quint64 next = 1001; // what is heard now is heard after those
    EXPECT_TRUE(waitUntil([&] {
        send(beacon(next++));
        return waitUntil([&] { return calls >= 2; }, 50);
    }));
    a.run([&] { sam->sync.reset(); });
}

TEST_F(Finding, EachDatagramOfARoundIsSealedAnew) {
    ASSERT_TRUE(wired(u"eth1"_s, 12, Ip::V4));
    Living* sam = person(a, u"Sam"_s, 1);
    Living* alex = person(b, u"Alex"_s, 2);
    std::vector<QByteArray> heard; // on b's thread
    b.settle<Finder>([&] {
        auto finder = std::make_shared<Finder>(alex->interfaces, beaconSize);
        QObject::connect(finder.get(), &Finder::heard,
                         [&heard](const QByteArray& bytes) { heard.push_back(bytes); });
        finder->listen({pairingRendezvous()});
        return finder;
    });
    a.run([&] {
        Finder finder(sam->interfaces, beaconSize);
        const auto sealed = [n = 'a']() mutable { return QByteArray(beaconSize, n++); };
        finder.send(sealed, pairingRendezvous(), true);
    });
    ASSERT_TRUE(waitUntil([&] { return b.ask<bool>([&] { return heard.size() >= 2; }); }));
    b.run([&] { EXPECT_NE(heard[0], heard[1]); }); // multicast and broadcast
}

#endif
