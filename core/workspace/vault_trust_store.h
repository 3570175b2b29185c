#pragma once
// Sync's narrow way into the vault: TrustStore over one connection's SyncStore. Lives on the sync
// thread.

#include "core/sync/transport/trust_store.h"
#include "core/vault/vault.h"

namespace mend {

class VaultTrustStore final : public sync::TrustStore {
public:
    explicit VaultTrustStore(std::unique_ptr<vault::Vault> vault);
    ~VaultTrustStore() override;
    // From any thread (Vault).
    void giveUpWaiting() { vault_->giveUpWaiting(); }

    std::optional<sync::OwnKeys> own() override;
    Result<std::optional<sync::Trust>, sync::ReplicaError> trust() override;
    bool isStill(const std::optional<sync::Trust>& known) override;
    std::optional<sync::Introduction> introduction() override;
    std::optional<LogId> prepareLog(const IdentityId& partner, sync::Before before) override;
    void forgetPreparedLog() override;
    Stored storePairing(const sync::Paired& paired, const QByteArray& certificateDer) override;
    std::optional<quint64> nextCounter() override;
    bool isNewCounter(const Incarnation& incarnation, quint64 counter) override;
    bool acceptCounter(const Incarnation& incarnation, quint64 counter) override;
    QStringList addresses() override;
    void setLastAddress(const QString& hostPort) override;
    SharingCounts counts() override;

    Result<std::optional<LogHead>, sync::ReplicaError> head(Person whose) override;
    Result<Known, sync::ReplicaError> compare(const LogHead& headOfMine) override;
    Result<sync::Batch, sync::ReplicaError> batch(Person whose, quint64 seq) override;
    Result<bool, sync::ReplicaError> receive(const sync::Batch& batch) override;
    std::vector<RecordId> lacking(int limit) override;
    std::vector<RecordId> mayHaveBeenGiven(int limit) override;
    Result<std::vector<sync::BodyOf>, sync::ReplicaError>
    bodies(const std::vector<RecordId>& ids) override;
    Result<bool, sync::ReplicaError>
    receiveBodies(const std::vector<sync::BodyOf>& bodies) override;
    std::optional<record::Ack> ack() override;
    Result<void, sync::ReplicaError> receiveAck(const record::Ack& ack) override;
    Result<void, sync::ReplicaError> confirmPairing() override;
    sync::Taken taken() override;
    bool keepTaken(const sync::Taken& taken) override;

private:
    std::unique_ptr<vault::Vault> vault_;
};

} // namespace mend
