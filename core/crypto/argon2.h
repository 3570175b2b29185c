#pragma once
// From a passphrase to a key: Argon2id version 1.3 with one lane (RFC 9106).

#include "core/base/bytes.h"
#include "core/base/clock.h"
#include "core/crypto/passphrase.h"

namespace mend::crypto {

struct Argon2Cost {
    quint32 memoryKiB;
    quint32 passes;
    bool operator==(const Argon2Cost&) const = default;
};

// The least a real vault is made with: 256 MiB, three passes. Tests pass a smaller cost.
inline constexpr Argon2Cost fullCost{256 * 1024, 3};

// What is refused when read from a file: 1 GiB and 16 passes are some ten seconds on a slow
// machine. The lower bound is what libsodium can do.
inline constexpr struct Argon2Limits {
    Argon2Cost least{8, 1};
    Argon2Cost most{1024 * 1024, 16};
    constexpr bool allow(Argon2Cost cost) const {
        return cost.memoryKiB >= least.memoryKiB && cost.memoryKiB <= most.memoryKiB &&
               cost.passes >= least.passes && cost.passes <= most.passes;
    }
} argon2Limits;

// TooCostly: outside argon2Limits. OutOfMemory: the machine could not give memoryKiB.
Result<Key, CryptoError> argon2id(const Passphrase& passphrase, const Salt& salt, Argon2Cost cost);

// How many milliseconds opening a vault may cost its owner, and costs a thief for each guess.
inline constexpr qint64 leastDerivationMs = 500;
inline constexpr qint64 aimedDerivationMs = 750;

// The cost that takes about aimedDerivationMs where fullCost took `fullCostMs`: more passes on a
// fast machine, never less than fullCost on a slow one, never outside argon2Limits.
Argon2Cost costFor(qint64 fullCostMs);

// Measures fullCost once (so 256 MiB and up to a second or two) and gives costFor that.
// OutOfMemory.
Result<Argon2Cost, CryptoError> calibrate(const Clock& clock);

} // namespace mend::crypto
