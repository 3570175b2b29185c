#include "core/sync/transport/address.h"

#include <QStringView>
#include <algorithm>

namespace mend::sync {

namespace {

constexpr int hostLimit = 255; // Characters of a name (RFC 1035).

bool isHost(const QString& host) {
    if (host.isEmpty() || host.size() > hostLimit)
        return false;
    for (const QChar c : host) {
        const bool plain =
            c.isLetterOrNumber() || c == u'.' || c == u'-' || c == u':' || c == u'%' || c == u'_';
        if (!plain)
            return false;
    }
    return true;
}

std::optional<quint16> portOf(QStringView text) {
    // toUInt() alone would take blanks and a sign.
    const bool digits =
        std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    const uint port = digits && text.size() <= 5 ? text.toUInt() : 0;
    return port >= 1 && port <= 65535 ? std::optional(quint16(port)) : std::nullopt;
}

} // namespace

QString HostPort::text() const {
    const QString shown = host.contains(u':') ? u'[' + host + u']' : host;
    return shown + u':' + QString::number(port);
}

QString plainHost(const QHostAddress& address) {
    bool isV4 = false;
    const quint32 v4 = address.toIPv4Address(&isV4);
    return (isV4 ? QHostAddress(v4) : address).toString();
}

std::optional<HostPort> parseHostPort(const QString& typed) {
    const QString text = typed.trimmed();
    const qsizetype colon = text.lastIndexOf(u':');
    const auto port = colon > 0 ? portOf(QStringView(text).sliced(colon + 1)) : std::nullopt;
    if (!port)
        return std::nullopt;
    QString host = text.left(colon);
    if (host.startsWith(u'[') && host.endsWith(u']'))
        host = host.sliced(1, host.size() - 2);
    else if (host.contains(u':'))
        return std::nullopt; // an IPv6 address without brackets: the port can't be told apart
    return isHost(host) ? std::optional(HostPort{host, *port}) : std::nullopt;
}

std::optional<HostPort> parseBind(const QString& typed) {
    const QString text = typed.trimmed();
    if (text.isEmpty())
        return HostPort{};
    if (!QHostAddress(text).isNull()) // before ":PORT": "::1" is an address
        return HostPort{text, 0};
    if (text.startsWith(u':')) {
        const auto port = portOf(QStringView(text).sliced(1));
        return port ? std::optional(HostPort{{}, *port}) : std::nullopt;
    }
    auto both = parseHostPort(text);
    return both && !QHostAddress(both->host).isNull() ? both : std::nullopt;
}

} // namespace mend::sync
