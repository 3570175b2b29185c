#include "core/vault/projection_records.h"

#include "core/record/record.h"

#include <algorithm>

namespace mend::vault {
namespace {

constexpr int seqBits = 40; // A million million records a log; 23 bits remain for its rank.
constexpr quint64 seqLimit = (quint64(1) << seqBits) - 1;
constexpr qint64 msPerDay = 86400000;
constexpr int lateDays = 3;

// Days by the author's clock from `day` to `at`. In UTC, which is all a record tells: up to a day
// off.
qint64 daysAfter(UtcMillis at, Day day) {
    const qint64 atDay = (at - ((at % msPerDay) + msPerDay) % msPerDay) / msPerDay;
    return atDay - day.epochDays();
}

// What somebody claims to hold may be any number.
Place placeOf(qint64 rank, quint64 seq) {
    return (quint64(rank) << seqBits) | std::min(seq, seqLimit);
}

} // namespace

FiledRecord filedRecord(Statement& row) {
    FiledRecord record;
    record.n = row.integer(0);
    record.id = row.fixed<RecordId>(1);
    record.author = row.integer(2) == 0 ? Person::Me : Person::Partner;
    record.place = placeOf(row.integer(3), quint64(row.integer(4)));
    if (!row.isNull(5))
        record.held = placeOf(row.integer(5), quint64(row.integer(6)));
    record.kindName = row.text(7);
    record.kind = kindFromName(record.kindName);
    record.day = row.day(8);
    record.at = row.integer(9);
    record.seal = record::Seal(row.integer(10));
    record.here = row.boolean(11);
    record.replaces = row.optionalFixed<RecordId>(12);
    record.about = row.optionalFixed<RecordId>(13);
    record.forked = row.boolean(14);
    record.closed = row.boolean(15);
    record.strand = row.integer(16);
    record.facing = row.optionalInteger(17);
    record.pairing = row.optionalInteger(18);
    return record;
}

std::vector<FiledRecord> filedRecords(Statement& rows) {
    std::vector<FiledRecord> records;
    while (rows.next())
        records.push_back(filedRecord(rows));
    std::sort(records.begin(), records.end());
    return records;
}

std::optional<FiledRecord> filedRecord(Connection& connection, qint64 n) {
    Statement row(connection, "SELECT * FROM filed WHERE n = ?");
    row.bind(n);
    return row.next() ? std::optional(filedRecord(row)) : std::nullopt;
}

std::optional<FiledRecord> filedRecord(Connection& connection, const RecordId& id) {
    Statement row(connection, "SELECT * FROM filed WHERE id = ?");
    row.bind(id);
    return row.next() ? std::optional(filedRecord(row)) : std::nullopt;
}

std::vector<FiledRecord> recordsAbout(Connection& connection, const RecordId& id, Kind kind) {
    Statement rows(connection, "SELECT * FROM filed WHERE about = ? AND kind = ? AND here");
    rows.bind(id, name(kind));
    std::vector<FiledRecord> records = filedRecords(rows);
    const auto named = records.empty() ? std::nullopt : filedRecord(connection, id);
    std::erase_if(records, [&](const FiledRecord& record) {
        return named && record.pairing != named->pairing;
    });
    return records;
}

Words wordsOf(Connection& connection, const FiledRecord& record) {
    Statement row(connection, "SELECT body FROM record WHERE n = ?");
    row.bind(record.n);
    const auto bytes = row.next() ? row.optionalBlob(0) : std::nullopt;
    if (!bytes)
        return {Words::State::NotHere, {}};
    auto body = record::decodeBody(record.kindName, *bytes);
    if (body)
        return {Words::State::Readable, std::move(body->content)};
    if (body.error() == record::RecordError::AgainstRules)
        return {Words::State::AgainstRules, {}};
    return {Words::State::Unreadable, {}};
}

bool headerBreaksRules(const FiledRecord& record) {
    record::Header header;
    header.kind = record.kindName;
    header.day = record.day;
    header.seal = record.seal;
    return !record::checkRules(header);
}

bool continues(const FiledRecord& record, const FiledRecord& replaced) {
    return record.kind && replaced.kind &&
           mayReplace(*record.kind, *replaced.kind, record.author == replaced.author) &&
           record.named() == replaced.named() && record.day == replaced.day &&
           record.pairing == replaced.pairing;
}

bool isLate(UtcMillis at, Day day) {
    return daysAfter(at, day) > lateDays;
}

bool isAhead(UtcMillis at, Day day) {
    return daysAfter(at, day) < -1;
}

} // namespace mend::vault
