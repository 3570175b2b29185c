#pragma once
// A real vault in a temporary folder, with an Argon2 cost that is done in a moment.

#include "core/vault/connection.h"
#include "core/vault/key_slots.h"
#include "core/vault/store.h"
#include "core/vault/store_state.h"
#include "core/vault/sync_store.h"
#include "core/vault/vault.h"
#include "tests/support/fake_clock.h"
#include "tests/support/fixed_random.h"

#include <QTemporaryDir>
#include <gtest/gtest.h>

namespace mend::test {

inline constexpr crypto::Argon2Cost tinyCost{8, 1};
crypto::Passphrase passphrase(const QString& text = QStringLiteral("correct horse"));

// One person's vault: made at once, opened again at will.
struct TestVault {
    explicit TestVault(const QString& name = QStringLiteral("Sam"), quint64 seed = 1,
                       const QString& folder = {});

    QTemporaryDir temporary;
    FakeClock clock;
    FixedRandom random;
    vault::Environment environment{clock, random, tinyCost};
    QString folder;
    std::shared_ptr<vault::Store> store;
    std::unique_ptr<vault::Vault> vault;
    std::optional<crypto::RecoveryCode> code;

    // What opening gives now; the vault stays closed.
    Result<std::shared_ptr<vault::Store>, vault::VaultError>
    tryOpen(const crypto::Passphrase& with = passphrase()) const;
    void close();
    void open();

    QString path(const char* name) const { return folder + QLatin1Char('/') + QLatin1String(name); }
    // A connection below the vault, to look at or to spoil its tables. The vault may be open.
    std::unique_ptr<vault::Connection> raw() const;

    Result<RecordId, vault::VaultError> append(Content content, std::optional<Day> day = {},
                                               record::Seal seal = record::Seal::None,
                                               std::optional<RecordId> replaces = {});
    Day today() const { return clock.today(); }
};

Note note(const QString& text);
CheckIn checkIn(const QString& text, int trust = 5);
Commitment commitment(const QString& title, Day from, Person for_ = Person::Me);

// A vault as Mend of an earlier version left it ("v1"), with the passphrase() above.
bool copyStoredVault(const char* version, const QString& folder);
// The schema's version as it lies there: opening the vault would migrate it.
int storedSchemaVersion(const QString& folder);

QByteArray bytesOf(const QString& path);
void putBytes(const QString& path, const QByteArray& bytes);
// Every file below `folder`.
QStringList filesOf(const QString& folder);
// "" for success, else the error's number: so that EXPECT_EQ says what happened.
template <class R>
std::optional<vault::VaultError> errorIn(const R& result) {
    return result ? std::nullopt : std::optional(result.error());
}

} // namespace mend::test
