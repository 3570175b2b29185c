#pragma once
// What replication and pairing read and write: trust, heads, batches, bodies, acks, counters.
// Used from the sync thread's own connection.

#include "core/crypto/secret_bytes.h"
#include "core/domain/reading.h"
#include "core/record/record.h"
#include "core/vault/vault_error.h"

#include <QByteArray>
#include <QStringList>
#include <memory>
#include <optional>
#include <vector>

namespace mend::vault {

// What the other computer proved in pairing (protocol.md, Pairing, step 4).
struct Partner {
    IdentityId identity;
    LogId log;
    SealingKeyId sealingKey;
    QByteArray certificateDer;
    QString name;
    std::optional<Role> role;
    Relation relation = Relation::Partner;
};
enum class ShareBefore { All, FromToday };
struct Pairing {
    Partner partner;
    bool provisional = true; // until the first hello is answered
    bool paused = false;
    bool forked = false; // sync of a log has stopped
};
struct KeyedPairing {
    Pairing pairing;
    crypto::SecretBytes key; // 32 B
};
// My own side, for pairing and TLS.
struct Own {
    crypto::SigningKey identity;
    crypto::SecretBytes tlsKeyDer; // PKCS#8
    QByteArray certificateDer;
    SealingKeyId sealingKey;
    Incarnation incarnation;
};

struct OutBatch {
    std::vector<record::Record> records; // bodies only where due
    record::SignedHead head;             // of the last record
    bool last = false;                   // nothing follows these that could be given
};
enum class Received { Stored, Nothing };

class Connection;
struct StoreState;

class SyncStore {
public:
    SyncStore(Connection& connection, std::shared_ptr<StoreState> store);

    // --- Trust ---
    Result<Own, VaultError> own();
    Result<std::optional<Pairing>, VaultError> pairing();
    // With its key, for whoever is about to use it.
    Result<std::optional<KeyedPairing>, VaultError> keyedPairing();
    // Whether it is that of the pairing that has not ended. Looks at it where it lies: memory for
    // one more copy of a key is dear.
    bool isPairKey(const crypto::SecretBytes& key);
    // What the other's newest member record says, once it is here.
    Result<std::optional<Member>, VaultError> partnerMember();
    // The log that pairing with `identity` would share: my live one, or a new one where this one
    // was shared with somebody else or FromToday was chosen. Makes its key; nothing is shared yet.
    // What is said later about what stays in an earlier log is said there (speaking.h).
    Result<LogId, VaultError> prepareLog(const IdentityId& identity, ShareBefore share);
    // The pairing came to nothing: a log that was made for it goes, and its key.
    Result<void, VaultError> forgetPreparedLog();
    // Stores trust in one transaction; provisional, replaces an earlier provisional pairing,
    // AlreadyPaired over a confirmed one. Makes `log` the live one. A fresh incarnation.
    // Of the earlier pairing nothing stays that nobody was shown.
    Result<void, VaultError> storePairing(const Partner& partner,
                                          const crypto::SecretBytes& pairKey, const LogId& log);
    // The first hello was answered: appends `pair`, ends "provisional".
    Result<void, VaultError> confirmPairing();
    // Deletes pair key and trust; both copies stay. Of a pairing that was provisional the log that
    // was live before is live again (provisional.h).
    Result<void, VaultError> unpair();
    // Appends a pause record when it changes.
    Result<void, VaultError> setPaused(bool paused);

    // --- Replication ---
    // While I pause nothing is given, asked for or told: each of these reads that in one state of
    // the vault with what it gives.
    // Head of my log of this pairing / of the other's as held here; nothing while empty.
    Result<std::optional<LogHead>, VaultError> head(Person whose);
    // Records from `seq` on of my log, or, to give them back to a partner who was rolled back, of
    // theirs (then up to one of the signed heads they came with: every batch's head is kept). At
    // most batchRecordLimit and batchLimit. Empty when there is nothing from `seq` on.
    Result<OutBatch, VaultError> batch(Person whose, quint64 seq);
    // Is `head` a record of mine? Longer than mine: I was rolled back; same seq, other id, or of
    // another log: a fork. What can't be read says neither.
    enum class Known { Mine, Longer, Different };
    Result<Known, VaultError> compare(const LogHead& headOfMine);
    // Verifies a batch of the other's log (or, rolled back, of my own) as a whole, then stores it
    // with its projection, 32 records a transaction at most; what a crash cuts off comes again.
    // BadRecord: nothing stored. Forked: both branches stored and marked.
    Result<Received, VaultError> receive(const std::vector<record::Record>& records,
                                         const record::SignedHead& head);
    // Ids of records held without body that may be due, oldest first.
    std::vector<RecordId> lacking(int limit);
    // Newest first: sealed records held without body that were due until I took back what I wrote
    // that day, if ever. Their author may have given the words, and gives those again.
    std::vector<RecordId> mayHaveBeenGiven(int limit);
    // Bodies of mine that are due, of those asked for.
    Result<std::vector<std::pair<RecordId, QByteArray>>, VaultError>
    bodies(const std::vector<RecordId>& ids);
    // BadRecord if a body is not the one its header names. One that is here already, or was taken
    // back, is passed over.
    Result<Received, VaultError>
    receiveBodies(const std::vector<std::pair<RecordId, QByteArray>>& bodies);
    std::optional<record::Ack> ack();
    // BadRecord if it is not the other's, or claims what never was.
    Result<void, VaultError> receiveAck(const record::Ack& ack);
    SharingCounts counts();

    // --- Counters of beacons and preambles ---
    // max(last + 1, clock in ms), stored before it is used. NotPaired while I pause.
    Result<quint64, VaultError> nextCounter();
    // Whether it is higher than any held of that incarnation; looks only.
    Result<bool, VaultError> isNewCounter(const Incarnation& incarnation, quint64 counter);
    // True, and stored, if higher than any held of that incarnation. Of the other's incarnations
    // the 256 that counted highest are held; a new pairing starts without any. None while I pause.
    Result<bool, VaultError> acceptCounter(const Incarnation& incarnation, quint64 counter);

    // --- Addresses, newest first: the last that worked, and those typed by the person ---
    QStringList addresses();
    Result<void, VaultError> setTypedAddresses(const QStringList& hostPorts);
    Result<void, VaultError> setLastAddress(const QString& hostPort);

private:
    // Sealed words that leave for the first time are marked as given before they do.
    Result<OutBatch, VaultError> batchOfMine(quint64 seq);
    Result<OutBatch, VaultError> readBatchOfMine(quint64 seq, std::vector<qint64>& leaving);
    Result<OutBatch, VaultError> batchOfTheirs(quint64 seq);

    Connection& db_;
    std::shared_ptr<StoreState> store_;
};

} // namespace mend::vault
