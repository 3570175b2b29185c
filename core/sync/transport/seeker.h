#pragma once
// Looks for the partner while there is no connection: beacons on the day's meeting places
// (yesterday's, today's and tomorrow's are heard), the last address that worked and the day's ports
// there, and addresses a person typed, in jittered, growing intervals from 1 s to 60 s. Silent
// while stopped.

#include "core/sync/announcement.h"
#include "core/sync/transport/address.h"
#include "core/sync/transport/admission.h"
#include "core/sync/transport/finder.h"
#include "core/sync/transport/trust_store.h"

#include <QTimer>
#include <memory>

namespace mend::sync {

class Seeker : public QObject {
    Q_OBJECT
public:
    struct Choice {
        QStringList peers;     // "host:port", besides those the vault remembers
        bool multicast = true; // hear and send beacons
    };
    Seeker(TrustStore& store, Interfaces& interfaces, const Clock& clock, Random& random,
           QObject* parent = nullptr);

    // When the first round goes out. Soon: after a second, for a connection that was lost. Patient:
    // once a minute from the start, for a partner who said that they pause.
    enum class Pace { AtOnce, Soon, Patient };
    void begin(const Trust& trust, const OwnKeys& own, const Choice& choice, quint16 listensOn,
               Pace pace = Pace::AtOnce);
    void end();
    // From one second again: something has changed, or the person asked.
    void hurry();
    bool couldSend() const { return couldSend_; }

Q_SIGNALS:
    void dial(const QString& host, quint16 port);
    void looked(); // a round has gone out

private:
    void round();
    void meet();
    QStringList addresses(); // to be dialled, the likeliest first
    void hear(const QByteArray& datagram, const QHostAddress& from);

    TrustStore& store_;
    Interfaces& interfaces_;
    const Clock& clock_;
    Random& random_;
    Admission admission_;
    Choice choice_;
    std::optional<crypto::Key> pairKey_;
    std::optional<AnnouncementKeys> mine_;
    std::optional<AnnouncementKeys> theirs_;
    Incarnation incarnation_;
    quint16 listensOn_ = 0;
    std::unique_ptr<Finder> finder_;
    QTimer timer_;
    qint64 intervalMs_ = 0;
    bool couldSend_ = true;
};

} // namespace mend::sync
