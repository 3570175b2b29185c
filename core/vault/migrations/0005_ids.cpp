#include "core/vault/migrations/migrations.h"

// No id of what stays at home is given twice. A draft, an open editor or an Undo names its row by
// it, and may outlive the row: with a new row under the old id it would take away other words.

namespace mend::vault {

Result<void, VaultError> migrate0005Ids(Connection& connection) {
    return connection.execute(R"sql(
ALTER TABLE private_checkin RENAME TO old_checkin;
DROP INDEX private_checkin_by_day;
CREATE TABLE private_checkin(
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    day INTEGER NOT NULL,
    at INTEGER NOT NULL,
    body BLOB NOT NULL                  -- as a record's body, without a record
);
INSERT INTO private_checkin SELECT id, day, at, body FROM old_checkin;
DROP TABLE old_checkin;
CREATE INDEX private_checkin_by_day ON private_checkin(day, id);

ALTER TABLE private_moment RENAME TO old_moment;
DROP INDEX private_moment_by_day;
CREATE TABLE private_moment(
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    day INTEGER NOT NULL,
    at INTEGER NOT NULL,
    body BLOB NOT NULL
);
INSERT INTO private_moment SELECT id, day, at, body FROM old_moment;
DROP TABLE old_moment;
CREATE INDEX private_moment_by_day ON private_moment(day, id);

ALTER TABLE journal RENAME TO old_journal;
DROP INDEX journal_by_day;
CREATE TABLE journal(
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    day INTEGER NOT NULL,
    at INTEGER NOT NULL
);
INSERT INTO journal SELECT id, day, at FROM old_journal;
DROP TABLE old_journal;
CREATE INDEX journal_by_day ON journal(day DESC, id DESC);

-- Of earlier ids, also of rows that are gone, nobody has used a million.
DELETE FROM sqlite_sequence WHERE name IN ('private_checkin', 'private_moment', 'journal');
INSERT INTO sqlite_sequence(name, seq) SELECT 'private_checkin', 1000000 + ifnull(max(id), 0) FROM private_checkin;
INSERT INTO sqlite_sequence(name, seq) SELECT 'private_moment', 1000000 + ifnull(max(id), 0) FROM private_moment;
INSERT INTO sqlite_sequence(name, seq) SELECT 'journal', 1000000 + ifnull(max(id), 0) FROM journal;
)sql");
}

} // namespace mend::vault
