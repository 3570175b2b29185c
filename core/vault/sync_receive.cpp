// What replication takes in.

#include "core/vault/log_writer.h"
#include "core/vault/reception.h"
#include "core/vault/sync_store.h"

namespace mend::vault {
namespace {

using Bodies = std::vector<std::pair<RecordId, QByteArray>>;

// The words that `id` names, where they belong: the other's record, or mine after I was set back.
bool isGood(LogStore& store, const Sharing& shared, const RecordId& id, const QByteArray& body) {
    const auto row = store.record(id);
    if (!row || row->pairing != shared.pairing || body.size() > record::bodyLimit)
        return false;
    const auto header = record::decodeHeader(store.headerBytes(row->n));
    return header && header->bodyHash == record::bodyHash(body);
}

// How many records were read again with it, if it was taken.
std::optional<qint64> takeBody(Connection& db, const RecordId& id, const QByteArray& body) {
    LogStore store(db);
    const auto row = store.record(id);
    // Taken back while on its way, or here already.
    if (!row || row->withdrawn || store.bodyBytes(row->n))
        return std::nullopt;
    store.setBody(row->n, row->kind, body);
    return applyRecord(db, row->n);
}

// Whether what was signed before names a head of theirs that is here: then it binds what they write
// (reception.cpp).
bool isBound(Connection& db, LogStore& store, const Sharing& shared) {
    Statement before(db, "SELECT their_seq, their_id FROM ack WHERE pairing = ? AND their_log = ? "
                         "AND my_log = ?");
    before.bind(shared.pairing, shared.theirs.key, shared.mine.key);
    return before.next() &&
           store.holds(shared.theirs,
                       {shared.theirs.key, quint64(before.integer(0)), before.fixed<RecordId>(1)});
}

// How much they hold is true whatever head of theirs they signed with it.
void noteHeld(LogStore& store, const Sharing& shared, const LogHead& held) {
    const std::string key = theyHoldKey(shared);
    const quint64 before = store.value(key).value_or(QByteArray("0")).toULongLong();
    if (held.seq < before)
        return;
    store.markHeld(shared.mine.number, before, held.seq);
    store.setValue(key, QByteArray::number(held.seq + 1));
}

} // namespace

Result<Received, VaultError> SyncStore::receive(const std::vector<record::Record>& records,
                                                const record::SignedHead& head) {
    db_.clearError();
    const auto shared = sharing(db_);
    if (!shared)
        return fail(shared.error());
    if (shared->forked())
        return fail(VaultError::Forked);
    if (records.empty())
        return Received::Nothing;
    const LogId& offered = records.front().header.log;
    if (offered != shared->theirs.key && offered != shared->mine.key)
        return fail(VaultError::BadRecord);
    Reception reception(db_, *shared, offered == shared->mine.key ? shared->mine : shared->theirs);
    if (const auto verified = reception.verify(records, head); !verified)
        return fail(verified.error());
    return reception.store(records, head);
}

Result<Received, VaultError> SyncStore::receiveBodies(const Bodies& bodies) {
    db_.clearError();
    const auto shared = sharing(db_);
    if (!shared)
        return fail(shared.error());
    LogStore store(db_);
    for (const auto& [id, body] : bodies)
        if (!isGood(store, *shared, id, body))
            return fail(VaultError::BadRecord);
    bool stored = false;
    for (std::size_t next = 0; next < bodies.size();) {
        Transaction transaction(db_);
        if (const auto still = checkStillShared(db_, *shared); !still)
            return fail(still.error());
        for (Turn turn; next < bodies.size() && turn.goesOn() && !transaction.error(); ++next) {
            const auto again = takeBody(db_, bodies[next].first, bodies[next].second);
            stored = stored || again;
            turn.took(again.value_or(0));
        }
        if (const auto done = transaction.commit(); !done)
            return fail(done.error());
    }
    return stored ? Received::Stored : Received::Nothing;
}

Result<void, VaultError> SyncStore::receiveAck(const record::Ack& ack) {
    Transaction transaction(db_);
    const auto shared = sharing(db_);
    if (!shared)
        return fail(shared.error());
    LogStore store(db_);
    const bool good = ack.mine.log == shared->theirs.key && ack.held.log == shared->mine.key &&
                      store.holds(shared->mine, ack.held) && record::verify(ack);
    if (!good)
        return fail(VaultError::BadRecord);
    noteHeld(store, *shared, ack.held);
    const bool bound = isBound(db_, store, *shared);
    // Records of theirs that are still on their way were written before: such a head may come, or
    // never be. It takes no place of one that is here.
    if (bound && !store.holds(shared->theirs, ack.mine))
        return transaction.commit();
    // An older word that comes late changes nothing.
    Statement put(db_, R"sql(
INSERT INTO ack(pairing, their_log, their_seq, their_id, my_log, my_seq, my_id, signature)
VALUES(?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT(pairing) DO UPDATE SET their_log = excluded.their_log, their_seq = excluded.their_seq,
    their_id = excluded.their_id, my_log = excluded.my_log, my_seq = excluded.my_seq,
    my_id = excluded.my_id, signature = excluded.signature
WHERE excluded.my_log <> my_log OR excluded.their_log <> their_log OR
    (excluded.my_seq >= my_seq AND (? OR excluded.their_seq >= their_seq)))sql");
    (void)put
        .bind(shared->pairing, ack.mine.log, ack.mine.seq, ack.mine.id, ack.held.log, ack.held.seq,
              ack.held.id, ack.signature, !bound)
        .run();
    Statement mark(db_, "UPDATE log SET held_seq = max(coalesce(held_seq, 0), ?) WHERE id = ?");
    (void)mark.bind(ack.held.seq, shared->mine.number).run();
    return transaction.commit();
}

} // namespace mend::vault
