#pragma once
// What an unlocked vault holds in memory, shared by its Store and each connection.

#include "core/vault/connection.h"
#include "core/vault/fair_mutex.h"
#include "core/vault/file_lock.h"
#include "core/vault/log_key.h"
#include "core/vault/store.h"
#include "core/vault/vault_files.h"

#include <atomic>
#include <mutex>

namespace mend::vault {

crypto::Key databaseKey(const crypto::Key& dataKey);

struct StoreState {
    StoreState(QString f, const Environment& e, crypto::Key key, std::unique_ptr<FileLock> l)
        : folder(std::move(f)), environment(e), dataKey(std::move(key)), lock(std::move(l)) {}

    const QString folder;
    const Environment environment;
    crypto::Key dataKey;
    LogKeys logKeys;
    std::unique_ptr<FileLock> lock; // shared while open
    FairMutex writers;              // of every connection of this process
    std::mutex slotChanges;         // held to change the key-slot file, or dataKey
    std::mutex opening;             // held to open a connection; taken after slotChanges
    std::atomic<int> connections = 0;
    bool alone = false; // under `opening`: an Alone lives

    Result<std::shared_ptr<const crypto::SigningKey>, VaultError> logKey(const LogId& log) {
        return logKeys.read(folder, dataKey, log);
    }
    // A new data key whose files could not all take their places: they may now. Under `opening`.
    Result<void, VaultError> finishPending();
};

// Alone with the files, the key slots and the data key while it lives: nobody connects, nobody
// changes a slot, in this process or another.
class Alone {
public:
    // InUse while the Store has connections, or another holds the vault or its key slots. Waits for
    // a change of the slots that runs in this process.
    static Result<std::unique_ptr<Alone>, VaultError> take(StoreState& state);
    ~Alone();
    Alone(const Alone&) = delete;
    Alone& operator=(const Alone&) = delete;

private:
    Alone(StoreState& state, std::unique_lock<std::mutex> changes, std::unique_ptr<FileLock> lock);
    StoreState& state_;
    std::unique_lock<std::mutex> changes_;
    std::unique_ptr<FileLock> slotsLock_;
};

} // namespace mend::vault
