#include "core/crypto/recovery_code.h"

#include "core/crypto/hash.h"

#include <algorithm>
#include <string_view>

namespace mend::crypto {

namespace {

constexpr std::string_view alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
constexpr std::size_t symbolCount = 30; // Of 5 bits: 128 of secret and 22 of check.
constexpr std::size_t groupSize = 5;    // Symbols.
constexpr std::size_t checkSize = 3;    // Bytes, of which the last two bits stay zero.
constexpr std::size_t packedSize = RecoveryCode::secretSize + checkSize;

// The secret and behind it the first 22 bits of its hash.
SecretBytes packed(const SecretBytes& secret) {
    SecretBytes bytes(packedSize);
    std::ranges::copy(secret.span(), bytes.span().begin());
    const Digest32 hash = blake2b256(Labels::recoveryCheck, secret.view());
    const auto check = bytes.span().last(checkSize);
    std::copy_n(hash.begin(), checkSize, check.begin());
    check.back() &= std::byte{0xfc};
    return bytes;
}

// Bits are counted from the top of the first byte.
bool bitAt(std::span<const std::byte> bytes, std::size_t bit) {
    return (bytes[bit / 8] & std::byte(0x80 >> bit % 8)) != std::byte{0};
}

std::size_t symbolAt(std::span<const std::byte> bytes, std::size_t symbol) {
    std::size_t value = 0;
    for (std::size_t bit = 5 * symbol; bit < 5 * symbol + 5; ++bit)
        value = value * 2 + (bitAt(bytes, bit) ? 1 : 0);
    return value;
}

void setSymbol(std::span<std::byte> bytes, std::size_t symbol, std::size_t value) {
    for (std::size_t i = 0; i < 5; ++i) {
        const std::size_t bit = 5 * symbol + i;
        if ((value >> (4 - i)) & 1)
            bytes[bit / 8] |= std::byte(0x80 >> bit % 8);
    }
}

// The value Crockford's alphabet gives a typed character, or npos.
std::size_t symbolValue(QChar typed) {
    const char c = typed.toUpper().toLatin1();
    if (c == 'O')
        return 0;
    if (c == 'I' || c == 'L')
        return 1;
    return alphabet.find(
        c); // toLatin1 gives 0 for what has no Latin-1, which is not in the alphabet
}

bool isSeparator(QChar typed) {
    return typed.isSpace() || typed.category() == QChar::Punctuation_Dash;
}

} // namespace

RecoveryCode RecoveryCode::random(Random& random) {
    return RecoveryCode(SecretBytes::random(secretSize, random));
}

Result<RecoveryCode, CryptoError> RecoveryCode::parse(QStringView text) {
    SecretBytes typed(packedSize);
    std::size_t count = 0;
    for (const QChar c : text) {
        if (isSeparator(c))
            continue;
        const std::size_t value = symbolValue(c);
        if (value == std::string_view::npos || count == symbolCount)
            return fail(CryptoError::Malformed);
        setSymbol(typed.span(), count++, value);
    }
    if (count != symbolCount)
        return fail(CryptoError::Malformed);
    RecoveryCode code(SecretBytes::copyOf(std::as_const(typed).span().first(secretSize)));
    if (!packed(code.secret_).equals(typed))
        return fail(CryptoError::Mistyped);
    return code;
}

QString RecoveryCode::toGroups() const {
    const SecretBytes bytes = packed(secret_);
    QString text;
    text.reserve(symbolCount + symbolCount / groupSize);
    for (std::size_t i = 0; i < symbolCount; ++i) {
        if (i > 0 && i % groupSize == 0)
            text += u'-';
        text += QLatin1Char(alphabet[symbolAt(bytes.span(), i)]);
    }
    return text;
}

} // namespace mend::crypto
