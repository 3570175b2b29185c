#pragma once
// Secrets in guarded, locked, never dumped memory (sodium_malloc), with one owner, wiped at the
// end.

#include "core/base/random.h"
#include "core/base/result.h"
#include "core/crypto/error.h"

#include <QByteArrayView>
#include <cstddef>
#include <memory>
#include <span>

namespace mend::crypto {

// True when both are of one size and equal; takes the same time wherever they differ.
bool constantTimeEquals(QByteArrayView a, QByteArrayView b);

// Overwrites `bytes` with zeros in a way the compiler keeps. For copies that came in ordinary
// memory.
void wipe(std::span<std::byte> bytes);

// Move-only; empty once moved from. Like any container, throws std::bad_alloc when memory is out.
class SecretBytes {
public:
    SecretBytes() = default;
    explicit SecretBytes(std::size_t size); // All zero.

    static SecretBytes copyOf(std::span<const std::byte> bytes);
    static SecretBytes copyOf(QByteArrayView bytes);
    static SecretBytes random(std::size_t size, Random& random);

    std::span<std::byte> span() { return {bytes_.get(), size_}; }
    std::span<const std::byte> span() const { return {bytes_.get(), size_}; }
    // Looks into the guarded memory; copying what it shows leaves it.
    QByteArrayView view() const { return {bytes_.get(), qsizetype(size_)}; }
    std::size_t size() const { return size_; }
    bool isEmpty() const { return size_ == 0; }

    bool equals(const SecretBytes& other) const; // In constant time.

    SecretBytes(SecretBytes&& other) noexcept;
    SecretBytes& operator=(SecretBytes&& other) noexcept;

private:
    struct Free {
        void operator()(std::byte* bytes) const; // Wipes.
    };
    std::unique_ptr<std::byte[], Free> bytes_;
    std::size_t size_ = 0; // Bytes.
};

// A symmetric key, or the seed of a key pair: 32 secret bytes.
class Key final : public SecretBytes {
public:
    static constexpr std::size_t keySize = 32; // Bytes.

    static Result<Key, CryptoError> from(SecretBytes bytes); // BadKey unless of 32 bytes.
    static Key random(Random& random);
    Key copy() const;

private:
    explicit Key(SecretBytes bytes) : SecretBytes(std::move(bytes)) {}
};

} // namespace mend::crypto
