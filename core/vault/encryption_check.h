#pragma once
// Proof on each open that nothing lies plain on the disk: neither the database nor any page image
// in its write-ahead log begins with SQLite's own header.

#include "core/vault/vault_error.h"

#include <QString>

namespace mend::vault {

// NotEncrypted: a plain header where none may be. Damaged: no database, or one too short to be one.
Result<void, VaultError> checkEncrypted(const QString& database);

} // namespace mend::vault
