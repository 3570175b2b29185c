#include "core/vault/migrations/migrations.h"

// How much a log has said of what is read together (room.h), counted once instead of with each
// record that comes; and the newest record of a kind in a log without walking all of that kind.
// Ticks of a day stand in the check-in they came with: beside it they would outlive it.

namespace mend::vault {

Result<void, VaultError> migrate0006Room(Connection& connection) {
    return connection.execute(R"sql(
DROP TABLE tick;
ALTER TABLE log DROP COLUMN closed_seq; -- never used: log_order.closed

CREATE INDEX record_by_kind_in_log ON record(kind, log, seq);

CREATE TABLE room(                      -- taken by the records that count
    log INTEGER NOT NULL REFERENCES log(id) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    what BLOB NOT NULL,                 -- the day's number as text, a RecordId, or empty: in all
    records INTEGER NOT NULL,
    bytes INTEGER NOT NULL,             -- of bodies, where they come with the record and stay
    PRIMARY KEY(log, kind, what)
) WITHOUT ROWID;

INSERT INTO room SELECT log, kind, CAST(CAST(day AS TEXT) AS BLOB), count(*),
        sum(CASE WHEN kind IN ('outcome', 'view') THEN coalesce(length(body), 0) ELSE 0 END)
    FROM record WHERE kind IN ('checkin', 'outcome', 'view')
        AND day IS NOT NULL AND replaces IS NOT zeroblob(32) GROUP BY log, kind, day;
INSERT INTO room SELECT log, kind, about, count(*), sum(coalesce(length(body), 0))
    FROM record WHERE kind IN ('consent', 'commitment.change', 'open', 'withdraw')
        AND about IS NOT NULL AND replaces IS NOT zeroblob(32) GROUP BY log, kind, about;
INSERT INTO room SELECT log, kind, x'', count(*), sum(coalesce(length(body), 0))
    FROM record WHERE kind IN ('commitment', 'commitment.change', 'consent', 'pair')
        AND replaces IS NOT zeroblob(32) GROUP BY log, kind;
)sql");
}

} // namespace mend::vault
