#include "core/sync/announcement.h"

#include "core/crypto/aead.h"
#include "core/crypto/hkdf.h"

#include <QtEndian>

namespace mend::sync {

namespace {

using crypto::Labels;

constexpr qsizetype fixedSize = 8 + 8 + 4 + 2; // Bytes of payload before the padding.
constexpr qsizetype sealOverhead = qsizetype(crypto::Nonce::size) + crypto::aeadTagSize;

quint32 slotOf(UtcMillis now) {
    return quint32(std::max<qint64>(now, 0) / slotMs);
}

QByteArray seal(const crypto::Key& key, crypto::Label label, qsizetype size, const Announcement& a,
                UtcMillis now, Random& random) {
    QByteArray plain(size - sealOverhead, '\0');
    char* out = plain.data();
    std::memcpy(out, a.incarnation.data(), Incarnation::size);
    qToBigEndian(a.counter, out + 8);
    qToBigEndian(slotOf(now), out + 16);
    qToBigEndian(a.port, out + 20);
    const auto nonce = random.fixed<crypto::Nonce>();
    return nonce.toByteArray() + crypto::aeadSeal(key, nonce, plain, label.view());
}

std::optional<Announcement> open(const crypto::Key& key, crypto::Label label, qsizetype size,
                                 QByteArrayView bytes, UtcMillis now) {
    if (bytes.size() != size)
        return std::nullopt;
    const auto nonce = crypto::Nonce::from(bytes.first(crypto::Nonce::size));
    const auto plain =
        crypto::aeadOpen(key, *nonce, bytes.sliced(crypto::Nonce::size), label.view());
    if (!plain || plain->size() < fixedSize)
        return std::nullopt;
    const char* in = plain->constData();
    const qint64 slot = qFromBigEndian<quint32>(in + 16);
    if (std::abs(slot - qint64(slotOf(now))) > 1)
        return std::nullopt;
    return Announcement{*Incarnation::from(QByteArrayView(in, 8)), qFromBigEndian<quint64>(in + 8),
                        qFromBigEndian<quint16>(in + 20)};
}

} // namespace

AnnouncementKeys AnnouncementKeys::ofSender(const crypto::SecretBytes& pairKey,
                                            const IdentityId& sender) {
    return {crypto::hkdf(pairKey, sender.view(), Labels::beacon),
            crypto::hkdf(pairKey, sender.view(), Labels::preamble)};
}

AnnouncementKeys AnnouncementKeys::ofNameplate(int nameplate) {
    const auto digits =
        crypto::SecretBytes::copyOf(QByteArray::number(nameplate).rightJustified(2, '0'));
    return {crypto::hkdf(digits, {}, Labels::pairBeacon),
            crypto::hkdf(digits, {}, Labels::pairPreamble)};
}

QByteArray sealBeacon(const crypto::Key& key, const Announcement& announcement, UtcMillis now,
                      Random& random) {
    return seal(key, Labels::beacon, beaconSize, announcement, now, random);
}

QByteArray sealPreamble(const crypto::Key& key, const Announcement& announcement, UtcMillis now,
                        Random& random) {
    return seal(key, Labels::preamble, preambleSize, announcement, now, random);
}

std::optional<Announcement> openBeacon(const crypto::Key& key, QByteArrayView bytes,
                                       UtcMillis now) {
    return open(key, Labels::beacon, beaconSize, bytes, now);
}

std::optional<Announcement> openPreamble(const crypto::Key& key, QByteArrayView bytes,
                                         UtcMillis now) {
    return open(key, Labels::preamble, preambleSize, bytes, now);
}

} // namespace mend::sync
