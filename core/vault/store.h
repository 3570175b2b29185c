#pragma once
// A vault on disk and its keys while it is unlocked. One Store a process and folder; each thread
// takes a connection of its own from it (vault.h).
//
// Files of a vault's folder (mode 0700, files 0600):
//
//   vault.keys             key slots: passphrase and recovery code wrap the data key (key_slots.h)
//   vault.db               SQLCipher, with -wal and -shm
//   log-*.key              a log's signing key, wrapped by the data key; in no backup
//   vault.lock             who has it open
//   sync.lock, slots.lock  who syncs it, who changes its key slots
//   vault.next, vault.next.ready
//                          a new set of these files while it is made, and once it counts
//                          (publication.h)
//
// Whatever else is in the folder is never touched; its mode is.

#include "core/base/clock.h"
#include "core/base/random.h"
#include "core/crypto/argon2.h"
#include "core/crypto/passphrase.h"
#include "core/crypto/recovery_code.h"
#include "core/domain/role.h"
#include "core/vault/vault_error.h"

#include <QString>
#include <functional>
#include <memory>
#include <optional>
#include <variant>

namespace mend::vault {

class FileLock;
class Vault;
struct StoreState; // store_state.h

struct NewVault {
    QString name;
    std::optional<Role> role;
    Relation relation = Relation::Partner;
};
using Unlock = std::variant<std::reference_wrapper<const crypto::Passphrase>,
                            std::reference_wrapper<const crypto::RecoveryCode>>;

// What a new passphrase slot costs: always the same, or measured whenever one is made.
class SlotCost {
public:
    SlotCost(crypto::Argon2Cost fixed) : of_([fixed] { return fixed; }) {}
    // Slow; asked on the thread that makes the slot.
    explicit SlotCost(std::function<crypto::Argon2Cost()> measure) : of_(std::move(measure)) {}
    crypto::Argon2Cost now() const { return of_(); }

private:
    std::function<crypto::Argon2Cost()> of_;
};

// What a Store needs from outside; outlives it.
struct Environment {
    const Clock& clock;
    Random& random;
    SlotCost cost;
};

class Store {
public:
    struct Created;
    // Makes the folder if needed, all or nothing: a failure leaves no vault behind.
    static Result<Created, VaultError> create(const QString& folder, const NewVault& person,
                                              const crypto::Passphrase& passphrase,
                                              const Environment& environment);
    // Slow by intent (Argon2id): call it in a job. Proves on each open that SQLCipher answers, that
    // the files carry no plain SQLite header, and that the schema is not newer; migrates an older
    // one.
    static Result<std::shared_ptr<Store>, VaultError>
    open(const QString& folder, const Unlock& unlock, const Environment& environment);
    static bool exists(const QString& folder);
    ~Store();

    // A connection for the calling thread. InUse while newDataKey() or erase() is at work.
    Result<std::unique_ptr<Vault>, VaultError> connect();

    // Re-wraps one slot, atomically: the old file or the new, never neither. Two at once take
    // turns; InUse while another process changes one.
    Result<void, VaultError> changePassphrase(const crypto::Passphrase& newPassphrase);
    Result<crypto::RecoveryCode, VaultError> newRecoveryCode();
    // "Somebody knows my passphrase": new data key, slots and recovery code; copy, verify, swap.
    // Needs every connection closed, and nobody else at the slots (InUse otherwise). Old copies and
    // backups stay readable by the old secrets. After an error the old secrets open it; otherwise
    // the new ones do, even where the new files could not all be moved into place yet (connect()
    // and open() try again).
    Result<crypto::RecoveryCode, VaultError> newDataKey(const crypto::Passphrase& newPassphrase);
    // Checks a passphrase against its slot, as before a deletion. Slow by intent.
    Result<void, VaultError> checkPassphrase(const crypto::Passphrase& passphrase) const;
    // Removes every file of the vault and, if then empty, the folder. Needs every connection
    // closed.
    static Result<void, VaultError> erase(std::shared_ptr<Store> store);

    // One process syncs a vault: taken while the returned lock lives, InUse if another has it.
    class SyncLock;
    Result<std::unique_ptr<SyncLock>, VaultError> lockSync();

    const QString& folder() const;
    const Environment& environment() const;

private:
    explicit Store(std::shared_ptr<StoreState> state);
    std::shared_ptr<StoreState> state_; // each Vault has a share, so it may outlive the Store
};

class Store::SyncLock {
public:
    explicit SyncLock(std::unique_ptr<FileLock> lock);
    ~SyncLock();

private:
    std::unique_ptr<FileLock> lock_;
};

struct Store::Created {
    std::shared_ptr<Store> store;
    crypto::RecoveryCode recoveryCode;
};

} // namespace mend::vault
