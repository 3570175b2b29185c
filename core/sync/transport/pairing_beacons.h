#pragma once
// How two computers meet for pairing by nothing but the nameplate of a code: the one that shows it
// sends a beacon a second, the other collects them for three seconds and dials if there is just
// one. The keys are the nameplate's, so anybody could send these; the code itself is proven later.

#include "core/sync/announcement.h"
#include "core/sync/transport/finder.h"

#include <QTimer>
#include <memory>
#include <vector>

namespace mend::sync {

class PairingBeacons : public QObject {
    Q_OBJECT
public:
    PairingBeacons(Interfaces& interfaces, const Clock& clock, Random& random,
                   QObject* parent = nullptr);
    // From now on: a code of this nameplate is shown at this TCP port.
    void send(int nameplate, quint16 port);
    // Looks for who shows a code of this nameplate.
    void collect(int nameplate);
    void end();
    bool hasHeard() const { return !found_.empty(); }

Q_SIGNALS:
    void found(const QString& host, quint16 port);
    void several(); // none is to be tried

private:
    struct Found {
        Incarnation session; // of one showing, so that one computer heard twice is one
        QHostAddress address;
        quint16 port;
    };
    void begin(int nameplate);
    void sendOne();
    void hear(const QByteArray& datagram, const QHostAddress& from);
    void choose();

    Interfaces& interfaces_;
    const Clock& clock_;
    Random& random_;
    std::optional<crypto::Key> key_;
    std::unique_ptr<Finder> finder_;
    Incarnation session_;
    quint16 port_ = 0;
    std::vector<Found> found_;
    QTimer every_;
    QTimer collecting_;
};

} // namespace mend::sync
