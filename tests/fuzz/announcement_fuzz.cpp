// Beacons and preambles, as a stranger sends them, and as somebody who has the key could.
// The first byte chooses: even, the rest is what came from the network; odd, what is sealed.

#include "core/crypto/aead.h"
#include "core/crypto/labels.h"
#include "core/sync/announcement.h"
#include "tests/fuzz/require.h"

#include <QtEndian>

using namespace mend;
using namespace mend::sync;
using fuzz::require;

namespace {

constexpr UtcMillis noon = 1795348800000; // 2026-11-22 12:00 UTC
constexpr qsizetype overhead = qsizetype(crypto::Nonce::size) + crypto::aeadTagSize;

const AnnouncementKeys& keys() {
    static const AnnouncementKeys made = AnnouncementKeys::ofNameplate(42);
    return made;
}

void strange(QByteArrayView bytes) {
    // Nobody makes these by chance, and the one in the corpus has another key.
    require(!openBeacon(keys().beacon, bytes, noon), "noise is no beacon");
    require(!openPreamble(keys().preamble, bytes, noon), "noise is no preamble");
}

void sealed(QByteArrayView plain, bool beacon) {
    QByteArray filled = plain.toByteArray();
    filled.resize((beacon ? beaconSize : preambleSize) - overhead, '\0');
    const crypto::Nonce nonce;
    const crypto::Key& key = beacon ? keys().beacon : keys().preamble;
    const crypto::Label label = beacon ? crypto::Labels::beacon : crypto::Labels::preamble;
    const QByteArray bytes =
        nonce.toByteArray() + crypto::aeadSeal(key, nonce, filled, label.view());
    const auto opened = beacon ? openBeacon(key, bytes, noon) : openPreamble(key, bytes, noon);
    const qint64 slot = qFromBigEndian<quint32>(filled.constData() + 16);
    require(opened.has_value() == (std::abs(slot - noon / slotMs) <= 1), "only its half hours");
    if (!opened)
        return;
    require(opened->incarnation.toByteArray() == filled.first(8), "the incarnation is read");
    require(opened->counter == qFromBigEndian<quint64>(filled.constData() + 8), "the counter too");
    require(opened->port == qFromBigEndian<quint16>(filled.constData() + 20), "and the port");
    require(!(beacon ? openPreamble(key, bytes, noon) : openBeacon(key, bytes, noon)),
            "one is not the other");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, std::size_t size) {
    if (size == 0)
        return 0;
    const QByteArrayView rest = fuzz::view(data, size).sliced(1);
    if (data[0] % 2 == 0)
        strange(rest);
    else
        sealed(rest, data[0] % 4 == 1);
    return 0;
}
