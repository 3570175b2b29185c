#pragma once
// One thread's connection to an unlocked vault. Every write is one transaction: all of it or none,
// and durable (WAL, synchronous FULL) when the call returns. Writers take turns through the Store's
// fair mutex.

#include "core/crypto/signing.h"
#include "core/record/record.h"
#include "core/vault/store.h"
#include "core/vault/vault_error.h"

#include <memory>
#include <vector>

namespace mend::vault {

class Bulk;         // bulk.h: many writes as one
class Connection;   // SQLCipher's handle (connection.h), for vault/ alone
class SyncStore;    // sync_store.h: pairing, heads, batches, counters
class ReadStore;    // read_store.h: timeline, commitments, cards, search
class PrivateStore; // private_store.h: what never touches a log

// Problems found by verify(), each once with a count.
struct Problem {
    enum class What {
        BrokenChain,
        BadHash,
        BadHeadSignature,
        BadMember,
        Unreadable,
        AgainstRules,
        Fork,
        ProjectionDiffers,
        IntegrityCheck,
        RolledBack
    };
    What what;
    qint64 count = 0;
};
QString name(Problem::What what);
struct VerifyReport {
    quint64 records = 0;
    std::vector<Problem> problems; // AgainstRules alone is counted, and is no damage
    bool ok() const;
};

class Vault {
public:
    ~Vault();

    // --- Who I am ---
    Member member() const; // my newest member record's content
    LogId liveLog() const;
    // A new member version (name, role, relation, mayBeAsked). Relation: before pairing only, for
    // it is what both said of each other.
    Result<void, VaultError> changeMember(const MemberFields& changed);

    // --- Writing ---
    // Checks the rules of domain/ against what is here, appends to my live log, or to an earlier
    // one what is about something there (speaking.h), projects. The record's `at` and `seen` are
    // read inside the transaction.
    Result<RecordId, VaultError> append(const record::Draft& draft);
    // Every write from here until its commit() is one transaction.
    std::unique_ptr<Bulk> bulk();     // a whole history
    std::unique_ptr<Bulk> together(); // a few writes, all of them or none
    // Rebuilds the projection from the records, in one transaction.
    Result<void, VaultError> rebuild();
    // Every chain, hash, head, member; projection = rebuild; SQLCipher's own page check. Changes
    // nothing, and keeps nobody from writing.
    Result<VerifyReport, VaultError> verify();

    // InUse soon where another process writes, for who is looked at meanwhile (connection.h).
    void waitOnlyShortly();
    // From any thread: InUse at once, from here on; for who is about to close this.
    void giveUpWaiting();
    // Changes when any connection, also of another process, has committed something.
    quint64 dataVersion();

    SyncStore& sync();
    ReadStore& read();
    PrivateStore& mine();

private:
    friend class Store;
    struct State;
    explicit Vault(std::unique_ptr<State> state);
    static Result<std::unique_ptr<Vault>, VaultError>
    connect(const std::shared_ptr<StoreState>& store);
    std::unique_ptr<State> state_;
};

} // namespace mend::vault
