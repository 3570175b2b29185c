#include "core/vault/migrations/migrations.h"

#include "core/vault/projection.h"

// Whom each log is for, so that what was said to one person is never read together with what was
// said to another (projection_logs.h). The search index of version 2 is filled
// here, too, and what version 3 reads anew.

namespace mend::vault {

Result<void, VaultError> migrate0004Strands(Connection& connection) {
    const auto made = connection.execute(R"sql(
DROP VIEW filed;
DROP TABLE log_order;

ALTER TABLE log ADD COLUMN held_seq INTEGER; -- mine: the last that the other ever acknowledged
UPDATE log SET held_seq = (SELECT my_seq FROM ack WHERE my_log = key);

CREATE TABLE log_order(                 -- how the logs of one person follow each other
    log INTEGER PRIMARY KEY,            -- log.id
    rank INTEGER NOT NULL,              -- 1 for the oldest of its author
    fork_from INTEGER,                  -- from this seq on there are two branches
    closed INTEGER NOT NULL,            -- a pair closed it: what isn't here never comes
    strand INTEGER NOT NULL             -- log.id of the first of those that go on from each other
);
CREATE TABLE facing(                    -- from which seq on a log is for whom
    log INTEGER NOT NULL,               -- log.id
    seq INTEGER NOT NULL,
    strand INTEGER,                     -- of the other; NULL: for nobody
    PRIMARY KEY(log, seq)
) WITHOUT ROWID;
)sql");
    if (!made)
        return made;
    if (const auto viewed = makeFiled(connection); !viewed)
        return viewed;
    return Projection(connection).rebuild();
}

} // namespace mend::vault
