#pragma once
// Byte strings whose size and purpose are part of their type: a RecordId can't be passed as a
// LogId.

#include <QByteArray>
#include <QByteArrayView>
#include <QHashFunctions>
#include <QString>
#include <array>
#include <compare>
#include <cstddef>
#include <cstring>
#include <functional>
#include <optional>
#include <span>

namespace mend {

template <class Tag, std::size_t N>
class FixedBytes {
public:
    static constexpr std::size_t size = N; // Bytes.

    // All zero.
    constexpr FixedBytes() = default;
    constexpr explicit FixedBytes(const std::array<std::byte, N>& bytes) : bytes_(bytes) {}

    // Nothing unless `view` is exactly N bytes.
    static std::optional<FixedBytes> from(QByteArrayView view) {
        if (view.size() != qsizetype(N))
            return std::nullopt;
        FixedBytes result;
        std::memcpy(result.bytes_.data(), view.data(), N);
        return result;
    }

    const std::array<std::byte, N>& array() const { return bytes_; }
    std::span<std::byte, N> span() { return bytes_; }
    std::span<const std::byte, N> span() const { return bytes_; }
    const unsigned char* data() const {
        return reinterpret_cast<const unsigned char*>(bytes_.data());
    }
    unsigned char* data() { return reinterpret_cast<unsigned char*>(bytes_.data()); }
    QByteArray toByteArray() const {
        return QByteArray(reinterpret_cast<const char*>(bytes_.data()), qsizetype(N));
    }
    QByteArrayView view() const {
        return QByteArrayView(reinterpret_cast<const char*>(bytes_.data()), qsizetype(N));
    }
    // Lower-case hex, 2 N characters.
    QString toHex() const { return QString::fromLatin1(toByteArray().toHex()); }

    auto operator<=>(const FixedBytes&) const = default;

private:
    std::array<std::byte, N> bytes_{};
};

using RecordId = FixedBytes<struct RecordIdTag, 32>;        // BLAKE2b-256 of a header
using BodyHash = FixedBytes<struct BodyHashTag, 32>;        // BLAKE2b-256 of a body
using LogId = FixedBytes<struct LogIdTag, 32>;              // a log's Ed25519 public key
using IdentityId = FixedBytes<struct IdentityIdTag, 32>;    // a person's Ed25519 public key
using Signature = FixedBytes<struct SignatureTag, 64>;      // Ed25519
using CertificateHash = FixedBytes<struct CertHashTag, 32>; // SHA-256 of a certificate's DER
using SealingKeyId = FixedBytes<struct SealingKeyTag, 32>;  // an X25519 public key
using Salt = FixedBytes<struct SaltTag, 16>;
using Incarnation =
    FixedBytes<struct IncarnationTag, 8>; // which life of a vault sends (protocol.md)

} // namespace mend

template <class Tag, std::size_t N>
struct std::hash<mend::FixedBytes<Tag, N>> {
    std::size_t operator()(const mend::FixedBytes<Tag, N>& value) const noexcept {
        return qHashBits(value.data(), N);
    }
};
