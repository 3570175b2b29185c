#pragma once
// Appends to a log of mine: position, `seen`, chain, what the record does to others, projection.
// Within the caller's transaction, and without asking whether the record may be written.

#include "core/base/clock.h"
#include "core/vault/log_store.h"

namespace mend::vault {

class LogWriter {
public:
    LogWriter(Connection& connection, const Clock& clock, Random& random)
        : db_(connection), store_(connection), clock_(clock), random_(random) {}

    // TooLarge, AgainstRules (a kind without its day, a seal it can't have).
    Result<RecordId, VaultError> append(const LogRow& log, const record::Draft& draft);
    // By whoever has asked for `seen` already; not for a `pair`, which lets it start again.
    Result<RecordId, VaultError> append(const LogRow& log, const record::Draft& draft,
                                        quint64 seen);

    // How many records this computer holds of the log that the newest `pair` of `log` names: what a
    // record written now would say.
    quint64 seenNow(const LogRow& log);

private:
    Connection& db_;
    LogStore store_;
    const Clock& clock_;
    Random& random_;
};

// After a record or its body came to be here: the words it withdraws, and the projection. How many
// records are read together with it, and were read again.
qint64 applyRecord(Connection& connection, qint64 n);

} // namespace mend::vault
