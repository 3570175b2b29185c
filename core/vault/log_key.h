#pragma once
// The file that holds a log's signing key, wrapped by the data key: log-<first 16 hex digits of the
// log>.key, in no backup, so that a restored vault can't go on writing the log it was copied from.
//   [ 1, nonce (24 B), wrapped seed (48 B) ], deterministic CBOR; associated data: the log's id.

#include "core/crypto/signing.h"
#include "core/vault/vault_error.h"

#include <QByteArray>
#include <QString>
#include <map>
#include <memory>
#include <mutex>

namespace mend::vault {

QString logKeyFileName(const LogId& log);

// In `folder`, replacing none: AlreadyThere. On disk when it returns, and so is its name.
Result<void, VaultError> writeLogKey(const QString& folder, const crypto::Key& dataKey,
                                     const crypto::SigningKey& key, Random& random);
// LogKeyMissing where there is none, or one that isn't this log's.
Result<crypto::SigningKey, VaultError> readLogKey(const QString& folder, const crypto::Key& dataKey,
                                                  const LogId& log);

// Fine if it isn't there.
Result<void, VaultError> eraseLogKey(const QString& folder, const LogId& log);

// The keys of an open vault, each unwrapped once and kept for as long as its file stays as it was.
class LogKeys {
public:
    // As readLogKey. From any thread.
    Result<std::shared_ptr<const crypto::SigningKey>, VaultError>
    read(const QString& folder, const crypto::Key& dataKey, const LogId& log);

private:
    struct Kept {
        QByteArray file;
        std::shared_ptr<const crypto::SigningKey> key;
    };
    std::mutex mutex_;
    std::map<LogId, Kept> kept_;
};

} // namespace mend::vault
