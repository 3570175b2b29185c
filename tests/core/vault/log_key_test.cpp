// A log's key is on disk, under its name, before anything says that there is such a log.

#include "core/vault/log_key.h"

#include "core/vault/sync_store.h"
#include "tests/core/vault/vault_fixture.h"

#include <QDir>
#include <QFileInfo>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace {

// A folder each time it is put on the disk: how many keys it held, and what had been committed.
struct Synced {
    qsizetype keys = 0;
    QByteArray written; // the database's write-ahead log
};
std::vector<Synced> synced;
bool looking = false;

QByteArray writtenIn(const QString& folder) {
    QFile file(folder + QStringLiteral("/vault.db-wal"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void look(int file) {
    struct stat status {};
    if (!looking || ::fstat(file, &status) != 0 || !S_ISDIR(status.st_mode))
        return;
    const QString folder = QFileInfo(QStringLiteral("/proc/self/fd/%1").arg(file)).symLinkTarget();
    synced.push_back({QDir(folder).entryList({QStringLiteral("log-*.key")}, QDir::Files).size(),
                      writtenIn(folder)});
}

} // namespace

// Instead of the C library's, for this test alone: nothing else tells what is on the disk.
extern "C" int fsync(int file) {
    look(file);
    return int(::syscall(SYS_fsync, file));
}

namespace mend::vault {
namespace {

using namespace mend::test;

// It was there, and would be gone for ever with the old data key.
TEST(LogKey, ThatCantBeReadKeepsTheOldDataKey) {
    TestVault sam;
    const QString path = sam.path(logKeyFileName(sam.vault->liveLog()).toLatin1().constData());
    const QByteArray key = bytesOf(path);
    sam.close();
    ASSERT_TRUE(QFile::remove(path));
    ASSERT_TRUE(QDir().mkdir(path)); // opens, and reading it fails
    {
        const auto store = sam.tryOpen();
        ASSERT_TRUE(store);
        EXPECT_EQ(errorIn((*store)->newDataKey(passphrase(QStringLiteral("another one")))),
                  VaultError::Io);
    }
    ASSERT_TRUE(QDir().rmdir(path));
    putBytes(path, key);
    sam.open(); // with the passphrase from before
    ASSERT_TRUE(sam.vault);
    EXPECT_TRUE(sam.append(note(QStringLiteral("still mine to write"))));
}

TEST(LogKey, ThatIsLostDoesNotKeepTheOldDataKey) {
    TestVault sam;
    const QString path = sam.path(logKeyFileName(sam.vault->liveLog()).toLatin1().constData());
    sam.close();
    ASSERT_TRUE(QFile::remove(path));
    const auto store = sam.tryOpen();
    ASSERT_TRUE(store);
    EXPECT_TRUE((*store)->newDataKey(passphrase(QStringLiteral("another one"))));
}

TEST(LogKey, ItsNameIsOnDiskBeforeTheDatabaseKnowsTheLog) {
    TestVault sam;
    FixedRandom random(9);
    const auto stranger = crypto::SigningKey::generate(random);
    const QByteArray before = writtenIn(sam.folder);
    looking = true;
    const auto log =
        sam.vault->sync().prepareLog(IdentityId(stranger.publicKey()), ShareBefore::FromToday);
    looking = false;
    ASSERT_TRUE(log) << int(log.error());
    ASSERT_NE(*log, sam.vault->liveLog());
    ASSERT_EQ(synced.size(), 1u);
    EXPECT_EQ(synced[0].keys, 2);
    EXPECT_EQ(synced[0].written, before) << "the database had heard of it";
    EXPECT_NE(writtenIn(sam.folder), before);
}

} // namespace
} // namespace mend::vault
