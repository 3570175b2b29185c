#pragma once
// The recovery code: 128 random bits to print and keep. Six groups of five from Crockford's base 32
// (no I, L, O, U; read in any case, O as 0, I and L as 1), of which the last 22 bits are a check.

#include "core/crypto/secret_bytes.h"

#include <QString>

namespace mend::crypto {

class RecoveryCode {
public:
    static constexpr std::size_t secretSize = 16; // Bytes.

    static RecoveryCode random(Random& random);
    // Hyphens and blanks may stand anywhere. Malformed: not 30 letters and digits of the alphabet.
    // Mistyped: the check does not fit (a slip goes unseen once in four million).
    static Result<RecoveryCode, CryptoError> parse(QStringView text);

    // "7ZK4M-0Q2XC-…", to be shown and printed. A QString can't be wiped: don't keep it.
    QString toGroups() const;
    const SecretBytes& secret() const { return secret_; }

private:
    explicit RecoveryCode(SecretBytes secret) : secret_(std::move(secret)) {}
    SecretBytes secret_;
};

} // namespace mend::crypto
