#include "core/crypto/argon2.h"

#include "core/crypto/raw.h"

#include <QStringView>
#include <algorithm>
#include <sodium.h>

namespace mend::crypto {

static_assert(Salt::size == crypto_pwhash_SALTBYTES);

Result<Key, CryptoError> argon2id(const Passphrase& passphrase, const Salt& salt, Argon2Cost cost) {
    if (!argon2Limits.allow(cost))
        return fail(CryptoError::TooCostly);
    const QByteArrayView password = passphrase.bytes().view();
    SecretBytes derived(Key::keySize);
    // With the cost inside its limits, memory is the only thing that can be missing.
    if (crypto_pwhash(raw(derived.span().data()), derived.size(), password.data(),
                      std::size_t(password.size()), salt.data(), cost.passes,
                      std::size_t(cost.memoryKiB) * 1024, crypto_pwhash_ALG_ARGON2ID13) != 0)
        return fail(CryptoError::OutOfMemory);
    return Key::from(std::move(derived));
}

Argon2Cost costFor(qint64 fullCostMs) {
    if (fullCostMs >= leastDerivationMs)
        return fullCost;
    // Time grows with the number of passes; memory stays, so that a vault opens on any machine.
    const qint64 passes = fullCost.passes * aimedDerivationMs / std::max<qint64>(fullCostMs, 1);
    const auto most = qint64(argon2Limits.most.passes);
    return {fullCost.memoryKiB, quint32(std::clamp(passes, qint64(fullCost.passes), most))};
}

Result<Argon2Cost, CryptoError> calibrate(const Clock& clock) {
    const auto passphrase = Passphrase::fromText(u"how long does this take");
    mustSucceed(passphrase.has_value());
    const qint64 begin = clock.monotonicMs();
    if (const auto key = argon2id(*passphrase, Salt(), fullCost); !key)
        return fail(key.error());
    return costFor(clock.monotonicMs() - begin);
}

} // namespace mend::crypto
