// What stands beside a vault is the person's own: only what Mend made is moved or removed.

#include "core/vault/publication.h"

#include "tests/core/vault/vault_fixture.h"

#include <QDir>
#include <sys/stat.h>

namespace mend::vault {
namespace {

using namespace mend::test;

void makeOwn(const QString& folder) {
    ASSERT_EQ(::mkdir(folder.toUtf8().constData(), 0700), 0);
}

QFile::Permissions modeOf(const QString& path) {
    return QFile::permissions(path);
}

TEST(Publication, AFolderOfSomebodysOwnBesideAVaultIsLeftAlone) {
    QTemporaryDir temporary;
    const QString folder = temporary.filePath(QStringLiteral("work"));
    for (const char* theirs : {"next", "next.ready", "vault.next.ready"}) {
        QDir().mkpath(folder + QLatin1Char('/') + QLatin1String(theirs));
        putBytes(folder + QLatin1Char('/') + QLatin1String(theirs) + QStringLiteral("/thesis.txt"),
                 "mine");
        putBytes(folder + QLatin1Char('/') + QLatin1String(theirs) + QStringLiteral("/vault.keys"),
                 "mine");
    }
    const QStringList before = filesOf(folder);
    EXPECT_FALSE(Store::exists(folder));
    EXPECT_FALSE(isPublicationPending(folder));
    discardPublication(folder);
    abandonPublication(folder);
    EXPECT_EQ(filesOf(folder), before);
    QDir(folder + QStringLiteral("/vault.next.ready")).removeRecursively(); // else in the way
    TestVault sam(QStringLiteral("Sam"), 1, folder);
    ASSERT_TRUE(sam.vault);
    sam.open();
    sam.close();
    for (const char* theirs :
         {"next/thesis.txt", "next/vault.keys", "next.ready/thesis.txt", "next.ready/vault.keys"})
        EXPECT_EQ(bytesOf(sam.path(theirs)), QByteArray("mine")) << theirs;
}

TEST(Publication, WhereItsNameIsTakenNothingIsMadeAndNothingRemoved) {
    QTemporaryDir temporary;
    FakeClock clock;
    FixedRandom random;
    QDir(temporary.path()).mkdir(QStringLiteral("vault.next"));
    const QString theirs = temporary.filePath(QStringLiteral("vault.next/vault.keys"));
    putBytes(theirs, "mine");
    EXPECT_EQ(errorIn(Store::create(temporary.path(), {QStringLiteral("Sam"), {}, {}}, passphrase(),
                                    {clock, random, tinyCost})),
              VaultError::Io);
    EXPECT_EQ(filesOf(temporary.path()), QStringList{theirs});
}

TEST(Publication, AFailedCreationGivesTheFolderItsModeAndItsFilesBack) {
    QTemporaryDir temporary;
    FakeClock clock;
    FixedRandom random;
    const QString folder = temporary.filePath(QStringLiteral("work"));
    QDir().mkpath(folder);
    ASSERT_EQ(::chmod(folder.toUtf8().constData(), 0755), 0);
    const auto mode = modeOf(folder);
    const QString oldKey = folder + QStringLiteral("/log-0123456789abcdef.key");
    putBytes(oldKey, "of another vault");
    const NewVault badName{QStringLiteral("two\nlines"), {}, {}};
    EXPECT_EQ(errorIn(Store::create(folder, badName, passphrase(), {clock, random, tinyCost})),
              VaultError::AgainstRules);
    EXPECT_EQ(modeOf(folder), mode);
    EXPECT_EQ(filesOf(folder), QStringList{oldKey});
    TestVault sam;
    ASSERT_EQ(::chmod(sam.folder.toUtf8().constData(), 0750), 0);
    const auto before = modeOf(sam.folder);
    EXPECT_EQ(errorIn(Store::create(sam.folder, {QStringLiteral("Eve"), {}, {}}, passphrase(),
                                    {clock, random, tinyCost})),
              VaultError::AlreadyThere);
    EXPECT_EQ(modeOf(sam.folder), before);
}

TEST(Publication, ErasingRemovesNoFileOfAnotherProgram) {
    TestVault sam;
    sam.vault.reset();
    const QStringList theirs{sam.path("Cargo.lock"), sam.path("log-of-march.key"),
                             sam.path("vault.db.backup")};
    for (const QString& file : theirs)
        putBytes(file, "mine");
    ASSERT_TRUE(Store::erase(std::move(sam.store)));
    QStringList left = filesOf(sam.folder);
    left.sort();
    EXPECT_EQ(left, theirs);
    for (const QString& file : theirs)
        EXPECT_EQ(bytesOf(file), QByteArray("mine"));
}

// A crash in the middle of a new data key, as it leaves the folder.
TEST(Publication, WhatACrashCutShortIsFinishedOrThrownAway) {
    TestVault sam;
    sam.close();
    makeOwn(sam.path("vault.next.ready"));
    putBytes(sam.path("vault.next.ready/mend-staging"), {});
    ASSERT_TRUE(QFile::rename(sam.path("vault.keys"), sam.path("vault.next.ready/vault.keys")));
    makeOwn(sam.path("vault.next"));
    putBytes(sam.path("vault.next/mend-staging"), {});
    putBytes(sam.path("vault.next/vault.db"), "half");
    EXPECT_TRUE(Store::exists(sam.folder));
    EXPECT_TRUE(sam.tryOpen());
    EXPECT_FALSE(QFile::exists(sam.path("vault.next.ready")));
    EXPECT_FALSE(QFile::exists(sam.path("vault.next")));
}

// Cut short between the database's move and the rest: what was written since is in its log.
TEST(Publication, TheNewDatabasesOwnLogStays) {
    TestVault sam;
    ASSERT_TRUE(sam.append(note(QStringLiteral("kept"))));
    const QByteArray log = bytesOf(sam.path("vault.db-wal"));
    ASSERT_FALSE(log.isEmpty());
    sam.close();
    putBytes(sam.path("vault.db-wal"), log);
    makeOwn(sam.path("vault.next.ready"));
    putBytes(sam.path("vault.next.ready/mend-staging"), {});
    ASSERT_TRUE(QFile::rename(sam.path("vault.keys"), sam.path("vault.next.ready/vault.keys")));
    ASSERT_TRUE(finishPublication(sam.folder));
    EXPECT_EQ(bytesOf(sam.path("vault.db-wal")), log);
    EXPECT_TRUE(sam.tryOpen());
}

TEST(Publication, ASetIsKnownByItsMark) {
    QTemporaryDir temporary;
    const auto in = [&](const char* name) { return temporary.filePath(QLatin1String(name)); };
    for (const char* backup : {"next", "next.ready"}) { // of a vault, and nothing else in it
        makeOwn(in(backup));
        putBytes(in(backup) + QStringLiteral("/vault.keys"), "x");
        putBytes(in(backup) + QStringLiteral("/log-0123456789abcdef.key"), "x");
    }
    const QStringList before = filesOf(temporary.path());
    EXPECT_FALSE(isPublicationPending(temporary.path()));
    EXPECT_TRUE(finishPublication(temporary.path()));
    abandonPublication(temporary.path());
    EXPECT_EQ(filesOf(temporary.path()), before);
    makeOwn(in("vault.next.ready"));
    putBytes(in("vault.next.ready/vault.keys"), "x");
    EXPECT_FALSE(isPublicationPending(temporary.path()));
    putBytes(in("vault.next.ready/mend-staging"), {});
    EXPECT_TRUE(isPublicationPending(temporary.path()));
}

} // namespace
} // namespace mend::vault
