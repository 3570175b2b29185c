// Addresses as people type them, and names of interfaces.

#include "core/sync/transport/address.h"
#include "core/sync/transport/interfaces.h"

#include <QHostAddress>
#include <gtest/gtest.h>

using namespace mend::sync;
using namespace Qt::StringLiterals;

TEST(Address, IsAHostAndAPort) {
    const std::pair<QString, HostPort> good[] = {
        {u"192.168.1.5:61000"_s, {u"192.168.1.5"_s, 61000}},
        {u"  sams-laptop.local:1 "_s, {u"sams-laptop.local"_s, 1}},
        {u"[fe80::1%eth0]:65535"_s, {u"fe80::1%eth0"_s, 65535}},
        {u"[::1]:80"_s, {u"::1"_s, 80}},
        {u"bücher.example:80"_s, {u"bücher.example"_s, 80}},
    };
    for (const auto& [text, expected] : good) {
        const auto parsed = parseHostPort(text);
        ASSERT_TRUE(parsed) << text.toStdString();
        EXPECT_EQ(parsed->host, expected.host);
        EXPECT_EQ(parsed->port, expected.port);
        EXPECT_EQ(parseHostPort(parsed->text())->host, expected.host);
    }
}

TEST(Address, AnythingElseIsNone) {
    for (const QString& text :
         {u""_s, u"host"_s, u":80"_s, u"host:"_s, u"host:0"_s, u"host:65536"_s, u"host:+80"_s,
          u"host:-1"_s, u"host: 80"_s, u"host:8 0"_s, u"host:٨٠"_s, u"fe80::1:80"_s, u"[::1]"_s,
          u"a b:80"_s, u"host/path:80"_s, u"user@host:80"_s, u"a\nb:80"_s, u"host:000080"_s,
          QString(256, u'a') + u":80"_s})
        EXPECT_FALSE(parseHostPort(text)) << text.toStdString();
}

TEST(Address, ForListeningEitherPartMayBeLeftOut) {
    const std::tuple<QString, QString, quint16> good[] = {
        {u""_s, u""_s, 0},
        {u":61000"_s, u""_s, 61000},
        {u"127.0.0.1"_s, u"127.0.0.1"_s, 0},
        {u"127.0.0.1:5000"_s, u"127.0.0.1"_s, 5000},
        {u"::1"_s, u"::1"_s, 0},
        {u"[::1]:5000"_s, u"::1"_s, 5000},
    };
    for (const auto& [text, host, port] : good) {
        const auto parsed = parseBind(text);
        ASSERT_TRUE(parsed) << text.toStdString();
        EXPECT_EQ(parsed->host, host) << text.toStdString();
        EXPECT_EQ(parsed->port, port) << text.toStdString();
    }
    for (const QString& text : {u"localhost"_s, u"localhost:80"_s, u":0"_s, u":x"_s, u"[x]:1"_s})
        EXPECT_FALSE(parseBind(text)) << text.toStdString();
}

TEST(Address, OneMappedIntoIpv6IsDialledAsIpv4) {
    EXPECT_EQ(plainHost(QHostAddress(u"::ffff:192.168.1.5"_s)), u"192.168.1.5"_s);
    EXPECT_EQ(plainHost(QHostAddress(u"192.168.1.5"_s)), u"192.168.1.5"_s);
    EXPECT_EQ(plainHost(QHostAddress(u"fe80::5"_s)), u"fe80::5"_s);
}

TEST(Interfaces, TunnelsAndBridgesAreSkippedByName) {
    for (const QString& name : {u"tun0"_s, u"tap1"_s, u"docker0"_s, u"virbr0"_s, u"br-12ab"_s,
                                u"wg0"_s, u"tailscale0"_s, u"utun3"_s})
        EXPECT_TRUE(isSkipped(name)) << name.toStdString();
    for (const QString& name : {u"eth0"_s, u"wlan0"_s, u"enp3s0"_s, u"veth0"_s, u"en0"_s})
        EXPECT_FALSE(isSkipped(name)) << name.toStdString();
}

TEST(Interfaces, LoopbackIsNeverOffered) {
    for (const QString& address : typableAddresses())
        EXPECT_FALSE(QHostAddress(address).isLoopback());
    for (const auto& interface : usableInterfaces())
        EXPECT_FALSE(isSkipped(interface.name()));
}
