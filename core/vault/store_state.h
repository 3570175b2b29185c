#pragma once
// What an unlocked vault holds in memory, shared by its Store and each connection.

#include "core/vault/connection.h"
#include "core/vault/fair_mutex.h"
#include "core/vault/file_lock.h"
#include "core/vault/store.h"

#include <atomic>
#include <mutex>

namespace mend::vault {

QString slotsPath(const QString& folder);
QString databasePath(const QString& folder);
QString lockPath(const QString& folder);
QString slotsLockPath(const QString& folder);
QString syncLockPath(const QString& folder);

crypto::Key databaseKey(const crypto::Key& dataKey);

struct StoreState {
    StoreState(QString f, const Environment& e, crypto::Key key, std::unique_ptr<FileLock> l)
        : folder(std::move(f)), environment(e), dataKey(std::move(key)), lock(std::move(l)) {}

    const QString folder;
    const Environment environment;
    crypto::Key dataKey;
    std::unique_ptr<FileLock> lock; // shared while open
    FairMutex writers;              // of every connection of this process
    std::mutex slotChanges;         // read, change and write of the key-slot file, in this process
    std::atomic<int> connections = 0;

    // Alone with the files: InUse while this Store has connections, or another holds the vault.
    Result<void, VaultError> takeAlone();
};

} // namespace mend::vault
