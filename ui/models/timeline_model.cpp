#include "ui/models/timeline_model.h"

#include <algorithm>
#include <limits>

namespace mend::ui {
namespace {

TimelineKey keyOf(const TimelineEntry& entry) {
    return {entry.day, entry.at, entry.id};
}

// Just above `entry`, so that reading what is older begins with it.
TimelineKey justAbove(const TimelineEntry& entry) {
    std::array<std::byte, RecordId::size> highest;
    highest.fill(std::byte{0xff});
    return {entry.day, entry.at, RecordId(highest)};
}

const TimelineKey beforeEverything{Day(), std::numeric_limits<UtcMillis>::min(), RecordId()};

bool isNewer(const TimelineEntry& a, const TimelineEntry& b) {
    return keyOf(b) < keyOf(a);
}

} // namespace

TimelineModel::TimelineModel(TimelineSource& source, QObject* parent)
    : QAbstractListModel(parent), source_(source) {}

void TimelineModel::setReader(const EntryReader& reader) {
    reader_ = reader;
    rowsChanged();
}

void TimelineModel::setFilter(const TimelineFilter& filter) {
    filter_ = filter;
    jumpToNewest();
}

void TimelineModel::setTakingBack(const std::optional<RecordId>& id) {
    takingBack_ = id;
    rowsChanged();
}

// --- Fetching ---

void TimelineModel::replaceAll(mend::TimelinePage page) {
    beginResetModel();
    rows_ = std::move(page.entries);
    moreNewer_ = page.moreNewer;
    moreOlder_ = page.moreOlder;
    readDays();
    endResetModel();
}

void TimelineModel::jumpToNewest() {
    replaceAll(source_.older(filter_, std::nullopt, pageSize));
}

void TimelineModel::jumpToOldest() {
    replaceAll(source_.newer(filter_, beforeEverything, pageSize));
}

int TimelineModel::jumpTo(Day day) {
    mend::TimelinePage page = source_.around(filter_, day, pageSize);
    if (page.entries.empty()) {
        jumpToOldest();
        return rowCount() - 1;
    }
    const RecordId target = page.entries.front().id;
    replaceAll(std::move(page));
    fetchNewer();
    fetchOlder();
    return rowOf(target);
}

bool TimelineModel::fetchOlder() {
    if (!moreOlder_ || rows_.empty())
        return false;
    mend::TimelinePage page = source_.older(filter_, keyOf(rows_.back()), pageSize);
    moreOlder_ = page.moreOlder && !page.entries.empty();
    if (page.entries.empty()) {
        rowsChanged(); // the last row is the last of all
        return false;
    }
    const int first = rowCount();
    beginInsertRows({}, first, first + int(page.entries.size()) - 1);
    std::move(page.entries.begin(), page.entries.end(), std::back_inserter(rows_));
    endInsertRows();
    dropAtTop(rowCount() - mostRows);
    readDays();
    rowsChanged();
    return true;
}

bool TimelineModel::fetchNewer() {
    if (!moreNewer_ || rows_.empty())
        return false;
    mend::TimelinePage page = source_.newer(filter_, keyOf(rows_.front()), pageSize);
    moreNewer_ = page.moreNewer && !page.entries.empty();
    if (page.entries.empty()) {
        rowsChanged();
        return false;
    }
    beginInsertRows({}, 0, int(page.entries.size()) - 1);
    rows_.insert(rows_.begin(), std::make_move_iterator(page.entries.begin()),
                 std::make_move_iterator(page.entries.end()));
    endInsertRows();
    dropAtBottom(rowCount() - mostRows);
    readDays();
    rowsChanged();
    return true;
}

void TimelineModel::dropAtTop(int count) {
    if (count <= 0)
        return;
    beginRemoveRows({}, 0, count - 1);
    rows_.erase(rows_.begin(), rows_.begin() + count);
    moreNewer_ = true;
    endRemoveRows();
}

void TimelineModel::dropAtBottom(int count) {
    if (count <= 0)
        return;
    beginRemoveRows({}, rowCount() - count, rowCount() - 1);
    rows_.erase(rows_.end() - count, rows_.end());
    moreOlder_ = true;
    endRemoveRows();
}

void TimelineModel::reload() {
    if (rows_.empty() || !moreNewer_) {
        reloadTop();
        return;
    }
    mend::TimelinePage page =
        source_.older(filter_, justAbove(rows_.front()), std::max(rowCount(), int(pageSize)));
    if (page.entries.empty()) {
        jumpToOldest();
        return;
    }
    moreNewer_ = page.moreNewer;
    moreOlder_ = page.moreOlder;
    mergeIn(std::move(page.entries));
}

// What is new comes in above, as far as there is room; below it ends where it ended, so that a page
// that stands open doesn't grow with every change.
void TimelineModel::reloadTop() {
    constexpr int usuallyNew = 4; // Rows. If more came, more is read.
    const int limit = std::clamp(rowCount() + usuallyNew, pageSize, int(mostRows));
    mend::TimelinePage page = source_.older(filter_, std::nullopt, limit);
    if (page.moreOlder && !rows_.empty() && isNewer(page.entries.back(), rows_.back()))
        page = source_.older(filter_, std::nullopt, mostRows);
    const auto beyond = [&](const TimelineEntry& entry) {
        return !rows_.empty() && isNewer(rows_.back(), entry);
    };
    while (int(page.entries.size()) > pageSize && beyond(page.entries.back())) {
        page.entries.pop_back();
        page.moreOlder = true;
    }
    moreNewer_ = false;
    moreOlder_ = page.moreOlder;
    mergeIn(std::move(page.entries));
}

// Both lists stand in the same order, so one walk finds what came and what went.
void TimelineModel::mergeIn(std::vector<TimelineEntry> fresh) {
    std::size_t at = 0;
    for (std::size_t i = 0; i < fresh.size() || at < rows_.size();) {
        const bool gone = at < rows_.size() && (i == fresh.size() || isNewer(rows_[at], fresh[i]));
        if (gone) {
            beginRemoveRows({}, int(at), int(at));
            rows_.erase(rows_.begin() + qsizetype(at));
            endRemoveRows();
        } else if (at == rows_.size() || isNewer(fresh[i], rows_[at])) {
            beginInsertRows({}, int(at), int(at));
            rows_.insert(rows_.begin() + qsizetype(at), std::move(fresh[i]));
            endInsertRows();
            ++at, ++i;
        } else {
            rows_[at] = std::move(fresh[i]);
            ++at, ++i;
        }
    }
    readDays();
    rowsChanged();
}

// Days are asked for in stretches: a single entry of a far-off day must not bring every day
// between with it.
void TimelineModel::readDays() {
    constexpr int nearby = 31; // Days. A gap that is cheaper to read than to ask about.
    shards_.clear();
    said_.clear();
    for (std::size_t i = 0; i < rows_.size();) {
        const Day to = rows_[i].day;
        Day from = to;
        while (i < rows_.size() && from.daysSince(rows_[i].day) <= nearby)
            from = rows_[i++].day;
        for (DayShards& day : source_.shards(from, to))
            shards_[day.day] = std::move(day.states);
        said_.merge(source_.said(from, to));
    }
}

void TimelineModel::rowsChanged() {
    if (!rows_.empty())
        Q_EMIT dataChanged(index(0), index(rowCount() - 1));
}

} // namespace mend::ui
