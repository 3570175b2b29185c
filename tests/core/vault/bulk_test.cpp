// Many writes as one: all of them or none.

#include "core/vault/bulk.h"

#include "core/vault/projection.h"
#include "tests/core/vault/two_vaults.h"

namespace mend::vault {
namespace {

using namespace mend::test;

quint64 recordsOf(TestVault& vault) {
    vault.close();
    vault.open();
    return vault.vault->verify()->records;
}

TEST(Bulk, KeepsEveryWriteOnceItIsCommitted) {
    TestVault sam;
    const quint64 before = recordsOf(sam);
    {
        const auto bulk = sam.vault->bulk();
        ASSERT_TRUE(sam.append(note(QStringLiteral("One")), sam.today()));
        ASSERT_TRUE(sam.append(note(QStringLiteral("Two")), sam.today()));
        ASSERT_TRUE(bulk->commit());
        ASSERT_TRUE(sam.append(note(QStringLiteral("On its own")), sam.today()));
    }
    EXPECT_EQ(recordsOf(sam), before + 3);
    EXPECT_TRUE(sam.vault->verify()->ok());
}

TEST(Bulk, ThatIsNotCommittedWroteNothing) {
    TestVault sam;
    const quint64 before = recordsOf(sam);
    {
        const auto bulk = sam.vault->bulk();
        ASSERT_TRUE(sam.append(note(QStringLiteral("One")), sam.today()));
    }
    ASSERT_TRUE(sam.append(note(QStringLiteral("On its own")), sam.today()));
    EXPECT_EQ(recordsOf(sam), before + 1);
    EXPECT_TRUE(sam.vault->verify()->ok());
}

TEST(Bulk, IsNotKeptWhereOneOfItsWritesFailed) {
    TestVault sam;
    const quint64 before = recordsOf(sam);
    auto raw = sam.raw();
    {
        Bulk bulk(*raw, Bulk::Size::History);
        {
            Transaction fine(*raw);
            ASSERT_TRUE(raw->execute("INSERT INTO meta(key, value) VALUES('one', x'01')"));
            ASSERT_TRUE(fine.commit());
        }
        {
            Transaction broken(*raw);
            EXPECT_FALSE(raw->execute("INSERT INTO meta(key, value) VALUES('one', x'02')"));
            EXPECT_FALSE(broken.commit());
        }
        EXPECT_FALSE(bulk.commit());
    }
    EXPECT_TRUE(raw->execute("INSERT INTO meta(key, value) VALUES('one', x'03')"));
    raw.reset();
    EXPECT_EQ(recordsOf(sam), before);
}

TEST(Bulk, HoldsWhatTwoPeopleGiveEachOther) {
    TwoVaults two;
    {
        const auto ofSam = two.sam.vault->bulk();
        const auto ofAlex = two.alex.vault->bulk();
        const Day today = two.sam.today();
        ASSERT_TRUE(two.sam.append(checkIn(QStringLiteral("A")), today, record::Seal::Together));
        ASSERT_TRUE(two.alex.append(checkIn(QStringLiteral("B")), today, record::Seal::Together));
        two.exchange();
        ASSERT_TRUE(ofSam->commit() && ofAlex->commit());
    }
    EXPECT_EQ(heldRecords(two.sam, true), heldRecords(two.alex, true));
    EXPECT_TRUE(two.sam.vault->verify()->ok() && two.alex.vault->verify()->ok());
}

} // namespace
} // namespace mend::vault
