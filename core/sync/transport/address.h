#pragma once
// "HOST:PORT" as people type it: a name, an IPv4 address, or an IPv6 address in brackets.

#include <QHostAddress>
#include <QString>
#include <optional>

namespace mend::sync {

struct HostPort {
    QString host; // without brackets
    quint16 port = 0;
    QString text() const;
};
// An address as it is dialled: an IPv4 one that came mapped into IPv6 (RFC 4291, 2.5.5.2) as IPv4.
QString plainHost(const QHostAddress& address);
// Nothing unless both are there and the port is 1 to 65535.
std::optional<HostPort> parseHostPort(const QString& text);
// As for listening: "ADDR:PORT", "ADDR", ":PORT" or nothing; port 0 if none was said.
std::optional<HostPort> parseBind(const QString& text);

} // namespace mend::sync
