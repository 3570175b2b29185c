#include "core/vault/read_entries.h"
#include "core/vault/read_store.h"
#include "core/vault/search_words.h"
#include "core/vault/timeline_query.h"

#include <algorithm>

namespace mend::vault {
namespace {

std::vector<TimelineEntry> entriesOf(Connection& connection, const std::vector<qint64>& numbers,
                                     WordsRead& words) {
    std::vector<TimelineEntry> entries;
    for (const qint64 n : numbers)
        if (auto entry = timelineEntry(connection, n, words))
            entries.push_back(std::move(*entry));
    words.turn();
    return entries;
}

TimelineKey keyOf(const TimelineEntry& entry) {
    return {entry.day, entry.at, entry.id};
}

bool anyBeyond(Connection& connection, const TimelineFilter& filter, const TimelineKey& key,
               TimelineQuery::Side side) {
    return !TimelineQuery(filter).beyond(key, side).numbers(connection, side, 1).empty();
}

// Newest first, whichever way it was read.
TimelinePage pageOf(Connection& connection, const TimelineFilter& filter,
                    std::vector<qint64> numbers, TimelineQuery::Side side, WordsRead& words) {
    if (side == TimelineQuery::Side::Newer)
        std::reverse(numbers.begin(), numbers.end());
    TimelinePage page;
    page.entries = entriesOf(connection, numbers, words);
    if (page.entries.empty())
        return page;
    using Side = TimelineQuery::Side;
    page.moreNewer = anyBeyond(connection, filter, keyOf(page.entries.front()), Side::Newer);
    page.moreOlder = anyBeyond(connection, filter, keyOf(page.entries.back()), Side::Older);
    return page;
}

} // namespace

Result<TimelinePage, VaultError> ReadStore::older(const TimelineFilter& filter,
                                                  const std::optional<TimelineKey>& before,
                                                  int limit) {
    const Reading reading(connection_);
    TimelineQuery query(filter);
    if (before)
        query.beyond(*before, TimelineQuery::Side::Older);
    const auto numbers = query.numbers(connection_, TimelineQuery::Side::Older, limit);
    TimelinePage page = pageOf(connection_, filter, numbers, TimelineQuery::Side::Older, words_);
    if (page.entries.empty() && before)
        page.moreNewer = anyBeyond(connection_, filter, {before->day, before->at, before->id},
                                   TimelineQuery::Side::AtOrNewer);
    return reading.of(std::move(page));
}

Result<TimelinePage, VaultError> ReadStore::newer(const TimelineFilter& filter,
                                                  const TimelineKey& after, int limit) {
    const Reading reading(connection_);
    TimelineQuery query(filter);
    query.beyond(after, TimelineQuery::Side::Newer);
    const auto numbers = query.numbers(connection_, TimelineQuery::Side::Newer, limit);
    TimelinePage page = pageOf(connection_, filter, numbers, TimelineQuery::Side::Newer, words_);
    if (page.entries.empty())
        page.moreOlder = anyBeyond(connection_, filter, after, TimelineQuery::Side::AtOrOlder);
    return reading.of(std::move(page));
}

Result<TimelinePage, VaultError> ReadStore::around(const TimelineFilter& filter, Day day,
                                                   int limit) {
    const Reading reading(connection_);
    TimelineQuery query(filter);
    query.until(day);
    const auto numbers = query.numbers(connection_, TimelineQuery::Side::Older, limit);
    TimelinePage page = pageOf(connection_, filter, numbers, TimelineQuery::Side::Older, words_);
    if (page.entries.empty())
        page.moreNewer = TimelineQuery(filter).count(connection_) > 0;
    return reading.of(std::move(page));
}

Result<TimelineEntry, VaultError> ReadStore::entry(const RecordId& id) {
    const Reading reading(connection_);
    const auto n = entryNumber(connection_, id);
    auto entry = n ? timelineEntry(connection_, *n) : std::nullopt;
    if (!entry && !connection_.error())
        return fail(VaultError::UnknownId);
    return reading.of(entry ? std::move(*entry) : TimelineEntry());
}

Result<std::vector<TimelineEntry>, VaultError> ReadStore::earlier(const RecordId& id) {
    const Reading reading(connection_);
    const auto n = entryNumber(connection_, id);
    if (!n && !connection_.error())
        return fail(VaultError::UnknownId);
    return reading.of(n ? earlierVersions(connection_, *n) : std::vector<TimelineEntry>());
}

qint64 ReadStore::count(const TimelineFilter& filter) {
    const Reading reading(connection_);
    return TimelineQuery(filter).count(connection_);
}

Result<std::map<Day, int>, VaultError> ReadStore::perDay(const TimelineFilter& filter, Day from,
                                                         Day to) {
    const Reading reading(connection_);
    TimelineQuery query(filter);
    query.since(from).until(to);
    return reading.of(query.perDay(connection_));
}

std::optional<Day> ReadStore::firstDay() {
    const Reading reading(connection_);
    Statement row(connection_, "SELECT min(day) FROM entry");
    return row.next() ? row.day(0) : std::nullopt;
}

Result<RecordId, VaultError> ReadStore::resolve(QStringView hex) {
    constexpr qsizetype shortest = 8; // Hex digits, as shown.
    constexpr qsizetype whole = 2 * qsizetype(RecordId::size);
    const auto isHex = [](QChar c) {
        return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f') || (c >= u'A' && c <= u'F');
    };
    if (hex.size() < shortest || hex.size() > whole || !std::all_of(hex.begin(), hex.end(), isHex))
        return fail(VaultError::UnknownId);
    const Reading reading(connection_);
    const QByteArray digits = hex.toLatin1();
    Statement rows(connection_, "SELECT id FROM record WHERE id BETWEEN ? AND ? LIMIT 2");
    rows.bind(QByteArray::fromHex(digits.leftJustified(whole, '0')),
              QByteArray::fromHex(digits.leftJustified(whole, 'f')));
    std::vector<RecordId> found;
    while (rows.next())
        found.push_back(rows.fixed<RecordId>(0));
    if (found.size() != 1 && !connection_.error())
        return fail(VaultError::UnknownId);
    return reading.of(found.empty() ? RecordId() : found.front());
}

} // namespace mend::vault
