#include "core/vault/read_entries.h"

#include "core/record/body.h"
#include "core/vault/projection_chains.h"
#include "core/vault/projection_checkins.h"
#include "core/vault/projection_commitments.h"

#include <algorithm>

namespace mend::vault {
namespace {

std::optional<Content> decoded(const QString& kind, const QByteArray& body) {
    auto read = record::decodeBody(kind, body);
    return read ? std::optional(std::move(read->content)) : std::nullopt;
}

// The words of a commitment that was changed before it was agreed to are those of the change.
std::optional<Content> agreedTerms(Connection& connection, const RecordId& id) {
    const auto row = commitmentRow(connection, id);
    const auto terms = row ? termsOf(connection, *row) : std::nullopt;
    if (!terms)
        return std::nullopt;
    const auto agreed = filedRecord(connection, row->terms);
    auto commitment =
        Commitment::create(*terms, agreed && agreed->day ? *agreed->day : terms->from);
    return commitment ? std::optional<Content>(std::move(*commitment)) : std::nullopt;
}

// What of a group is neither the version shown nor after it.
std::vector<TimelineEntry> before(std::vector<TimelineEntry> versions, const RecordId& newest) {
    const auto isNewest = [&](const TimelineEntry& each) { return each.id == newest; };
    versions.erase(std::find_if(versions.begin(), versions.end(), isNewest), versions.end());
    return versions;
}

SealState versionSeal(const FiledRecord& version, bool withdrawn) {
    if (withdrawn)
        return SealState::Withdrawn;
    if (version.here)
        return SealState::None;
    return version.closed ? SealState::Lost : SealState::Sealed;
}

std::vector<TimelineEntry> earlierCheckIns(Connection& connection, const FiledRecord& first,
                                           const TimelineEntry& shown) {
    std::vector<TimelineEntry> versions;
    for (const CheckInBlock& block : checkInsOf(connection, Side::of(first), *first.day).blocks)
        for (const FiledRecord& version : block.versions)
            versions.push_back(
                versionEntry(connection, version, versionSeal(version, block.withdrawn)));
    return before(std::move(versions), shown.newest);
}

std::vector<TimelineEntry> earlierInChain(Connection& connection, const FiledRecord& first,
                                          const TimelineEntry& shown) {
    std::vector<TimelineEntry> versions;
    for (const Chain& chain : familyOf(connection, first).chains) {
        if (chain.versions.front().id != first.id || chain.withdrawn)
            continue;
        for (const FiledRecord& version : chain.versions)
            versions.push_back(versionEntry(connection, version, versionSeal(version, false)));
    }
    return before(std::move(versions), shown.newest);
}

void readMarks(Statement& row, TimelineEntry& entry) {
    entry.edited = row.boolean(7);
    entry.changedBeforeOpening = row.boolean(8);
    entry.changedAfterOpening = row.boolean(9);
    entry.late = row.boolean(10);
    entry.forked = row.boolean(11);
}

} // namespace

std::optional<TimelineEntry> timelineEntry(Connection& connection, qint64 n) {
    WordsRead none;
    return timelineEntry(connection, n, none);
}

std::optional<TimelineEntry> timelineEntry(Connection& connection, qint64 n, WordsRead& words) {
    Statement row(connection,
                  "SELECT e.id, r.id, e.kind, e.day, e.at, e.author, e.seal, e.edited,"
                  " e.changed_before, e.changed_after, e.late, e.forked, e.commitment, c.title,"
                  " r.kind, r.body FROM entry e JOIN record r ON r.n = e.newest"
                  " LEFT JOIN commitment c ON c.id = e.commitment WHERE e.n = ?");
    row.bind(n);
    if (!row.next())
        return std::nullopt;
    TimelineEntry entry;
    entry.id = row.fixed<RecordId>(0);
    entry.newest = row.fixed<RecordId>(1);
    entry.kind = row.text(2);
    entry.day = row.day(3).value_or(Day());
    entry.at = row.integer(4);
    entry.by = Person(row.integer(5));
    entry.seal = SealState(row.integer(6));
    readMarks(row, entry);
    entry.commitment = row.optionalFixed<RecordId>(12);
    entry.commitmentTitle = row.text(13);
    if (entry.seal == SealState::Withdrawn || row.isNull(15))
        return entry;
    entry.content = row.text(14) == entry.kind
                        ? words.of(entry.newest, [&] { return decoded(entry.kind, row.blob(15)); })
                        : agreedTerms(connection, entry.id);
    return entry;
}

TimelineEntry versionEntry(Connection& connection, const FiledRecord& record, SealState seal) {
    TimelineEntry entry;
    entry.id = record.id;
    entry.newest = record.id;
    entry.kind = record.kindName;
    entry.day = record.day.value_or(Day());
    entry.at = record.at;
    entry.by = record.author;
    entry.seal = seal;
    entry.late = record.day && isLate(record.at, *record.day);
    entry.forked = record.forked;
    if (seal != SealState::Withdrawn)
        entry.content = wordsOf(connection, record).content;
    if (entry.content)
        entry.commitment = about(*entry.content);
    if (const auto commitment =
            entry.commitment ? commitmentRow(connection, *entry.commitment) : std::nullopt)
        entry.commitmentTitle = commitment->title;
    return entry;
}

std::optional<qint64> entryNumber(Connection& connection, const RecordId& id) {
    const auto record = filedRecord(connection, id);
    if (!record)
        return std::nullopt;
    Statement direct(connection, "SELECT n FROM entry WHERE n = ?");
    direct.bind(record->n);
    if (const auto n = integerOf(direct))
        return n;
    if (record->kind == Kind::CheckIn && record->day) {
        const auto day = checkInsOf(connection, Side::of(*record), *record->day);
        return day.blocks.empty() ? std::nullopt
                                  : std::optional(day.blocks.back().versions.front().n);
    }
    for (const Chain& chain : familyOf(connection, *record).chains) {
        for (const FiledRecord& version : chain.versions) {
            if (version.id != id)
                continue;
            Statement first(connection, "SELECT n FROM entry WHERE n = ?");
            first.bind(chain.versions.front().n);
            return integerOf(first);
        }
    }
    return std::nullopt;
}

std::vector<TimelineEntry> earlierVersions(Connection& connection, qint64 n) {
    const auto first = filedRecord(connection, n);
    const auto shown = timelineEntry(connection, n);
    if (!first || !shown)
        return {};
    if (first->kind == Kind::CheckIn)
        return earlierCheckIns(connection, *first, *shown);
    if (first->kind == Kind::Commitment && shown->edited)
        return {versionEntry(connection, *first, SealState::None)};
    return earlierInChain(connection, *first, *shown);
}

} // namespace mend::vault
