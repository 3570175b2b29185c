#include "core/crypto/pairing_code.h"

namespace mend::crypto {

namespace {

// Damm's totally anti-symmetric quasigroup of order 10, from his dissertation (Marburg 2004).
constexpr int damm[10][10] = {{0, 3, 1, 7, 5, 9, 8, 6, 4, 2}, {7, 0, 9, 2, 1, 5, 4, 8, 6, 3},
                              {4, 2, 0, 6, 8, 7, 1, 3, 5, 9}, {1, 7, 5, 0, 9, 8, 3, 4, 2, 6},
                              {6, 1, 2, 3, 0, 4, 5, 9, 7, 8}, {3, 6, 7, 4, 2, 0, 9, 5, 8, 1},
                              {5, 8, 6, 9, 7, 2, 0, 1, 3, 4}, {8, 9, 4, 5, 3, 6, 2, 0, 1, 7},
                              {9, 4, 3, 8, 6, 1, 7, 2, 0, 5}, {2, 5, 8, 1, 4, 3, 6, 7, 9, 0}};

constexpr std::size_t checked = PairingCode::digitCount - 1; // Digits before the check digit.

int checkDigit(std::span<const char> digits) {
    int interim = 0;
    for (const char digit : digits)
        interim = damm[interim][digit - '0'];
    return interim;
}

} // namespace

PairingCode PairingCode::random(Random& random) {
    Digits digits{};
    for (std::size_t i = 0; i < checked; ++i)
        digits[i] = char('0' + random.below(10));
    digits[checked] = char('0' + checkDigit(std::span(digits).first<checked>()));
    return PairingCode(digits);
}

Result<PairingCode, CryptoError> PairingCode::parse(QStringView text) {
    Digits digits{};
    std::size_t count = 0;
    for (const QChar c : text) {
        if (c.isSpace())
            continue;
        if (c < u'0' || c > u'9' || count == digitCount)
            return fail(CryptoError::Malformed);
        digits[count++] = c.toLatin1();
    }
    if (count != digitCount)
        return fail(CryptoError::Malformed);
    if (checkDigit(digits) != 0)
        return fail(CryptoError::Mistyped);
    return PairingCode(digits);
}

QString PairingCode::text() const {
    const QString all = QString::fromLatin1(digits_.data(), qsizetype(digitCount));
    return all.left(3) + u' ' + all.mid(3, 3) + u' ' + all.right(3);
}

int PairingCode::nameplate() const {
    return (digits_[0] - '0') * 10 + (digits_[1] - '0');
}

QByteArray PairingCode::prs() const {
    return QByteArray(digits_.data(), qsizetype(checked));
}

} // namespace mend::crypto
