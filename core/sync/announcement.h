#pragma once
// What a computer says before it is known: a beacon (128 bytes, UDP) and a preamble (64 bytes, the
// first of a TCP connection). To a stranger both are random bytes. Payload, big-endian: incarnation
// (8) ‖ counter (8) ‖ half hour since 1970 (4) ‖ TCP port (2), padded with zeros; sealed as nonce
// (24) ‖ XChaCha20-Poly1305.
//
// Counters: what opens is to be given to the counters' store before anything is done about it.

#include "core/base/bytes.h"
#include "core/base/clock.h"
#include "core/base/random.h"
#include "core/crypto/secret_bytes.h"

#include <QByteArray>
#include <optional>

namespace mend::sync {

inline constexpr qsizetype beaconSize = 128;  // Bytes.
inline constexpr qsizetype preambleSize = 64; // Bytes.
inline constexpr qint64 slotMs = 30 * 60 * 1000;

struct Announcement {
    Incarnation incarnation;
    quint64 counter = 0;
    quint16 port = 0; // where its sender listens
    bool operator==(const Announcement&) const = default;
};

// One direction's keys. From the pair key with the sender's identity as salt; or, while pairing,
// from the code's nameplate, which anybody can guess: that only keeps strangers' bytes out.
struct AnnouncementKeys {
    crypto::Key beacon;
    crypto::Key preamble;
    static AnnouncementKeys ofSender(const crypto::SecretBytes& pairKey, const IdentityId& sender);
    static AnnouncementKeys ofNameplate(int nameplate);
};

QByteArray sealBeacon(const crypto::Key& key, const Announcement& announcement, UtcMillis now,
                      Random& random);
QByteArray sealPreamble(const crypto::Key& key, const Announcement& announcement, UtcMillis now,
                        Random& random);
// Nothing unless it opens and was made in the half hour before, of, or after `now`.
std::optional<Announcement> openBeacon(const crypto::Key& key, QByteArrayView bytes, UtcMillis now);
std::optional<Announcement> openPreamble(const crypto::Key& key, QByteArrayView bytes,
                                         UtcMillis now);

} // namespace mend::sync
