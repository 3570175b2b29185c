#include "core/vault/key_slots.h"

#include "core/crypto/hash.h"
#include "core/record/cbor.h"
#include "tests/core/vault/vault_fixture.h"

#include <cstdlib>
#include <functional>
#include <sys/resource.h>
#include <unistd.h>

namespace mend::vault {
namespace {

using namespace mend::test;

class KeySlotsTest : public testing::Test {
protected:
    FixedRandom random;
    crypto::Key dataKey = crypto::Key::random(random);
    crypto::RecoveryCode code = crypto::RecoveryCode::random(random);
    KeySlots slots = *KeySlots::create(dataKey, passphrase(), code, tinyCost, random);

    // The file with its content changed and its hash made right again.
    static QByteArray changed(const KeySlots& from,
                              const std::function<void(cbor::Array& content)>& change) {
        const auto file = cbor::decode(from.encode(), KeySlots::sizeLimit);
        cbor::Array content = *(*file->array())[0].array();
        change(content);
        const auto digest = crypto::sha256(cbor::encode(content));
        const QByteArray check(reinterpret_cast<const char*>(digest.data()), 32);
        return cbor::encode(cbor::Array{content, check});
    }
    // Slot 0 or 1 with a field of its header changed.
    static QByteArray withField(const KeySlots& from, std::size_t slot, std::size_t field,
                                const cbor::Value& value) {
        return changed(from, [&](cbor::Array& content) {
            cbor::Array list = *content[1].array();
            cbor::Array parts = *list[slot].array();
            cbor::Array header = *parts[0].array();
            header[field] = value;
            parts[0] = header;
            list[slot] = parts;
            content[1] = list;
        });
    }
};

TEST_F(KeySlotsTest, EachSecretGivesTheDataKey) {
    const auto read = KeySlots::decode(slots.encode());
    ASSERT_TRUE(read);
    EXPECT_TRUE(read->unlock(passphrase())->equals(dataKey));
    EXPECT_TRUE(read->unlock(code)->equals(dataKey));
    EXPECT_EQ(read->encode(), slots.encode());
    EXPECT_EQ(errorIn(read->unlock(passphrase(QStringLiteral("x")))), VaultError::WrongPassphrase);
    EXPECT_EQ(errorIn(read->unlock(crypto::RecoveryCode::random(random))),
              VaultError::WrongRecoveryCode);
}

TEST_F(KeySlotsTest, ChangingOneSlotLeavesTheOther) {
    ASSERT_TRUE(slots.setPassphrase(dataKey, passphrase(QStringLiteral("new")), tinyCost, random));
    EXPECT_TRUE(slots.unlock(passphrase(QStringLiteral("new")))->equals(dataKey));
    EXPECT_FALSE(slots.unlock(passphrase()));
    EXPECT_TRUE(slots.unlock(code)->equals(dataKey));
    const auto next = crypto::RecoveryCode::random(random);
    slots.setRecoveryCode(dataKey, next, random);
    EXPECT_TRUE(slots.unlock(next)->equals(dataKey));
    EXPECT_FALSE(slots.unlock(code));
}

TEST_F(KeySlotsTest, TheFileShowsNeitherKeyNorPassphrase) {
    const QByteArray bytes = slots.encode();
    EXPECT_FALSE(bytes.contains(dataKey.view().toByteArray()));
    EXPECT_FALSE(bytes.contains("correct horse"));
    EXPECT_FALSE(bytes.contains(code.secret().view().toByteArray()));
}

TEST_F(KeySlotsTest, CostsOutsideTheLimitsAreRefusedBeforeAnyWork) {
    for (const qint64 memory : {qint64(0), qint64(7), qint64(1024 * 1024 + 1), qint64(1) << 40})
        EXPECT_EQ(errorIn(KeySlots::decode(withField(slots, 0, 2, memory))),
                  VaultError::SlotsDamaged)
            << memory;
    for (const qint64 passes : {0, 17})
        EXPECT_EQ(errorIn(KeySlots::decode(withField(slots, 0, 3, passes))),
                  VaultError::SlotsDamaged);
    EXPECT_EQ(errorIn(KeySlots::decode(withField(slots, 1, 2, 8))), VaultError::SlotsDamaged);
}

TEST_F(KeySlotsTest, ANewerFormatIsToldApartFromDamage) {
    const auto version = [&](int number) {
        return errorIn(
            KeySlots::decode(changed(slots, [&](cbor::Array& content) { content[0] = number; })));
    };
    EXPECT_EQ(version(2), VaultError::TooNew);
    EXPECT_EQ(version(0), VaultError::SlotsDamaged);
    EXPECT_EQ(version(1), std::nullopt);
}

TEST_F(KeySlotsTest, AnythingElseOddIsDamage) {
    using C = cbor::Array;
    const auto odd = [&](const std::function<void(C&)>& change) {
        EXPECT_EQ(errorIn(KeySlots::decode(changed(slots, change))), VaultError::SlotsDamaged);
    };
    odd([](C& c) { c.pop_back(); });
    odd([](C& c) { c.emplace_back(1); });
    odd([](C& c) { c[1] = C{}; });
    odd([](C& c) { c[1] = C{(*c[1].array())[0]}; });
    odd([](C& c) { c[1] = C{(*c[1].array())[1], (*c[1].array())[0]}; });
    odd([](C& c) { c[1] = C{(*c[1].array())[0], (*c[1].array())[0]}; });
    EXPECT_EQ(errorIn(KeySlots::decode(withField(slots, 0, 0, 2))), VaultError::SlotsDamaged);
    EXPECT_EQ(errorIn(KeySlots::decode(withField(slots, 0, 1, QStringLiteral("recovery")))),
              VaultError::SlotsDamaged);
    EXPECT_EQ(errorIn(KeySlots::decode(withField(slots, 0, 4, QByteArray(15, 'x')))),
              VaultError::SlotsDamaged);
}

TEST_F(KeySlotsTest, TheHeaderIsBoundToTheWrappedKey) {
    const auto other = KeySlots::decode(withField(slots, 0, 4, QByteArray(16, 'x')));
    ASSERT_TRUE(other);
    EXPECT_EQ(errorIn(other->unlock(passphrase())), VaultError::WrongPassphrase);
}

#ifndef __SANITIZE_ADDRESS__ // which maps terabytes for itself
// Exits with 0 if no memory is told as that, where only 64 MiB more may be mapped.
[[noreturn]] void makeWithoutMemory() {
    FixedRandom random;
    const auto key = crypto::Key::random(random);
    const auto recovery = crypto::RecoveryCode::random(random);
    const auto words = passphrase();
    const quint64 pages =
        bytesOf(QStringLiteral("/proc/self/statm")).split(' ').front().toULongLong();
    const rlim_t limit = pages * rlim_t(::sysconf(_SC_PAGESIZE)) + (64 << 20);
    const rlimit cap{limit, limit};
    if (::setrlimit(RLIMIT_AS, &cap) != 0)
        std::exit(2);
    const auto made = KeySlots::create(key, words, recovery, {256 * 1024, 1}, random);
    std::exit(errorIn(made) == VaultError::NoMemory ? 0 : 1);
}

TEST(KeySlotsDeathTest, NoMemoryIsNoFaultOfTheDisk) {
    EXPECT_EXIT(makeWithoutMemory(), testing::ExitedWithCode(0), "");
}
#endif

} // namespace
} // namespace mend::vault
