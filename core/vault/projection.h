#pragma once
// The tables that reading needs, beside the records they come from: timeline entries with their
// search index, commitments with their days, the scales of shared check-ins. A record touches a few
// subjects (the chain of versions it belongs to, a commitment, a commitment on a day, a day of a
// kind whose words open together), and each of those is computed anew from the record table, so
// that no order of arrival can make a difference.

#include "core/vault/vault_error.h"

#include "core/base/result.h"

#include <QByteArray>

namespace mend::vault {

class Connection;

class Projection {
public:
    // The connection outlives it. Every call runs in the caller's transaction.
    explicit Projection(Connection& connection) : connection_(connection) {}

    // Looks again at whatever record number `record` touches: for each new record, once more when
    // its body arrives, when it is withdrawn, or when its fork or its loss is marked. Any number of
    // times, in any order.
    Result<void, VaultError> apply(qint64 record);
    // Looks again after the logs themselves changed: which is live, with whom they are shared.
    Result<void, VaultError> applyLogs();
    // Empties the tables and folds every record: equal to having applied each.
    Result<void, VaultError> rebuild();
    // Over every row of every table here in a stable order, without numbers of arrival: two vaults
    // that hold the same records from the same side have the same digest.
    QByteArray digest();

private:
    Connection& connection_;
};

} // namespace mend::vault
