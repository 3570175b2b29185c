#include "core/vault/projection.h"

#include "core/vault/statement.h"

#include <QCryptographicHash>

namespace mend::vault {
namespace {

struct Table {
    int columns;
    std::string_view rows; // in an order of their own, records by id, logs by key
};
constexpr Table tables[] = {
    {5, "SELECT l.key, o.rank, o.fork_from, o.closed, s.key FROM log_order o"
        " JOIN log l ON l.id = o.log JOIN log s ON s.id = o.strand ORDER BY l.key"},
    {3, "SELECT l.key, f.seq, s.key FROM facing f JOIN log l ON l.id = f.log"
        " LEFT JOIN log s ON s.id = f.strand ORDER BY l.key, f.seq"},
    {3, "SELECT l.key, p.seq, p.other FROM pair_point p JOIN log l ON l.id = p.log"
        " ORDER BY l.key, p.seq, p.other"},
    {14, "SELECT e.id, r.id, e.kind, e.day, e.at, e.author, e.seal, e.edited, e.changed_before,"
         " e.changed_after, e.late, e.forked, e.commitment, t.text FROM entry e"
         " JOIN record r ON r.n = e.newest LEFT JOIN entry_text t ON t.rowid = (e.day << 40) + e.n "
         "ORDER BY e.id"},
    {1, "SELECT count(*) FROM entry_text"},
    {6, "SELECT c.id, c.owner, c.proposer, c.standing, r.id, c.title FROM commitment c"
        " JOIN record r ON r.n = c.terms ORDER BY c.id"},
    {12, "SELECT commitment, day, owner, state, outcome, outcome_id, outcome_note, view, view_id,"
         " view_note, noticed, thanked FROM commitment_day ORDER BY commitment, day"},
    {4, "SELECT day, author, scale, value FROM scale ORDER BY day, author, scale"},
};

// Each value with its length before it, so that no two different rows look alike.
void add(QCryptographicHash& hash, Statement& row, int columns) {
    for (int column = 0; column < columns; ++column) {
        const QByteArray value = row.isNull(column) ? QByteArray() : row.blob(column);
        hash.addData(QByteArray::number(row.isNull(column) ? -1 : value.size()) + ':');
        hash.addData(value);
    }
    hash.addData(";");
}

} // namespace

QByteArray Projection::digest() {
    QCryptographicHash hash(QCryptographicHash::Blake2b_256);
    for (const Table& table : tables) {
        Statement rows(connection_, table.rows);
        while (rows.next())
            add(hash, rows, table.columns);
        hash.addData("\n");
    }
    return hash.result();
}

} // namespace mend::vault
