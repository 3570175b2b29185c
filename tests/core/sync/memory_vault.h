#pragma once
// The vault as sync sees it, in memory: two logs with real signatures, and trust. Sealed check-ins
// become due by the simplest rule that will do: once the other's log has one of that day.

#include "core/sync/transport/trust_store.h"
#include "tests/support/fake_clock.h"
#include "tests/support/fixed_random.h"

#include <QCoreApplication>
#include <map>
#include <set>

namespace mend::test {

// A seed that no other process has at the same time: two tests with the same keys would find and
// meet each other over the ports and groups that follow from them.
inline quint64 ofThisProcess(quint64 seed) {
    return seed + (quint64(QCoreApplication::applicationPid()) << 16);
}

class MemoryVault final : public sync::TrustStore {
public:
    MemoryVault(const QString& name, quint64 seed, const FakeClock& clock);

    // As pairing would leave both, without the network.
    static void pair(MemoryVault& a, MemoryVault& b);

    void write(const QString& text);
    void writeSealed(const QString& text); // a check-in of the clock's day
    // Forgets the last `count` records of my log and of the other's, as a copy of an old disk
    // would.
    void rollBack(std::size_t mineCount, std::size_t theirsCount);

    struct Log {
        LogId key;
        std::vector<record::Record> records;
        std::map<quint64, Signature> heads; // signed heads that came with batches, by seq
    };
    IdentityId identityId() const { return IdentityId(identity.publicKey()); }
    std::size_t wordsOf(const Log& log) const; // records whose body is here

    // --- What tests look at and change ---
    const FakeClock& clock;
    FixedRandom random;
    crypto::SigningKey identity;
    crypto::SigningKey logKey;
    crypto::TlsIdentity tls;
    SealingKeyId sealingKey;
    QString name;
    Role role = Role::Hurt;
    Log mine;
    Log theirs;
    bool paired = false;
    bool provisional = true;
    bool paused = false;
    bool forked = false;
    IdentityId partner;
    QByteArray partnerCertificate;
    QByteArray pairKey;
    Incarnation incarnation;
    QStringList known; // addresses
    quint64 counter = 0;
    std::map<QByteArray, quint64> counters;
    int batchSize = 3;                          // records in a batch
    std::optional<sync::ReplicaError> failWith; // on the next receive()
    bool storageFails = false;       // prepareLog(), storePairing(), nextCounter(), keepTaken()
    bool unreadable = false;         // own(), head(), compare()
    int asked = 0;                   // how often bodies() was asked
    int batchesRead = 0;             // how often batch() was asked
    bool keepBack = false;           // answers with no words, as only another program would
    int countersStored = 0;          // how often acceptCounter() wrote something down
    bool prepared = false;           // a log, for a pairing that is not stored yet
    std::set<RecordId> givenBefore;  // what mayHaveBeenGiven() says
    std::optional<quint64> theyHold; // of mine, as acked
    sync::Taken takenToday;

    // --- TrustStore ---
    std::optional<sync::OwnKeys> own() override;
    Result<std::optional<sync::Trust>, sync::ReplicaError> trust() override;
    bool isStill(const std::optional<sync::Trust>& before) override;
    std::optional<sync::Introduction> introduction() override;
    std::optional<LogId> prepareLog(const IdentityId& partner, sync::Before before) override;
    void forgetPreparedLog() override { prepared = false; }
    Stored storePairing(const sync::Paired& paired, const QByteArray& certificateDer) override;
    std::optional<quint64> nextCounter() override;
    bool isNewCounter(const Incarnation& from, quint64 value) override;
    bool acceptCounter(const Incarnation& from, quint64 value) override;
    QStringList addresses() override { return known; }
    void setLastAddress(const QString& hostPort) override;
    SharingCounts counts() override;

    // --- Replica ---
    Result<std::optional<LogHead>, sync::ReplicaError> head(Person whose) override;
    Result<Known, sync::ReplicaError> compare(const LogHead& headOfMine) override;
    Result<sync::Batch, sync::ReplicaError> batch(Person whose, quint64 seq) override;
    Result<bool, sync::ReplicaError> receive(const sync::Batch& batch) override;
    std::vector<RecordId> lacking(int limit) override;
    std::vector<RecordId> mayHaveBeenGiven(int limit) override;
    Result<std::vector<sync::BodyOf>, sync::ReplicaError>
    bodies(const std::vector<RecordId>& ids) override;
    Result<bool, sync::ReplicaError> receiveBodies(const std::vector<sync::BodyOf>& list) override;
    std::optional<record::Ack> ack() override;
    Result<void, sync::ReplicaError> receiveAck(const record::Ack& ack) override;
    Result<void, sync::ReplicaError> confirmPairing() override;
    sync::Taken taken() override { return takenToday; }
    bool keepTaken(const sync::Taken& taken) override;

private:
    void append(Content content, std::optional<Day> day, record::Seal seal);
    bool isDue(const record::Record& record, const Log& others) const;
};

// Both hold the same records with the same words, as far as those are due.
bool equal(const MemoryVault& a, const MemoryVault& b);

} // namespace mend::test
