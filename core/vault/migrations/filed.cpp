#include "core/vault/migrations/migrations.h"

// A record with what its log says about it, as projection_records.cpp reads it. It holds nothing,
// so that whatever reads records on the way to a later version finds it as the code of today knows
// it.

namespace mend::vault {

Result<void, VaultError> makeFiled(Connection& connection) {
    return connection.execute(R"sql(
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
