#pragma once
// Bytes as tests write them.

#include "core/crypto/secret_bytes.h"

#include <QByteArray>
#include <array>

namespace mend::test {

inline QByteArray fromHex(const char* hex) {
    return QByteArray::fromHex(hex);
}

inline crypto::SecretBytes secretFromHex(const QByteArray& hex) {
    return crypto::SecretBytes::copyOf(QByteArrayView(QByteArray::fromHex(hex)));
}

inline crypto::Key keyFromHex(const QByteArray& hex) {
    return crypto::Key::from(secretFromHex(hex)).value();
}

template <std::size_t N>
QByteArray hex(const std::array<std::byte, N>& bytes) {
    return QByteArrayView(bytes.data(), qsizetype(N)).toByteArray().toHex();
}

inline QByteArray hex(const crypto::SecretBytes& bytes) {
    return bytes.view().toByteArray().toHex();
}

inline QByteArray flipped(QByteArray bytes, qsizetype at) {
    bytes[at] = char(bytes[at] ^ 1);
    return bytes;
}

} // namespace mend::test
