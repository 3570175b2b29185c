#pragma once
// From the error kinds below to the one the window and the command line see.

#include "core/domain/checked.h"
#include "core/vault/vault_error.h"
#include "core/workspace/problem.h"

namespace mend {

Problem problemOf(vault::VaultError error);
Problem problemOf(DomainError error);

} // namespace mend
