#include "core/vault/log_writer.h"

#include "core/domain/content.h"
#include "core/vault/projection.h"
#include "core/vault/room.h"
#include "core/vault/rules.h"

#include <set>

namespace mend::vault {
namespace {

VaultError errorOf(record::RecordError error) {
    return error == record::RecordError::TooLarge ? VaultError::TooLarge : VaultError::AgainstRules;
}

// Of versions of one thing those that are not read together anyway: a check-in is read with those
// of its day, all else with its family (projection_chains.h). Not a check-in that counts for
// nothing: with it the others of its day wouldn't be read.
std::vector<qint64> readApart(LogStore& store, const std::vector<qint64>& versions) {
    std::set<std::optional<Day>> days;
    std::vector<qint64> apart;
    for (const qint64 n : versions) {
        const auto row = store.recordByNumber(n);
        const bool byDay = row && row->kind == name(Kind::CheckIn);
        if (byDay && row->replaces == nowhere)
            continue;
        if (days.insert(byDay ? row->day : std::nullopt).second)
            apart.push_back(n);
    }
    return apart;
}

} // namespace

quint64 LogWriter::seenNow(const LogRow& log) {
    const auto pair = store_.newest(log.number, name(Kind::Pair));
    const auto body = pair ? store_.body(pair->n) : std::nullopt;
    const auto* content = body ? std::get_if<Pair>(&body->content) : nullptr;
    const auto theirs = content ? store_.log((*content)->log) : std::nullopt;
    const quint64 held = theirs ? store_.count(theirs->number) : 0;
    const auto head = store_.head(log);
    const auto last = head ? store_.record(head->id) : std::nullopt;
    return std::max(held, last ? last->seen : 0);
}

Result<RecordId, VaultError> LogWriter::append(const LogRow& log, const record::Draft& draft) {
    const auto* pair = std::get_if<Pair>(&draft.body.content);
    if (!pair)
        return append(log, draft, seenNow(log));
    // `seen` starts again, and counts the log that is named here.
    const auto theirs = store_.log((*pair)->log);
    return append(log, draft, theirs ? store_.count(theirs->number) : 0);
}

Result<RecordId, VaultError> LogWriter::append(const LogRow& log, const record::Draft& draft,
                                               quint64 seen) {
    const record::LogPosition position{log.key, store_.head(log), seen, clock_.nowMs()};
    const auto record = record::make(draft, position, random_);
    if (!record)
        return fail(errorOf(record.error()));
    applyRecord(db_, store_.insert(log, *record));
    if (db_.error())
        return fail(*db_.error());
    return record->id;
}

qint64 applyRecord(Connection& connection, qint64 n) {
    LogStore store(connection);
    const auto row = store.recordByNumber(n);
    if (!row)
        return 0;
    Projection projection(connection);
    if (row->kind == name(Kind::Withdraw) && row->about &&
        ruling(connection, *row) == Ruling::Allowed) {
        const auto named = store.record(*row->about);
        const auto taken = named ? store.withdraw(*named, n) : std::vector<qint64>();
        for (const qint64 each : readApart(store, taken)) {
            if (const auto applied = projection.apply(each); !applied)
                connection.raise(applied.error());
        }
    }
    if (const auto applied = projection.apply(n); !applied)
        connection.raise(applied.error());
    const bool isVersion = row->replaces && *row->replaces != nowhere;
    return readWith(connection, {row->log, row->kind, row->day, row->about}) +
           (isVersion ? store.versions(row->pairing, row->id) : 0);
}

} // namespace mend::vault
