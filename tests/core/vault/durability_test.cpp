// What waits for the disk, and what may go with the next that does.

#include "core/vault/private_store.h"
#include "core/vault/read_store.h"
#include "core/vault/statement.h"
#include "tests/core/vault/two_vaults.h"
#include "tests/support/disk_syncs.h"

namespace mend::vault {
namespace {

using namespace mend::test;
using record::Seal;

template <class Act>
int syncsOf(Act act) {
    const int before = diskSyncs;
    EXPECT_TRUE(act());
    return diskSyncs - before;
}

bool write(Connection& db, Durability durability) {
    Transaction transaction(db, durability);
    return db.execute("INSERT OR REPLACE INTO meta(key, value) VALUES('x', randomblob(8))") &&
           transaction.commit();
}

bool isGiven(TestVault& who) {
    return who.vault->read().myCheckIn(who.today())->given;
}

} // namespace

TEST(Durability, ACommitWaitsForTheDiskUnlessItMayGoWithTheNext) {
    TestVault sam;
    const auto db = sam.raw();
    ASSERT_TRUE(write(*db, Durability::AtOnce)); // with the log's beginning
    EXPECT_EQ(syncsOf([&] { return write(*db, Durability::AtOnce); }), 1);
    EXPECT_EQ(syncsOf([&] { return write(*db, Durability::WithTheNext); }), 0);
    EXPECT_EQ(syncsOf([&] { return write(*db, Durability::AtOnce); }), 1);
}

TEST(Durability, OneThatWasGivenUpLeavesTheNextAsItShouldBe) {
    TestVault sam;
    const auto db = sam.raw();
    ASSERT_TRUE(write(*db, Durability::AtOnce));
    { const Transaction givenUp(*db, Durability::WithTheNext); }
    EXPECT_EQ(syncsOf([&] { return write(*db, Durability::AtOnce); }), 1);
    EXPECT_EQ(
        syncsOf([&] {
            return db->execute("INSERT OR REPLACE INTO meta(key, value) VALUES('x', randomblob(8))")
                .has_value();
        }),
        1);
}

TEST(Durability, IsSeenByOthersAtOnceAllTheSame) {
    TestVault sam;
    ASSERT_TRUE(sam.vault->mine().setSetting(QStringLiteral("a"), "1", Durability::WithTheNext));
    const auto other = sam.store->connect();
    ASSERT_TRUE(other);
    EXPECT_EQ((*other)->mine().setting(QStringLiteral("a")), QByteArray("1"));
}

// From one computer to the other each side waits once: for what was written, and for what came.
TEST(Durability, ARecordWaitsOnceOnEachSide) {
    TwoVaults two;
    two.exchange();
    ASSERT_TRUE(two.sam.append(checkIn(QStringLiteral("first"))));
    two.exchange();
    EXPECT_EQ(syncsOf([&] { return two.sam.append(checkIn(QStringLiteral("second"))); }), 1);
    const quint64 next = (*two.alex.vault->sync().head(Person::Partner))->seq + 1;
    std::optional<OutBatch> batch;
    EXPECT_EQ(syncsOf([&] {
                  auto read = two.sam.vault->sync().batch(Person::Me, next);
                  batch = read ? std::optional(std::move(*read)) : std::nullopt;
                  return batch && batch->records.size() == 1;
              }),
              0);
    EXPECT_EQ(syncsOf([&] { return !offered(two.alex, *batch); }), 1);
    EXPECT_EQ(syncsOf([&] { return two.alex.vault->sync().ack(); }), 0);
}

TEST(Durability, SealedWordsAreMarkedAsGivenBeforeTheyLeave) {
    TwoVaults two;
    ASSERT_TRUE(two.alex.append(checkIn(QStringLiteral("theirs"))));
    two.exchange();
    ASSERT_TRUE(two.sam.append(checkIn(QStringLiteral("mine")), {}, Seal::Together));
    const quint64 next = (*two.alex.vault->sync().head(Person::Partner))->seq + 1;
    EXPECT_FALSE(isGiven(two.sam));
    EXPECT_EQ(syncsOf([&] { return two.sam.vault->sync().batch(Person::Me, next); }), 1);
    EXPECT_TRUE(isGiven(two.sam));
    EXPECT_EQ(syncsOf([&] { return two.sam.vault->sync().batch(Person::Me, next); }), 0);
}

TEST(Durability, OtherWordsAreGivenOnceTheOtherSaysThatItHoldsThem) {
    TwoVaults two;
    two.exchange();
    ASSERT_TRUE(two.sam.append(checkIn(QStringLiteral("mine"))));
    for (const OutBatch& batch : batchesOf(two.sam)) {
        EXPECT_FALSE(isGiven(two.sam)); // it may never have come
        ASSERT_FALSE(offered(two.alex, batch));
    }
    ASSERT_TRUE(two.sam.vault->sync().receiveAck(*two.alex.vault->sync().ack()));
    EXPECT_TRUE(isGiven(two.sam));
}

// A connection that broke before the ack: the next one covers it.
TEST(Durability, AnAckThatWasLostIsMadeGoodByTheNext) {
    TwoVaults two;
    two.exchange();
    ASSERT_TRUE(two.sam.append(checkIn(QStringLiteral("mine"))));
    for (const OutBatch& batch : batchesOf(two.sam))
        ASSERT_FALSE(offered(two.alex, batch));
    ASSERT_TRUE(two.sam.append(note(QStringLiteral("later"))));
    two.exchange();
    EXPECT_TRUE(isGiven(two.sam));
}

} // namespace mend::vault
