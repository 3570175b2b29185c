#include "core/vault/migrations/migrations.h"

// Who I am, the logs and their records, and what replication remembers.
//
// record.replaces and record.about repeat what the body says, once it is here, so that versions and
// what is said about a record are found without decoding. (log, seq) is not unique: a fork keeps
// both branches.

namespace mend::vault {

Result<void, VaultError> migrate0001Log(Connection& connection) {
    return connection.execute(R"sql(
CREATE TABLE meta(
    key TEXT PRIMARY KEY NOT NULL,
    value BLOB NOT NULL
) WITHOUT ROWID;

CREATE TABLE pairing(                   -- one row a person ever paired with
    id INTEGER PRIMARY KEY,
    identity BLOB NOT NULL UNIQUE,
    log BLOB NOT NULL,                  -- the other's live log
    sealing_key BLOB NOT NULL,
    certificate BLOB NOT NULL,          -- DER
    name TEXT NOT NULL,
    role TEXT,
    relation TEXT NOT NULL,
    pair_key BLOB,                      -- NULL once ended
    provisional INTEGER NOT NULL,
    paused INTEGER NOT NULL DEFAULT 0,
    shared INTEGER NOT NULL DEFAULT 0,  -- confirmed at least once: logs may have been exchanged
    ended INTEGER NOT NULL DEFAULT 0
);

CREATE TABLE log(
    id INTEGER PRIMARY KEY,
    key BLOB NOT NULL UNIQUE,           -- LogId
    owner INTEGER NOT NULL,             -- 0 me, 1 partner
    identity BLOB NOT NULL,             -- whose: as its member record says
    pairing INTEGER REFERENCES pairing(id), -- the one person it is shared with
    live INTEGER NOT NULL,
    closed_seq INTEGER,                 -- last seq that counts, once closed
    forked INTEGER NOT NULL DEFAULT 0
);

CREATE TABLE record(
    n INTEGER PRIMARY KEY,              -- order of arrival here
    id BLOB NOT NULL UNIQUE,
    log INTEGER NOT NULL REFERENCES log(id),
    seq INTEGER NOT NULL,
    kind TEXT NOT NULL,
    day INTEGER,                        -- epoch days
    at INTEGER NOT NULL,                -- ms UTC
    seen INTEGER NOT NULL,
    seal INTEGER NOT NULL,              -- 0 none, 1 together, 2 when asked
    header BLOB NOT NULL,
    body BLOB,                          -- NULL while sealed, or withdrawn
    replaces BLOB,                      -- RecordId, from the body
    about BLOB,                         -- RecordId, from the body
    withdrawn INTEGER NOT NULL DEFAULT 0,
    given INTEGER NOT NULL DEFAULT 0    -- mine: the other has the words, or may have
);
CREATE INDEX record_by_seq ON record(log, seq);
CREATE INDEX record_by_kind ON record(kind, day, log);
CREATE INDEX record_by_replaced ON record(replaces) WHERE replaces IS NOT NULL;
CREATE INDEX record_by_about ON record(about, kind) WHERE about IS NOT NULL;
CREATE INDEX record_without_body ON record(log, seq) WHERE body IS NULL AND withdrawn = 0;

CREATE TABLE head(                      -- the signed heads that records came with, one a batch
    log INTEGER NOT NULL REFERENCES log(id),
    seq INTEGER NOT NULL,
    record BLOB NOT NULL,
    signature BLOB NOT NULL,
    PRIMARY KEY(log, seq, record)
) WITHOUT ROWID;

CREATE TABLE ack(                       -- the other's last word on what it holds of mine
    pairing INTEGER PRIMARY KEY REFERENCES pairing(id),
    their_log BLOB NOT NULL,
    their_seq INTEGER NOT NULL,
    their_id BLOB NOT NULL,
    my_log BLOB NOT NULL,
    my_seq INTEGER NOT NULL,
    my_id BLOB NOT NULL,
    signature BLOB NOT NULL
);

CREATE TABLE counter(                   -- highest counter met of each incarnation of the other
    incarnation BLOB PRIMARY KEY NOT NULL,
    value INTEGER NOT NULL
) WITHOUT ROWID;

CREATE TABLE address(
    host_port TEXT NOT NULL,
    typed INTEGER NOT NULL,             -- 0: the last that worked
    position INTEGER NOT NULL,          -- smaller is tried earlier
    PRIMARY KEY(host_port, typed)
) WITHOUT ROWID;
)sql");
}

} // namespace mend::vault
