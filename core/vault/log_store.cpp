#include "core/vault/log_store.h"

#include "core/domain/content.h"
#include "core/vault/room.h"

namespace mend::vault {
namespace {

#define MEND_LOG_COLUMNS "SELECT id, key, owner, identity, pairing, live, forked FROM log "
#define MEND_RECORD_COLUMNS                                                                        \
    "SELECT r.n, r.id, r.log, l.owner, l.pairing, r.seq, r.kind, r.day, r.at, r.seen, r.seal, "    \
    "r.withdrawn, r.given, r.replaces, r.about FROM record r "
#define MEND_WITH_LOG "JOIN log l ON l.id = r.log "

LogRow logRow(Statement& row) {
    LogRow log;
    log.number = row.integer(0);
    log.key = row.fixed<LogId>(1);
    log.owner = Person(row.integer(2));
    log.identity = row.fixed<IdentityId>(3);
    log.pairing = row.optionalInteger(4);
    log.live = row.boolean(5);
    log.forked = row.boolean(6);
    return log;
}

RecordRow recordRow(Statement& row) {
    RecordRow record;
    record.n = row.integer(0);
    record.id = row.fixed<RecordId>(1);
    record.log = row.integer(2);
    record.author = Person(row.integer(3));
    record.pairing = row.optionalInteger(4);
    record.seq = quint64(row.integer(5));
    record.kind = row.text(6);
    record.day = row.day(7);
    record.at = row.integer(8);
    record.seen = quint64(row.integer(9));
    record.seal = record::Seal(row.integer(10));
    record.withdrawn = row.boolean(11);
    record.given = row.boolean(12);
    record.replaces = row.optionalFixed<RecordId>(13);
    record.about = row.optionalFixed<RecordId>(14);
    return record;
}

std::optional<LogRow> onlyLog(Statement& row) {
    return row.next() ? std::optional(logRow(row)) : std::nullopt;
}

std::optional<RecordRow> onlyRecord(Statement& row) {
    return row.next() ? std::optional(recordRow(row)) : std::nullopt;
}

// What a body names. Nothing where this version can't read it.
struct Named {
    std::optional<RecordId> replaces;
    std::optional<RecordId> about;
};
Named namedBy(const QString& kind, QByteArrayView bytes) {
    const auto body = record::decodeBody(kind, bytes);
    if (!body)
        return {};
    return {body->replaces, about(body->content)};
}

} // namespace

std::optional<LogRow> LogStore::log(const LogId& key) {
    Statement row(db_, MEND_LOG_COLUMNS "WHERE key = ?");
    row.bind(key);
    return onlyLog(row);
}

std::optional<LogRow> LogStore::liveLog() {
    Statement row(db_, MEND_LOG_COLUMNS "WHERE owner = 0 AND live = 1");
    return onlyLog(row);
}

std::vector<LogRow> LogStore::logs() {
    Statement row(db_, MEND_LOG_COLUMNS "ORDER BY id");
    std::vector<LogRow> logs;
    while (row.next())
        logs.push_back(logRow(row));
    return logs;
}

LogRow LogStore::addLog(const LogId& key, Person owner, const IdentityId& identity) {
    Statement insert(db_, "INSERT INTO log(key, owner, identity, live) VALUES(?, ?, ?, 0)");
    (void)insert.bind(key, int(owner), identity).run();
    LogRow log;
    log.number = db_.lastInsertId();
    log.key = key;
    log.owner = owner;
    log.identity = identity;
    return log;
}

void LogStore::makeLive(const LogRow& log) {
    Statement update(db_, "UPDATE log SET live = (id = ?) WHERE owner = ?");
    (void)update.bind(log.number, int(log.owner)).run();
}

void LogStore::markForked(qint64 log) {
    Statement update(db_, "UPDATE log SET forked = 1 WHERE id = ?");
    (void)update.bind(log).run();
}

std::optional<LogHead> LogStore::head(const LogRow& log) {
    Statement row(db_, "SELECT seq, id FROM record WHERE log = ? ORDER BY seq DESC, n LIMIT 1");
    row.bind(log.number);
    if (!row.next())
        return std::nullopt;
    return LogHead{log.key, quint64(row.integer(0)), row.fixed<RecordId>(1)};
}

quint64 LogStore::count(qint64 log) {
    // Numbers begin at 0 and leave no gap, so the last tells how many there are; the branches of a
    // fork share them, and are counted.
    Statement row(db_, "SELECT CASE WHEN forked"
                       " THEN (SELECT count(*) FROM record WHERE log = ?1)"
                       " ELSE (SELECT coalesce(max(seq) + 1, 0) FROM record WHERE log = ?1) END"
                       " FROM log WHERE id = ?1");
    row.bind(log);
    return quint64(integerOf(row).value_or(0));
}

std::optional<RecordRow> LogStore::record(const RecordId& id) {
    Statement row(db_, MEND_RECORD_COLUMNS MEND_WITH_LOG "WHERE r.id = ?");
    row.bind(id);
    return onlyRecord(row);
}

std::optional<RecordRow> LogStore::recordByNumber(qint64 n) {
    Statement row(db_, MEND_RECORD_COLUMNS MEND_WITH_LOG "WHERE r.n = ?");
    row.bind(n);
    return onlyRecord(row);
}

bool LogStore::holds(const LogRow& log, const LogHead& head) {
    const auto row = record(head.id);
    return row && row->log == log.number && row->seq == head.seq;
}

std::optional<RecordRow> LogStore::newest(qint64 log, const QString& kind) {
    Statement row(db_,
                  MEND_RECORD_COLUMNS "INDEXED BY record_by_kind_in_log " MEND_WITH_LOG
                                      "WHERE r.kind = ? AND r.log = ? ORDER BY r.seq DESC LIMIT 1");
    row.bind(kind, log);
    return onlyRecord(row);
}

std::optional<RecordId> LogStore::idAt(qint64 log, quint64 seq) {
    Statement row(db_, "SELECT id FROM record WHERE log = ? AND seq = ? ORDER BY n LIMIT 1");
    row.bind(log, seq);
    if (!row.next())
        return std::nullopt;
    return row.fixed<RecordId>(0);
}

std::optional<QByteArray> LogStore::bodyBytes(qint64 n) {
    Statement row(db_, "SELECT body FROM record WHERE n = ?");
    row.bind(n);
    return row.next() ? row.optionalBlob(0) : std::nullopt;
}

QByteArray LogStore::headerBytes(qint64 n) {
    Statement row(db_, "SELECT header FROM record WHERE n = ?");
    row.bind(n);
    return row.next() ? row.blob(0) : QByteArray();
}

std::optional<record::Body> LogStore::body(qint64 n) {
    Statement row(db_, "SELECT kind, body FROM record WHERE n = ? AND body IS NOT NULL");
    row.bind(n);
    if (!row.next())
        return std::nullopt;
    auto body = record::decodeBody(row.text(0), row.blob(1));
    return body ? std::optional(std::move(*body)) : std::nullopt;
}

// Counts what is linked with either, near or far, and also links to records that are not here: one
// that comes later would join what was counted apart. What another pair says has no effect here.
qint64 LogStore::versions(const std::optional<qint64>& pairing, const RecordId& id,
                          const std::optional<RecordId>& other) {
    Statement rows(db_, R"sql(
WITH RECURSIVE version(id) AS (
    SELECT ?1
    UNION SELECT ?2 WHERE ?2 IS NOT NULL
    UNION SELECT r.replaces FROM record r JOIN version v ON r.id = v.id JOIN log l ON l.id = r.log
        WHERE r.replaces IS NOT NULL AND l.pairing IS ?4
    UNION SELECT r.id FROM record r JOIN version v ON r.replaces = v.id JOIN log l ON l.id = r.log
        WHERE l.pairing IS ?4
    LIMIT ?3
)
SELECT count(*) FROM version)sql");
    rows.bind(id, other, versionLimit + 1, pairing);
    return integerOf(rows).value_or(0);
}

bool LogStore::hasRoomForVersion(const std::optional<qint64>& pairing, const RecordId& replaced,
                                 const std::optional<RecordId>& id) {
    return versions(pairing, replaced, id) + (id ? 0 : 1) <= versionLimit;
}

std::optional<RecordId> LogStore::linkable(const std::optional<qint64>& pairing, const RecordId& id,
                                           const std::optional<RecordId>& replaced) {
    if (!replaced || *replaced == nowhere || hasRoomForVersion(pairing, *replaced, id))
        return replaced;
    return nowhere;
}

qint64 LogStore::insert(const LogRow& log, const record::Record& record) {
    const auto& header = record.header;
    Named named = record.body ? namedBy(header.kind, *record.body) : Named{};
    const Saying saying{log.number, header.kind, header.day, named.about,
                        record.body ? record.body->size() : 0};
    // One against the rules counts for nothing; sealed where nothing may be, its words would come
    // later, and uncounted.
    const bool counts = record::checkRules(header) && hasRoom(db_, saying);
    if (counts)
        takeRoom(db_, saying);
    named = counts ? Named{linkable(log.pairing, record.id, named.replaces), named.about}
                   : Named{nowhere, {}};
    Statement insert(db_,
                     "INSERT INTO record(id, log, seq, kind, day, at, seen, seal, header, body, "
                     "replaces, about) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    (void)insert
        .bind(record.id, log.number, header.seq, header.kind, header.day, header.at, header.seen,
              int(header.seal), record.headerBytes, record.body, named.replaces, named.about)
        .run();
    return db_.lastInsertId();
}

void LogStore::setBody(qint64 n, const QString& kind, const QByteArray& body) {
    Named named = namedBy(kind, body);
    const auto row = recordByNumber(n);
    if (row && row->replaces == nowhere) // there was no room for it, with words or without
        named = {nowhere, {}};
    const auto replaces = row ? linkable(row->pairing, row->id, named.replaces) : std::nullopt;
    Statement update(db_, "UPDATE record SET body = ?, replaces = ?, about = ? WHERE n = ?");
    (void)update.bind(body, replaces, named.about, n).run();
}

void LogStore::markGiven(qint64 n) {
    Statement update(db_, "UPDATE record SET given = 1 WHERE n = ?");
    (void)update.bind(n).run();
}

void LogStore::markHeld(qint64 log, quint64 first, quint64 last) {
    Statement update(db_, "UPDATE record SET given = 1 WHERE log = ? AND seq BETWEEN ? AND ? AND "
                          "seal = 0 AND given = 0 AND body IS NOT NULL");
    (void)update.bind(log, first, last).run();
}

void LogStore::markWithdrawn(qint64 n) {
    Statement update(db_, "UPDATE record SET body = NULL, withdrawn = 1 WHERE n = ?");
    (void)update.bind(n).run();
}

std::vector<qint64> LogStore::withdraw(const RecordRow& named, qint64 withdrawal) {
    const auto kind = kindFromName(named.kind);
    const bool byDay = kind && maySealTogether(*kind) && named.day;
    // The chain is walked both ways: the withdrawal may name any of its versions. Records of an
    // older log of the pair are all earlier; of the same log, those before the withdrawal.
    Statement rows(db_, R"sql(
WITH RECURSIVE version(id, replaces) AS (
    SELECT id, replaces FROM record WHERE id = ?1
    UNION
    SELECT r.id, r.replaces FROM record r JOIN version v ON r.replaces = v.id OR r.id = v.replaces
), named(n) AS (
    SELECT r.n FROM record r JOIN version v ON r.id = v.id
    UNION
    SELECT f.n FROM filed f JOIN filed this ON this.n = ?7
    WHERE ?6 AND f.kind = ?3 AND f.day = ?4 AND f.strand = this.strand AND f.facing IS this.facing
)
SELECT r.n FROM named JOIN record r ON r.n = named.n JOIN log l ON l.id = r.log
    JOIN record w ON w.n = ?5 JOIN log ours ON ours.id = w.log
WHERE r.withdrawn = 0 AND l.owner = ?2 AND l.identity = ours.identity
    AND l.pairing IS ours.pairing AND r.kind = ?3 AND (r.log <> w.log OR r.seq < w.seq))sql");
    rows.bind(named.id, int(named.author), named.kind, named.day, withdrawal, byDay, named.n);
    std::vector<qint64> covered;
    while (rows.next())
        covered.push_back(rows.integer(0));
    for (const qint64 n : covered)
        markWithdrawn(n);
    return covered;
}

std::optional<QByteArray> LogStore::value(std::string_view key) {
    Statement row(db_, "SELECT value FROM meta WHERE key = ?");
    row.bind(QString::fromLatin1(key.data(), qsizetype(key.size())));
    return row.next() ? row.optionalBlob(0) : std::nullopt;
}

crypto::SecretBytes LogStore::secretValue(std::string_view key) {
    Statement row(db_, "SELECT value FROM meta WHERE key = ?");
    row.bind(QString::fromLatin1(key.data(), qsizetype(key.size())));
    return row.next() ? row.secret(0) : crypto::SecretBytes();
}

void LogStore::setValue(std::string_view key, QByteArrayView bytes) {
    Statement update(db_, "INSERT INTO meta(key, value) VALUES(?, ?) "
                          "ON CONFLICT(key) DO UPDATE SET value = excluded.value");
    (void)update.bind(QString::fromLatin1(key.data(), qsizetype(key.size())), bytes).run();
}

} // namespace mend::vault
