#include "core/vault/migrations/migrations.h"
#include "tests/core/vault/vault_fixture.h"

namespace mend::vault {
namespace {

using namespace mend::test;

TEST(Damage, DamagedSlotsAreNotAWrongPassphrase) {
    TestVault sam;
    sam.close();
    const QByteArray good = bytesOf(sam.path("vault.keys"));
    for (qsizetype i = 0; i < good.size(); ++i) {
        QByteArray bad = good;
        bad[i] = char(bad[i] ^ 0x10);
        putBytes(sam.path("vault.keys"), bad);
        ASSERT_EQ(errorIn(sam.tryOpen()), VaultError::SlotsDamaged) << i;
    }
    for (const QByteArray& bad : {QByteArray(), good.first(good.size() - 1), good + 'x',
                                  QByteArray(KeySlots::sizeLimit + 1, 'x')}) {
        putBytes(sam.path("vault.keys"), bad);
        EXPECT_EQ(errorIn(sam.tryOpen()), VaultError::SlotsDamaged);
    }
    QFile::remove(sam.path("vault.keys"));
    EXPECT_EQ(errorIn(sam.tryOpen()), VaultError::SlotsDamaged);
    putBytes(sam.path("vault.keys"), good);
    EXPECT_TRUE(sam.tryOpen());
}

TEST(Damage, ADatabaseThatIsPlainIsNeverOpened) {
    TestVault sam;
    sam.close();
    putBytes(sam.path("vault.db"), QByteArray("SQLite format 3\0", 16) + QByteArray(8176, '\0'));
    EXPECT_EQ(errorIn(sam.tryOpen()), VaultError::NotEncrypted);
}

TEST(Damage, APlainPageImageInTheWriteAheadLogIsNeverRead) {
    TestVault sam;
    sam.append(note(QStringLiteral("x")));
    const QByteArray wal = bytesOf(sam.path("vault.db-wal"));
    sam.close();
    QByteArray plain = wal;
    plain.replace(32 + 24, 16, QByteArray("SQLite format 3\0", 16));
    putBytes(sam.path("vault.db-wal"), plain);
    EXPECT_EQ(errorIn(sam.tryOpen()), VaultError::NotEncrypted);
    plain = wal;
    plain[8] = char(0x7f); // page size
    putBytes(sam.path("vault.db-wal"), plain);
    EXPECT_EQ(errorIn(sam.tryOpen()), VaultError::Damaged);
}

TEST(Damage, ADatabaseThatIsGoneEmptyOrAnothersIsDamaged) {
    TestVault sam;
    TestVault alex(QStringLiteral("Alex"), 2);
    sam.close();
    alex.close();
    putBytes(sam.path("vault.db"), bytesOf(alex.path("vault.db")));
    EXPECT_EQ(errorIn(sam.tryOpen()), VaultError::Damaged);
    putBytes(sam.path("vault.db"), {});
    EXPECT_EQ(errorIn(sam.tryOpen()), VaultError::Damaged);
    QFile::remove(sam.path("vault.db"));
    EXPECT_EQ(errorIn(sam.tryOpen()), VaultError::Damaged);
}

TEST(Damage, ANewerSchemaIsLeftUntouched) {
    TestVault sam;
    const std::string newer = "PRAGMA user_version = " + std::to_string(schemaVersion + 1);
    ASSERT_TRUE(sam.raw()->execute(newer.c_str()));
    sam.close();
    const QByteArray before = bytesOf(sam.path("vault.db"));
    EXPECT_EQ(errorIn(sam.tryOpen()), VaultError::TooNew);
    EXPECT_EQ(bytesOf(sam.path("vault.db")), before);
}

TEST(Damage, EveryFlippedPageIsNoticed) {
    TestVault sam;
    for (int i = 0; i < 12; ++i)
        sam.append(note(QString(2000, QLatin1Char('a' + char(i)))));
    sam.close();
    const QByteArray good = bytesOf(sam.path("vault.db"));
    for (qsizetype page = 0; page < good.size(); page += 4096) {
        QByteArray bad = good;
        bad[page + 1000] = char(bad[page + 1000] ^ 1);
        putBytes(sam.path("vault.db"), bad);
        const auto opened = sam.tryOpen();
        if (!opened) {
            EXPECT_EQ(opened.error(), VaultError::Damaged) << page;
            continue;
        }
        const auto vault = (*opened)->connect();
        if (!vault) {
            EXPECT_EQ(vault.error(), VaultError::Damaged) << page;
            continue;
        }
        const auto report = (*vault)->verify();
        EXPECT_TRUE(!report || !report->ok()) << page;
    }
}

} // namespace
} // namespace mend::vault
