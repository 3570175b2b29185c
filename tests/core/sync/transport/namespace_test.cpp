// What needs a network: computers as network namespaces of Linux, cables as pairs of veth. Needs
// root; skipped where that can't be had.

#include "core/sync/transport/sync_service.h"
#include "tests/core/sync/memory_vault.h"
#include "tests/core/sync/transport/loop.h"

#include <QFile>
#include <QProcess>
#include <gtest/gtest.h>

#ifdef Q_OS_LINUX
#include <sched.h>
#include <sys/syscall.h>
#include <unistd.h>

using namespace mend;
using namespace mend::sync;
using namespace mend::test;
using namespace Qt::StringLiterals;

namespace {

// A computer: a thread with a network of its own, and whatever lives on it.
class Computer {
public:
    Computer() {
        worker_.moveToThread(&thread_);
        thread_.start();
        run([this] {
            isolated_ = ::unshare(CLONE_NEWNET) == 0;
            id_ = qint64(::syscall(SYS_gettid));
        });
    }
    ~Computer() {
        run([this] { inhabitants_.clear(); });
        thread_.quit();
        thread_.wait();
    }
    template <class Call>
    void run(Call call) {
        QMetaObject::invokeMethod(&worker_, call, Qt::BlockingQueuedConnection);
    }
    template <class Value, class Call>
    Value ask(Call call) {
        Value value{};
        run([&] { value = call(); });
        return value;
    }
    // Makes a T on the thread, to be deleted there.
    template <class T, class Make>
    T* settle(Make make) {
        T* made = nullptr;
        run([&] {
            std::shared_ptr<T> owned = make();
            made = owned.get();
            inhabitants_.push_back(std::move(owned));
        });
        return made;
    }
    bool sh(const QString& command) {
        return ask<bool>([&] {
            return QProcess::execute(u"/bin/sh"_s, {u"-c"_s, command + u" 2>/dev/null"_s}) == 0;
        });
    }
    bool isolated() const { return isolated_; }
    qint64 id() const { return id_; }

private:
    QThread thread_;
    QObject worker_;
    bool isolated_ = false;
    qint64 id_ = 0;
    std::vector<std::shared_ptr<void>> inhabitants_;
};

// A cable between two computers. Its ends are called `name` there and bear 10.0.`net`.1 and .2, or
// fd00:`net`::1 and ::2, or both.
enum class Ip { V4, V6, Both };
bool cable(Computer& a, Computer& b, const QString& name, int net, Ip ip) {
    if (!a.sh(u"ip link add %1 type veth peer name %1 netns %2"_s.arg(name).arg(b.id())))
        return false;
    int host = 1;
    for (Computer* computer : {&a, &b}) {
        QString commands =
            u"ip link set lo up; ip link set %1 addrgenmode none; ip link set %1 up"_s;
        if (ip != Ip::V6)
            commands += u" && ip addr add 10.0.%2.%3/24 brd + dev %1"_s;
        if (ip != Ip::V4)
            commands += u" && ip addr add fd00:%2::%3/64 dev %1 nodad"_s;
        commands.replace(u"%1"_s, name).replace(u"%2"_s, QString::number(net));
        if (!computer->sh(commands.replace(u"%3"_s, QString::number(host++))))
            return false;
    }
    return true;
}

struct Living {
    Living(const QString& name, quint64 seed) : vault(name, seed, clock), random(seed + 70) {}
    FakeClock clock;
    MemoryVault vault;
    FixedRandom random;
    Interfaces interfaces;
    std::unique_ptr<SyncService> sync;
    std::unique_ptr<PairingService> pairing;
};

// Randomness whose next code begins with these two digits.
FixedRandom showingNameplate(int nameplate) {
    for (quint64 seed = 1000;; ++seed) {
        FixedRandom tried(seed);
        if (crypto::PairingCode::random(tried).nameplate() == nameplate)
            return FixedRandom(seed);
    }
}

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
        return cable(a, b, name, net, ip);
    }
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
    static void show(Computer& on, Living* who) {
        on.run([who] {
            who->pairing = std::make_unique<PairingService>(who->vault, who->interfaces, who->clock,
                                                            who->random);
            who->pairing->show(Before::ShareAll, {}, 60);
        });
    }
    static void type(Computer& on, Living* who, const QString& code) {
        on.run([who, code] {
            who->pairing = std::make_unique<PairingService>(who->vault, who->interfaces, who->clock,
                                                            who->random);
            who->pairing->enter(*crypto::PairingCode::parse(code), {}, Before::ShareAll, 60);
        });
    }
    static PairingPhase phase(Computer& on, Living* who) {
        return on.ask<PairingPhase>([who] { return who->pairing->phase(); });
    }
};

} // namespace

TEST_F(Networks, PartnersFindEachOtherOverIpv4Multicast) {
    ASSERT_TRUE(wired(u"eth1"_s, 1, Ip::V4));
    EXPECT_TRUE(meetByBeacons());
}

TEST_F(Networks, PartnersFindEachOtherOverIpv6Multicast) {
    if (!wired(u"eth1"_s, 2, Ip::V6))
        GTEST_SKIP() << "no IPv6 here";
    EXPECT_TRUE(meetByBeacons());
}

TEST_F(Networks, PartnersFindEachOtherOnASecondInterface) {
    Computer nobody;
    ASSERT_TRUE(cable(a, nobody, u"eth0"_s, 3, Ip::V4));
    Computer nobodyElse;
    ASSERT_TRUE(cable(b, nobodyElse, u"eth0"_s, 4, Ip::V4));
    ASSERT_TRUE(wired(u"wlan1"_s, 5, Ip::V4));
    EXPECT_TRUE(meetByBeacons());
}

TEST_F(Networks, BeaconsStayOutOfTunnels) {
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
    EXPECT_TRUE(waitUntil([&] { return overCable >= 2; }, 2000)); // multicast and broadcast
    EXPECT_EQ(overTunnel, 0);
}

TEST_F(Networks, AnInterfaceThatAppearsLaterIsUsed) {
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

TEST_F(Networks, DatagramsOfAnotherSizeAreNotHeard) {
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
    EXPECT_TRUE(waitUntil([&] { return heard > 0; }, 2000));
}

TEST_F(Networks, EachDatagramOfARoundIsSealedAnew) {
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
    ASSERT_TRUE(waitUntil([&] { return b.ask<bool>([&] { return heard.size() >= 2; }); }, 2000));
    b.run([&] { EXPECT_NE(heard[0], heard[1]); }); // multicast and broadcast
}

TEST_F(Networks, ACodeAloneIsEnoughToPair) {
    ASSERT_TRUE(wired(u"eth1"_s, 10, Ip::Both));
    Living* alex = person(a, u"Alex"_s, 1);
    Living* sam = person(b, u"Sam"_s, 2);
    show(a, alex);
    type(b, sam, a.ask<QString>([&] { return alex->pairing->code(); }));
    EXPECT_TRUE(waitUntil([&] {
        return phase(a, alex) == PairingPhase::Asking && phase(b, sam) == PairingPhase::Asking;
    }));
    a.run([&] { alex->pairing->cancel(); });
    EXPECT_TRUE(waitUntil([&] { return phase(b, sam) == PairingPhase::Ended; }));
    a.run([&] { alex->pairing.reset(); });
    b.run([&] { sam->pairing.reset(); });
}

TEST_F(Networks, OfTwoThatShowOneNameplateNoneIsTried) {
    ASSERT_TRUE(wired(u"eth1"_s, 11, Ip::V4));
    Living* alex = person(a, u"Alex"_s, 1);
    show(a, alex);
    const QString code = a.ask<QString>([&] { return alex->pairing->code(); });
    Living* other = person(b, u"Kim"_s, 3);
    other->random = showingNameplate(crypto::PairingCode::parse(code)->nameplate());
    show(b, other);
    Living* sam = person(b, u"Sam"_s, 2);
    type(b, sam, code);
    ASSERT_TRUE(waitUntil([&] { return phase(b, sam) == PairingPhase::Ended; }));
    EXPECT_EQ(b.ask<PairingEnd>([&] { return sam->pairing->end(); }), PairingEnd::SeveralFound);
    EXPECT_EQ(phase(a, alex), PairingPhase::Showing);
    for (auto [computer, who] : {std::pair(&a, alex), std::pair(&b, other), std::pair(&b, sam)})
        computer->run([living = who] { living->pairing.reset(); });
}

#endif
