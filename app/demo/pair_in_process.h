#pragma once
// Two vaults opened in one process, paired and kept in step without a network: for the demo's and
// the benchmarks' histories. What is stored is what two computers would store.

#include "core/vault/vault.h"

namespace mend {

// Both need a role. False if either vault could not store it.
bool pairInProcess(vault::Vault& a, vault::Vault& b, Random& random);
// Each gives the other what it lacks, until nothing moves.
bool exchangeInProcess(vault::Vault& a, vault::Vault& b);

} // namespace mend
