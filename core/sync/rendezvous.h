#pragma once
// Where two paired computers meet: multicast groups and ports that only they can derive, new each
// UTC day. HKDF(pair key, salt = day as 4 bytes big-endian, "mend/rendezvous/1") gives 32 bytes,
// read in the order of the fields below.

#include "core/base/clock.h"
#include "core/crypto/secret_bytes.h"

#include <array>

namespace mend::sync {

inline constexpr quint16 firstPort = 61000; // Above Linux's ephemeral range (32768–60999).
inline constexpr quint16 portCount = 4536;  // To 65535.

struct Rendezvous {
    quint32 group4 = 0;                // 239.192.0.0/14 (RFC 2365, organization-local)
    std::array<quint8, 16> group6{};   // ff15::/16 (RFC 4291: transient, site-local)
    std::array<quint16, 2> udpPorts{}; // the second where the first is taken
    std::array<quint16, 2> tcpPorts{};
    bool operator==(const Rendezvous&) const = default;
};

Rendezvous rendezvous(const crypto::SecretBytes& pairKey, qint64 utcDay);
qint64 utcDayOf(UtcMillis now); // days since 1970-01-01 UTC

// While pairing: the same for everybody.
Rendezvous pairingRendezvous();

} // namespace mend::sync
