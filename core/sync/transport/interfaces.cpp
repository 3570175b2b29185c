#include "core/sync/transport/interfaces.h"

#include <QHostAddress>
#include <algorithm>
#include <array>
#include <chrono>

namespace mend::sync {

namespace {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

constexpr auto lookEvery = 4s; // A cable or a Wi-Fi that comes back is noticed within this time.

bool isConnected(const QNetworkInterface& interface) {
    const auto flags = interface.flags();
    return flags.testFlag(QNetworkInterface::IsUp) &&
           flags.testFlag(QNetworkInterface::IsRunning) &&
           !flags.testFlag(QNetworkInterface::IsLoopBack) && !isSkipped(interface.name()) &&
           !interface.addressEntries().isEmpty();
}

bool canMulticast(const QNetworkInterface& interface) {
    const auto flags = interface.flags();
    return flags.testFlag(QNetworkInterface::CanMulticast) &&
           !flags.testFlag(QNetworkInterface::IsPointToPoint);
}

QList<QNetworkInterface> those(const QList<QNetworkInterface>& all,
                               bool (*wanted)(const QNetworkInterface&)) {
    QList<QNetworkInterface> result;
    std::copy_if(all.begin(), all.end(), std::back_inserter(result), wanted);
    return result;
}

QString describe(const QList<QNetworkInterface>& list) {
    QString text;
    for (const QNetworkInterface& interface : list) {
        text += interface.name();
        if (canMulticast(interface))
            text += u'*';
        for (const QNetworkAddressEntry& entry : interface.addressEntries())
            text += u' ' + entry.ip().toString();
        text += u'\n';
    }
    return text;
}

} // namespace

bool isSkipped(const QString& name) {
    static const std::array skipped = {u"tun"_s,  u"tap"_s, u"docker"_s,   u"virbr"_s,
                                       u"br-"_s,  u"wg"_s,  u"vmnet"_s,    u"vboxnet"_s,
                                       u"utun"_s, u"zt"_s,  u"tailscale"_s};
    return std::any_of(skipped.begin(), skipped.end(),
                       [&](const QString& s) { return name.startsWith(s); });
}

QList<QNetworkInterface> connectedInterfaces() {
    return those(QNetworkInterface::allInterfaces(), isConnected);
}

QList<QNetworkInterface> usableInterfaces() {
    return those(connectedInterfaces(), canMulticast);
}

QStringList typableAddresses() {
    QStringList result;
    for (const QNetworkInterface& interface : connectedInterfaces())
        for (const QNetworkAddressEntry& entry : interface.addressEntries())
            if (entry.ip().protocol() == QAbstractSocket::IPv4Protocol)
                result << entry.ip().toString();
    return result;
}

Interfaces::Interfaces(QObject* parent) : QObject(parent) {
    connect(&timer_, &QTimer::timeout, this, &Interfaces::look);
    timer_.setTimerType(Qt::VeryCoarseTimer);
    look();
    timer_.start(lookEvery);
}

void Interfaces::look() {
    const auto found = connectedInterfaces();
    const QString described = describe(found);
    if (described == seen_)
        return;
    seen_ = described;
    connected_ = !found.isEmpty();
    usable_ = those(found, canMulticast);
    Q_EMIT changed();
}

} // namespace mend::sync
