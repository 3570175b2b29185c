#pragma once
// Takes TCP connections and reads their preamble before any TLS byte. What does not open it within
// two seconds gets a silent close and no byte. A QTcpServer of our own: QSslServer can be starved
// by idle sockets.

#include "core/sync/announcement.h"

#include <QHostAddress>
#include <QObject>
#include <QSocketNotifier>
#include <QTcpServer>
#include <QTimer>
#include <functional>
#include <memory>
#include <vector>

namespace mend::sync {

inline constexpr int unprovenLimit = 16;          // Connections without a valid preamble.
inline constexpr int unprovenPerAddressLimit = 4; // Of one IPv4 address, or one IPv6 /64.

class Listener : public QTcpServer {
    Q_OBJECT
public:
    // Opens a preamble; also says no to one that was seen before.
    using Judge = std::function<std::optional<Announcement>(const QByteArray& preamble)>;
    explicit Listener(Judge judge, QObject* parent = nullptr);
    ~Listener() override;

    // Tries the ports in turn, then, if `any` is set, one that the system picks. IPv4 and IPv6 if
    // `address` is null.
    bool start(const QHostAddress& address, const std::vector<quint16>& ports, bool any);
    // Listens no more and lets everybody go: from here on nobody is judged. May be called from
    // proven().
    void stop();
    // Connections waiting for their preamble.
    int unproven() const { return int(waiting_.size()); }

Q_SIGNALS:
    // The socket is the receiver's now. `address` is the other end's.
    void proven(qintptr socket, const mend::sync::Announcement& announcement,
                const QHostAddress& address);

protected:
    void incomingConnection(qintptr socket) override;

private:
    struct Waiting;
    void makeRoom(const QString& block);
    int placesOf(const QString& block) const;
    Waiting* oldestOf(const QString& block) const;
    void pushOut(Waiting* waiting);
    void readSome(Waiting* waiting);
    void drop(Waiting* waiting);
    std::unique_ptr<Waiting> take(Waiting* waiting);

    Judge judge_;
    std::vector<std::unique_ptr<Waiting>> waiting_; // oldest first
};

} // namespace mend::sync
