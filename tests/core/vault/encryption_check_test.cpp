// What lies on the disk is looked at before anything is believed: plain headers, in the database
// and in each page of its write-ahead log.

#include "core/vault/encryption_check.h"

#include "tests/core/vault/vault_fixture.h"

#include <QtEndian>

namespace mend::vault {
namespace {

using namespace mend::test;

const QByteArray plain("SQLite format 3\0", 16);
const QByteArray page(4096, 'x');

class EncryptionCheck : public testing::Test {
protected:
    QTemporaryDir folder;
    QString database = folder.filePath(QStringLiteral("a.db"));

    std::optional<VaultError> found() { return errorIn(checkEncrypted(database)); }
    void putWal(quint32 pageSize, const QByteArray& pages) {
        QByteArray header(32, '\0');
        qToBigEndian(pageSize, header.data() + 8);
        putBytes(database + QStringLiteral("-wal"), header + pages);
    }
};

const QByteArray frame(24, 'f');

TEST_F(EncryptionCheck, PassesWhatLooksLikeNoise) {
    putBytes(database, page);
    EXPECT_EQ(found(), std::nullopt);
    putWal(4096, frame + page + frame + page);
    EXPECT_EQ(found(), std::nullopt);
    putBytes(database + QStringLiteral("-wal"), {}); // never used
    EXPECT_EQ(found(), std::nullopt);
}

TEST_F(EncryptionCheck, FindsAPlainDatabase) {
    putBytes(database, plain + page);
    EXPECT_EQ(found(), VaultError::NotEncrypted);
}

TEST_F(EncryptionCheck, FindsAPlainPageWhereverItStandsInTheLog) {
    putBytes(database, page);
    const QByteArray bad = plain + page.first(4096 - 16);
    putWal(4096, frame + bad + frame + page);
    EXPECT_EQ(found(), VaultError::NotEncrypted);
    putWal(4096, frame + page + frame + bad);
    EXPECT_EQ(found(), VaultError::NotEncrypted);
}

TEST_F(EncryptionCheck, WhatCannotBeADatabaseIsDamaged) {
    EXPECT_EQ(found(), VaultError::Damaged); // not there
    putBytes(database, page.first(511));
    EXPECT_EQ(found(), VaultError::Damaged);
    putBytes(database, page);
    for (const quint32 size : {1u, 511u, 65537u}) {
        putWal(size, frame + page);
        EXPECT_EQ(found(), VaultError::Damaged) << size;
    }
}

TEST_F(EncryptionCheck, ALogThatSQLitePassesOverIsLookedThroughAllTheSame) {
    putBytes(database, page);
    const QByteArray bad = plain + page.first(4096 - 16);
    putWal(0, frame + page + frame + page);
    EXPECT_EQ(found(), std::nullopt);
    putWal(0, frame + page + frame + bad);
    EXPECT_EQ(found(), VaultError::NotEncrypted);
}

// A cut of power may leave the write-ahead log as long as it was, and empty of anything.
TEST_F(EncryptionCheck, AVaultWhoseLogIsNothingButZerosOpens) {
    TestVault sam;
    ASSERT_TRUE(sam.append(note(QStringLiteral("one"))));
    const QByteArray log(bytesOf(sam.path("vault.db-wal")).size(), '\0');
    sam.close();
    putBytes(sam.path("vault.db-wal"), log);
    sam.open();
    ASSERT_TRUE(sam.vault);
    EXPECT_TRUE(sam.vault->verify()->ok());
    EXPECT_TRUE(sam.append(note(QStringLiteral("goes on"))));
}

TEST_F(EncryptionCheck, WhatCannotBeReadIsTold) {
    QDir(folder.path()).mkdir(QStringLiteral("a.db"));
    EXPECT_EQ(found(), VaultError::Io);
    QDir(folder.path()).rmdir(QStringLiteral("a.db"));
    putBytes(database, page);
    QDir(folder.path()).mkdir(QStringLiteral("a.db-wal"));
    EXPECT_EQ(found(), VaultError::Io);
}

} // namespace
} // namespace mend::vault
