#pragma once
// Keeps a paired vault in step with the partner's: seeks, chooses between connections, and
// replicates over the one that was answered. Lives on the sync thread with a vault connection of
// its own.

#include "core/sync/replicator.h"
#include "core/sync/transport/connector.h"
#include "core/sync/transport/pairing_service.h"
#include "core/sync/transport/seeker.h"

#include <memory>

namespace mend::sync {

struct Network {
    QString listen;    // as parseBind() takes it; empty: every interface, a port of the day
    QStringList peers; // as parseHostPort() takes them
    bool multicast = true;
};

enum class SyncPhase {
    NotPaired,
    Provisional,
    Paused,
    PausedThere,
    Looking,
    Connecting,
    Exchanging,
    InStep,
    Stopped
};
enum class SyncStop { None, Fork, NewerVersion, TooMuch, Refused, Storage };

struct SyncState {
    SyncPhase phase = SyncPhase::NotPaired;
    SyncStop stop = SyncStop::None;
    bool connected = false;
    SharingCounts counts;
    bool noNetwork = false;
    bool noMulticast = false;
    bool cantListen = false; // where it was told to
    bool clocksApart = false;
    QString listening; // "host:port"
    qint64 progressDone = 0;
    qint64 progressTotal = 0;
};

class SyncService : public QObject {
    Q_OBJECT
public:
    SyncService(TrustStore& store, const Clock& clock, Random& random, QObject* parent = nullptr);
    ~SyncService() override;

    void start(const Network& network);
    void stop();
    // Paired, left, paused, resumed, or addresses were typed: looks at the vault's trust anew.
    void trustChanged();
    // This process, or another, has written to the vault; a pause or a leaving, too.
    void localChanged();
    void retryNow();
    // The person said that this much is fine today.
    void allowMuch();
    SyncState state();
    PairingService& pairing() { return pairing_; }

Q_SIGNALS:
    void changed(); // state()
    void stored();  // records or bodies from the partner were committed

private:
    bool isTrustAsKnown();
    void halt();
    void dial(const QString& host, quint16 port);
    void ready(std::unique_ptr<Link> link, const QString& address);
    bool supersedes(const Link& link) const;
    void received(const QByteArray& bytes);
    void lost();
    void look(Seeker::Pace pace);
    void perform(Replicator::Step step);
    void goOn();
    void stopFor(ReplicationStop stop);
    void stopAll(SyncStop why);
    void setPhase(SyncPhase phase);
    void afterAnswer();

    TrustStore& store_;
    const Clock& clock_;
    Random& random_;
    Interfaces interfaces_;
    PairingService pairing_;
    Seeker seeker_;
    Connector connector_;
    Network network_;
    bool running_ = false;
    std::optional<Trust> trust_;
    std::optional<OwnKeys> own_;
    std::unique_ptr<Link> link_; // ready: the one that replicates
    QString linkAddress_;        // "host:port" where the other listens, if that is known
    qint64 linkSince_ = 0;
    std::unique_ptr<Replicator> replicator_;
    QTimer again_; // after a stop that may pass by itself
    SyncPhase phase_ = SyncPhase::NotPaired;
    SyncStop stop_ = SyncStop::None;
};

} // namespace mend::sync
