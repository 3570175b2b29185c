#pragma once
// What the transport needs of the vault besides the Replica: own keys, whom to trust, counters,
// addresses. core/workspace implements it over SyncStore.

#include "core/crypto/tls_identity.h"
#include "core/domain/reading.h"
#include "core/sync/replica.h"

#include <QStringList>
#include <optional>

namespace mend::sync {

struct OwnKeys {
    crypto::SigningKey identity;
    crypto::TlsIdentity tls;
    SealingKeyId sealingKey;
    Incarnation incarnation;
};
struct Trust {
    IdentityId partner;
    QByteArray partnerCertificateDer;
    crypto::Key pairKey;
    bool provisional = true;
    bool paused = false;
    bool forked = false;
};
enum class Before { ShareAll, FromToday };

class TrustStore : public Replica {
public:
    virtual std::optional<OwnKeys> own() = 0; // nothing: the vault can't be read
    // Nothing: not paired. An error: nobody knows, and nothing may be sent or taken.
    virtual Result<std::optional<Trust>, ReplicaError> trust() = 0;
    // Whether trust() would say that again, but for `provisional`. Asked with every message.
    virtual bool isStill(const std::optional<Trust>& known) = 0;
    virtual std::optional<Introduction> introduction() = 0; // nothing: no role yet
    virtual std::optional<LogId> prepareLog(const IdentityId& partner, Before before) = 0;
    virtual void forgetPreparedLog() = 0; // the pairing came to nothing
    // PairedAlready: with somebody, definitely, and nothing was touched.
    enum class Stored { Yes, PairedAlready, No };
    virtual Stored storePairing(const Paired& paired, const QByteArray& certificateDer) = 0;
    virtual std::optional<quint64>
    nextCounter() = 0; // nothing: could not be stored, so nothing may be sent
    // Whether acceptCounter() would take it; looks only, and costs the disk nothing.
    virtual bool isNewCounter(const Incarnation& incarnation, quint64 counter) = 0;
    virtual bool acceptCounter(const Incarnation& incarnation, quint64 counter) = 0;
    virtual QStringList addresses() = 0; // "host:port", the last that worked first
    virtual void setLastAddress(const QString& hostPort) = 0;
    virtual SharingCounts counts() = 0;
};

} // namespace mend::sync
