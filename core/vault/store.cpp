#include "core/vault/store.h"

#include "core/vault/durable_file.h"
#include "core/vault/encryption_check.h"
#include "core/vault/key_slots.h"
#include "core/vault/log_store.h"
#include "core/vault/migrations/migrations.h"
#include "core/vault/publication.h"
#include "core/vault/store_state.h"
#include "core/vault/vault.h"

#include "core/crypto/hkdf.h"

#include <QDir>
#include <QFileInfo>

namespace mend::vault {
namespace {

Result<crypto::Key, VaultError> unlockSlots(const KeySlots& slots, const Unlock& unlock) {
    return std::visit([&](const auto& secret) { return slots.unlock(secret.get()); }, unlock);
}

// Takes the shared lock, and sets right what a crash in the middle of a publication left.
Result<std::unique_ptr<FileLock>, VaultError> takeFolder(const QString& folder) {
    auto lock = FileLock::take(lockPath(folder), FileLock::Kind::Shared);
    if (!lock)
        return lock;
    if (isPublicationPending(folder)) {
        if (const auto alone = (*lock)->change(FileLock::Kind::Exclusive); !alone)
            return fail(alone.error());
        if (const auto finished = finishPublication(folder); !finished)
            return fail(finished.error());
        if (const auto shared = (*lock)->change(FileLock::Kind::Shared); !shared)
            return fail(shared.error());
    }
    discardPublication(folder);
    return lock;
}

Result<void, VaultError> checkWritable(const QString& folder) {
    const bool writable =
        QFileInfo(folder).isWritable() &&
        (!QFile::exists(databasePath(folder)) || QFileInfo(databasePath(folder)).isWritable());
    if (!writable)
        return fail(VaultError::ReadOnly);
    return {};
}

// Opens the database once: proves encryption, key, version and that it is a vault's.
Result<void, VaultError> proveDatabase(const QString& folder, const crypto::Key& dataKey) {
    if (const auto encrypted = checkEncrypted(databasePath(folder)); !encrypted)
        return encrypted;
    const auto connection =
        Connection::open(databasePath(folder), databaseKey(dataKey), Connection::Mode::ReadWrite);
    if (!connection)
        return fail(connection.error());
    if (const auto migrated = migrate(**connection); !migrated)
        return migrated;
    if (!LogStore(**connection).liveLog())
        return fail(VaultError::Damaged);
    return {};
}

Result<KeySlots, VaultError> readSlots(const QString& folder) {
    auto slots = KeySlots::read(slotsPath(folder));
    if (!slots && slots.error() == VaultError::NotThere)
        return fail(VaultError::SlotsDamaged);
    return slots;
}

// Reads the key-slot file, changes it and writes it whole, with nobody else in between: another
// change, also by another process, would be undone.
template <class Change>
Result<void, VaultError> changeSlots(StoreState& state, Change change) {
    const std::lock_guard guard(state.slotChanges);
    const auto lock = FileLock::take(slotsLockPath(state.folder), FileLock::Kind::Exclusive);
    if (!lock)
        return fail(lock.error());
    {
        const std::lock_guard opening(state.opening);
        if (const auto finished = state.finishPending(); !finished)
            return finished;
    }
    auto slots = readSlots(state.folder);
    if (!slots)
        return fail(slots.error());
    if (const auto changed = change(*slots); !changed)
        return changed;
    return replaceFile(slotsPath(state.folder), slots->encode());
}

} // namespace

crypto::Key databaseKey(const crypto::Key& dataKey) {
    return crypto::hkdf(dataKey, {}, crypto::Labels::database);
}

Result<void, VaultError> StoreState::finishPending() {
    if (!isPublicationPending(folder))
        return {};
    if (const auto finished = finishPublication(folder); !finished)
        return finished;
    return lock->change(FileLock::Kind::Shared);
}

Alone::Alone(StoreState& state, std::unique_lock<std::mutex> changes,
             std::unique_ptr<FileLock> lock)
    : state_(state), changes_(std::move(changes)), slotsLock_(std::move(lock)) {}

Result<std::unique_ptr<Alone>, VaultError> Alone::take(StoreState& state) {
    std::unique_lock changes(state.slotChanges);
    auto slotsLock = FileLock::take(slotsLockPath(state.folder), FileLock::Kind::Exclusive);
    if (!slotsLock)
        return fail(slotsLock.error());
    const std::lock_guard opening(state.opening);
    if (state.connections > 0)
        return fail(VaultError::InUse);
    if (const auto alone = state.lock->change(FileLock::Kind::Exclusive); !alone) {
        // flock may have let go of the shared lock before it refused.
        if (const auto shared = state.lock->change(FileLock::Kind::Shared); !shared)
            return fail(shared.error());
        return fail(alone.error());
    }
    state.alone = true;
    return std::unique_ptr<Alone>(new Alone(state, std::move(changes), std::move(*slotsLock)));
}

Alone::~Alone() {
    const std::lock_guard opening(state_.opening);
    state_.alone = false;
}

Store::Store(std::shared_ptr<StoreState> state) : state_(std::move(state)) {}

Store::~Store() = default;

bool Store::exists(const QString& folder) {
    return QFile::exists(slotsPath(folder)) || QFile::exists(databasePath(folder)) ||
           isPublicationPending(folder);
}

Result<std::shared_ptr<Store>, VaultError> Store::open(const QString& folder, const Unlock& unlock,
                                                       const Environment& environment) {
    if (!exists(folder))
        return fail(VaultError::NotThere);
    if (const auto writable = checkWritable(folder); !writable)
        return fail(writable.error());
    auto lock = takeFolder(folder);
    if (!lock)
        return fail(lock.error());
    const auto slots = readSlots(folder);
    if (!slots)
        return fail(slots.error());
    auto dataKey = unlockSlots(*slots, unlock);
    if (!dataKey)
        return fail(dataKey.error());
    if (const auto proven = proveDatabase(folder, *dataKey); !proven)
        return fail(proven.error());
    return std::shared_ptr<Store>(new Store(
        std::make_shared<StoreState>(folder, environment, std::move(*dataKey), std::move(*lock))));
}

Result<std::unique_ptr<Vault>, VaultError> Store::connect() {
    const std::lock_guard opening(state_->opening);
    if (state_->alone)
        return fail(VaultError::InUse);
    if (const auto finished = state_->finishPending(); !finished)
        return fail(finished.error());
    return Vault::connect(state_);
}

Result<void, VaultError> Store::changePassphrase(const crypto::Passphrase& newPassphrase) {
    const Environment& environment = state_->environment;
    const crypto::Argon2Cost cost = environment.cost.now();
    return changeSlots(*state_, [&](KeySlots& slots) {
        return slots.setPassphrase(state_->dataKey, newPassphrase, cost, environment.random);
    });
}

Result<crypto::RecoveryCode, VaultError> Store::newRecoveryCode() {
    Random& random = state_->environment.random;
    auto code = crypto::RecoveryCode::random(random);
    const auto changed = changeSlots(*state_, [&](KeySlots& slots) -> Result<void, VaultError> {
        slots.setRecoveryCode(state_->dataKey, code, random);
        return {};
    });
    if (!changed)
        return fail(changed.error());
    return code;
}

Result<void, VaultError> Store::checkPassphrase(const crypto::Passphrase& passphrase) const {
    const auto slots = readSlots(folder());
    if (!slots)
        return fail(slots.error());
    const auto key = slots->unlock(passphrase);
    if (!key)
        return fail(key.error());
    return {};
}

Result<void, VaultError> Store::erase(std::shared_ptr<Store> store) {
    StoreState& state = *store->state_;
    const auto alone = Alone::take(state);
    if (!alone)
        return fail(alone.error());
    // The keys first: without them the rest can't be read, whatever happens next.
    if (const auto erased = eraseFile(slotsPath(state.folder)); !erased)
        return erased;
    for (const QString& name : filesOfSet(state.folder))
        if (const auto erased = eraseFile(state.folder + QLatin1Char('/') + name); !erased)
            return erased;
    // A set of files that could not take its place is a copy of everything.
    abandonPublication(state.folder);
    for (const QString& lock :
         {syncLockPath(state.folder), slotsLockPath(state.folder), lockPath(state.folder)})
        if (const auto removed = removeFile(lock); !removed)
            return removed;
    // Fails where the person keeps something else in it: then the folder stays.
    QDir().rmdir(state.folder);
    return {};
}

Store::SyncLock::SyncLock(std::unique_ptr<FileLock> lock) : lock_(std::move(lock)) {}

Store::SyncLock::~SyncLock() = default;

Result<std::unique_ptr<Store::SyncLock>, VaultError> Store::lockSync() {
    auto lock = FileLock::take(syncLockPath(folder()), FileLock::Kind::Exclusive);
    if (!lock)
        return fail(lock.error());
    return std::make_unique<SyncLock>(std::move(*lock));
}

const QString& Store::folder() const {
    return state_->folder;
}

const Environment& Store::environment() const {
    return state_->environment;
}

} // namespace mend::vault
