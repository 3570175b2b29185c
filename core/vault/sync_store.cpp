// What replication sends and asks for.

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

struct Stored {
    RecordRow row;
    record::Record record;
};
struct Stretch {
    std::vector<Stored> records;
    bool toTheEnd = false; // of the log
};

// Records of a log from `seq` on, as many as a batch may hold, each with its number and its words
// if they are here.
Stretch storedFrom(Connection& db, const LogRow& log, quint64 seq) {
    LogStore store(db);
    Statement rows(db, "SELECT n, header, body FROM record WHERE log = ? AND seq >= ? "
                       "ORDER BY seq, n LIMIT ?");
    rows.bind(log.number, seq, record::batchRecordLimit);
    Stretch stretch;
    auto& records = stretch.records;
    qsizetype size = 0;
    while (rows.next()) {
        const auto row = store.recordByNumber(rows.integer(0));
        const QByteArray header = rows.blob(1);
        const auto body = rows.optionalBlob(2);
        auto record =
            record::read(header, body ? std::optional(QByteArrayView(*body)) : std::nullopt);
        if (!row || !record) {
            db.raise(VaultError::Damaged);
            return stretch;
        }
        size += header.size() + (body ? body->size() : 0);
        if (size > record::batchLimit)
            return stretch;
        records.push_back({*row, std::move(*record)});
    }
    stretch.toTheEnd = records.size() < std::size_t(record::batchRecordLimit);
    return stretch;
}

} // namespace

// Of a provisional pairing too: the first hello says how far both have come.
Result<std::optional<LogHead>, VaultError> SyncStore::head(Person whose) {
    const Reading reading(db_);
    std::optional<LogHead> head;
    const auto active = activePairing(db_);
    if (!active || active->pairing.paused)
        return reading.of(head);
    LogStore store(db_);
    const auto log = whose == Person::Me ? store.liveLog() : store.log(active->pairing.partner.log);
    if (log && log->pairing == active->number)
        head = store.head(*log);
    return reading.of(head);
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
    Stretch stretch = storedFrom(db_, shared->mine, seq);
    batch.last = stretch.toTheEnd;
    for (Stored& stored : stretch.records) {
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
    auto stored = std::move(storedFrom(db_, shared->theirs, seq).records);
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

Result<SyncStore::Known, VaultError> SyncStore::compare(const LogHead& headOfMine) {
    const Reading reading(db_);
    const auto shared = sharing(db_);
    if (!shared)
        return fail(shared.error());
    if (headOfMine.log != shared->mine.key)
        return Known::Different;
    LogStore store(db_);
    const auto head = store.head(shared->mine);
    if (!head || headOfMine.seq > head->seq)
        return reading.of(Known::Longer);
    return reading.of(store.holds(shared->mine, headOfMine) ? Known::Mine : Known::Different);
}

// What was given and lost is given again only when it is asked for, and who took their own words
// back can't see that it was ever due.
std::vector<RecordId> SyncStore::mayHaveBeenGiven(int limit) {
    const Snapshot snapshot(db_);
    const auto shared = sharing(db_);
    if (!shared || shared->paused)
        return {};
    LogStore store(db_);
    Statement rows(db_, R"sql(
SELECT n FROM record r WHERE log IN (SELECT id FROM log WHERE owner = 1 AND pairing = ?1)
    AND body IS NULL AND withdrawn = 0 AND seal = 1
    AND EXISTS(SELECT 1 FROM record m INDEXED BY record_by_kind WHERE m.kind = 'checkin'
        AND m.day = r.day AND m.withdrawn = 1
        AND m.log IN (SELECT id FROM log WHERE owner = 0 AND pairing = ?1))
ORDER BY log DESC, seq DESC)sql");
    rows.bind(shared->pairing);
    std::vector<RecordId> ids;
    DueWords due(db_);
    while (int(ids.size()) < limit && rows.next()) {
        const auto row = store.recordByNumber(rows.integer(0));
        if (row && !due.include(*row)) // else it is lacking
            ids.push_back(row->id);
    }
    return ids;
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
    // From an index of the few it counts. Theirs would be the number of days on which I write none.
    Statement sealed(db_, "SELECT count(*) FROM record INDEXED BY record_not_given WHERE "
                          "log = ? AND seal <> 0 AND withdrawn = 0 AND given = 0");
    sealed.bind(shared->mine.number);
    counts.sealed = quint64(integerOf(sealed).value_or(0));
    return counts;
}

} // namespace mend::vault
