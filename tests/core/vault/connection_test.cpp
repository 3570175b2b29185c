#include "tests/core/vault/vault_fixture.h"

#include "core/vault/durable_file.h"
#include "core/vault/fair_mutex.h"
#include "core/vault/statement.h"

#include <atomic>
#include <cerrno>
#include <csignal>
#include <sys/resource.h>
#include <thread>
#include <unistd.h>

namespace mend::vault {
namespace {

using namespace mend::test;

class ConnectionTest : public testing::Test {
protected:
    QTemporaryDir folder;
    FixedRandom random;
    crypto::Key key = crypto::Key::random(random);
    QString path = folder.filePath(QStringLiteral("a.db"));
    std::unique_ptr<Connection> db = open(Connection::Mode::Create);

    std::unique_ptr<Connection> open(Connection::Mode mode, FairMutex* writers = nullptr) {
        auto opened = Connection::open(path, key, mode, writers);
        return opened ? std::move(*opened) : nullptr;
    }
    qint64 count(Connection& connection) {
        Statement rows(connection, "SELECT count(*) FROM t");
        return integerOf(rows).value_or(-1);
    }
    void SetUp() override { ASSERT_TRUE(db->execute("CREATE TABLE t(a, b)")); }
};

TEST_F(ConnectionTest, GivesBackWhatWasBound) {
    Statement insert(*db, "INSERT INTO t VALUES(?, ?)");
    const auto id = random.fixed<RecordId>();
    ASSERT_TRUE(insert.bind(id, Day().plus(3)).run());
    insert.reset();
    ASSERT_TRUE(insert.bind(QByteArray(), std::optional<qint64>()).run());
    insert.reset();
    ASSERT_TRUE(insert.bind(QStringLiteral("ü"), true).run());
    Statement rows(*db, "SELECT a, b FROM t ORDER BY rowid");
    ASSERT_TRUE(rows.next());
    EXPECT_EQ(rows.fixed<RecordId>(0), id);
    EXPECT_EQ(rows.day(1), Day().plus(3));
    ASSERT_TRUE(rows.next());
    EXPECT_FALSE(rows.isNull(0)); // empty is not absent
    EXPECT_EQ(rows.blob(0), QByteArray());
    EXPECT_EQ(rows.optionalInteger(1), std::nullopt);
    ASSERT_TRUE(rows.next());
    EXPECT_EQ(rows.text(0), QStringLiteral("ü"));
    EXPECT_TRUE(rows.boolean(1));
    EXPECT_FALSE(rows.next());
    EXPECT_FALSE(rows.error());
}

TEST_F(ConnectionTest, AColumnOfTheWrongSizeIsDamage) {
    ASSERT_TRUE(db->execute("INSERT INTO t VALUES(x'0102', 1)"));
    Statement rows(*db, "SELECT a, b FROM t");
    ASSERT_TRUE(rows.next());
    EXPECT_EQ(rows.fixed<RecordId>(0), RecordId());
    EXPECT_EQ(rows.error(), VaultError::Damaged);
    EXPECT_FALSE(rows.next());
    db->clearError();
    Statement days(*db, "SELECT b FROM t");
    ASSERT_TRUE(days.next());
    EXPECT_EQ(days.day(0), std::nullopt); // 1970
    EXPECT_EQ(db->error(), VaultError::Damaged);
}

TEST_F(ConnectionTest, ATransactionIsAllOrNothing) {
    {
        Transaction transaction(*db);
        ASSERT_TRUE(db->execute("INSERT INTO t VALUES(1, 1)"));
    }
    EXPECT_EQ(count(*db), 0);
    {
        Transaction transaction(*db);
        (void)db->execute("INSERT INTO t VALUES(1, 1)");
        (void)db->execute("INSERT INTO nowhere VALUES(1)");
        EXPECT_EQ(errorIn(transaction.commit()), VaultError::Damaged);
    }
    EXPECT_EQ(count(*db), 0);
    Transaction transaction(*db);
    (void)db->execute("INSERT INTO t VALUES(1, 1)");
    EXPECT_TRUE(transaction.commit());
    EXPECT_EQ(count(*db), 1);
}

TEST_F(ConnectionTest, ATransactionThatCouldNotBeginWritesNothing) {
    const auto other = open(Connection::Mode::ReadWrite);
    other->waitOnlyShortly();
    auto first = std::make_unique<Transaction>(*db);
    {
        Transaction second(*other);
        EXPECT_EQ(second.error(), VaultError::InUse);
        first.reset(); // from here on the file would take what is written
        Statement insert(*other, "INSERT INTO t VALUES(1, 1)");
        EXPECT_EQ(errorIn(insert.run()), VaultError::InUse);
        EXPECT_EQ(errorIn(other->execute("INSERT INTO t VALUES(2, 2)")), VaultError::InUse);
        EXPECT_EQ(errorIn(second.commit()), VaultError::InUse);
    }
    EXPECT_EQ(count(*db), 0);
    Transaction again(*other);
    (void)Statement(*other, "INSERT INTO t VALUES(1, 1)").run();
    EXPECT_TRUE(again.commit());
    EXPECT_EQ(count(*db), 1);
}

// Another process is in the midst of a transaction; of this one the patient is the first to ask.
TEST_F(ConnectionTest, WhoWaitsOnlyShortlyDoesSoBehindAPatientOne) {
    FairMutex writers;
    const auto patient = open(Connection::Mode::ReadWrite, &writers);
    const auto looked = open(Connection::Mode::ReadWrite, &writers);
    looked->waitOnlyShortly();
    ASSERT_TRUE(db->execute("BEGIN IMMEDIATE"));
    std::atomic<bool> asked = false;
    std::atomic<bool> answered = false;
    std::thread waiting([&] {
        asked = true;
        Transaction transaction(*patient);
        answered = true;
        EXPECT_TRUE(patient->execute("INSERT INTO t VALUES(1, 1)"));
        EXPECT_TRUE(transaction.commit());
    });
    while (!asked)
        std::this_thread::yield();
    {
        const Transaction transaction(*looked);
        EXPECT_EQ(transaction.error(), VaultError::InUse);
    }
    EXPECT_FALSE(answered); // it has more patience, and its turn is kept
    ASSERT_TRUE(db->execute("ROLLBACK"));
    waiting.join();
    EXPECT_EQ(count(*db), 1);
}

// Another process is in the midst of a transaction; how long, those who wait only shortly measure.
TEST_F(ConnectionTest, WhoIsToldToGiveUpWaitsNoLonger) {
    const auto patient = open(Connection::Mode::ReadWrite);
    const auto looked = open(Connection::Mode::ReadWrite);
    looked->waitOnlyShortly();
    ASSERT_TRUE(db->execute("BEGIN IMMEDIATE"));
    std::atomic<bool> asked = false;
    std::atomic<bool> answered = false;
    std::thread waiting([&] {
        asked = true;
        const Transaction transaction(*patient);
        EXPECT_EQ(transaction.error(), VaultError::InUse);
        answered = true;
    });
    while (!asked)
        std::this_thread::yield();
    { const Transaction transaction(*looked); }
    EXPECT_FALSE(answered);
    patient->giveUpWaiting();
    { const Transaction transaction(*looked); }
    EXPECT_TRUE(answered);
    waiting.join();
    ASSERT_TRUE(db->execute("ROLLBACK"));
    EXPECT_TRUE(Transaction(*patient).commit()); // where nobody else writes it still does
}

// As SQLite does by itself on a full disk: what follows would be written one by one.
TEST_F(ConnectionTest, ATransactionThatWasRolledBackUnderneathWritesNothingMore) {
    {
        Transaction transaction(*db);
        ASSERT_TRUE(db->execute("INSERT INTO t VALUES(1, 1)"));
        ASSERT_TRUE(db->execute("ROLLBACK"));
        db->raise(VaultError::DiskFull);
        Statement insert(*db, "INSERT INTO t VALUES(2, 2)");
        EXPECT_EQ(errorIn(insert.run()), VaultError::DiskFull);
        EXPECT_EQ(errorIn(transaction.commit()), VaultError::DiskFull);
    }
    EXPECT_EQ(count(*db), 0);
}

TEST_F(ConnectionTest, ASnapshotSeesOneState) {
    const auto other = open(Connection::Mode::ReadWrite);
    const Snapshot snapshot(*db);
    EXPECT_EQ(count(*db), 0);
    ASSERT_TRUE(other->execute("INSERT INTO t VALUES(1, 1)"));
    EXPECT_EQ(count(*db), 0);
    EXPECT_EQ(count(*other), 1);
}

TEST_F(ConnectionTest, DataVersionChangesWithEveryCommitOfAnybody) {
    const auto other = open(Connection::Mode::ReadWrite);
    const quint64 first = db->dataVersion();
    EXPECT_EQ(db->dataVersion(), first);
    ASSERT_TRUE(other->execute("INSERT INTO t VALUES(1, 1)"));
    const quint64 second = db->dataVersion();
    EXPECT_NE(second, first);
    Transaction transaction(*db);
    (void)db->execute("INSERT INTO t VALUES(1, 1)");
    ASSERT_TRUE(transaction.commit());
    EXPECT_NE(db->dataVersion(), second);
}

TEST_F(ConnectionTest, AnotherKeyDoesNotOpenIt) {
    const auto other = crypto::Key::random(random);
    EXPECT_EQ(errorIn(Connection::open(path, other, Connection::Mode::ReadWrite)),
              VaultError::Damaged);
    EXPECT_EQ(errorIn(Connection::open(folder.filePath(QStringLiteral("no.db")), key,
                                       Connection::Mode::ReadWrite)),
              VaultError::Io);
}

TEST_F(ConnectionTest, AChangedKeyOpensItAndTheOldOneDoesNot) {
    ASSERT_TRUE(db->execute("INSERT INTO t VALUES(1, 1)"));
    const auto next = crypto::Key::random(random);
    ASSERT_TRUE(db->changeKey(next));
    db.reset();
    EXPECT_EQ(open(Connection::Mode::ReadWrite), nullptr);
    key = next.copy();
    db = open(Connection::Mode::ReadWrite);
    ASSERT_TRUE(db);
    EXPECT_EQ(count(*db), 1);
    EXPECT_EQ(db->integrityProblems(), 0);
}

TEST_F(ConnectionTest, AFullDiskIsToldAndLosesNothing) {
    ASSERT_TRUE(db->execute("INSERT INTO t VALUES(1, 1)"));
    const auto signalBefore = std::signal(SIGXFSZ, SIG_IGN);
    rlimit before{};
    ASSERT_EQ(getrlimit(RLIMIT_FSIZE, &before), 0);
    rlimit tight = before;
    tight.rlim_cur = 64 * 1024; // Bytes a file.
    ASSERT_EQ(setrlimit(RLIMIT_FSIZE, &tight), 0);
    std::optional<VaultError> error;
    {
        Transaction transaction(*db);
        (void)db->execute("INSERT INTO t VALUES(2, zeroblob(1000000))");
        error = errorIn(transaction.commit());
    }
    setrlimit(RLIMIT_FSIZE, &before);
    std::signal(SIGXFSZ, signalBefore);
    EXPECT_EQ(error, VaultError::DiskFull);
    EXPECT_EQ(count(*db), 1);
    Transaction transaction(*db);
    (void)db->execute("INSERT INTO t VALUES(2, zeroblob(1000000))");
    EXPECT_TRUE(transaction.commit());
    EXPECT_EQ(db->integrityProblems(), 0);
}

TEST_F(ConnectionTest, ManyWritersTakeTurns) {
    FairMutex turns;
    std::atomic<int> failures = 0;
    std::vector<std::thread> threads;
    for (int i = 0; i < 4; ++i)
        threads.emplace_back([&] {
            const auto mine = open(Connection::Mode::ReadWrite, &turns);
            for (int j = 0; j < 10; ++j) {
                Transaction transaction(*mine);
                (void)mine->execute("INSERT INTO t VALUES(1, 1)");
                failures += transaction.commit() ? 0 : 1;
            }
        });
    for (std::thread& thread : threads)
        thread.join();
    EXPECT_EQ(failures, 0);
    EXPECT_EQ(count(*db), 40);
}

TEST(FairMutex, ServesInTheOrderOfAsking) {
    FairMutex mutex;
    std::vector<int> served;
    mutex.lock();
    std::vector<std::thread> threads;
    for (int i = 0; i < 5; ++i) {
        threads.emplace_back([&, i] {
            mutex.lock();
            served.push_back(i);
            mutex.unlock();
        });
        while (mutex.waiting() < i + 1)
            std::this_thread::yield();
    }
    mutex.unlock();
    for (std::thread& thread : threads)
        thread.join();
    EXPECT_EQ(served, (std::vector{0, 1, 2, 3, 4}));
}

TEST(RawKeyText, IsSixtyFourHexDigitsInItsFormAndNothingElse) {
    const QByteArray digits(64, 'a');
    EXPECT_TRUE(isRawKeyText("x'" + digits + "'"));
    EXPECT_FALSE(isRawKeyText("x'" + digits.first(62) + "'"));
    EXPECT_FALSE(isRawKeyText("x'" + digits + "aa'"));
    EXPECT_FALSE(isRawKeyText("x'" + digits.first(63) + "g'"));
    EXPECT_FALSE(isRawKeyText("x\"" + digits + "\""));
    EXPECT_FALSE(isRawKeyText(digits));
    EXPECT_FALSE(isRawKeyText(""));
}

TEST(VaultErrors, ComeFromTheSystemsOwn) {
    EXPECT_EQ(errorOfErrno(ENOSPC), VaultError::DiskFull);
    EXPECT_EQ(errorOfErrno(EDQUOT), VaultError::DiskFull);
    EXPECT_EQ(errorOfErrno(EROFS), VaultError::ReadOnly);
    EXPECT_EQ(errorOfErrno(EACCES), VaultError::ReadOnly);
    EXPECT_EQ(errorOfErrno(ENOENT), VaultError::NotThere);
    EXPECT_EQ(errorOfErrno(EEXIST), VaultError::AlreadyThere);
    EXPECT_EQ(errorOfErrno(EIO), VaultError::Io);
    constexpr int sqliteFull = 13;
    constexpr int sqliteReadOnly = 8;
    constexpr int sqliteBusy = 5;
    constexpr int sqliteIo = 10;
    constexpr int sqliteCantOpen = 14;
    constexpr int sqliteCorrupt = 11;
    constexpr int sqliteNotADatabase = 26;
    constexpr int sqliteNoMemory = 7;
    EXPECT_EQ(errorOf(sqliteFull), VaultError::DiskFull);
    EXPECT_EQ(errorOf(sqliteReadOnly), VaultError::ReadOnly);
    EXPECT_EQ(errorOf(sqliteBusy), VaultError::InUse);
    EXPECT_EQ(errorOf(sqliteIo, EIO), VaultError::Io);
    EXPECT_EQ(errorOf(sqliteIo, ENOSPC), VaultError::DiskFull);
    EXPECT_EQ(errorOf(sqliteCantOpen, EROFS), VaultError::ReadOnly);
    EXPECT_EQ(errorOf(sqliteCorrupt), VaultError::Damaged);
    EXPECT_EQ(errorOf(sqliteNotADatabase), VaultError::Damaged);
    EXPECT_EQ(errorOf(sqliteNoMemory), VaultError::Io);
}

} // namespace
} // namespace mend::vault
