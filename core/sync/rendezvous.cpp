#include "core/sync/rendezvous.h"

#include "core/crypto/hkdf.h"

#include <QtEndian>
#include <algorithm>

namespace mend::sync {

namespace {

constexpr quint32 group4Base = 0xEFC00000; // 239.192.0.0
constexpr quint32 group4Mask = 0x0003FFFF; // its last 18 bits

quint16 portFrom(const char* bytes) {
    return quint16(firstPort + qFromBigEndian<quint32>(bytes) % portCount);
}

// Two ports that differ, so that a taken one can be moved from.
std::array<quint16, 2> twoPorts(const char* bytes) {
    const quint16 first = portFrom(bytes);
    quint16 second = portFrom(bytes + 4);
    if (second == first)
        second = quint16(first == 65535 ? firstPort : first + 1);
    return {first, second};
}

} // namespace

Rendezvous rendezvous(const crypto::SecretBytes& pairKey, qint64 utcDay) {
    QByteArray salt(4, '\0');
    qToBigEndian(quint32(utcDay), salt.data());
    const crypto::Key bytes = crypto::hkdf(pairKey, salt, crypto::Labels::rendezvous);
    const QByteArrayView view = bytes.view();
    Rendezvous result;
    result.group4 = group4Base | (qFromBigEndian<quint32>(view.data()) & group4Mask);
    result.group6[0] = 0xff;
    result.group6[1] = 0x15;
    std::copy_n(view.data() + 4, 12, result.group6.begin() + 4);
    result.udpPorts = twoPorts(view.data() + 16);
    result.tcpPorts = twoPorts(view.data() + 24);
    return result;
}

qint64 utcDayOf(UtcMillis now) {
    return now / 86'400'000;
}

Rendezvous pairingRendezvous() {
    // Fixed and unassigned: "MEND" in the last bytes of the groups; ports in Mend's own range.
    return {group4Base | 0x00014D45,
            {0xff, 0x15, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x4d, 0x45, 0x4e, 0x44},
            {61545, 61546},
            {}};
}

} // namespace mend::sync
