// What finding each other remembers: counters and addresses.

#include "tests/core/vault/two_vaults.h"

#include "core/vault/statement.h"

namespace mend::vault {
namespace {

using namespace mend::test;

TEST(Counters, RiseAboveTheClockAndTheLast) {
    TestVault sam;
    SyncStore& sync = sam.vault->sync();
    const quint64 first = *sync.nextCounter();
    EXPECT_EQ(first, quint64(sam.clock.nowMs()));
    EXPECT_EQ(*sync.nextCounter(), first + 1);
    sam.clock.advanceMs(-100000);
    EXPECT_EQ(*sync.nextCounter(), first + 2);
    sam.open();
    EXPECT_EQ(*sam.vault->sync().nextCounter(), first + 3);
    sam.clock.advanceMs(200000);
    EXPECT_EQ(*sam.vault->sync().nextCounter(), quint64(sam.clock.nowMs()));
}

TEST(Counters, StartLowWhereTheClockIsBefore1970) {
    TestVault sam;
    sam.clock.advanceMs(-sam.clock.nowMs() - 5);
    EXPECT_EQ(*sam.vault->sync().nextCounter(), 1u);
    EXPECT_EQ(*sam.vault->sync().nextCounter(), 2u);
}

TEST(Counters, OfTheOtherAreTakenOnceAndOnlyHigher) {
    TestVault sam;
    SyncStore& sync = sam.vault->sync();
    const auto one = sam.random.fixed<Incarnation>();
    const auto two = sam.random.fixed<Incarnation>();
    EXPECT_TRUE(*sync.acceptCounter(one, 5));
    EXPECT_FALSE(*sync.acceptCounter(one, 5));
    EXPECT_FALSE(*sync.acceptCounter(one, 4));
    EXPECT_TRUE(*sync.acceptCounter(two, 4)); // each incarnation counts alone
    EXPECT_FALSE(*sync.acceptCounter(two, ~quint64(0)));
    sam.open();
    EXPECT_FALSE(*sam.vault->sync().acceptCounter(one, 5));
    EXPECT_TRUE(*sam.vault->sync().acceptCounter(one, 6));
}

TEST(Counters, OfTheOthersIncarnationsAFewHundredAreHeld) {
    TestVault sam;
    SyncStore& sync = sam.vault->sync();
    const auto rows = [&] {
        const auto raw = sam.raw();
        Statement count(*raw, "SELECT count(*) FROM counter");
        return integerOf(count);
    };
    std::vector<Incarnation> made;
    for (quint64 i = 0; i < 300; ++i) {
        made.push_back(sam.random.fixed<Incarnation>());
        ASSERT_TRUE(*sync.acceptCounter(made.back(), 1000 + i)) << i;
    }
    EXPECT_EQ(rows(), 256);
    EXPECT_FALSE(*sync.acceptCounter(made.back(), 1299));  // what was held is known still
    EXPECT_FALSE(*sync.acceptCounter(made.front(), 1000)); // what was let go is not new again
    EXPECT_FALSE(*sync.acceptCounter(sam.random.fixed<Incarnation>(), 1044));
    EXPECT_TRUE(*sync.acceptCounter(made[44], 2000)); // the lowest that is held goes up
    EXPECT_TRUE(*sync.acceptCounter(sam.random.fixed<Incarnation>(), 1500));
    EXPECT_EQ(rows(), 256);
    EXPECT_FALSE(*sync.acceptCounter(made[45], 1045)); // it gave its place
}

TEST(Counters, AreLookedAtWithoutBeingStored) {
    TestVault sam;
    SyncStore& sync = sam.vault->sync();
    const auto one = sam.random.fixed<Incarnation>();
    const quint64 before = sam.vault->dataVersion();
    EXPECT_TRUE(*sync.isNewCounter(one, 5));
    EXPECT_TRUE(*sync.isNewCounter(one, 5));
    EXPECT_FALSE(*sync.isNewCounter(one, ~quint64(0)));
    EXPECT_EQ(sam.vault->dataVersion(), before);
    ASSERT_TRUE(*sync.acceptCounter(one, 5));
    EXPECT_FALSE(*sync.isNewCounter(one, 5));
    EXPECT_TRUE(*sync.isNewCounter(one, 6));
}

// Every beacon and preamble needs one of mine, and every one that is heard one of the other's.
TEST(Counters, AreNeitherGivenNorTakenWhileIPause) {
    TwoVaults two;
    SyncStore& sync = two.sam.vault->sync();
    const auto theirs = two.sam.random.fixed<Incarnation>();
    ASSERT_TRUE(sync.setPaused(true));
    EXPECT_EQ(errorIn(sync.nextCounter()), VaultError::NotPaired);
    EXPECT_FALSE(*sync.acceptCounter(theirs, 5));
    EXPECT_FALSE(*sync.head(Person::Me) ||
                 *sync.head(Person::Partner)); // as a hello would say them
    ASSERT_TRUE(sync.setPaused(false));
    EXPECT_TRUE(sync.nextCounter());
    EXPECT_TRUE(*sync.acceptCounter(theirs, 5));
    EXPECT_TRUE(*sync.head(Person::Me));
}

TEST(Counters, OfAnEarlierPairingAreForgottenWithIt) {
    TestVault sam;
    TestVault alex(QStringLiteral("Alex"), 2);
    const auto old = sam.random.fixed<Incarnation>();
    ASSERT_TRUE(*sam.vault->sync().acceptCounter(old, 5));
    pairUp(sam, ShareBefore::All, alex, ShareBefore::All, false);
    EXPECT_TRUE(
        *sam.vault->sync().acceptCounter(old, 1)); // nothing under the old key can be opened
}

TEST(Addresses, OfOnePartnerAreNotDialledForAnother) {
    TestVault sam;
    TestVault alex(QStringLiteral("Alex"), 2);
    TestVault kim(QStringLiteral("Kim"), 3);
    SyncStore& sync = sam.vault->sync();
    const auto remember = [&] {
        return sync.setTypedAddresses({QStringLiteral("a:1")}) &&
               sync.setLastAddress(QStringLiteral("b:1"));
    };
    pairUp(sam, ShareBefore::All, alex, ShareBefore::All, false);
    ASSERT_TRUE(remember());
    pairUp(sam, ShareBefore::All, alex, ShareBefore::All, false);
    EXPECT_EQ(sync.addresses().size(), 2); // the same person, once more
    pairUp(sam, ShareBefore::All, kim, ShareBefore::All, false);
    EXPECT_TRUE(sync.addresses().isEmpty());
    ASSERT_TRUE(sync.confirmPairing());
    ASSERT_TRUE(remember());
    ASSERT_TRUE(sync.unpair());
    EXPECT_TRUE(sync.addresses().isEmpty());
}

TEST(Addresses, TheLastThatWorkedComesFirst) {
    TestVault sam;
    SyncStore& sync = sam.vault->sync();
    EXPECT_TRUE(sync.addresses().isEmpty());
    ASSERT_TRUE(sync.setTypedAddresses({QStringLiteral("b:1"), QStringLiteral("a:1")}));
    EXPECT_EQ(sync.addresses(), (QStringList{QStringLiteral("b:1"), QStringLiteral("a:1")}));
    ASSERT_TRUE(sync.setLastAddress(QStringLiteral("a:1")));
    EXPECT_EQ(sync.addresses(), (QStringList{QStringLiteral("a:1"), QStringLiteral("b:1")}));
    ASSERT_TRUE(sync.setLastAddress(QStringLiteral("c:1")));
    EXPECT_EQ(sync.addresses(),
              (QStringList{QStringLiteral("c:1"), QStringLiteral("b:1"), QStringLiteral("a:1")}));
    ASSERT_TRUE(sync.setTypedAddresses({}));
    EXPECT_EQ(sync.addresses(), QStringList{QStringLiteral("c:1")});
}

} // namespace
} // namespace mend::vault
