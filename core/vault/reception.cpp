#include "core/vault/reception.h"

#include "core/crypto/tls_identity.h"
#include "core/domain/content.h"
#include "core/vault/log_writer.h"

#include <algorithm>

namespace mend::vault {
namespace {

bool withinLimits(const std::vector<record::Record>& records) {
    if (records.size() > std::size_t(record::batchRecordLimit))
        return false;
    qsizetype size = 0;
    for (const record::Record& each : records)
        size += each.headerBytes.size() + (each.body ? each.body->size() : 0);
    return size <= record::batchLimit;
}

// What the fields say is what the bytes say.
bool isAsItsBytes(const record::Record& record) {
    const auto body = record.body ? std::optional(QByteArrayView(*record.body)) : std::nullopt;
    const auto read = record::read(record.headerBytes, body);
    return read && read->id == record.id && read->header == record.header;
}

bool isChained(const std::vector<record::Record>& records, const LogId& log) {
    std::optional<LogHead> before;
    for (const record::Record& each : records) {
        if (each.header.log != log || (before && !record::checkFollows(log, before, each)))
            return false;
        before = each.head();
    }
    return true;
}

// Words that aren't sealed come with their record, unless they were taken back since; what can't be
// taken back can't be withheld so.
bool hasWordsItMust(const record::Record& record) {
    const auto kind = kindFromName(record.header.kind);
    return record.body || record.header.seal != record::Seal::None || !kind || mayWithdraw(*kind);
}

} // namespace

Result<void, VaultError> Reception::verify(const std::vector<record::Record>& records,
                                           const record::SignedHead& head) {
    const bool good = withinLimits(records) &&
                      std::all_of(records.begin(), records.end(), isAsItsBytes) &&
                      std::all_of(records.begin(), records.end(), hasWordsItMust) &&
                      isChained(records, log_.key) && head.head == records.back().head() &&
                      record::verify(head) &&
                      std::all_of(records.begin(), records.end(),
                                  [this](const auto& each) { return isMemberGood(each); });
    if (!good)
        return fail(VaultError::BadRecord);
    if (const auto placed = verifyPlace(records.front()); !placed)
        return placed;
    if (!isSeenGood(records))
        return fail(VaultError::BadRecord);
    return {};
}

// The record before the first is held; or its place is taken by another, which makes a fork; or
// there is a gap.
Result<void, VaultError> Reception::verifyPlace(const record::Record& first) {
    const auto& header = first.header;
    if (!header.prev) {
        if (header.seq == 0)
            return {};
        return fail(VaultError::BadRecord);
    }
    const auto before = store_.record(*header.prev);
    if (before && before->log == log_.number && before->seq + 1 == header.seq)
        return {};
    if (before || !store_.idAt(log_.number, header.seq - 1))
        return fail(VaultError::BadRecord);
    Transaction transaction(db_);
    if (const auto shared = checkStillShared(db_, sharing_); !shared)
        return shared;
    store_.markForked(log_.number);
    if (const auto done = transaction.commit(); !done)
        return done;
    return fail(VaultError::Forked);
}

// The first record says whose the log is: the person who was paired with, with the keys they proved
// then.
bool Reception::isMemberGood(const record::Record& record) const {
    const bool first = record.header.seq == 0;
    if (record.header.kind != name(Kind::Member))
        return !first;
    const auto body = record.body ? record::decodeBody(record.header.kind, *record.body)
                                  : fail(record::RecordError::Unreadable);
    const auto* member = body ? std::get_if<Member>(&body->content) : nullptr;
    if (!member || !record::verifyMember(log_.key, *member) || (*member)->identity != log_.identity)
        return false;
    if (log_.owner == Person::Me)
        return true;
    const Partner& partner = sharing_.partner;
    return (*member)->certificate == crypto::certificateFingerprint(partner.certificateDer) &&
           (*member)->sealingKey == partner.sealingKey;
}

// What the other last signed for holding of mine, while their newest `pair` was written before
// that. The head of theirs that they signed with it must be here: what was written after one that
// nobody has is nothing.
std::optional<Reception::Acked> Reception::acked() {
    Statement ack(db_, "SELECT my_seq + 1, their_seq, their_id FROM ack WHERE pairing = ? AND "
                       "their_log = ? AND my_log = ?");
    ack.bind(sharing_.pairing, log_.key, sharing_.mine.key);
    if (!ack.next() ||
        !store_.holds(log_, {log_.key, quint64(ack.integer(1)), ack.fixed<RecordId>(2)}))
        return std::nullopt;
    const Acked acked{quint64(ack.integer(0)), quint64(ack.integer(1))};
    const auto pair = store_.newest(log_.number, name(Kind::Pair));
    return pair && pair->seq <= acked.after ? std::optional(acked) : std::nullopt;
}

// Nobody unsees: `seen` goes up, until a new `pair` lets it start again.
bool Reception::isSeenGood(const std::vector<record::Record>& records) {
    const auto& first = records.front().header;
    const auto before = first.prev ? store_.record(*first.prev) : std::nullopt;
    const auto acknowledged = acked();
    quint64 least = before ? before->seen : 0;
    bool paired = false;
    for (const record::Record& each : records) {
        paired = paired || each.header.kind == name(Kind::Pair);
        if (each.header.kind == name(Kind::Pair))
            least = 0;
        else if (!paired && acknowledged && each.header.seq > acknowledged->after)
            least = std::max(least, acknowledged->held);
        if (each.header.seen < least)
            return false;
        least = each.header.seen;
    }
    return true;
}

qint64 Reception::storeOne(const record::Record& record) {
    // Beyond the head there is nothing to be a double or a sibling of.
    const bool beyond = record.header.seq >= next_;
    if (!beyond && store_.record(record.id))
        return 0; // a double
    const auto sibling = beyond ? std::nullopt : store_.idAt(log_.number, record.header.seq);
    const qint64 n = store_.insert(log_, record);
    stored_ = true;
    next_ = std::max(next_, record.header.seq + 1);
    if (sibling) {
        forked_ = true;
        store_.markForked(log_.number);
        if (const auto row = store_.record(*sibling))
            applyRecord(db_, row->n);
    }
    if (!record.body && record.header.seal == record::Seal::None)
        store_.markWithdrawn(n);
    // Back from the partner: those words were given.
    if (log_.owner == Person::Me && record.body)
        store_.markGiven(n);
    return applyRecord(db_, n);
}

void Reception::storeHead(const record::SignedHead& head) {
    Statement insert(db_, "INSERT OR IGNORE INTO head(log, seq, record, signature) "
                          "VALUES(?, ?, ?, ?)");
    (void)insert.bind(log_.number, head.head.seq, head.head.id, head.signature).run();
}

Result<Received, VaultError> Reception::store(const std::vector<record::Record>& records,
                                              const record::SignedHead& head) {
    for (std::size_t next = 0; next < records.size();) {
        Transaction transaction(db_);
        if (const auto shared = checkStillShared(db_, sharing_); !shared)
            return fail(shared.error());
        const auto held = store_.head(log_); // within: my own log may be written to meanwhile
        next_ = held ? held->seq + 1 : 0;
        for (Turn turn; next < records.size() && turn.goesOn() && !transaction.error(); ++next)
            turn.took(storeOne(records[next]));
        if (next == records.size())
            storeHead(head);
        if (const auto done = transaction.commit(); !done)
            return fail(done.error());
    }
    if (forked_)
        return fail(VaultError::Forked);
    return stored_ ? Received::Stored : Received::Nothing;
}

} // namespace mend::vault
