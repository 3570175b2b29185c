// Each single write of the database fails in turn, for want of room or by a fault of the disk: the
// one who wrote is told, what was there stays, and all goes on once the disk does.

#include "core/vault/private_store.h"
#include "core/vault/statement.h"
#include "tests/core/vault/two_vaults.h"

#include <array>
#include <cerrno>
#include <functional>
#include <sqlcipher/sqlite3.h>
#include <unistd.h>

namespace mend::vault {
namespace {

using namespace mend::test;

// --- A disk that fails, under SQLCipher alone

int writesLeft = -1; // that go well; below zero: all
int failure = 0;     // errno
bool failed = false;

bool fails() {
    if (writesLeft < 0 || writesLeft-- > 0)
        return false;
    writesLeft = 0; // from now on
    failed = true;
    errno = failure;
    return true;
}

ssize_t writeOrFail(int file, const void* bytes, size_t size) {
    return fails() ? -1 : ::write(file, bytes, size);
}
ssize_t pwriteOrFail(int file, const void* bytes, size_t size, off_t at) {
    return fails() ? -1 : ::pwrite(file, bytes, size, at);
}
int truncateOrFail(int file, off_t size) {
    return fails() ? -1 : ::ftruncate(file, size);
}

class FailingDisk {
public:
    FailingDisk() {
        set("write", sqlite3_syscall_ptr(writeOrFail));
        set("pwrite", sqlite3_syscall_ptr(pwriteOrFail));
        set("pwrite64", sqlite3_syscall_ptr(pwriteOrFail));
        set("ftruncate", sqlite3_syscall_ptr(truncateOrFail));
    }
    ~FailingDisk() {
        heal();
        vfs_->xSetSystemCall(vfs_, nullptr, nullptr);
    }
    void failAfter(int writes, int error) {
        writesLeft = writes;
        failure = error;
        failed = false;
    }
    void heal() { writesLeft = -1; }

private:
    void set(const char* name, sqlite3_syscall_ptr call) {
        EXPECT_EQ(vfs_->xSetSystemCall(vfs_, name, call), SQLITE_OK) << name;
    }
    sqlite3_vfs* vfs_ = sqlite3_vfs_find(nullptr);
};

struct Fault {
    int error;
    VaultError told;
};
constexpr std::array faults{Fault{ENOSPC, VaultError::DiskFull}, Fault{EIO, VaultError::Io}};

// Does `act` with one more write going well each time, until all of them do; of what writes for
// long, after its beginning at every `step`th. `after` looks at what is there, with the disk in
// order again.
void atEveryWrite(const std::function<std::optional<VaultError>()>& act,
                  const std::function<void(bool done)>& after, int step = 1) {
    constexpr int most = 2000;
    constexpr int beginning = 16;
    FailingDisk disk;
    for (const Fault& fault : faults) {
        int writes = 0;
        for (failed = true; failed && writes < most; writes += writes < beginning ? 1 : step) {
            disk.failAfter(writes, fault.error);
            const auto error = act();
            disk.heal();
            ASSERT_EQ(error.value_or(fault.told), fault.told) << "write " << writes;
            SCOPED_TRACE(writes);
            after(!error);
            if (testing::Test::HasFailure())
                return;
        }
        EXPECT_GT(writes, 3); // something was written at all
        EXPECT_LT(writes, most);
    }
}

std::vector<RecordId> idsIn(TestVault& vault) {
    std::vector<RecordId> ids;
    const auto db = vault.raw();
    Statement rows(*db, "SELECT id FROM record ORDER BY n");
    while (rows.next())
        ids.push_back(rows.fixed<RecordId>(0));
    return ids;
}

void expectWhole(TestVault& vault) {
    const auto report = vault.vault->verify();
    ASSERT_TRUE(report) << int(report.error());
    EXPECT_TRUE(report->ok());
}

TEST(FailingWrites, OfARecordLeaveAllOfItOrNothing) {
    TestVault sam;
    auto before = idsIn(sam);
    const auto write = [&] { return errorIn(sam.append(note(QString(3000, QLatin1Char('x'))))); };
    atEveryWrite(write, [&](bool done) {
        const auto now = idsIn(sam);
        ASSERT_EQ(now.size(), before.size() + (done ? 1 : 0));
        EXPECT_TRUE(std::equal(before.begin(), before.end(), now.begin()));
        before = now;
        expectWhole(sam);
    });
}

TEST(FailingWrites, AreForgottenOnceTheVaultIsOpenedAgain) {
    TestVault sam;
    quint64 written = 1;
    const auto openAndWrite = [&]() -> std::optional<VaultError> {
        sam.close();
        const auto store = sam.tryOpen();
        if (!store)
            return store.error();
        auto vault = (*store)->connect();
        if (!vault)
            return vault.error();
        const auto done = (*vault)->append(
            {{note(QString(3000, QLatin1Char('x'))), {}}, sam.today(), record::Seal::None});
        written += done ? 1 : 0;
        return errorIn(done);
    };
    atEveryWrite(openAndWrite, [&](bool) {
        sam.open();
        ASSERT_TRUE(sam.vault);
        EXPECT_EQ(idsIn(sam).size(), written);
        expectWhole(sam);
    });
}

TEST(FailingWrites, OfWhatIsTakenBackKeepTheWordsOrTakeThemAll) {
    TestVault sam;
    std::optional<RecordId> id;
    const auto writeTwoVersions = [&] {
        id = *sam.append(note(QStringLiteral("words")));
        id = *sam.append(note(QStringLiteral("other words")), sam.today(), record::Seal::None, *id);
    };
    FailingDisk disk;
    for (const Fault& fault : faults) {
        failed = true;
        for (int writes = 0; failed; ++writes) {
            writeTwoVersions();
            const qint64 words = wordsHere(sam, QStringLiteral("note"));
            disk.failAfter(writes, fault.error);
            const auto error = errorIn(sam.append(*Withdraw::create({*id})));
            disk.heal();
            ASSERT_EQ(error.value_or(fault.told), fault.told);
            ASSERT_EQ(wordsHere(sam, QStringLiteral("note")), words - (error ? 0 : 2)) << writes;
        }
        expectWhole(sam);
    }
}

TEST(FailingWrites, OfABatchAreMadeGoodByTheNextSync) {
    TwoVaults two;
    std::vector<OutBatch> batches;
    const auto writeMore = [&] {
        ASSERT_TRUE(two.sam.append(note(QString(500, QLatin1Char('y')))));
        const auto held = *two.alex.vault->sync().head(Person::Partner);
        batches = batchesOf(two.sam, held ? held->seq + 1 : 0);
    };
    const auto receive = [&]() -> std::optional<VaultError> {
        for (const OutBatch& batch : batches)
            if (const auto error = offered(two.alex, batch))
                return error;
        return std::nullopt;
    };
    writeMore();
    atEveryWrite(receive, [&](bool done) {
        const bool all = *two.alex.vault->sync().head(Person::Partner) ==
                         *two.sam.vault->sync().head(Person::Me);
        EXPECT_EQ(all, done);
        expectWhole(two.alex);
        writeMore();
    });
    two.exchange();
    EXPECT_EQ(heldRecords(two.alex, true), heldRecords(two.sam, true));
}

TEST(FailingWrites, OfTrustLeaveTheOldTrustOrTheNew) {
    TwoVaults two;
    bool paused = false;
    const auto pause = [&] { return errorIn(two.sam.vault->sync().setPaused(!paused)); };
    atEveryWrite(pause, [&](bool done) {
        paused = paused != done;
        EXPECT_EQ((*two.sam.vault->sync().pairing())->paused, paused);
        expectWhole(two.sam);
    });
}

TEST(FailingWrites, OfPrivateWordsLeaveTheOldOrTheNew) {
    TestVault sam;
    QString kept = QStringLiteral("0");
    int round = 0;
    ASSERT_TRUE(sam.vault->mine().setSetting(QStringLiteral("look"), kept.toUtf8()));
    const auto write = [&] {
        return errorIn(sam.vault->mine().setSetting(QStringLiteral("look"),
                                                    QByteArray(5000, char('a' + ++round % 26))));
    };
    atEveryWrite(write, [&](bool done) {
        const QByteArray now = *sam.vault->mine().setting(QStringLiteral("look"));
        EXPECT_EQ(now == QByteArray(5000, char('a' + round % 26)), done);
        expectWhole(sam);
    });
}

TEST(FailingWrites, OfANewDataKeyLeaveTheOldSetOrTheNew) {
    TestVault sam;
    ASSERT_TRUE(sam.append(note(QStringLiteral("kept"))));
    sam.close();
    const auto renew = [&]() -> std::optional<VaultError> {
        const auto store = sam.tryOpen();
        return store ? errorIn((*store)->newDataKey(passphrase())) : store.error();
    };
    atEveryWrite(
        renew,
        [&](bool) {
            sam.open();
            ASSERT_TRUE(sam.vault);
            EXPECT_EQ(idsIn(sam).size(), 2u);
            expectWhole(sam);
            sam.close();
        },
        17);
}

TEST(FailingWrites, OfANewVaultLeaveNone) {
    QTemporaryDir temporary;
    FakeClock clock;
    FixedRandom random;
    const QString folder = temporary.filePath(QStringLiteral("vault"));
    const Environment environment{clock, random, tinyCost};
    const auto make = [&] {
        return errorIn(
            Store::create(folder, {QStringLiteral("Sam"), {}, {}}, passphrase(), environment));
    };
    atEveryWrite(
        make,
        [&](bool done) {
            EXPECT_EQ(Store::exists(folder), done);
            EXPECT_EQ(QFile::exists(folder), done);
            QDir(folder).removeRecursively();
        },
        7);
}

} // namespace
} // namespace mend::vault
