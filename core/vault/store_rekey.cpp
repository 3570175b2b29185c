// A new data key: copy, change, verify, swap. The old files count until the new ones are whole.

#include "core/vault/durable_file.h"
#include "core/vault/key_slots.h"
#include "core/vault/log_key.h"
#include "core/vault/log_store.h"
#include "core/vault/publication.h"
#include "core/vault/store_state.h"

#include <QFileInfo>
#include <QStorageInfo>

namespace mend::vault {
namespace {

// A copy that isn't whole says nothing about what it was made from; without room for another, the
// room ran out.
VaultError whyNoCopy(const QString& copy, VaultError error) {
    if (error != VaultError::Damaged)
        return error;
    const qint64 room = QStorageInfo(QFileInfo(copy).path()).bytesAvailable();
    return room < QFileInfo(copy).size() ? VaultError::DiskFull : VaultError::Io;
}

// Every page under the old key becomes one under the new; the copy is its own.
Result<void, VaultError> copyDatabase(const QString& from, const QString& to,
                                      const crypto::Key& oldKey, const crypto::Key& newKey) {
    {
        const auto old = Connection::open(from, oldKey, Connection::Mode::ReadWrite);
        if (!old)
            return fail(old.error());
        if (const auto done = (*old)->execute("PRAGMA wal_checkpoint(TRUNCATE)"); !done)
            return done;
    }
    if (const auto copied = copyFile(from, to); !copied)
        return copied;
    const auto copy = Connection::open(to, oldKey, Connection::Mode::ReadWrite);
    if (!copy)
        return fail(copy.error());
    if (const auto changed = (*copy)->changeKey(newKey); !changed)
        return fail(whyNoCopy(to, changed.error()));
    return {};
}

// The copy opens under the new key, is whole, and has as many records.
Result<void, VaultError> verifyCopy(const QString& from, const QString& to,
                                    const crypto::Key& oldKey, const crypto::Key& newKey) {
    const auto old = Connection::open(from, oldKey, Connection::Mode::ReadWrite);
    if (!old)
        return fail(old.error());
    const auto copy = Connection::open(to, newKey, Connection::Mode::ReadWrite);
    if (!copy)
        return fail(whyNoCopy(to, copy.error()));
    const auto count = [](Connection& connection) {
        Statement row(connection, "SELECT count(*) FROM record");
        return integerOf(row);
    };
    const auto expected = count(**old);
    if (!expected)
        return fail((*old)->error().value_or(VaultError::Damaged));
    if (count(**copy) != expected || (*copy)->integrityProblems() != 0)
        return fail(whyNoCopy(to, (*copy)->error().value_or(VaultError::Damaged)));
    return (*copy)->execute("PRAGMA wal_checkpoint(TRUNCATE)");
}

Result<void, VaultError> copyLogKeys(const StoreState& state, const QString& to,
                                     const crypto::Key& newKey) {
    const auto connection = Connection::open(databasePath(state.folder), databaseKey(state.dataKey),
                                             Connection::Mode::ReadWrite);
    if (!connection)
        return fail(connection.error());
    LogStore store(**connection);
    for (const LogRow& log : store.logs()) {
        if (log.owner != Person::Me)
            continue;
        const auto key = readLogKey(state.folder, state.dataKey, log.key);
        if (!key && key.error() == VaultError::LogKeyMissing)
            continue; // lost before: no reason to keep the old data key
        if (!key)
            return fail(key.error());
        if (const auto written = writeLogKey(to, newKey, *key, state.environment.random); !written)
            return written;
    }
    if (const auto error = (*connection)->error()) // of logs that were not read
        return fail(*error);
    return {};
}

// The new set of files, in the staging folder.
Result<crypto::RecoveryCode, VaultError> stage(const StoreState& state, const crypto::Key& newKey,
                                               const crypto::Passphrase& passphrase) {
    const QString staging = stagingFolder(state.folder);
    Random& random = state.environment.random;
    auto code = crypto::RecoveryCode::random(random);
    const auto slots =
        KeySlots::create(newKey, passphrase, code, state.environment.cost.now(), random);
    if (!slots)
        return fail(slots.error());
    if (const auto written = writeNewFile(slotsPath(staging), slots->encode()); !written)
        return fail(written.error());
    const QString from = databasePath(state.folder);
    const QString to = databasePath(staging);
    const auto oldDatabaseKey = databaseKey(state.dataKey);
    const auto newDatabaseKey = databaseKey(newKey);
    if (const auto copied = copyDatabase(from, to, oldDatabaseKey, newDatabaseKey); !copied)
        return fail(copied.error());
    if (const auto same = verifyCopy(from, to, oldDatabaseKey, newDatabaseKey); !same)
        return fail(same.error());
    if (const auto copied = copyLogKeys(state, staging, newKey); !copied)
        return fail(copied.error());
    if (const auto synced = syncFile(to); !synced)
        return fail(synced.error());
    return code;
}

} // namespace

Result<crypto::RecoveryCode, VaultError>
Store::newDataKey(const crypto::Passphrase& newPassphrase) {
    StoreState& state = *state_;
    const auto alone = Alone::take(state);
    if (!alone)
        return fail(alone.error());
    if (const auto begun = beginPublication(state.folder); !begun)
        return fail(begun.error());
    auto newKey = crypto::Key::random(state.environment.random);
    auto code = stage(state, newKey, newPassphrase);
    const Result<void, VaultError> published =
        code ? publish(state.folder) : Result<void, VaultError>(fail(code.error()));
    // Once the new set counts, its secrets are those that open the vault: they are told, whatever
    // is still to be moved, and nobody else may look at the files until then.
    const bool pending = isPublicationPending(state.folder);
    if (published || pending)
        state.dataKey = std::move(newKey);
    else
        discardPublication(state.folder);
    if (!pending)
        if (const auto shared = state.lock->change(FileLock::Kind::Shared); !shared && !published)
            return fail(shared.error());
    if (!published && !pending)
        return fail(published.error());
    return code;
}

} // namespace mend::vault
