#pragma once
// A pairing until its first hello is answered: what it changed here, and how that is undone when it
// comes to nothing.

#include "core/vault/sharing.h"
#include "core/vault/store_state.h"

namespace mend::vault {

// Before a pairing makes another log of mine the live one.
void rememberLive(Connection& connection, const LogRow& live);
// My log that is live, or was before the provisional pairing, and will be again without it.
std::optional<LogRow> lastingLog(Connection& connection);
// Who I am, as a log said last, with the record that says it.
struct SaidMember {
    RecordId id;
    MemberFields fields;
};
std::optional<SaidMember> memberSaid(Connection& connection, const LogRow& log);
// Nothing was exchanged on it yet, so nothing of it need stay; one that was confirmed before only
// ends. What was written meanwhile stays in its log, at home. The caller looks at the logs again,
// and once that is committed erases the keys of the logs that are given back: nothing was said in
// them.
Result<std::vector<LogId>, VaultError> dropProvisional(Connection& connection, StoreState& store,
                                                       const PairingRow& old);
// Logs that were made for a pairing which is not stored: no record, and nobody they are shared
// with.
std::vector<LogRow> preparedLogs(Connection& connection);
void dropLog(Connection& connection, const LogRow& log);

} // namespace mend::vault
