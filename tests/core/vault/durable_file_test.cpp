// Files that outlive a crash, and locks on them.

#include "core/vault/durable_file.h"
#include "core/vault/file_lock.h"
#include "tests/core/vault/vault_fixture.h"

namespace mend::vault {
namespace {

using namespace mend::test;

TEST(DurableFile, ReplacesWholeAndRefusesTheRest) {
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("f"));
    EXPECT_EQ(errorIn(readFile(path, 10)), VaultError::NotThere);
    ASSERT_TRUE(writeNewFile(path, "one"));
    EXPECT_EQ(errorIn(writeNewFile(path, "two")), VaultError::AlreadyThere);
    ASSERT_TRUE(replaceFile(path, "three"));
    EXPECT_EQ(readFile(path, 5), QByteArray("three"));
    EXPECT_EQ(errorIn(readFile(path, 4)), VaultError::Damaged);
    ASSERT_TRUE(copyFile(path, path + QLatin1Char('2')));
    EXPECT_EQ(readFile(path + QLatin1Char('2'), 5), QByteArray("three"));
    EXPECT_EQ(errorIn(copyFile(path + QLatin1Char('3'), path)), VaultError::NotThere);
    ASSERT_TRUE(eraseFile(path));
    ASSERT_TRUE(eraseFile(path)); // gone already
    EXPECT_EQ(errorIn(makeFolder(folder.path())), VaultError::AlreadyThere);
    EXPECT_EQ(errorIn(syncFile(path)), VaultError::NotThere);
    EXPECT_EQ(errorIn(renameFile(path, path)), VaultError::NotThere);
}

TEST(FileLock, IsSharedOrExclusiveAndEndsWithItsHolder) {
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("lock"));
    auto first = FileLock::take(path, FileLock::Kind::Shared);
    auto second = FileLock::take(path, FileLock::Kind::Shared);
    ASSERT_TRUE(first && second);
    EXPECT_EQ(errorIn(FileLock::take(path, FileLock::Kind::Exclusive)), VaultError::InUse);
    EXPECT_EQ(errorIn((*first)->change(FileLock::Kind::Exclusive)), VaultError::InUse);
    second->reset();
    EXPECT_TRUE((*first)->change(FileLock::Kind::Exclusive));
    EXPECT_EQ(errorIn(FileLock::take(path, FileLock::Kind::Shared)), VaultError::InUse);
    first->reset();
    EXPECT_TRUE(FileLock::take(path, FileLock::Kind::Exclusive));
}

TEST(FileLock, OnAFileThatWasRemovedIsNone) {
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("lock"));
    auto first = FileLock::take(path, FileLock::Kind::Exclusive);
    ASSERT_TRUE(first);
    ASSERT_TRUE(removeFile(path));
    auto second = FileLock::take(path, FileLock::Kind::Exclusive);
    ASSERT_TRUE(second); // on the file that is there now
    EXPECT_EQ(errorIn(FileLock::take(path, FileLock::Kind::Shared)), VaultError::InUse);
}

TEST(DurableFile, ErasesAFileLargerThanWhatItWritesAtOnce) {
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("a"));
    const QString same = folder.filePath(QStringLiteral("b")); // another name of the same file
    const QByteArray bytes(600 * 1024, 'x');
    ASSERT_TRUE(writeNewFile(path, bytes));
    ASSERT_EQ(::link(QFile::encodeName(path).constData(), QFile::encodeName(same).constData()), 0);
    ASSERT_TRUE(eraseFile(path));
    EXPECT_FALSE(QFile::exists(path));
    EXPECT_EQ(bytesOf(same), QByteArray(bytes.size(), '\0'));
}

} // namespace
} // namespace mend::vault
