#include "core/vault/migrations/migrations.h"

// What makes a record cheaper to take in: what was said about a commitment on one day is found in
// one place; an entry's id, which follows from its record's, has no index of its own, whose pages
// lie all over the file; and a record is read together with the pair it belongs to.

namespace mend::vault {

Result<void, VaultError> migrate0007Narrower(Connection& connection) {
    const auto made = connection.execute(R"sql(
DROP INDEX record_by_about;
CREATE INDEX record_by_about ON record(about, kind, day) WHERE about IS NOT NULL;

ALTER TABLE entry RENAME TO old_entry;
DROP INDEX entry_by_key;
CREATE TABLE entry(                     -- of the timeline
    n INTEGER PRIMARY KEY,              -- record.n of the first version
    id BLOB NOT NULL,                   -- record.id of the first version
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
INSERT INTO entry SELECT n, id, newest, kind, day, at, author, seal, edited, changed_before,
        changed_after, late, forked, commitment
    FROM old_entry;
DROP TABLE old_entry;
-- In the order it is read, with what filters look at, so that a filter never leaves the index.
CREATE INDEX entry_by_key ON entry(day DESC, at DESC, id DESC, kind, author);
)sql");
    if (!made)
        return made;
    return makeFiled(connection);
}

} // namespace mend::vault
