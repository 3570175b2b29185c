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

bool isUsable(const QNetworkInterface& interface) {
    const auto flags = interface.flags();
    return flags.testFlag(QNetworkInterface::IsUp) &&
           flags.testFlag(QNetworkInterface::IsRunning) &&
           flags.testFlag(QNetworkInterface::CanMulticast) &&
           !flags.testFlag(QNetworkInterface::IsLoopBack) &&
           !flags.testFlag(QNetworkInterface::IsPointToPoint) && !isSkipped(interface.name()) &&
           !interface.addressEntries().isEmpty();
}

QString describe(const QList<QNetworkInterface>& list) {
    QString text;
    for (const QNetworkInterface& interface : list) {
        text += interface.name();
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

QList<QNetworkInterface> usableInterfaces() {
    QList<QNetworkInterface> result;
    const auto all = QNetworkInterface::allInterfaces();
    std::copy_if(all.begin(), all.end(), std::back_inserter(result), isUsable);
    return result;
}

QStringList typableAddresses() {
    QStringList result;
    for (const QNetworkInterface& interface : usableInterfaces())
        for (const QNetworkAddressEntry& entry : interface.addressEntries())
            if (entry.ip().protocol() == QAbstractSocket::IPv4Protocol)
                result << entry.ip().toString();
    return result;
}

Interfaces::Interfaces(QObject* parent) : QObject(parent) {
    connect(&timer_, &QTimer::timeout, this, &Interfaces::look);
    timer_.setTimerType(Qt::VeryCoarseTimer);
    usable_ = usableInterfaces();
    seen_ = describe(usable_);
    timer_.start(lookEvery);
}

void Interfaces::look() {
    auto found = usableInterfaces();
    const QString described = describe(found);
    if (described == seen_)
        return;
    seen_ = described;
    usable_ = std::move(found);
    Q_EMIT changed();
}

} // namespace mend::sync
