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

// The most files a folder held when it was last put on the disk; below zero: not looked at.
qsizetype filesSynced = -1;

void look(int file) {
    struct stat status {};
    if (filesSynced < 0 || ::fstat(file, &status) != 0 || !S_ISDIR(status.st_mode))
        return;
    const QString folder = QFileInfo(QStringLiteral("/proc/self/fd/%1").arg(file)).symLinkTarget();
    filesSynced = QDir(folder).entryList({QStringLiteral("log-*.key")}, QDir::Files).size();
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

TEST(LogKey, ItsNameIsOnDiskBeforeTheDatabaseKnowsTheLog) {
    TestVault sam;
    filesSynced = 0;
    FixedRandom random(9);
    const auto stranger = crypto::SigningKey::generate(random);
    const auto log =
        sam.vault->sync().prepareLog(IdentityId(stranger.publicKey()), ShareBefore::FromToday);
    const qsizetype synced = std::exchange(filesSynced, -1);
    ASSERT_TRUE(log) << int(log.error());
    ASSERT_NE(*log, sam.vault->liveLog());
    EXPECT_EQ(synced, 2);
}

} // namespace
} // namespace mend::vault
