#pragma once
// The narrow way from sync to the vault. core/workspace implements both over SyncStore; tests over
// memory.

#include "core/base/clock.h"
#include "core/crypto/secret_bytes.h"
#include "core/crypto/signing.h"
#include "core/domain/role.h"
#include "core/record/record.h"

#include <QStringList>
#include <optional>
#include <utility>
#include <vector>

namespace mend::sync {

enum class ReplicaError {
    BadRecord, // breaks chain, signature, hash or limits: nothing was stored, the connection ends
    Forked,    // two records for one place: both kept, sync of that log stops
    Storage,   // disk full, read-only, damaged: nothing was stored, the connection ends
};

struct Batch {
    std::vector<record::Record> records; // in order; bodies only where due
    record::SignedHead head;             // of the last record
    bool last = false; // nothing follows these here that could be given; not sent with them
};
using BodyOf = std::pair<RecordId, QByteArray>;

// What came from the partner in a day (day_limit.h).
struct Taken {
    qint64 utcDay = 0;
    qint64 records = 0;
    qint64 bytes = 0;
    bool allowed = false; // the person said that this much is fine today
    bool operator==(const Taken&) const = default;
};

// The two logs of a pairing as replication reads and writes them.
class Replica {
public:
    virtual ~Replica() = default;
    virtual Result<std::optional<LogHead>, ReplicaError> head(Person whose) = 0;
    // Where a head that the other says it holds of my log stands.
    enum class Known { Mine, Longer, Different };
    virtual Result<Known, ReplicaError> compare(const LogHead& headOfMine) = 0;
    // From `seq` on, within the limits of a batch; no records when there are none.
    virtual Result<Batch, ReplicaError> batch(Person whose, quint64 seq) = 0;
    // True if anything was new.
    virtual Result<bool, ReplicaError> receive(const Batch& batch) = 0;
    virtual std::vector<RecordId> lacking(int limit) = 0;
    // Sealed records without words that are not due, but may have been before I took mine back.
    virtual std::vector<RecordId> mayHaveBeenGiven(int limit) = 0;
    // Those of `ids` that are mine and due, as many as fit a batch.
    virtual Result<std::vector<BodyOf>, ReplicaError> bodies(const std::vector<RecordId>& ids) = 0;
    virtual Result<bool, ReplicaError> receiveBodies(const std::vector<BodyOf>& bodies) = 0;
    virtual std::optional<record::Ack> ack() = 0;
    virtual Result<void, ReplicaError> receiveAck(const record::Ack& ack) = 0;
    // The first hello of a provisional pairing was answered.
    virtual Result<void, ReplicaError> confirmPairing() = 0;
    // As it was kept last, by whichever process; all zeros if never.
    virtual Taken taken() = 0;
    virtual bool keepTaken(const Taken& taken) = 0; // false: could not be stored
};

// What a computer shows of its owner while pairing, proven under the code's key.
struct Introduction {
    IdentityId identity;
    SealingKeyId sealingKey;
    QString name;
    Role role = Role::Hurt;
    Relation relation = Relation::Partner;
    quint16 port = 0; // where its sync listens; 0: the day's port (rendezvous.h)
};
struct Paired {
    Introduction partner;
    LogId partnerLog;
    LogId ownLog;
    crypto::Key pairKey;
};

} // namespace mend::sync
