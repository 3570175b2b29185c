#pragma once
// The nine digits one computer shows and the other types: 2 name the computer and are no secret, 6
// are secret, the last is Damm's check digit (H. M. Damm, 2004), which catches every single wrong
// digit and every swap of two neighbours before anything is sent.

#include "core/base/random.h"
#include "core/base/result.h"
#include "core/crypto/error.h"

#include <QByteArray>
#include <QString>
#include <array>

namespace mend::crypto {

class PairingCode {
public:
    static constexpr std::size_t digitCount = 9;

    static PairingCode random(Random& random);
    // Blanks may stand anywhere. Malformed: not nine digits 0–9. Mistyped: the check digit does not
    // fit.
    static Result<PairingCode, CryptoError> parse(QStringView text);

    QString text() const;   // "427 186 304"
    int nameplate() const;  // 0 to 99, sent in the clear
    QByteArray prs() const; // CPace's password: the first eight digits, ASCII

    bool operator==(const PairingCode&) const = default;

private:
    using Digits =
        std::array<char, digitCount>; // '0' to '9'. Worth nothing after ten minutes or one try.
    explicit PairingCode(const Digits& digits) : digits_(digits) {}
    Digits digits_;
};

} // namespace mend::crypto
