#include "core/sync/transport/finder.h"

#include <QNetworkDatagram>
#include <QNetworkProxy>

namespace mend::sync {

namespace {

constexpr int hops = 4; // A house or an office may have a router or two; the group stays inside.
constexpr int datagramsAtOnce = 64; // Read in one go before the event loop gets its turn.

QHostAddress groupOf(const Rendezvous& place, bool v6) {
    return v6 ? QHostAddress(place.group6.data()) : QHostAddress(place.group4);
}

} // namespace

Finder::Finder(Interfaces& interfaces, qsizetype size, QObject* parent)
    : QObject(parent), interfaces_(interfaces), size_(size) {
    connect(&interfaces_, &Interfaces::changed, this, &Finder::join);
}

void Finder::listen(const std::vector<Rendezvous>& places) {
    if (places == places_)
        return;
    places_ = places;
    join();
}

void Finder::join() {
    receivers_.clear();
    senders_.clear();
    for (const Rendezvous& place : places_) {
        bindPlace(place, false);
        bindPlace(place, true);
    }
}

void Finder::bindPlace(const Rendezvous& place, bool v6) {
    auto socket = std::make_unique<QUdpSocket>();
    socket->setProxy(QNetworkProxy::NoProxy); // nor is the system asked for one
    const QHostAddress any(v6 ? QHostAddress::AnyIPv6 : QHostAddress::AnyIPv4);
    const auto mode = QUdpSocket::ShareAddress | QUdpSocket::ReuseAddressHint;
    const bool bound =
        socket->bind(any, place.udpPorts[0], mode) || socket->bind(any, place.udpPorts[1], mode);
    if (!bound)
        return;
    for (const QNetworkInterface& interface : interfaces_.usable())
        socket->joinMulticastGroup(groupOf(place, v6), interface);
    QUdpSocket* raw = socket.get();
    connect(raw, &QUdpSocket::readyRead, this, [this, raw] { read(*raw); });
    receivers_.push_back(std::move(socket));
}

void Finder::read(QUdpSocket& socket) {
    for (int i = 0; i < datagramsAtOnce && socket.hasPendingDatagrams(); ++i) {
        const QNetworkDatagram datagram = socket.receiveDatagram(size_ + 1);
        if (datagram.data().size() == size_)
            Q_EMIT heard(datagram.data(), datagram.senderAddress());
    }
}

QUdpSocket* Finder::senderFor(const QNetworkInterface& interface, bool v6) {
    for (const Sender& sender : senders_)
        if (sender.interface == interface.index() && sender.v6 == v6)
            return sender.socket.get();
    auto socket = std::make_unique<QUdpSocket>();
    socket->setProxy(QNetworkProxy::NoProxy); // nor is the system asked for one
    if (!socket->bind(v6 ? QHostAddress::AnyIPv6 : QHostAddress::AnyIPv4, 0))
        return nullptr;
    socket->setMulticastInterface(interface);
    socket->setSocketOption(QAbstractSocket::MulticastTtlOption, hops);
    socket->setSocketOption(QAbstractSocket::MulticastLoopbackOption,
                            1); // two vaults may share a computer
    senders_.push_back({interface.index(), v6, std::move(socket)});
    return senders_.back().socket.get();
}

bool Finder::send(const Sealing& datagram, const Rendezvous& place, bool broadcast) {
    bool sent = false;
    const auto put = [&](QUdpSocket* socket, const QHostAddress& to, quint16 port) {
        const QByteArray bytes = datagram();
        sent |= socket && socket->writeDatagram(bytes, to, port) == bytes.size();
    };
    for (const QNetworkInterface& interface : interfaces_.usable()) {
        for (const bool v6 : {false, true}) {
            QUdpSocket* socket = senderFor(interface, v6);
            for (const quint16 port : place.udpPorts)
                put(socket, groupOf(place, v6), port);
        }
        QUdpSocket* v4 = broadcast ? senderFor(interface, false) : nullptr;
        for (const QNetworkAddressEntry& entry : interface.addressEntries())
            if (v4 && !entry.broadcast().isNull())
                put(v4, entry.broadcast(), place.udpPorts[0]);
    }
    return sent;
}

} // namespace mend::sync
