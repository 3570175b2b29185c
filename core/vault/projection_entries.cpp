#include "core/vault/projection_entries.h"

namespace mend::vault {

EntryRow EntryRow::of(const FiledRecord& first) {
    EntryRow entry;
    entry.n = first.n;
    entry.newest = first.n;
    entry.id = first.id;
    entry.kind = first.kindName;
    entry.day = *first.day;
    entry.at = first.at;
    entry.author = first.author;
    entry.late = isLate(first.at, *first.day);
    entry.forked = first.forked;
    return entry;
}

void putEntry(Connection& connection, const EntryRow& entry) {
    Statement row(connection,
                  "INSERT INTO entry(n, id, newest, kind, day, at, author, seal, edited,"
                  " changed_before, changed_after, late, forked, commitment)"
                  " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    row.bind(entry.n, entry.id, entry.newest, entry.kind, entry.day, entry.at, int(entry.author),
             int(entry.seal), entry.edited, entry.changedBefore, entry.changedAfter, entry.late,
             entry.forked, entry.commitment);
    (void)row.run();
    if (entry.text.isEmpty())
        return;
    Statement text(connection, "INSERT INTO entry_text(rowid, text) VALUES (?, ?)");
    (void)text.bind(entry.n, entry.text).run();
}

void dropEntry(Connection& connection, qint64 n) {
    Statement row(connection, "DELETE FROM entry WHERE n = ?");
    (void)row.bind(n).run();
    if (connection.changes() == 0)
        return;
    Statement text(connection, "DELETE FROM entry_text WHERE rowid = ?");
    (void)text.bind(n).run();
}

} // namespace mend::vault
