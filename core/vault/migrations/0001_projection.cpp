#include "core/vault/migrations/migrations.h"

// What is read, made from `log` and `record` (projection.h); rebuilt at any time.
//
// Words that were taken back must leave the search index too: FTS5's secure-delete (SQLite 3.42)
// sees to that.

namespace mend::vault {

Result<void, VaultError> migrate0001Projection(Connection& connection) {
    return connection.execute(R"sql(
CREATE TABLE log_order(                 -- how the logs of one person follow each other
    log INTEGER PRIMARY KEY,            -- log.id
    rank INTEGER NOT NULL,              -- 1 for the oldest of its author
    fork_from INTEGER,                  -- from this seq on there are two branches
    closed INTEGER NOT NULL             -- a pair closed it: what isn't here never comes
);
CREATE TABLE pair_point(                -- from which seq on whose log `seen` counts
    log INTEGER NOT NULL,               -- log.id
    seq INTEGER NOT NULL,
    other BLOB NOT NULL,                -- LogId
    PRIMARY KEY(log, seq, other)
) WITHOUT ROWID;

CREATE VIEW filed AS                    -- a record with what its log says about it
SELECT r.n, r.id, l.owner AS author, o.rank, r.seq,
       (SELECT held.rank FROM pair_point p JOIN log theirs ON theirs.key = p.other
        JOIN log_order held ON held.log = theirs.id
        WHERE p.log = r.log AND p.seq < r.seq ORDER BY p.seq DESC, p.other LIMIT 1) AS held_rank,
       r.seen, r.kind, r.day, r.at, r.seal, r.body IS NOT NULL AS here, r.replaces, r.about,
       o.fork_from IS NOT NULL AND r.seq >= o.fork_from AS forked, o.closed
FROM record r JOIN log l ON l.id = r.log JOIN log_order o ON o.log = r.log;

CREATE TABLE entry(                     -- of the timeline
    n INTEGER PRIMARY KEY,              -- record.n of the first version
    id BLOB NOT NULL UNIQUE,
    newest INTEGER NOT NULL,            -- record.n of the version shown
    kind TEXT NOT NULL,
    day INTEGER NOT NULL,
    at INTEGER NOT NULL,
    author INTEGER NOT NULL,            -- 0 me, 1 partner; of a commitment its owner
    seal INTEGER NOT NULL,              -- SealState
    edited INTEGER NOT NULL,
    changed_before INTEGER NOT NULL,
    changed_after INTEGER NOT NULL,
    late INTEGER NOT NULL,
    forked INTEGER NOT NULL,
    commitment BLOB                     -- what it is about
);
-- In the order it is read, with what filters look at, so that a filter never leaves the index.
CREATE INDEX entry_by_key ON entry(day DESC, at DESC, id DESC, kind, author);

CREATE VIRTUAL TABLE entry_text USING fts5(text, tokenize = 'unicode61 remove_diacritics 2');
INSERT INTO entry_text(entry_text, rank) VALUES ('secure-delete', 1);

CREATE TABLE commitment(
    n INTEGER PRIMARY KEY,              -- record.n
    id BLOB NOT NULL UNIQUE,
    owner INTEGER NOT NULL,
    proposer INTEGER NOT NULL,
    standing INTEGER NOT NULL,          -- Standing in projection_commitments.h
    terms INTEGER NOT NULL,             -- record.n whose words were agreed to
    title TEXT NOT NULL                 -- the newest
);
CREATE TABLE commitment_day(            -- days of a commitment that somebody spoke about
    commitment BLOB NOT NULL,
    day INTEGER NOT NULL,
    owner INTEGER NOT NULL,
    state INTEGER NOT NULL,             -- DayState
    outcome INTEGER,                    -- OutcomeState, the owner's newest word
    outcome_id BLOB,
    outcome_note TEXT NOT NULL,
    view INTEGER,                       -- ViewState, the newest of Confirmed and Differs
    view_id BLOB,
    view_note TEXT NOT NULL,
    noticed INTEGER NOT NULL,
    thanked INTEGER NOT NULL,
    PRIMARY KEY(commitment, day)
) WITHOUT ROWID;
CREATE INDEX commitment_day_by_day ON commitment_day(day);

CREATE TABLE scale(                     -- of check-ins whose words are here
    day INTEGER NOT NULL,
    author INTEGER NOT NULL,
    scale TEXT NOT NULL,
    value INTEGER NOT NULL,
    PRIMARY KEY(day, author, scale)
) WITHOUT ROWID;
)sql");
}

} // namespace mend::vault
