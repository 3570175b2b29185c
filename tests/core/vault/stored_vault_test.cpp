// Vaults written by earlier versions open in this one, with everything in them.

#include "core/vault/migrations/migrations.h"
#include "core/vault/private_store.h"
#include "core/vault/read_store.h"
#include "core/vault/statement.h"
#include "tests/core/vault/vault_fixture.h"

#include <QThread>
#include <atomic>
#include <ctime>
#include <sys/syscall.h>
#include <thread>
#include <unistd.h>

namespace {

// How often the thread that sets `isWatched` has slept, as SQLite does while another writes.
std::atomic<int> slept = 0;
thread_local bool isWatched = false;

} // namespace

// Instead of the C library's, for one test alone: nothing else tells that SQLite waits.
extern "C" int nanosleep(const timespec* wanted, timespec* left) {
    if (isWatched)
        ++slept;
    return int(::syscall(SYS_nanosleep, wanted, left));
}

namespace mend::vault {
namespace {

using namespace mend::test;

constexpr auto recoveryCode = u"RBZZK-2DPZ7-C71MS-3GB02-87AB8-SX9QW";

class StoredVault : public testing::Test {
protected:
    QTemporaryDir temporary;
    FakeClock clock;
    FixedRandom random;
    Environment environment{clock, random, tinyCost};
    QString folder = temporary.filePath(QStringLiteral("vault"));

    void opensWithBothSecretsAndIsWhole();
    void opensSharedAndGoesOn(const SharingCounts& counts, std::size_t commitments);
};

void StoredVault::opensWithBothSecretsAndIsWhole() {
    const auto word = passphrase(QStringLiteral("correct horse"));
    auto store = Store::open(folder, std::cref(word), environment);
    ASSERT_TRUE(store) << int(store.error());
    auto vault = std::move(*(*store)->connect());
    EXPECT_EQ(vault->member()->name, u"Sam");
    const auto report = vault->verify();
    ASSERT_TRUE(report);
    EXPECT_TRUE(report->ok());
    EXPECT_EQ(report->records, 8u);
    const auto journal = vault->mine().journal({}, 10, 0);
    ASSERT_EQ(journal->size(), 1u);
    EXPECT_EQ(journal->front().text, u"Only mine");
    EXPECT_EQ(vault->mine().setting(QStringLiteral("autolock.minutes")), QByteArray("5"));
    TimelineFilter filter;
    filter.search = QStringLiteral("harbour");
    EXPECT_EQ(vault->read().count(filter), 1);
    EXPECT_TRUE(vault->append({{note(QStringLiteral("Goes on")), {}}, clock.today(), {}}));
    vault.reset();
    store->reset();
    const auto code = crypto::RecoveryCode::parse(recoveryCode);
    ASSERT_TRUE(code);
    EXPECT_TRUE(Store::open(folder, std::cref(*code), environment));
}

// As somebody has it who shares: with the other's log, and with what replication remembers.
void StoredVault::opensSharedAndGoesOn(const SharingCounts& counts, std::size_t commitments) {
    clock.setDay(*Day::fromIso(u"2026-11-23")); // the day after its last
    const Day today = clock.today();
    const auto word = passphrase(QStringLiteral("correct horse"));
    const auto store = Store::open(folder, std::cref(word), environment);
    ASSERT_TRUE(store) << int(store.error());
    const auto vault = std::move(*(*store)->connect());
    const auto isWhole = [&] {
        const auto report = vault->verify();
        return report && report->ok();
    };
    EXPECT_TRUE(isWhole());
    const auto pairing = vault->sync().pairing();
    ASSERT_TRUE(pairing && *pairing);
    EXPECT_EQ((*pairing)->partner.name, u"Alex");
    EXPECT_FALSE((*pairing)->provisional);
    EXPECT_EQ((**vault->sync().partnerMember())->name, u"Alex");
    EXPECT_EQ(vault->sync().counts().mine, counts.mine);
    EXPECT_EQ(vault->sync().counts().theirs, counts.theirs);
    EXPECT_EQ(vault->sync().counts().waiting(), 0u);
    EXPECT_EQ(vault->read().commitments(today, today, today)->size(), commitments);
    ASSERT_TRUE(vault->append({{note(QStringLiteral("Goes on")), {}}, today, {}}));
    ASSERT_TRUE(vault->append(
        {{checkIn(QStringLiteral("Goes on"), 4), {}}, today, record::Seal::Together}));
    EXPECT_EQ(vault->sync().counts().waiting(), 2u);
    EXPECT_EQ(vault->sync().batch(Person::Me, counts.mine)->records.size(), 2u);
    EXPECT_TRUE(isWhole());
}

TEST_F(StoredVault, OfVersionTwoThatIsSharedGoesOn) {
    ASSERT_TRUE(copyStoredVault("v2-shared", folder));
    ASSERT_EQ(storedSchemaVersion(folder), 2);
    opensSharedAndGoesOn({24, 30, 0, 0}, 7);
}

TEST_F(StoredVault, OfVersionFourThatIsSharedGoesOn) {
    ASSERT_TRUE(copyStoredVault("v4-shared", folder));
    ASSERT_EQ(storedSchemaVersion(folder), 4);
    opensSharedAndGoesOn({26, 39, 0, 0}, 9);
}

TEST_F(StoredVault, OfVersionOneOpensWithBothSecretsAndIsWhole) {
    ASSERT_TRUE(copyStoredVault("v1", folder));
    ASSERT_EQ(storedSchemaVersion(folder), 1);
    opensWithBothSecretsAndIsWhole();
}

TEST_F(StoredVault, OfVersionTwoOpensWithBothSecretsAndIsWhole) {
    ASSERT_TRUE(copyStoredVault("v2", folder));
    ASSERT_EQ(storedSchemaVersion(folder), 2);
    opensWithBothSecretsAndIsWhole();
}

TEST_F(StoredVault, OfVersionThreeOpensWithBothSecretsAndIsWhole) {
    ASSERT_TRUE(copyStoredVault("v3", folder));
    ASSERT_EQ(storedSchemaVersion(folder), 3);
    opensWithBothSecretsAndIsWhole();
}

TEST_F(StoredVault, OfVersionFourOpensWithBothSecretsAndIsWhole) {
    ASSERT_TRUE(copyStoredVault("v4", folder));
    ASSERT_EQ(storedSchemaVersion(folder), 4);
    opensWithBothSecretsAndIsWhole();
}

TEST_F(StoredVault, OfVersionFiveOpensWithBothSecretsAndIsWhole) {
    ASSERT_TRUE(copyStoredVault("v5", folder));
    ASSERT_EQ(storedSchemaVersion(folder), 5);
    opensWithBothSecretsAndIsWhole();
}

TEST_F(StoredVault, OfVersionSixOpensWithBothSecretsAndIsWhole) {
    ASSERT_TRUE(copyStoredVault("v6", folder));
    ASSERT_EQ(storedSchemaVersion(folder), 6);
    opensWithBothSecretsAndIsWhole();
}

TEST_F(StoredVault, OfVersionSevenOpensWithBothSecretsAndIsWhole) {
    ASSERT_TRUE(copyStoredVault("v7", folder));
    ASSERT_EQ(storedSchemaVersion(folder), 7);
    opensWithBothSecretsAndIsWhole();
}

TEST_F(StoredVault, OfVersionFourGivesNoIdAgainThatItGaveBefore) {
    ASSERT_TRUE(copyStoredVault("v4", folder));
    const auto word = passphrase(QStringLiteral("correct horse"));
    const auto store = Store::open(folder, std::cref(word), environment);
    ASSERT_TRUE(store);
    const auto vault = std::move(*(*store)->connect());
    const qint64 before = vault->mine().journal({}, 1, 0)->front().id;
    ASSERT_TRUE(vault->mine().removeJournal(before));
    EXPECT_GT(*vault->mine().addJournal(clock.today(), QStringLiteral("new")), before);
}

// A draft may name a row that was gone before, whose id version four would have given again.
TEST_F(StoredVault, OfVersionFourGivesNoIdThatItMayHaveGivenToWhatIsGone) {
    ASSERT_TRUE(copyStoredVault("v4", folder));
    const auto word = passphrase(QStringLiteral("correct horse"));
    const auto store = Store::open(folder, std::cref(word), environment);
    ASSERT_TRUE(store);
    const auto vault = std::move(*(*store)->connect());
    PrivateStore& mine = vault->mine();
    const Day today = clock.today();
    const qint64 everGiven = 1'000'000;
    EXPECT_GT(*mine.addJournal(today, QStringLiteral("new")), everGiven);
    EXPECT_GT(*mine.addCheckIn(today, checkIn(QStringLiteral("new"))), everGiven);
    EXPECT_GT(*mine.addMoment(today, *Moment::create({5, std::nullopt, {}})), everGiven);
}

TEST(Migration, RunsOnceAndLeavesAnUpToDateDatabaseAlone) {
    QTemporaryDir folder;
    FixedRandom random;
    const auto key = crypto::Key::random(random);
    const QString path = folder.filePath(QStringLiteral("a.db"));
    const auto db = Connection::open(path, key, Connection::Mode::Create);
    ASSERT_TRUE(db);
    ASSERT_TRUE(migrate(**db));
    const quint64 version = (*db)->dataVersion();
    ASSERT_TRUE(migrate(**db));
    EXPECT_EQ((*db)->dataVersion(), version);
    Statement schema(**db, "PRAGMA user_version");
    EXPECT_EQ(integerOf(schema), schemaVersion);
}

TEST(Migration, ThatFailsChangesNothing) {
    QTemporaryDir folder;
    FixedRandom random;
    const auto key = crypto::Key::random(random);
    const QString path = folder.filePath(QStringLiteral("a.db"));
    const auto db = Connection::open(path, key, Connection::Mode::Create);
    ASSERT_TRUE((*db)->execute("CREATE TABLE head(in_the_way)"));
    EXPECT_EQ(errorIn(migrate(**db)), VaultError::Damaged);
    Statement tables(**db, "SELECT count(*) FROM sqlite_schema");
    EXPECT_EQ(integerOf(tables), 1);
    Statement schema(**db, "PRAGMA user_version");
    EXPECT_EQ(integerOf(schema), 0);
}

// Two programs open an old vault at once: both have seen its version before either migrates.
TEST_F(StoredVault, OpenedByTwoProgramsAtOnceIsMigratedOnce) {
    ASSERT_TRUE(copyStoredVault("v1", folder));
    const auto word = passphrase(QStringLiteral("correct horse"));
    const auto dataKey = KeySlots::read(slotsPath(folder))->unlock(word);
    const auto key = databaseKey(*dataKey);
    const auto first = Connection::open(databasePath(folder), key, Connection::Mode::ReadWrite);
    ASSERT_TRUE(first);
    auto writing = std::make_unique<Transaction>(**first); // the other waits for its turn
    std::optional<VaultError> error;
    std::thread other([&] {
        isWatched = true;
        const auto second =
            Connection::open(databasePath(folder), key, Connection::Mode::ReadWrite);
        error = second ? errorIn(migrate(**second)) : second.error();
    });
    for (int ms = 0; slept == 0 && ms < 10'000; ++ms)
        QThread::msleep(1);
    EXPECT_GT(slept, 0); // it has looked, and waits
    ASSERT_TRUE(migrate0002Search(**first));
    ASSERT_TRUE((*first)->execute("PRAGMA user_version = 2"));
    ASSERT_TRUE(writing->commit());
    writing.reset();
    other.join();
    EXPECT_EQ(error, std::nullopt);
    opensWithBothSecretsAndIsWhole();
}

} // namespace
} // namespace mend::vault
