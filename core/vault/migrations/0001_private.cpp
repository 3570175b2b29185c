#include "core/vault/migrations/migrations.h"

// What never touches a log. The journal's words stand in its search index alone, whose
// secure-delete leaves none of a removed entry.

namespace mend::vault {

Result<void, VaultError> migrate0001Private(Connection& connection) {
    return connection.execute(R"sql(
CREATE TABLE private_checkin(
    id INTEGER PRIMARY KEY,
    day INTEGER NOT NULL,
    at INTEGER NOT NULL,
    body BLOB NOT NULL                  -- as a record's body, without a record
);
CREATE INDEX private_checkin_by_day ON private_checkin(day, id);

CREATE TABLE private_moment(
    id INTEGER PRIMARY KEY,
    day INTEGER NOT NULL,
    at INTEGER NOT NULL,
    body BLOB NOT NULL
);
CREATE INDEX private_moment_by_day ON private_moment(day, id);

CREATE TABLE journal(
    id INTEGER PRIMARY KEY,
    day INTEGER NOT NULL,
    at INTEGER NOT NULL
);
CREATE INDEX journal_by_day ON journal(day DESC, id DESC);
CREATE VIRTUAL TABLE journal_text USING fts5(text, tokenize = 'unicode61 remove_diacritics 2');
INSERT INTO journal_text(journal_text, rank) VALUES ('secure-delete', 1);

CREATE TABLE draft(
    place TEXT PRIMARY KEY NOT NULL,
    bytes BLOB NOT NULL
) WITHOUT ROWID;

CREATE TABLE step(
    id TEXT PRIMARY KEY NOT NULL,
    state INTEGER NOT NULL              -- StepState
) WITHOUT ROWID;

CREATE TABLE tick(
    day INTEGER NOT NULL,
    position INTEGER NOT NULL,
    step TEXT NOT NULL,
    PRIMARY KEY(day, position)
) WITHOUT ROWID;

CREATE TABLE setting(
    key TEXT PRIMARY KEY NOT NULL,
    value BLOB NOT NULL
) WITHOUT ROWID;
)sql");
}

} // namespace mend::vault
