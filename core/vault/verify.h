#pragma once
// Re-checks everything from the log up (Vault::verify).

#include "core/vault/vault.h"

namespace mend::vault {

Result<VerifyReport, VaultError> verify(Connection& connection);

} // namespace mend::vault
