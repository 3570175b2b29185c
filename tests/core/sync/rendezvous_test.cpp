// Where two computers meet: derived from the pair key and the day, inside the ranges it promises.

#include "core/sync/rendezvous.h"
#include "tests/core/sync/vectors.h"

#include <QHostAddress>
#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>
#include <set>

using namespace mend;
using namespace mend::sync;
using namespace mend::test;

namespace {

crypto::SecretBytes key(char byte) {
    return crypto::SecretBytes::copyOf(QByteArrayView(QByteArray(32, byte)));
}

QByteArrayList wordsOf(const Rendezvous& place) {
    return {QHostAddress(place.group4).toString().toLatin1(),
            QHostAddress(place.group6.data()).toString().toLatin1(),
            QByteArray::number(place.udpPorts[0]),
            QByteArray::number(place.udpPorts[1]),
            QByteArray::number(place.tcpPorts[0]),
            QByteArray::number(place.tcpPorts[1])};
}

bool isPort(quint16 port) {
    return port >= 61000;
}

} // namespace

TEST(Rendezvous, IsThatOfTheFirstRelease) {
    const auto frozen = syncVectors("rendezvous");
    EXPECT_EQ(wordsOf(rendezvous(key(7), 20779)), frozen["day-20779"]);
    EXPECT_EQ(wordsOf(rendezvous(key(7), 20780)), frozen["day-20780"]);
    EXPECT_EQ(wordsOf(rendezvous(key(8), 20779)), frozen["other-key"]);
    EXPECT_EQ(wordsOf(pairingRendezvous()), frozen["pairing"]);
}

TEST(Rendezvous, IsTheSameForBothAndNewEachDay) {
    EXPECT_EQ(rendezvous(key(7), 20779), rendezvous(key(7), 20779));
    std::set<quint32> groups;
    for (qint64 day = 20779; day < 20779 + 30; ++day)
        groups.insert(rendezvous(key(7), day).group4);
    EXPECT_EQ(groups.size(), 30u);
}

RC_GTEST_PROP(Rendezvous, StaysInsideItsRanges, (char byte, quint16 day)) {
    const Rendezvous place = rendezvous(key(byte), day);
    const QHostAddress group4(place.group4);
    RC_ASSERT(group4.isInSubnet(QHostAddress(QStringLiteral("239.192.0.0")), 14));
    RC_ASSERT(place.group6[0] == 0xff);
    RC_ASSERT(place.group6[1] == 0x15);
    RC_ASSERT(isPort(place.udpPorts[0]) && isPort(place.udpPorts[1]));
    RC_ASSERT(isPort(place.tcpPorts[0]) && isPort(place.tcpPorts[1]));
    RC_ASSERT(place.udpPorts[0] != place.udpPorts[1]);
    RC_ASSERT(place.tcpPorts[0] != place.tcpPorts[1]);
}

TEST(Rendezvous, APlaceForPairingIsKnownToAll) {
    const Rendezvous place = pairingRendezvous();
    EXPECT_TRUE(
        QHostAddress(place.group4).isInSubnet(QHostAddress(QStringLiteral("239.192.0.0")), 14));
    EXPECT_TRUE(QHostAddress(place.group6.data()).isMulticast());
    EXPECT_TRUE(isPort(place.udpPorts[0]) && isPort(place.udpPorts[1]));
}

TEST(Rendezvous, TheDayIsThatOfUtc) {
    EXPECT_EQ(utcDayOf(0), 0);
    EXPECT_EQ(utcDayOf(86'400'000 - 1), 0);
    EXPECT_EQ(utcDayOf(1795348800000), 20779);
}
