#pragma once
// The network interfaces that beacons go out on: up, able to multicast, and not tunnels, containers
// or bridges of virtual machines. Tells when the list changes.

#include <QNetworkInterface>
#include <QObject>
#include <QTimer>

namespace mend::sync {

// Names such as tun0, docker0, virbr0 and veth… of containers are skipped; a physical or
// namespace's own veth pair ("veth0" made by hand has an address of its own) is told apart by
// having an address.
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
