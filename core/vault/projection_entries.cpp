#include "core/vault/projection_entries.h"

#include <algorithm>

namespace mend::vault {

namespace {

std::optional<Day> dayOf(Connection& connection, qint64 n) {
    Statement row(connection, "SELECT day FROM entry WHERE n = ?");
    row.bind(n);
    return row.next() ? row.day(0) : std::nullopt;
}

QString wordsAt(Connection& connection, qint64 searched) {
    Statement row(connection, "SELECT text FROM entry_text WHERE rowid = ?");
    row.bind(searched);
    return row.next() ? row.text(0) : QString();
}

void dropWords(Connection& connection, qint64 searched) {
    Statement drop(connection, "DELETE FROM entry_text WHERE rowid = ?");
    (void)drop.bind(searched).run();
}

void putWords(Connection& connection, const EntryRow& entry) {
    if (entry.text.isEmpty())
        return;
    Statement insert(connection, "INSERT INTO entry_text(rowid, text) VALUES (?, ?)");
    (void)insert.bind(searchRow(entry.day, entry.n), entry.text).run();
}

void addEntry(Connection& connection, const EntryRow& entry) {
    putWords(connection, entry);
    Statement row(connection,
                  "INSERT INTO entry(n, id, newest, kind, day, at, author, seal, edited,"
                  " changed_before, changed_after, late, forked, commitment)"
                  " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    row.bind(entry.n, entry.id, entry.newest, entry.kind, entry.day, entry.at, int(entry.author),
             int(entry.seal), entry.edited, entry.changedBefore, entry.changedAfter, entry.late,
             entry.forked, entry.commitment);
    (void)row.run();
}

// What its first version says of it never changes.
void changeEntry(Connection& connection, const EntryRow& entry) {
    const qint64 searched = searchRow(entry.day, entry.n);
    if (wordsAt(connection, searched) != entry.text) {
        dropWords(connection, searched);
        putWords(connection, entry);
    }
    Statement row(connection, "UPDATE entry SET newest = ?, author = ?, seal = ?, edited = ?,"
                              " changed_before = ?, changed_after = ?, forked = ?, commitment = ?"
                              " WHERE n = ?");
    row.bind(entry.newest, int(entry.author), int(entry.seal), entry.edited, entry.changedBefore,
             entry.changedAfter, entry.forked, entry.commitment, entry.n);
    (void)row.run();
}

void dropEntry(Connection& connection, qint64 n) {
    const auto day = dayOf(connection, n);
    if (!day)
        return;
    dropWords(connection, searchRow(*day, n));
    Statement drop(connection, "DELETE FROM entry WHERE n = ?");
    (void)drop.bind(n).run();
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

void setEntries(Connection& connection, const std::vector<qint64>& among,
                const std::vector<EntryRow>& entries) {
    for (const qint64 n : among)
        if (std::none_of(entries.begin(), entries.end(),
                         [n](const EntryRow& entry) { return entry.n == n; }))
            dropEntry(connection, n);
    for (const EntryRow& entry : entries)
        if (dayOf(connection, entry.n))
            changeEntry(connection, entry);
        else
            addEntry(connection, entry);
}

} // namespace mend::vault
