#pragma once
// The network interfaces that beacons go out on: up, able to multicast, and not tunnels, containers
// or bridges of virtual machines. Tells when the list changes.

#include <QNetworkInterface>
#include <QObject>
#include <QTimer>

namespace mend::sync {

// Names such as tun0, docker0 and virbr0 are skipped. Those of veth pairs are not: inside a
// container one of them is the way to everybody else, and outside a beacon on it reaches nobody.
bool isSkipped(const QString& interfaceName);
// Those that lead to a network at all, and of them those that beacons can go out on.
QList<QNetworkInterface> connectedInterfaces();
QList<QNetworkInterface> usableInterfaces();
// Addresses of this computer that another on the network could type; loopback left out.
QStringList typableAddresses();

class Interfaces : public QObject {
    Q_OBJECT
public:
    explicit Interfaces(QObject* parent = nullptr);
    const QList<QNetworkInterface>& usable() const { return usable_; }
    bool connected() const { return connected_; }

Q_SIGNALS:
    void changed();

private:
    void look();
    QList<QNetworkInterface> usable_;
    bool connected_ = false;
    QString seen_; // what the last look found, to compare
    QTimer timer_;
};

} // namespace mend::sync
