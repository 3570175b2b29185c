#pragma once
// Pairing on the network: shows a code and waits, or takes one and looks for who shows it; then
// runs PairingRun over a TLS connection, one run at a time. A code lives ten minutes and for one
// wrong try.

#include "core/sync/pairing.h"
#include "core/sync/transport/link.h"
#include "core/sync/transport/listener.h"
#include "core/sync/transport/pairing_beacons.h"
#include "core/sync/transport/trust_store.h"

#include <QTimer>
#include <chrono>
#include <memory>

namespace mend::sync {

enum class PairingEnd {
    Paired,
    Cancelled,
    CancelledThere,
    TimedOut,
    NotFound,
    NoNetwork, // to look on for who shows the code
    SeveralFound,
    CantReach,
    CantListen,
    WrongCode,
    NotMend,
    NewerVersion,
    OtherPerson, // paired with somebody else meanwhile, by another process
    Storage,
};
enum class PairingPhase { Idle, Showing, Searching, Proving, Asking, Waiting, Ended };

class PairingService : public QObject {
    Q_OBJECT
public:
    PairingService(TrustStore& store, Interfaces& interfaces, const Clock& clock, Random& random,
                   QObject* parent = nullptr);
    ~PairingService() override;

    // The fixed port that sync listens on here; 0: the day's port. Told to the other, so that the
    // two find each other again where beacons don't pass.
    void setListenPort(quint16 port) { listenPort_ = port; }
    bool isRunning() const { return phase_ != PairingPhase::Idle && phase_ != PairingPhase::Ended; }
    // `bind` as parseBind() takes it.
    void show(Before before, const QString& bind, int timeoutSeconds);
    // `peer` as parseHostPort() takes it, or empty: listens until a beacon of this code is heard,
    // and then for three seconds more, in case several show it. `timeoutSeconds` are for finding
    // who shows it; once both are asked, the two people have ten minutes.
    void enter(const crypto::PairingCode& code, const QString& peer, Before before,
               int timeoutSeconds);
    void decide(bool yes);
    void cancel();

    PairingPhase phase() const { return phase_; }
    PairingEnd end() const { return end_; }
    QString code() const; // while Showing
    UtcMillis validUntil() const { return validUntil_; }
    QString address() const;             // "host:port" for typing by hand, while Showing
    const Introduction* partner() const; // from Asking on

Q_SIGNALS:
    void changed();
    void paired(); // trust is stored

private:
    bool begin(Before before, int timeoutSeconds, PairingPhase phase);
    void endWithin(std::chrono::milliseconds time);
    void setPhase(PairingPhase phase);
    void finish(PairingEnd end);
    void clear();
    bool isOver() const;
    void expire();
    void dial(const QString& host, quint16 port);
    void take(qintptr socket);
    void watch(std::unique_ptr<Link> link, PairingSide side);
    void ready(PairingSide side);
    void perform(PairingRun::Step step);
    void fail(PairingFailure failure);
    void lost();
    void store();
    void rememberAddress(const Paired& paired);
    QByteArray preamble();

    TrustStore& store_;
    const Clock& clock_;
    Random& random_;
    PairingPhase phase_ = PairingPhase::Idle;
    PairingEnd end_ = PairingEnd::Cancelled;
    Before before_ = Before::ShareAll;
    std::optional<crypto::PairingCode> code_;
    std::optional<crypto::Key> preambleKey_; // the nameplate's
    std::optional<OwnKeys> own_;
    std::optional<Introduction> introduction_;
    quint16 listenPort_ = 0;
    UtcMillis validUntil_ = 0;
    PairingBeacons beacons_;
    std::unique_ptr<Listener> listener_;
    std::unique_ptr<Link> link_;
    std::unique_ptr<PairingRun> run_;
    QTimer expiry_;
    QTimer clockLook_; // for when the computer slept
};

} // namespace mend::sync
