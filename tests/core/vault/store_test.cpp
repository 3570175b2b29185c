#include "tests/core/vault/vault_fixture.h"

#include "core/crypto/system_random.h"

#include <QDir>
#include <QFileInfo>
#include <array>
#include <sys/stat.h>
#include <thread>

namespace mend::vault {
namespace {

using namespace mend::test;

TEST(Store, IsMadeAndOpensAgainWithThePassphraseAndWithTheRecoveryCode) {
    TestVault sam;
    const LogId log = sam.vault->liveLog();
    EXPECT_EQ(sam.vault->member()->name, u"Sam");
    sam.close();
    sam.open();
    EXPECT_EQ(sam.vault->liveLog(), log);
    EXPECT_EQ(sam.vault->member()->name, u"Sam");
    sam.close();
    const auto byCode = Store::open(sam.folder, std::cref(*sam.code), sam.environment);
    ASSERT_TRUE(byCode);
    EXPECT_EQ((*(*byCode)->connect())->liveLog(), log);
}

TEST(Store, FolderAndFilesAreTheirOwnersAloneWhateverTheUmask) {
    const mode_t before = ::umask(0);
    TestVault sam;
    sam.append(note(QStringLiteral("at home")));
    ::umask(before);
    const auto modeOf = [](const QString& path) {
        struct stat status {};
        EXPECT_EQ(::stat(path.toUtf8().constData(), &status), 0);
        return status.st_mode & 07777;
    };
    EXPECT_EQ(modeOf(sam.folder), 0700u);
    const QStringList files = filesOf(sam.folder);
    EXPECT_GE(files.size(), 5); // keys, db, wal, shm, log key, lock
    for (const QString& file : files)
        EXPECT_EQ(modeOf(file) & 077, 0u) << file.toStdString();
}

TEST(Store, NotThere) {
    QTemporaryDir empty;
    FakeClock clock;
    FixedRandom random;
    const auto word = passphrase();
    EXPECT_EQ(errorIn(Store::open(empty.path(), std::cref(word), {clock, random, tinyCost})),
              VaultError::NotThere);
    EXPECT_EQ(errorIn(Store::open(empty.filePath(QStringLiteral("no")), std::cref(word),
                                  {clock, random, tinyCost})),
              VaultError::NotThere);
    EXPECT_FALSE(Store::exists(empty.path()));
}

TEST(Store, AlreadyThereTouchesNothing) {
    TestVault sam;
    sam.close();
    const QByteArray before = bytesOf(sam.path("vault.keys"));
    const auto again = Store::create(sam.folder, {QStringLiteral("Eve"), {}, {}},
                                     passphrase(QStringLiteral("other words")), sam.environment);
    EXPECT_EQ(errorIn(again), VaultError::AlreadyThere);
    EXPECT_EQ(bytesOf(sam.path("vault.keys")), before);
    EXPECT_TRUE(sam.tryOpen());
}

TEST(Store, NoFolderWhereOneCannotBeMade) {
    QTemporaryDir temporary;
    putBytes(temporary.filePath(QStringLiteral("file")), "x");
    FakeClock clock;
    FixedRandom random;
    for (const char* name : {"file", "file/vault"}) {
        const auto made =
            Store::create(temporary.filePath(QLatin1String(name)), {QStringLiteral("Sam"), {}, {}},
                          passphrase(), {clock, random, tinyCost});
        EXPECT_EQ(errorIn(made), VaultError::NoFolder) << name;
    }
}

TEST(Store, AFailedCreationLeavesNoVaultBehind) {
    QTemporaryDir temporary;
    FakeClock clock;
    FixedRandom random;
    const Environment environment{clock, random, tinyCost};
    const QString absent = temporary.filePath(QStringLiteral("absent"));
    const NewVault badName{QStringLiteral("two\nlines"), {}, {}};
    EXPECT_EQ(errorIn(Store::create(absent, badName, passphrase(), environment)),
              VaultError::AgainstRules);
    EXPECT_FALSE(QDir(absent).exists());
    const QString present = temporary.filePath(QStringLiteral("present"));
    QDir().mkpath(present);
    putBytes(present + QStringLiteral("/letter.txt"), "mine");
    EXPECT_EQ(errorIn(Store::create(present, badName, passphrase(), environment)),
              VaultError::AgainstRules);
    EXPECT_EQ(filesOf(present), QStringList{present + QStringLiteral("/letter.txt")});
    EXPECT_TRUE(Store::create(present, {QStringLiteral("Sam"), {}, {}}, passphrase(), environment));
}

TEST(Store, WhatAnotherIsMakingIsLeftAlone) {
    QTemporaryDir temporary;
    const QString folder = temporary.path();
    auto other = FileLock::take(lockPath(folder), FileLock::Kind::Exclusive);
    ASSERT_TRUE(other);
    QDir(folder).mkdir(QStringLiteral("vault.next"));
    putBytes(folder + QStringLiteral("/vault.next/mend-staging"), {});
    putBytes(folder + QStringLiteral("/vault.next/vault.keys"), "theirs");
    FakeClock clock;
    FixedRandom random;
    const auto made = Store::create(folder, {QStringLiteral("Sam"), {}, {}}, passphrase(),
                                    {clock, random, tinyCost});
    EXPECT_EQ(errorIn(made), VaultError::InUse);
    EXPECT_EQ(bytesOf(folder + QStringLiteral("/vault.next/vault.keys")), QByteArray("theirs"));
    EXPECT_TRUE(QFile::exists(lockPath(folder)));
}

TEST(Store, OfTwoWhoMakeItAtOnceOneDoesAndItStays) {
    QTemporaryDir temporary;
    FakeClock clock;
    for (int round = 0; round < 10; ++round) {
        const QString folder = temporary.filePath(QString::number(round));
        std::array<std::optional<VaultError>, 2> errors;
        const auto make = [&](std::size_t i) {
            FixedRandom random(10 + i);
            const auto made = Store::create(folder, {QStringLiteral("Sam"), {}, {}},
                                            passphrase(QStringLiteral("words %1").arg(i)),
                                            {clock, random, tinyCost});
            errors[i] = errorIn(made);
        };
        std::thread second([&] { make(1); });
        make(0);
        second.join();
        ASSERT_NE(errors[0].has_value(), errors[1].has_value()) << round;
        const std::size_t winner = errors[0] ? 1 : 0;
        EXPECT_TRUE(errors[1 - winner] == VaultError::InUse ||
                    errors[1 - winner] == VaultError::AlreadyThere ||
                    errors[1 - winner] == VaultError::NoFolder)
            << int(*errors[1 - winner]);
        const auto words = passphrase(QStringLiteral("words %1").arg(winner));
        FixedRandom random;
        EXPECT_TRUE(Store::open(folder, std::cref(words), {clock, random, tinyCost})) << round;
    }
}

TEST(Store, WrongSecretsAreToldApart) {
    TestVault sam;
    sam.close();
    EXPECT_EQ(errorIn(sam.tryOpen(passphrase(QStringLiteral("wrong horse")))),
              VaultError::WrongPassphrase);
    const auto other = crypto::RecoveryCode::random(sam.random);
    EXPECT_EQ(errorIn(Store::open(sam.folder, std::cref(other), sam.environment)),
              VaultError::WrongRecoveryCode);
}

TEST(Store, ErasingTakesASetOfFilesThatNeverTookItsPlace) {
    TestVault sam;
    sam.vault.reset();
    QDir folder(sam.folder);
    ASSERT_TRUE(folder.mkdir(QStringLiteral("vault.next.ready")));
    putBytes(sam.path("vault.next.ready/mend-staging"), {});
    putBytes(sam.path("vault.next.ready/vault.db"), "a copy of everything");
    ASSERT_TRUE(Store::erase(std::move(sam.store)));
    EXPECT_FALSE(QFileInfo::exists(sam.folder));
}

TEST(Store, ErasingWaitsForAChangeOfItsKeysAndNothingComesBack) {
    for (int round = 0; round < 20; ++round) {
        TestVault sam;
        sam.vault.reset();
        crypto::SystemRandom random;
        const auto words = passphrase();
        auto store = Store::open(sam.folder, std::cref(words), {sam.clock, random, tinyCost});
        sam.store.reset();
        const auto next = passphrase(QStringLiteral("battery staple"));
        std::thread other([&, also = *store] { (void)also->changePassphrase(next); });
        EXPECT_TRUE(Store::erase(std::move(*store)));
        other.join();
        EXPECT_FALSE(Store::exists(sam.folder)) << round;
    }
}

TEST(Store, SeveralMayHaveItOpenButOnlyOneAloneMayEraseIt) {
    TestVault sam;
    auto second = sam.tryOpen();
    ASSERT_TRUE(second);
    sam.vault.reset();
    EXPECT_EQ(errorIn(Store::erase(sam.store)), VaultError::InUse);
    EXPECT_EQ(errorIn(sam.store->newDataKey(passphrase())), VaultError::InUse);
    second->reset();
    putBytes(sam.path("letter.txt"), "mine");
    ASSERT_TRUE(Store::erase(std::move(sam.store)));
    EXPECT_EQ(filesOf(sam.folder), QStringList{sam.path("letter.txt")});
    EXPECT_FALSE(Store::exists(sam.folder));
}

TEST(Store, ErasingRemovesItsFolder) {
    TestVault sam;
    EXPECT_EQ(errorIn(Store::erase(sam.store)), VaultError::InUse); // a connection is open
    sam.vault.reset();
    ASSERT_TRUE(Store::erase(std::move(sam.store)));
    EXPECT_FALSE(QFileInfo::exists(sam.folder));
}

TEST(Store, OneSyncsAtATime) {
    TestVault sam;
    auto second = sam.tryOpen();
    auto lock = sam.store->lockSync();
    ASSERT_TRUE(lock);
    EXPECT_EQ(errorIn((*second)->lockSync()), VaultError::InUse);
    lock->reset();
    EXPECT_TRUE((*second)->lockSync());
}

TEST(Store, ItsWordsAreInNoFile) {
    TestVault sam;
    const QString canary = QStringLiteral("canary-in-the-coal-mine");
    ASSERT_TRUE(sam.append(note(canary)));
    ASSERT_TRUE(sam.append(checkIn(canary), {}, record::Seal::Together));
    for (const bool open : {true, false}) {
        if (!open)
            sam.close();
        for (const QString& file : filesOf(sam.folder)) {
            const QByteArray bytes = bytesOf(file);
            EXPECT_FALSE(bytes.contains(canary.toUtf8())) << file.toStdString();
            EXPECT_FALSE(bytes.contains("CREATE TABLE")) << file.toStdString();
        }
    }
}

} // namespace
} // namespace mend::vault
