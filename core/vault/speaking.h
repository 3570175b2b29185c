#pragma once
// What I may write now: the rules of domain/ (rules.h), and those that only the author's own
// computer can keep.

#include "core/vault/log_store.h"

namespace mend::vault {

// The log of mine in which `draft` is said: the live one; but what is said about something that
// stayed with somebody else, or at home, is said there, so that nobody's promise is stuck and
// nothing gets to who wasn't chosen.
LogRow logFor(Connection& connection, const LogRow& live, const record::Draft& draft);

// Whether what is said about my promise `id` stays there while somebody shares with me: they don't
// hold it.
bool staysAtHome(Connection& connection, const RecordId& id);

// `seen`: what the record would say. UnknownId: names nothing here. NotPaired: asks something of
// somebody who isn't there. AgainstRules.
Result<void, VaultError> mayWrite(Connection& connection, const LogRow& log,
                                  const record::Draft& draft, quint64 seen, Day today);

} // namespace mend::vault
