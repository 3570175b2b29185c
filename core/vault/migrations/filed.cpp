#include "core/vault/migrations/migrations.h"

// A record with what its log says about it, as projection_records.cpp reads it, and an index of the
// check-ins that count (room.h: the zeros are `nowhere`), so that a flood of others is never
// walked. Whatever reads records on the way to a later version finds both as the code of today
// knows them.

namespace mend::vault {

Result<void, VaultError> makeFiled(Connection& connection) {
    return connection.execute(R"sql(
CREATE INDEX IF NOT EXISTS record_that_counts ON record(kind, day, log)
    WHERE kind = 'checkin'
    AND replaces IS NOT x'0000000000000000000000000000000000000000000000000000000000000000';

DROP VIEW IF EXISTS filed;
CREATE VIEW filed AS
SELECT r.n, r.id, l.owner AS author, o.rank, r.seq,
       (SELECT held.rank FROM pair_point p JOIN log theirs ON theirs.key = p.other
        JOIN log_order held ON held.log = theirs.id
        WHERE p.log = r.log AND p.seq < r.seq ORDER BY p.seq DESC, p.other LIMIT 1) AS held_rank,
       r.seen, r.kind, r.day, r.at, r.seal, r.body IS NOT NULL AS here, r.replaces, r.about,
       o.fork_from IS NOT NULL AND r.seq >= o.fork_from AS forked, o.closed, o.strand,
       (SELECT f.strand FROM facing f
        WHERE f.log = r.log AND f.seq <= r.seq ORDER BY f.seq DESC LIMIT 1) AS facing, l.pairing
FROM record r JOIN log l ON l.id = r.log JOIN log_order o ON o.log = r.log;
)sql");
}

} // namespace mend::vault
