// What a computer says before it is known: to a stranger random bytes, to the partner an address.

#include "core/sync/announcement.h"
#include "tests/core/sync/vectors.h"
#include "tests/support/fixed_random.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>
#include <set>

using namespace mend;
using namespace mend::sync;
using namespace mend::test;

namespace {

constexpr UtcMillis noon = 1795348800000; // 2026-11-22 12:00 UTC, the start of a half hour

crypto::SecretBytes pairKey(char byte = 7) {
    return crypto::SecretBytes::copyOf(QByteArrayView(QByteArray(32, byte)));
}
IdentityId identity(char byte) {
    return *IdentityId::from(QByteArray(32, byte));
}

struct Announcing : testing::Test {
    FixedRandom random{11};
    AnnouncementKeys keys = AnnouncementKeys::ofSender(pairKey(), identity(9));
    Announcement said{*Incarnation::from(QByteArray("\1\2\3\4\5\6\7\10", 8)), 1795348800123, 61234};
};

std::set<QByteArray> stringsOf8(const QByteArray& bytes) {
    std::set<QByteArray> all;
    for (qsizetype i = 0; i + 8 <= bytes.size(); ++i)
        all.insert(bytes.sliced(i, 8));
    return all;
}

} // namespace

TEST_F(Announcing, APartnerReadsWhatWasSaid) {
    EXPECT_EQ(openBeacon(keys.beacon, sealBeacon(keys.beacon, said, noon, random), noon), said);
    EXPECT_EQ(openPreamble(keys.preamble, sealPreamble(keys.preamble, said, noon, random), noon),
              said);
}

TEST_F(Announcing, ABeaconHas128BytesAndAPreamble64) {
    EXPECT_EQ(sealBeacon(keys.beacon, said, noon, random).size(), 128);
    EXPECT_EQ(sealPreamble(keys.preamble, said, noon, random).size(), 64);
}

TEST_F(Announcing, EveryFlippedBitIsRefused) {
    const QByteArray beacon = sealBeacon(keys.beacon, said, noon, random);
    const QByteArray preamble = sealPreamble(keys.preamble, said, noon, random);
    const auto flipped = [](QByteArray bytes, qsizetype bit) {
        bytes[bit / 8] = char(bytes[bit / 8] ^ (1 << (bit % 8)));
        return bytes;
    };
    for (qsizetype bit = 0; bit < beacon.size() * 8; ++bit)
        ASSERT_FALSE(openBeacon(keys.beacon, flipped(beacon, bit), noon)) << bit;
    for (qsizetype bit = 0; bit < preamble.size() * 8; ++bit)
        ASSERT_FALSE(openPreamble(keys.preamble, flipped(preamble, bit), noon)) << bit;
}

TEST_F(Announcing, AnyOtherLengthIsRefused) {
    const QByteArray beacon = sealBeacon(keys.beacon, said, noon, random);
    for (qsizetype size = 0; size < beacon.size(); ++size)
        ASSERT_FALSE(openBeacon(keys.beacon, beacon.first(size), noon)) << size;
    EXPECT_FALSE(openBeacon(keys.beacon, beacon + '\0', noon));
    EXPECT_FALSE(openPreamble(keys.preamble, QByteArray(), noon));
}

TEST_F(Announcing, OneIsNotTakenForTheOther) {
    // Even under one key: the label is part of what is sealed.
    const QByteArray preamble = sealPreamble(keys.beacon, said, noon, random);
    EXPECT_FALSE(openBeacon(keys.beacon, preamble + QByteArray(64, '\0'), noon));
    EXPECT_FALSE(
        openPreamble(keys.beacon, sealBeacon(keys.beacon, said, noon, random).first(64), noon));
}

TEST_F(Announcing, EachDirectionHasItsOwnKeys) {
    const auto others = AnnouncementKeys::ofSender(pairKey(), identity(8));
    EXPECT_FALSE(openBeacon(others.beacon, sealBeacon(keys.beacon, said, noon, random), noon));
    EXPECT_FALSE(
        openPreamble(others.preamble, sealPreamble(keys.preamble, said, noon, random), noon));
    EXPECT_FALSE(keys.beacon.equals(keys.preamble));
    const auto elsewhere = AnnouncementKeys::ofSender(pairKey(6), identity(9));
    EXPECT_FALSE(openBeacon(elsewhere.beacon, sealBeacon(keys.beacon, said, noon, random), noon));
}

TEST_F(Announcing, TheHalfHourBeforeAndAfterIsTakenAndNoOther) {
    const QByteArray beacon = sealBeacon(keys.beacon, said, noon, random);
    EXPECT_TRUE(openBeacon(keys.beacon, beacon, noon - slotMs));
    EXPECT_FALSE(openBeacon(keys.beacon, beacon, noon - slotMs - 1));
    EXPECT_TRUE(openBeacon(keys.beacon, beacon, noon + 2 * slotMs - 1));
    EXPECT_FALSE(openBeacon(keys.beacon, beacon, noon + 2 * slotMs));
}

TEST_F(Announcing, AClockBefore1970StillSpeaks) {
    EXPECT_TRUE(openBeacon(keys.beacon, sealBeacon(keys.beacon, said, -5, random), 0));
}

TEST_F(Announcing, TwoDaysOfBeaconsShareNoStringOfEightBytes) {
    std::set<QByteArray> seen;
    std::size_t strings = 0;
    for (int i = 0; i < 96; ++i) {
        said.counter += 60'000;
        for (const QByteArray& bytes :
             {sealBeacon(keys.beacon, said, noon + i * slotMs, random),
              sealPreamble(keys.preamble, said, noon + i * slotMs, random)}) {
            seen.merge(stringsOf8(bytes));
            strings += std::size_t(bytes.size() - 7);
        }
    }
    EXPECT_EQ(seen.size(), strings);
}

TEST_F(Announcing, ANameplateGivesKeysThatAnybodyCanMake) {
    const auto shower = AnnouncementKeys::ofNameplate(4);
    const auto typer = AnnouncementKeys::ofNameplate(4);
    const QByteArray beacon = sealBeacon(shower.beacon, said, noon, random);
    EXPECT_EQ(openBeacon(typer.beacon, beacon, noon), said);
    EXPECT_FALSE(openBeacon(AnnouncementKeys::ofNameplate(40).beacon, beacon, noon));
    EXPECT_FALSE(openBeacon(keys.beacon, beacon, noon));
}

TEST_F(Announcing, BytesAreThoseOfTheFirstRelease) {
    const auto frozen = syncVectors("announcement");
    FixedRandom fresh(11);
    EXPECT_EQ(sealBeacon(keys.beacon, said, noon, fresh).toHex(), frozen["beacon"].value(0));
    EXPECT_EQ(sealPreamble(keys.preamble, said, noon, fresh).toHex(), frozen["preamble"].value(0));
    const auto plate = AnnouncementKeys::ofNameplate(7);
    EXPECT_EQ(sealBeacon(plate.beacon, said, noon, fresh).toHex(), frozen["pair-beacon"].value(0));
    EXPECT_EQ(sealPreamble(plate.preamble, said, noon, fresh).toHex(),
              frozen["pair-preamble"].value(0));
}

RC_GTEST_PROP(Announcements, WhatIsSaidIsRead, (quint64 counter, quint16 port, quint64 seed)) {
    FixedRandom random(seed);
    const auto keys = AnnouncementKeys::ofNameplate(int(seed % 100));
    const Announcement said{random.fixed<Incarnation>(), counter, port};
    const UtcMillis now = UtcMillis(random.below(0xffffffff)) * 1000;
    RC_ASSERT(openBeacon(keys.beacon, sealBeacon(keys.beacon, said, now, random), now) == said);
}

RC_GTEST_PROP(Announcements, NoiseOpensNothing, (const std::vector<char>& noise)) {
    const auto keys = AnnouncementKeys::ofNameplate(1);
    const QByteArray bytes(noise.data(), qsizetype(noise.size()));
    RC_ASSERT(!openBeacon(keys.beacon, bytes.leftJustified(128, 'x', true), noon));
    RC_ASSERT(!openPreamble(keys.preamble, bytes.leftJustified(64, 'x', true), noon));
}
