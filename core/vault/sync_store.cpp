// What replication sends and asks for, and what it remembers.

#include "core/vault/sync_store.h"

#include "core/domain/content.h"
#include "core/vault/due.h"
#include "core/vault/log_key.h"
#include "core/vault/read_entries.h"
#include "core/vault/room.h"
#include "core/vault/sharing.h"
#include "core/vault/store_state.h"

#include <algorithm>

namespace mend::vault {
namespace {

constexpr std::string_view counterKey = "counter"; // in `meta`

// Rows. A computer has a new incarnation when it is made, restored or paired: a few in a lifetime.
// Only the other can make more, and not without bound.
constexpr int incarnationLimit = 256;

bool isKnown(Connection& db, const Incarnation& incarnation) {
    Statement row(db, "SELECT 1 FROM counter WHERE incarnation = ?");
    row.bind(incarnation);
    return row.next();
}

// Room for one more, at the cost of the one that counted lowest: counters are times, so it has been
// silent longest. False where `counter` itself would be that one, which is as good as an old word.
bool makeRoomFor(Connection& db, quint64 counter) {
    Statement lowest(db, "SELECT incarnation, value FROM counter WHERE"
                         " (SELECT count(*) FROM counter) >= ? ORDER BY value LIMIT 1");
    lowest.bind(incarnationLimit);
    if (!lowest.next())
        return true;
    if (quint64(lowest.integer(1)) >= counter)
        return false;
    Statement drop(db, "DELETE FROM counter WHERE incarnation = ?");
    (void)drop.bind(lowest.fixed<Incarnation>(0)).run();
    return true;
}

// Records of a log from `seq` on, as many as a batch may hold, each with its number and its words
// if they are here.
struct Stored {
    RecordRow row;
    record::Record record;
};
std::vector<Stored> storedFrom(Connection& db, const LogRow& log, quint64 seq) {
    LogStore store(db);
    Statement rows(db, "SELECT n, header, body FROM record WHERE log = ? AND seq >= ? "
                       "ORDER BY seq, n LIMIT ?");
    rows.bind(log.number, seq, record::batchRecordLimit);
    std::vector<Stored> result;
    qsizetype size = 0;
    while (rows.next()) {
        const auto row = store.recordByNumber(rows.integer(0));
        const QByteArray header = rows.blob(1);
        const auto body = rows.optionalBlob(2);
        auto record =
            record::read(header, body ? std::optional(QByteArrayView(*body)) : std::nullopt);
        if (!row || !record) {
            db.raise(VaultError::Damaged);
            break;
        }
        size += header.size() + (body ? body->size() : 0);
        if (size > record::batchLimit)
            break;
        result.push_back({*row, std::move(*record)});
    }
    return result;
}

} // namespace

// Of a provisional pairing too: the first hello says how far both have come.
std::optional<LogHead> SyncStore::head(Person whose) {
    const Snapshot snapshot(db_);
    const auto active = activePairing(db_);
    if (!active)
        return std::nullopt;
    LogStore store(db_);
    const auto log = whose == Person::Me ? store.liveLog() : store.log(active->pairing.partner.log);
    return log && log->pairing == active->number ? store.head(*log) : std::nullopt;
}

Result<OutBatch, VaultError> SyncStore::batch(Person whose, quint64 seq) {
    return whose == Person::Me ? batchOfMine(seq) : batchOfTheirs(seq);
}

Result<OutBatch, VaultError> SyncStore::batchOfMine(quint64 seq) {
    std::vector<qint64> leaving; // sealed words, for the first time
    auto batch = readBatchOfMine(seq, leaving);
    if (!batch || leaving.empty())
        return batch;
    Transaction transaction(db_);
    const auto shared = sharing(db_);
    if (!shared)
        return fail(shared.error());
    if (shared->paused) // since it was read
        return OutBatch();
    for (const qint64 n : leaving)
        LogStore(db_).markGiven(n);
    if (const auto done = transaction.commit(); !done)
        return fail(done.error());
    return batch;
}

Result<OutBatch, VaultError> SyncStore::readBatchOfMine(quint64 seq, std::vector<qint64>& leaving) {
    const Reading reading(db_);
    const auto shared = sharing(db_);
    if (!shared)
        return fail(shared.error());
    if (shared->forked())
        return fail(VaultError::Forked);
    OutBatch batch;
    if (shared->paused)
        return reading.of(std::move(batch));
    DueWords due(db_);
    for (Stored& stored : storedFrom(db_, shared->mine, seq)) {
        if (!due.include(stored.row))
            stored.record.body.reset();
        else if (stored.record.body && stored.row.seal != record::Seal::None && !stored.row.given)
            leaving.push_back(stored.row.n);
        batch.records.push_back(std::move(stored.record));
    }
    if (batch.records.empty())
        return reading.of(std::move(batch));
    const auto key = store_->logKey(shared->mine.key);
    if (!key)
        return fail(key.error());
    batch.head = record::signHead(batch.records.back().head(), **key);
    return reading.of(std::move(batch));
}

Result<OutBatch, VaultError> SyncStore::batchOfTheirs(quint64 seq) {
    const Snapshot snapshot(db_);
    db_.clearError();
    const auto shared = sharing(db_);
    if (!shared)
        return fail(shared.error());
    if (shared->forked())
        return fail(VaultError::Forked);
    if (shared->paused)
        return OutBatch();
    auto stored = storedFrom(db_, shared->theirs, seq);
    Statement heads(db_, "SELECT seq, record, signature FROM head WHERE log = ? AND seq >= ? AND "
                         "seq <= ? ORDER BY seq DESC LIMIT 1");
    heads.bind(shared->theirs.number, seq, stored.empty() ? 0 : stored.back().row.seq);
    OutBatch batch;
    if (!stored.empty() && heads.next()) {
        const LogHead last{shared->theirs.key, quint64(heads.integer(0)), heads.fixed<RecordId>(1)};
        batch.head = {last, heads.fixed<Signature>(2)};
        for (Stored& each : stored)
            if (each.row.seq <= last.seq)
                batch.records.push_back(std::move(each.record));
    }
    if (db_.error())
        return fail(*db_.error());
    return batch;
}

SyncStore::Known SyncStore::compare(const LogHead& headOfMine) {
    const Snapshot snapshot(db_);
    const auto shared = sharing(db_);
    if (!shared || headOfMine.log != shared->mine.key)
        return Known::Different;
    LogStore store(db_);
    const auto head = store.head(shared->mine);
    if (!head || headOfMine.seq > head->seq)
        return Known::Longer;
    const auto held = store.record(headOfMine.id);
    const bool mine = held && held->log == shared->mine.number && held->seq == headOfMine.seq;
    return mine ? Known::Mine : Known::Different;
}

std::vector<RecordId> SyncStore::lacking(int limit) {
    const Snapshot snapshot(db_);
    const auto shared = sharing(db_);
    if (!shared || shared->paused)
        return {};
    LogStore store(db_);
    // Those that may be due: what stays sealed for years is passed over by two indexes.
    Statement rows(db_, R"sql(
SELECT n FROM record r WHERE log IN (SELECT id FROM log WHERE owner = 1 AND pairing = ?1)
    AND body IS NULL AND withdrawn = 0 AND replaces IS NOT ?2
    AND (seal = 0
        OR EXISTS(SELECT 1 FROM record o WHERE o.about = r.id AND o.kind = 'open')
        OR EXISTS(SELECT 1 FROM record m INDEXED BY record_by_kind WHERE m.kind = 'checkin'
            AND m.day = r.day AND m.log IN (SELECT id FROM log WHERE owner = 0)))
ORDER BY log, seq)sql");
    rows.bind(shared->pairing, nowhere);
    std::vector<RecordId> ids;
    DueWords due(db_);
    while (int(ids.size()) < limit && rows.next()) {
        const auto row = store.recordByNumber(rows.integer(0));
        if (row && due.include(*row))
            ids.push_back(row->id);
    }
    return ids;
}

Result<std::vector<std::pair<RecordId, QByteArray>>, VaultError>
SyncStore::bodies(const std::vector<RecordId>& ids) {
    if (ids.size() > std::size_t(record::batchRecordLimit))
        return fail(VaultError::BadRecord);
    Transaction transaction(db_);
    const auto shared = sharing(db_);
    if (!shared)
        return fail(shared.error());
    std::vector<std::pair<RecordId, QByteArray>> result;
    if (shared->paused)
        return result;
    LogStore store(db_);
    qsizetype size = 0;
    DueWords due(db_);
    for (const RecordId& id : ids) {
        const auto row = store.record(id);
        if (!row || row->author != Person::Me || row->pairing != shared->pairing ||
            !due.include(*row))
            continue;
        auto body = store.bodyBytes(row->n);
        size += body ? body->size() : 0;
        if (size > record::batchLimit)
            break;
        if (!body)
            continue;
        if (!row->given)
            store.markGiven(row->n);
        result.emplace_back(id, std::move(*body));
    }
    if (const auto done = transaction.commit(); !done)
        return fail(done.error());
    return result;
}

std::optional<record::Ack> SyncStore::ack() {
    const Snapshot snapshot(db_);
    const auto shared = sharing(db_);
    if (!shared || shared->paused || shared->forked())
        return std::nullopt;
    LogStore store(db_);
    const auto mine = store.head(shared->mine);
    const auto held = store.head(shared->theirs);
    const auto key = store_->logKey(shared->mine.key);
    if (!mine || !held || !key)
        return std::nullopt;
    return record::signAck(*mine, *held, **key);
}

SharingCounts SyncStore::counts() {
    const Snapshot snapshot(db_);
    SharingCounts counts;
    LogStore store(db_);
    const auto live = store.liveLog();
    if (live)
        counts.mine = store.count(live->number);
    const auto shared = sharing(db_);
    if (!shared)
        return counts;
    counts.theirs = store.count(shared->theirs.number);
    // The ack that binds them may be older than what they hold (sync_receive.cpp).
    Statement held(db_, "SELECT my_seq + 1 FROM ack WHERE pairing = ? AND my_log = ?");
    held.bind(shared->pairing, shared->mine.key);
    counts.theyHold =
        std::max(quint64(integerOf(held).value_or(0)),
                 store.value(theyHoldKey(*shared)).value_or(QByteArray("0")).toULongLong());
    // Each from an index of the few it counts.
    Statement sealed(db_, "SELECT (SELECT count(*) FROM record INDEXED BY record_not_given WHERE "
                          "log = ? AND seal <> 0 AND withdrawn = 0 AND given = 0) + "
                          "(SELECT count(*) FROM record INDEXED BY record_without_body WHERE "
                          "log = ? AND seal <> 0 AND withdrawn = 0 AND body IS NULL)");
    sealed.bind(shared->mine.number, shared->theirs.number);
    counts.sealed = quint64(integerOf(sealed).value_or(0));
    return counts;
}

Result<quint64, VaultError> SyncStore::nextCounter() {
    Transaction transaction(db_);
    LogStore store(db_);
    const quint64 last = store.value(counterKey).value_or(QByteArray("0")).toULongLong();
    // A clock set before 1970 would count from the top, and no way would lead down again.
    const auto now = quint64(std::max<UtcMillis>(store_->environment.clock.nowMs(), 0));
    const quint64 next = std::max(last + 1, now);
    store.setValue(counterKey, QByteArray::number(next));
    if (const auto done = transaction.commit(); !done)
        return fail(done.error());
    return next;
}

Result<bool, VaultError> SyncStore::acceptCounter(const Incarnation& incarnation, quint64 counter) {
    if (counter > quint64(INT64_MAX))
        return false;
    Transaction transaction(db_);
    if (!isKnown(db_, incarnation) && !makeRoomFor(db_, counter))
        return false;
    Statement store(db_, "INSERT INTO counter(incarnation, value) VALUES(?1, ?2) ON CONFLICT DO "
                         "UPDATE SET value = ?2 WHERE value < ?2");
    (void)store.bind(incarnation, counter).run();
    const bool higher = db_.changes() > 0;
    if (const auto done = transaction.commit(); !done)
        return fail(done.error());
    return higher;
}

QStringList SyncStore::addresses() {
    Statement rows(db_, "SELECT host_port FROM address ORDER BY position, host_port");
    QStringList result;
    while (rows.next())
        result.push_back(rows.text(0));
    result.removeDuplicates(); // the last that worked may be one that was typed
    return result;
}

Result<void, VaultError> SyncStore::setTypedAddresses(const QStringList& hostPorts) {
    Transaction transaction(db_);
    Statement clear(db_, "DELETE FROM address WHERE typed = 1");
    (void)clear.run();
    for (qsizetype i = 0; i < hostPorts.size(); ++i) {
        Statement insert(db_, "INSERT OR IGNORE INTO address(host_port, typed, position) "
                              "VALUES(?, 1, ?)");
        (void)insert.bind(hostPorts[i], qint64(i) + 1).run();
    }
    return transaction.commit();
}

Result<void, VaultError> SyncStore::setLastAddress(const QString& hostPort) {
    Transaction transaction(db_);
    Statement clear(db_, "DELETE FROM address WHERE typed = 0");
    (void)clear.run();
    Statement insert(db_, "INSERT INTO address(host_port, typed, position) VALUES(?, 0, 0)");
    (void)insert.bind(hostPort).run();
    return transaction.commit();
}

} // namespace mend::vault
