#include "core/vault/log_key.h"

#include "core/crypto/aead.h"
#include "core/crypto/hkdf.h"
#include "core/record/cbor.h"
#include "core/vault/durable_file.h"

namespace mend::vault {
namespace {

using crypto::Key;
using crypto::SigningKey;

constexpr int fileVersion = 1;
constexpr qsizetype sizeLimit = 256; // Bytes. The file takes some 80.

QString pathOf(const QString& folder, const LogId& log) {
    return folder + QLatin1Char('/') + logKeyFileName(log);
}

Key wrappingKey(const Key& dataKey) {
    return crypto::hkdf(dataKey, {}, crypto::Labels::logKey);
}

Result<QByteArray, VaultError> readWrapped(const QString& folder, const LogId& log) {
    auto bytes = readFile(pathOf(folder, log), sizeLimit);
    if (bytes)
        return bytes;
    const bool missing =
        bytes.error() == VaultError::NotThere || bytes.error() == VaultError::Damaged;
    return fail(missing ? VaultError::LogKeyMissing : VaultError::Io);
}

Result<SigningKey, VaultError> unwrap(const QByteArray& bytes, const Key& dataKey,
                                      const LogId& log) {
    const auto file = cbor::decode(bytes, sizeLimit);
    const cbor::Array* parts = file ? file->array() : nullptr;
    if (!parts || parts->size() != 3 || (*parts)[0] != cbor::Value(fileVersion) ||
        !(*parts)[1].bytes() || !(*parts)[2].bytes())
        return fail(VaultError::LogKeyMissing);
    const auto nonce = crypto::Nonce::from(*(*parts)[1].bytes());
    if (!nonce)
        return fail(VaultError::LogKeyMissing);
    auto seed =
        crypto::aeadOpenSecret(wrappingKey(dataKey), *nonce, *(*parts)[2].bytes(), log.view());
    if (!seed)
        return fail(VaultError::LogKeyMissing);
    const auto key = Key::from(std::move(*seed));
    if (!key)
        return fail(VaultError::LogKeyMissing);
    SigningKey signing = SigningKey::fromSeed(*key);
    if (LogId(signing.publicKey()) != log)
        return fail(VaultError::LogKeyMissing);
    return signing;
}

} // namespace

QString logKeyFileName(const LogId& log) {
    return QStringLiteral("log-%1.key").arg(log.toHex().first(16));
}

Result<void, VaultError> writeLogKey(const QString& folder, const Key& dataKey,
                                     const SigningKey& key, Random& random) {
    const LogId log(key.publicKey());
    const auto nonce = random.fixed<crypto::Nonce>();
    const QByteArray wrapped =
        crypto::aeadSeal(wrappingKey(dataKey), nonce, key.seed().view(), log.view());
    const auto written = writeNewFile(
        pathOf(folder, log), cbor::encode(cbor::Array{fileVersion, nonce.toByteArray(), wrapped}));
    // Also its name, before the database says that there is such a log.
    return written ? syncFolder(folder) : written;
}

Result<SigningKey, VaultError> readLogKey(const QString& folder, const Key& dataKey,
                                          const LogId& log) {
    const auto wrapped = readWrapped(folder, log);
    return wrapped ? unwrap(*wrapped, dataKey, log) : fail(wrapped.error());
}

Result<void, VaultError> eraseLogKey(const QString& folder, const LogId& log) {
    return eraseFile(pathOf(folder, log));
}

Result<std::shared_ptr<const SigningKey>, VaultError>
LogKeys::read(const QString& folder, const Key& dataKey, const LogId& log) {
    auto wrapped = readWrapped(folder, log);
    const std::lock_guard guard(mutex_);
    const auto kept = kept_.find(log);
    if (kept != kept_.end() && wrapped && *wrapped == kept->second.file)
        return kept->second.key;
    kept_.erase(log);
    if (!wrapped)
        return fail(wrapped.error());
    auto key = unwrap(*wrapped, dataKey, log);
    if (!key)
        return fail(key.error());
    auto shared = std::make_shared<const SigningKey>(std::move(*key));
    kept_.emplace(log, Kept{std::move(*wrapped), shared});
    return shared;
}

} // namespace mend::vault
