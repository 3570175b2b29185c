#pragma once
// A shared history made up in memory, read the way the vault reads it.

#include "ui/models/timeline_source.h"

#include <algorithm>

namespace mend::test {

inline Day dayOf(const char* iso) {
    return *Day::fromIso(QString::fromLatin1(iso));
}

inline RecordId recordId(quint64 number) {
    std::array<std::byte, RecordId::size> bytes{};
    for (int i = 0; i < 8; ++i)
        bytes[std::size_t(i)] = std::byte(number >> (8 * (7 - i)));
    return RecordId(bytes);
}

inline Content noteOf(const QString& text) {
    return *Note::create({NoteKind::Plan, text, std::nullopt});
}

inline TimelineEntry noteEntry(quint64 number, Day day, Person by, const QString& text) {
    TimelineEntry entry;
    entry.id = entry.newest = recordId(number);
    entry.kind = name(Kind::Note);
    entry.day = day;
    entry.at = qint64(number) * 60000;
    entry.by = by;
    entry.content = noteOf(text);
    return entry;
}

class FakeTimeline : public ui::TimelineSource {
public:
    // `count` notes, `perDay` a day up to `today`, by both in turn.
    void fill(int count, Day today, int perDay = 10) {
        entries.clear();
        for (int i = 0; i < count; ++i)
            entries.push_back(noteEntry(quint64(count - i), today.plus(-i / perDay),
                                        i % 2 ? Person::Partner : Person::Me,
                                        QStringLiteral("Entry %1").arg(i)));
    }
    void add(const TimelineEntry& entry) {
        entries.push_back(entry);
        std::sort(entries.begin(), entries.end(),
                  [](const auto& a, const auto& b) { return keyOf(b) < keyOf(a); });
    }

    TimelinePage older(const TimelineFilter& filter, const std::optional<TimelineKey>& before,
                       int limit) override {
        longestAsked = std::max(longestAsked, limit);
        const std::vector<TimelineEntry>& all = filtered(filter);
        auto first = all.begin();
        if (before)
            first = std::find_if(all.begin(), all.end(),
                                 [&](const auto& each) { return keyOf(each) < *before; });
        const auto last = first + std::min(qsizetype(limit), qsizetype(all.end() - first));
        return page(all, first, last);
    }
    TimelinePage newer(const TimelineFilter& filter, const TimelineKey& after, int limit) override {
        const std::vector<TimelineEntry>& all = filtered(filter);
        const auto last = std::find_if(all.begin(), all.end(),
                                       [&](const auto& each) { return keyOf(each) <= after; });
        const auto first = last - std::min(qsizetype(limit), qsizetype(last - all.begin()));
        return page(all, first, last);
    }
    TimelinePage around(const TimelineFilter& filter, Day day, int limit) override {
        const std::vector<TimelineEntry>& all = filtered(filter);
        const auto first =
            std::find_if(all.begin(), all.end(), [&](const auto& each) { return each.day <= day; });
        const auto last = first + std::min(qsizetype(limit), qsizetype(all.end() - first));
        return page(all, first, last);
    }
    std::map<Day, int> perDay(const TimelineFilter& filter, Day from, Day to) override {
        std::map<Day, int> days;
        for (const TimelineEntry& entry : filtered(filter))
            if (entry.day >= from && entry.day <= to)
                ++days[entry.day];
        return days;
    }
    std::vector<DayShards> shards(Day from, Day to) override {
        daysAsked += to.daysSince(from) + 1;
        std::vector<DayShards> found;
        for (const auto& [day, states] : marks)
            if (day >= from && day <= to)
                found.push_back({day, states});
        return found;
    }
    ui::SaidDays said(Day, Day) override { return saidDays; }

    std::vector<TimelineEntry> entries; // newest first
    std::map<Day, std::vector<DayState>> marks;
    ui::SaidDays saidDays;
    std::map<RecordId, std::vector<TimelineEntry>> versions;
    int longestAsked = 0;
    int daysAsked = 0;

private:
    static TimelineKey keyOf(const TimelineEntry& entry) { return {entry.day, entry.at, entry.id}; }
    using At = std::vector<TimelineEntry>::const_iterator;

    // Without a filter nothing is copied: 100,000 entries are asked for often.
    const std::vector<TimelineEntry>& filtered(const TimelineFilter& filter) {
        if (filter == TimelineFilter())
            return entries;
        some.clear();
        std::copy_if(
            entries.begin(), entries.end(), std::back_inserter(some),
            [&](const TimelineEntry& entry) {
                return (!filter.by || entry.by == *filter.by) &&
                       (filter.kinds.empty() || filter.kinds.contains(entry.kind)) &&
                       (filter.search.isEmpty() ||
                        (entry.content && searchText(*entry.content).contains(filter.search)));
            });
        return some;
    }
    std::vector<TimelineEntry> some;
    static TimelinePage page(const std::vector<TimelineEntry>& all, At first, At last) {
        return {std::vector<TimelineEntry>(first, last), first != all.begin(), last != all.end()};
    }
};

} // namespace mend::test
