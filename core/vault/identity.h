#pragma once
// Who I am, as kept in the database (so also in backups): identity, TLS and sealing keys, and the
// member records made from them.

#include "core/vault/log_store.h"
#include "core/vault/sync_store.h"

namespace mend::vault {

// Fresh keys into an empty database. Returns them.
Own makeIdentity(Connection& connection, Random& random);
// A fresh incarnation, at init, restore and pairing.
void renewIncarnation(Connection& connection, Random& random);
// Damaged where a key is missing or isn't one.
Result<Own, VaultError> readIdentity(Connection& connection);

// `fields` with my keys, hashes and the identity's signature over `log`. AgainstRules: not a member
// (its name).
Result<Member, VaultError> signedMember(MemberFields fields, const Own& own, const LogId& log);

} // namespace mend::vault
