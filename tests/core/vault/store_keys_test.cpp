// A vault's secrets are changed: a passphrase, a recovery code, everything.

#include "tests/core/vault/vault_fixture.h"

#include "core/crypto/system_random.h"

#include <QDir>
#include <thread>

namespace mend::vault {
namespace {

using namespace mend::test;

TEST(Store, ChangingThePassphraseEndsTheOldOneOnly) {
    TestVault sam;
    sam.append(note(QStringLiteral("kept")));
    const auto next = passphrase(QStringLiteral("battery staple"));
    ASSERT_TRUE(sam.store->changePassphrase(next));
    EXPECT_TRUE(sam.store->checkPassphrase(next));
    EXPECT_EQ(errorIn(sam.store->checkPassphrase(passphrase())), VaultError::WrongPassphrase);
    sam.close();
    EXPECT_EQ(errorIn(sam.tryOpen()), VaultError::WrongPassphrase);
    EXPECT_TRUE(sam.tryOpen(next));
    EXPECT_TRUE(Store::open(sam.folder, std::cref(*sam.code), sam.environment));
}

// A machine that is fast makes each guess as dear as on the day the vault was made.
TEST(Store, EachNewPassphraseCostsWhatIsMeasuredThen) {
    TestVault sam;
    sam.close();
    int measured = 0;
    const SlotCost cost([&] {
        ++measured;
        return crypto::Argon2Cost{tinyCost.memoryKiB, tinyCost.passes + 1};
    });
    const auto words = passphrase();
    auto store = Store::open(sam.folder, std::cref(words), {sam.clock, sam.random, cost});
    ASSERT_TRUE(store);
    EXPECT_EQ(measured, 0); // unlocking waits for no measuring
    ASSERT_TRUE((*store)->changePassphrase(words));
    EXPECT_EQ(measured, 1);
    ASSERT_TRUE((*store)->newRecoveryCode());
    EXPECT_EQ(measured, 1); // which needs none
    ASSERT_TRUE((*store)->newDataKey(words));
    EXPECT_EQ(measured, 2);
}

TEST(Store, ANewRecoveryCodeEndsTheOldOneOnly) {
    TestVault sam;
    const auto next = sam.store->newRecoveryCode();
    ASSERT_TRUE(next);
    sam.close();
    EXPECT_EQ(errorIn(Store::open(sam.folder, std::cref(*sam.code), sam.environment)),
              VaultError::WrongRecoveryCode);
    EXPECT_TRUE(Store::open(sam.folder, std::cref(*next), sam.environment));
    EXPECT_TRUE(sam.tryOpen());
}

TEST(Store, ANewDataKeyKeepsEverythingAndEndsEveryOldSecret) {
    TestVault sam;
    sam.append(note(QStringLiteral("kept")));
    const QByteArray oldSlots = bytesOf(sam.path("vault.keys"));
    const auto next = passphrase(QStringLiteral("battery staple"));
    EXPECT_EQ(errorIn(sam.store->newDataKey(next)), VaultError::InUse);
    sam.vault.reset();
    const auto code = sam.store->newDataKey(next);
    ASSERT_TRUE(code) << int(code.error());
    sam.vault = std::move(*sam.store->connect());
    EXPECT_TRUE(sam.vault->verify()->ok());
    EXPECT_TRUE(sam.append(note(QStringLiteral("goes on"))));
    sam.close();
    EXPECT_EQ(errorIn(sam.tryOpen()), VaultError::WrongPassphrase);
    EXPECT_TRUE(Store::open(sam.folder, std::cref(*code), sam.environment));
    {
        const auto opened = sam.tryOpen(next);
        ASSERT_TRUE(opened);
        const auto vault = (*opened)->connect();
        EXPECT_EQ((*vault)->verify()->records, 3u);
    }
    // The old slots still open, but what they open is not this database's key.
    putBytes(sam.path("vault.keys"), oldSlots);
    EXPECT_EQ(errorIn(sam.tryOpen()), VaultError::Damaged);
}

// A new set that counts is what opens the vault from then on, so its secrets are told even where a
// file of it could not be moved yet.
TEST(Store, ANewDataKeyWhoseFilesCouldNotAllBeMovedIsTheOneThatCounts) {
    TestVault sam;
    ASSERT_TRUE(sam.append(note(QStringLiteral("kept"))));
    sam.vault.reset();
    QDir folder(sam.folder);
    ASSERT_TRUE(folder.remove(QStringLiteral("vault.keys")));
    ASSERT_TRUE(folder.mkpath(QStringLiteral("vault.keys/in the way")));
    const auto words = passphrase(QStringLiteral("new words"));
    const auto code = sam.store->newDataKey(words);
    ASSERT_TRUE(code) << int(code.error());
    EXPECT_TRUE(folder.exists(QStringLiteral("vault.next.ready/vault.keys")));
    EXPECT_FALSE(sam.store->connect());
    // Nor is a slot of the old set changed, which would be gone with it.
    EXPECT_FALSE(sam.store->changePassphrase(passphrase(QStringLiteral("lost words"))));
    EXPECT_EQ(errorIn(sam.tryOpen(words)), VaultError::InUse); // nobody looks at half of it
    ASSERT_TRUE(QDir(sam.path("vault.keys")).removeRecursively());
    const auto vault = sam.store->connect();
    ASSERT_TRUE(vault) << int(vault.error());
    EXPECT_EQ((*vault)->verify()->records, 2u);
    EXPECT_TRUE(sam.tryOpen(words));
    EXPECT_EQ(errorIn(sam.tryOpen()), VaultError::WrongPassphrase);
}

TEST(Store, OneChangesItsKeySlotsAtATime) {
    TestVault sam;
    {
        const auto other = FileLock::take(slotsLockPath(sam.folder), FileLock::Kind::Exclusive);
        ASSERT_TRUE(other);
        EXPECT_EQ(errorIn(sam.store->changePassphrase(passphrase(QStringLiteral("new")))),
                  VaultError::InUse);
        EXPECT_EQ(errorIn(sam.store->newRecoveryCode()), VaultError::InUse);
        // Whose change would be written over the new slots, or come back after the last file went.
        sam.vault.reset();
        EXPECT_EQ(errorIn(sam.store->newDataKey(passphrase())), VaultError::InUse);
        EXPECT_EQ(errorIn(Store::erase(sam.store)), VaultError::InUse);
    }
    EXPECT_TRUE(sam.store->newRecoveryCode());
    EXPECT_TRUE(sam.tryOpen());
}

// In the window each card of Settings asks for itself.
TEST(Store, ChangesOfItsKeysThatAreAskedForAtOnceTakeTurns) {
    TestVault sam;
    sam.close();
    crypto::SystemRandom random; // two threads draw from it
    QString now = QStringLiteral("correct horse");
    for (int round = 0; round < 20; ++round) {
        const auto words = passphrase(now);
        auto store = Store::open(sam.folder, std::cref(words), {sam.clock, random, tinyCost});
        ASSERT_TRUE(store) << round << " " << int(store.error());
        const QString texts[] = {QStringLiteral("one %1").arg(round),
                                 QStringLiteral("two %1").arg(round)};
        const auto one = passphrase(texts[0]);
        const auto two = passphrase(texts[1]);
        bool changed = false;
        std::thread other([&] {
            for (int i = 0; i < 5; ++i)
                changed = (*store)->changePassphrase(one).has_value();
        });
        const auto code = (*store)->newDataKey(two);
        other.join();
        ASSERT_TRUE(changed && code) << round;
        store->reset();
        now = sam.tryOpen(two) ? texts[1] : texts[0];
        ASSERT_TRUE(sam.tryOpen(passphrase(now))) << round;
        ASSERT_TRUE(Store::open(sam.folder, std::cref(*code), sam.environment)) << round;
    }
}

} // namespace
} // namespace mend::vault
