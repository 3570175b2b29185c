#pragma once
// Beacons on the network: joins and sends on each usable interface, IPv4 and IPv6 multicast (RFC
// 1112, RFC 3493), and, where asked, IPv4 broadcast. Knows nothing of what the datagrams mean, and
// never answers one.

#include "core/sync/rendezvous.h"
#include "core/sync/transport/interfaces.h"

#include <QHostAddress>
#include <QObject>
#include <QUdpSocket>
#include <functional>
#include <memory>
#include <vector>

namespace mend::sync {

class Finder : public QObject {
    Q_OBJECT
public:
    // `size` in bytes: longer and shorter datagrams are dropped unread.
    Finder(Interfaces& interfaces, qsizetype size, QObject* parent = nullptr);

    // Hears these meeting places from now on, instead of those before.
    void listen(const std::vector<Rendezvous>& places);
    // Asks for the datagram anew for each place it goes to: no two on the network have a byte
    // string in common. False if it could go out nowhere.
    using Sealing = std::function<QByteArray()>;
    bool send(const Sealing& datagram, const Rendezvous& place, bool broadcast);

Q_SIGNALS:
    void heard(const QByteArray& datagram, const QHostAddress& from);

private:
    void join();
    void bindPlace(const Rendezvous& place, bool v6);
    void read(QUdpSocket& socket);
    QUdpSocket* senderFor(const QNetworkInterface& interface, bool v6);

    Interfaces& interfaces_;
    qsizetype size_;
    std::vector<Rendezvous> places_;
    std::vector<std::unique_ptr<QUdpSocket>> receivers_;
    struct Sender {
        int interface;
        bool v6;
        std::unique_ptr<QUdpSocket> socket;
    };
    std::vector<Sender> senders_;
};

} // namespace mend::sync
