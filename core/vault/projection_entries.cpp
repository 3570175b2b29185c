#include "core/vault/projection_entries.h"

namespace mend::vault {

namespace {

std::optional<Day> dayOf(Connection& connection, qint64 n) {
    Statement row(connection, "SELECT day FROM entry WHERE n = ?");
    row.bind(n);
    return row.next() ? row.day(0) : std::nullopt;
}

} // namespace

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
    (void)text.bind(searchRow(entry.day, entry.n), entry.text).run();
}

void dropEntry(Connection& connection, qint64 n) {
    const auto day = dayOf(connection, n);
    if (!day)
        return;
    Statement text(connection, "DELETE FROM entry_text WHERE rowid = ?");
    (void)text.bind(searchRow(*day, n)).run();
    Statement drop(connection, "DELETE FROM entry WHERE n = ?");
    (void)drop.bind(n).run();
}

} // namespace mend::vault
