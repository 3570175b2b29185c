#include "core/vault/migrations/migrations.h"

// The search index in the timeline's order (projection_entries.h) and with one for the beginnings
// of words, so that a search finds its newest page without having seen the rest, also while its
// first letters are typed; and an index of the few words of mine that still wait sealed.

namespace mend::vault {

Result<void, VaultError> migrate0002Search(Connection& connection) {
    return connection.execute(R"sql(
DROP TABLE entry_text;
CREATE VIRTUAL TABLE entry_text
    USING fts5(text, tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3');
INSERT INTO entry_text(entry_text, rank) VALUES ('secure-delete', 1);

CREATE INDEX record_not_given ON record(log) WHERE seal <> 0 AND withdrawn = 0 AND given = 0;
)sql");
}

} // namespace mend::vault
