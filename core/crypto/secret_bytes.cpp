#include "core/crypto/secret_bytes.h"

#include "core/crypto/process.h"
#include "core/crypto/raw.h"

#include <algorithm>
#include <new>
#include <sodium.h>
#include <utility>

namespace mend::crypto {

bool constantTimeEquals(QByteArrayView a, QByteArrayView b) {
    return a.size() == b.size() && sodium_memcmp(a.data(), b.data(), std::size_t(a.size())) == 0;
}

void wipe(std::span<std::byte> bytes) {
    sodium_memzero(bytes.data(), bytes.size());
}

SecretBytes::SecretBytes(std::size_t size) {
    // sodium_malloc needs its page size and canary first; this makes sure of them even in a program
    // that forgot.
    mustSucceed(initialise());
    bytes_.reset(static_cast<std::byte*>(sodium_malloc(size)));
    if (!bytes_)
        throw std::bad_alloc();
    size_ = size;
    sodium_memzero(bytes_.get(), size_); // sodium_malloc fills with 0xdb
}

SecretBytes SecretBytes::copyOf(std::span<const std::byte> bytes) {
    SecretBytes copy(bytes.size());
    std::copy(bytes.begin(), bytes.end(), copy.bytes_.get());
    return copy;
}

SecretBytes SecretBytes::copyOf(QByteArrayView bytes) {
    return copyOf(std::as_bytes(std::span(bytes.data(), std::size_t(bytes.size()))));
}

SecretBytes SecretBytes::random(std::size_t size, Random& random) {
    SecretBytes bytes(size);
    random.fill(bytes.span());
    return bytes;
}

bool SecretBytes::equals(const SecretBytes& other) const {
    return constantTimeEquals(view(), other.view());
}

SecretBytes::SecretBytes(SecretBytes&& other) noexcept
    : bytes_(std::move(other.bytes_)), size_(std::exchange(other.size_, 0)) {}

SecretBytes& SecretBytes::operator=(SecretBytes&& other) noexcept {
    bytes_ = std::move(other.bytes_);
    size_ = std::exchange(other.size_, 0);
    return *this;
}

void SecretBytes::Free::operator()(std::byte* bytes) const {
    sodium_free(bytes);
}

Result<Key, CryptoError> Key::from(SecretBytes bytes) {
    if (bytes.size() != keySize)
        return fail(CryptoError::BadKey);
    return Key(std::move(bytes));
}

Key Key::random(Random& random) {
    return Key(SecretBytes::random(keySize, random));
}

Key Key::copy() const {
    return Key(SecretBytes::copyOf(span()));
}

} // namespace mend::crypto
