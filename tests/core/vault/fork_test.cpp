#include "tests/core/vault/two_vaults.h"

namespace mend::vault {
namespace {

using namespace mend::test;

TEST(Fork, AForkKeepsBothBranchesAndStopsSync) {
    TwoVaults two;
    ASSERT_TRUE(two.sam.append(note(QStringLiteral("one"))));
    const OutBatch real = batchesOf(two.sam).front();
    two.exchange();
    const LogHead before = real.records[real.records.size() - 2].head();
    const OutBatch branch = forged(two.sam, noteDraft(two.sam, QStringLiteral("other")), 0, before);
    const auto held = heldRecords(two.alex).size();
    EXPECT_EQ(offered(two.alex, branch), VaultError::Forked);
    EXPECT_EQ(heldRecords(two.alex).size(), held + 1);
    SyncStore& alex = two.alex.vault->sync();
    EXPECT_TRUE((*alex.pairing())->forked);
    EXPECT_EQ(offered(two.alex, branch), VaultError::Forked);
    EXPECT_EQ(errorIn(alex.batch(Person::Me, 0)), VaultError::Forked);
    EXPECT_EQ(errorIn(alex.batch(Person::Partner, 0)), VaultError::Forked);
    EXPECT_EQ(alex.ack(), std::nullopt);
    const auto report = two.alex.vault->verify();
    ASSERT_EQ(report->problems.size(), 1u);
    EXPECT_EQ(report->problems[0].what, Problem::What::Fork);
}

TEST(Fork, AChainThatLeavesTheHeldOneEarlierIsAForkToo) {
    TwoVaults two;
    ASSERT_TRUE(two.sam.append(note(QStringLiteral("one"))));
    two.exchange();
    LogHead before = **two.sam.vault->sync().head(Person::Me);
    before.id = two.sam.random.fixed<RecordId>();
    EXPECT_EQ(offered(two.alex, forged(two.sam, noteDraft(two.sam), 9, before)),
              VaultError::Forked);
    EXPECT_TRUE((*two.alex.vault->sync().pairing())->forked);
}

TEST(Fork, ComparesWhatTheOtherHoldsOfMine) {
    TwoVaults two;
    using Known = SyncStore::Known;
    SyncStore& sam = two.sam.vault->sync();
    const LogHead head = **sam.head(Person::Me);
    EXPECT_EQ(sam.compare(head), Known::Mine);
    EXPECT_EQ(sam.compare({head.log, head.seq + 1, head.id}), Known::Longer);
    EXPECT_EQ(sam.compare({head.log, head.seq, two.sam.random.fixed<RecordId>()}),
              Known::Different);
    EXPECT_EQ(sam.compare({two.alex.vault->liveLog(), 0, head.id}), Known::Different);
}

// Sam's folder as it was, put back over what came after.
class SetBack {
public:
    explicit SetBack(TestVault& vault) : vault_(vault) {
        vault.close();
        for (const QString& file : filesOf(vault.folder))
            files_.emplace_back(file, bytesOf(file));
        vault.open();
    }
    void apply() {
        vault_.close();
        for (const QString& file : filesOf(vault_.folder))
            QFile::remove(file);
        for (const auto& [path, bytes] : files_)
            putBytes(path, bytes);
        vault_.open();
    }

private:
    TestVault& vault_;
    std::vector<std::pair<QString, QByteArray>> files_;
};

TEST(Fork, ALogThatWasSetBackIsNoticedAndTakenFromThePartner) {
    TwoVaults two;
    two.exchange();
    SetBack setBack(two.sam);
    for (int i = 0; i < 40; ++i)
        ASSERT_TRUE(two.sam.append(note(QStringLiteral("lost %1").arg(i))));
    two.exchange();
    setBack.apply();
    SyncStore& sam = two.sam.vault->sync();
    SyncStore& alex = two.alex.vault->sync();
    EXPECT_EQ(sam.compare(**alex.head(Person::Partner)), SyncStore::Known::Longer);
    const auto back = alex.batch(Person::Partner, (*sam.head(Person::Me))->seq + 1);
    ASSERT_TRUE(back);
    ASSERT_EQ(back->records.size(), 40u);
    EXPECT_EQ(*sam.receive(back->records, back->head), Received::Stored);
    EXPECT_EQ(sam.compare(**alex.head(Person::Partner)), SyncStore::Known::Mine);
    ASSERT_TRUE(two.sam.append(note(QStringLiteral("goes on"))));
    two.exchange();
    EXPECT_EQ(heldRecords(two.sam, true), heldRecords(two.alex, true));
    EXPECT_TRUE(two.sam.vault->verify()->ok());
    EXPECT_TRUE(alex.batch(Person::Partner, 1000)->records.empty());
}

TEST(Fork, WritingAfterBeingSetBackIsAFork) {
    TwoVaults two;
    two.exchange();
    SetBack setBack(two.sam);
    ASSERT_TRUE(two.sam.append(note(QStringLiteral("lost"))));
    two.exchange();
    setBack.apply();
    two.sam.clock.advanceMs(120000);
    ASSERT_TRUE(two.sam.append(note(QStringLiteral("instead"))));
    EXPECT_EQ(two.sam.vault->sync().compare(**two.alex.vault->sync().head(Person::Partner)),
              SyncStore::Known::Different);
    EXPECT_EQ(offered(two.alex, batchesOf(two.sam).front()), VaultError::Forked);
}

} // namespace
} // namespace mend::vault
