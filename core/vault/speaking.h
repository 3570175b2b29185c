#pragma once
// What I may write now: the rules of domain/ (rules.h), and those that only the author's own
// computer can keep.

#include "core/vault/log_store.h"

namespace mend::vault {

// `seen`: what the record would say. UnknownId: names nothing here. NotPaired: asks something of
// somebody who isn't there. AgainstRules.
Result<void, VaultError> mayWrite(Connection& connection, const LogRow& log,
                                  const record::Draft& draft, quint64 seen, Day today);

} // namespace mend::vault
