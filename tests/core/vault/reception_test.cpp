// Somebody leaves while a batch is on its way from being judged to being stored.

#include "tests/core/vault/two_vaults.h"

#include "core/vault/reception.h"

namespace mend::vault {
namespace {

using namespace mend::test;

struct Leaving : testing::Test {
    TwoVaults two;
    std::unique_ptr<Connection> db;
    std::optional<Sharing> before;
    OutBatch batch;

    void SetUp() override {
        ASSERT_TRUE(two.sam.append(note(QStringLiteral("said too late"))));
        batch = batchesOf(two.sam).front();
        db = two.alex.raw();
        const auto shared = sharing(*db);
        ASSERT_TRUE(shared);
        before = *shared;
    }
    std::size_t held() { return heldRecords(two.alex).size(); }
};

TEST_F(Leaving, WhatWasVerifiedIsNotStoredAnyMore) {
    const auto was = held();
    Reception reception(*db, *before, before->theirs);
    ASSERT_TRUE(reception.verify(batch.records, batch.head));
    ASSERT_TRUE(two.alex.vault->sync().unpair());
    EXPECT_EQ(errorIn(reception.store(batch.records, batch.head)), VaultError::NotPaired);
    EXPECT_EQ(held(), was);
}

TEST_F(Leaving, AndAForkIsNotMarkedAnyMore) {
    ASSERT_EQ(offered(two.alex, batch), std::nullopt);
    LogStore logs(*db);
    auto first = batch.records.front().head();
    first.id = RecordId(); // another record took its place
    const OutBatch fork = forged(two.sam, noteDraft(two.sam), 0, first);
    ASSERT_TRUE(two.alex.vault->sync().unpair());
    Reception reception(*db, *before, before->theirs);
    EXPECT_EQ(errorIn(reception.verify(fork.records, fork.head)), VaultError::NotPaired);
    EXPECT_FALSE(logs.log(before->theirs.key)->forked);
}

TEST_F(Leaving, IsAskedAboutForThisPairingOnly) {
    EXPECT_TRUE(checkStillShared(*db, *before));
    Sharing another = *before;
    another.pairing += 1;
    EXPECT_EQ(errorIn(checkStillShared(*db, another)), VaultError::NotPaired);
    another = *before;
    another.mine.key = LogId();
    EXPECT_EQ(errorIn(checkStillShared(*db, another)), VaultError::NotPaired);
    ASSERT_TRUE(two.alex.vault->sync().unpair());
    EXPECT_EQ(errorIn(checkStillShared(*db, *before)), VaultError::NotPaired);
}

// Whoever writes meanwhile waits for one transaction at most.
TEST(Turns, AreShorterWhereMuchIsReadAgainWithEachRecord) {
    TwoVaults two;
    const auto promised = two.alex.append(commitment(QStringLiteral("On time"), two.alex.today()));
    ASSERT_TRUE(promised);
    bool paused = false;
    const auto sayMore = [&] {
        for (int i = 0; i < 4; ++i) {
            paused = !paused;
            ASSERT_TRUE(two.alex.append(*CommitmentChange::create(
                {*promised, paused ? ChangeKind::Pause : ChangeKind::Resume, {}})));
        }
    };
    const auto commits = [&] {
        sayMore();
        const auto held = *two.sam.vault->sync().head(Person::Partner);
        const quint64 before = two.sam.vault->dataVersion();
        EXPECT_EQ(offered(two.sam, batchesOf(two.alex, held->seq + 1).front()), std::nullopt);
        return two.sam.vault->dataVersion() - before;
    };
    two.exchange();
    EXPECT_EQ(commits(), 1u);
    ASSERT_TRUE(two.sam.raw()->execute("UPDATE room SET records = 600 WHERE length(what) = 32"));
    (void)two.sam.vault->dataVersion();
    EXPECT_EQ(commits(), 4u);
}

} // namespace
} // namespace mend::vault
