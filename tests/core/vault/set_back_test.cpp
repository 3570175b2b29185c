// Parts of the files as they were before: noticed here, or made good by the next sync.

#include "tests/core/vault/two_vaults.h"

#include <algorithm>

namespace mend::vault {
namespace {

using namespace mend::test;

constexpr qsizetype pageSize = 4096;
constexpr qsizetype walHeader = 32;
constexpr qsizetype frameHeader = 24;

struct SetBack : testing::Test {
    TwoVaults two;

    void write(int count) {
        for (int i = 0; i < count; ++i) {
            const auto first = two.sam.append(note(QStringLiteral("words %1").arg(i)));
            ASSERT_TRUE(first);
            ASSERT_TRUE(two.sam.append(note(QStringLiteral("other words")), two.sam.today(),
                                       record::Seal::None, *first));
        }
    }
    QByteArray database() {
        two.sam.close(); // all of it in one file
        const QByteArray bytes = bytesOf(two.sam.path("vault.db"));
        two.sam.open();
        return bytes;
    }
    // As the next sync does it: Sam's own words come back first.
    void meetAgain() {
        two.sam.open();
        SyncStore& sam = two.sam.vault->sync();
        SyncStore& alex = two.alex.vault->sync();
        while (sam.compare(**alex.head(Person::Partner)) == SyncStore::Known::Longer) {
            const auto mine = *sam.head(Person::Me);
            const auto back = alex.batch(Person::Partner, mine ? mine->seq + 1 : 0);
            ASSERT_TRUE(back && sam.receive(back->records, back->head));
        }
        two.exchange();
    }
    bool areEqual() { return heldRecords(two.sam, true) == heldRecords(two.alex, true); }
    // Whether these files by themselves show that something is wrong.
    bool isNoticed(const QByteArray& database, const QByteArray& log = {}) {
        two.sam.close();
        QFile::remove(two.sam.path("vault.db-wal"));
        QFile::remove(two.sam.path("vault.db-shm"));
        putBytes(two.sam.path("vault.db"), database);
        if (!log.isEmpty())
            putBytes(two.sam.path("vault.db-wal"), log);
        const auto store = two.sam.tryOpen();
        if (!store)
            return true;
        const auto vault = (*store)->connect();
        const auto report = vault ? (*vault)->verify() : fail(vault.error());
        return !report || !report->ok();
    }
};

TEST_F(SetBack, EachPageIsNoticedOrMadeGood) {
    write(4);
    two.exchange();
    const QByteArray older = database();
    write(8);
    two.exchange();
    const QByteArray newer = database();
    int changed = 0;
    int noticed = 0;
    for (qsizetype at = 0; at + pageSize <= std::min(older.size(), newer.size()); at += pageSize) {
        QByteArray mixed = newer;
        mixed.replace(at, pageSize, older.sliced(at, pageSize));
        if (mixed == newer)
            continue;
        ++changed;
        if (isNoticed(mixed)) {
            ++noticed;
            continue;
        }
        meetAgain();
        EXPECT_TRUE(areEqual()) << at;
        EXPECT_TRUE(two.sam.vault->verify()->ok()) << at;
    }
    EXPECT_GT(changed, 5);
    EXPECT_GT(noticed, 0);
    EXPECT_FALSE(isNoticed(newer));
}

TEST_F(SetBack, TheWholeFileIsMadeGood) {
    write(3);
    two.exchange();
    const QByteArray older = database();
    write(3);
    two.exchange();
    EXPECT_FALSE(isNoticed(older)); // by itself it is what it was
    meetAgain();
    EXPECT_TRUE(areEqual());
    EXPECT_TRUE(two.sam.vault->verify()->ok());
}

TEST_F(SetBack, TheWriteAheadLogCutAnywhereIsMadeGood) {
    two.exchange();
    const QByteArray whole = database();
    write(2);
    two.exchange();
    const QByteArray log = bytesOf(two.sam.path("vault.db-wal"));
    ASSERT_GT(log.size(), walHeader + 8 * (frameHeader + pageSize));
    for (qsizetype end = walHeader; end <= log.size(); end += frameHeader + pageSize) {
        const qsizetype cut = std::min(end + end % 1000, log.size()); // within a frame, as a rule
        ASSERT_FALSE(isNoticed(whole, log.first(cut))) << cut;
        meetAgain();
        ASSERT_TRUE(areEqual()) << cut;
    }
}

} // namespace
} // namespace mend::vault
