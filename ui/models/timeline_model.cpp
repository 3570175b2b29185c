#include "ui/models/timeline_model.h"

#include "ui/models/day_text.h"

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

int confirmedIn(const std::vector<DayState>& states) {
    return int(std::count(states.begin(), states.end(), DayState::Confirmed));
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
        // At the top: what is new comes in above, as far as there is room.
        const int limit = std::clamp(rowCount() + pageSize, pageSize, int(mostRows));
        mend::TimelinePage page = source_.older(filter_, std::nullopt, limit);
        moreNewer_ = false;
        moreOlder_ = page.moreOlder;
        mergeIn(std::move(page.entries));
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

// --- Reading ---

int TimelineModel::rowCount(const QModelIndex& parent) const {
    return parent.isValid() ? 0 : int(rows_.size());
}

int TimelineModel::rowOf(const RecordId& id) const {
    const auto found = std::find_if(rows_.begin(), rows_.end(),
                                    [&](const TimelineEntry& entry) { return entry.id == id; });
    return found == rows_.end() ? -1 : int(found - rows_.begin());
}

const std::vector<DayState>& TimelineModel::shardsOf(Day day) const {
    static const std::vector<DayState> none;
    const auto found = shards_.find(day);
    return found == shards_.end() ? none : found->second;
}

bool TimelineModel::startsDay(int row) const {
    return row == 0 || rows_[std::size_t(row)].day != rows_[std::size_t(row) - 1].day;
}

EntryText TimelineModel::textOf(const TimelineEntry& entry) const {
    if (takingBack_ == entry.id) {
        TimelineEntry taken = entry;
        taken.seal = SealState::Withdrawn;
        return entryText(taken, reader_);
    }
    std::optional<DayState> state;
    if (entry.commitment) {
        const auto found = said_.find({*entry.commitment, entry.day});
        if (found != said_.end())
            state = found->second;
    }
    return entryText(entry, reader_, state);
}

TimelineRow TimelineModel::row(int at) const {
    const TimelineEntry& entry = entryAt(at);
    TimelineRow row;
    row.id = entry.id;
    row.day = entry.day;
    row.by = entry.by;
    row.text = textOf(entry);
    if (startsDay(at)) {
        row.heading = dayTitle(entry.day, reader_.today);
        row.shards = shardsOf(entry.day);
    }
    // From a day's marks down to those of the day before it.
    row.confirmedBelow = confirmedIn(shardsOf(entry.day));
    row.confirmedAbove = at > 0 ? confirmedIn(shardsOf(entryAt(at - 1).day)) : 0;
    row.first = at == 0 && !moreNewer_;
    row.last = at + 1 == rowCount() && !moreOlder_;
    return row;
}

QString TimelineModel::accessibleText(int at) const {
    const TimelineRow shown = row(at);
    QStringList parts;
    if (!shown.heading.isEmpty()) {
        parts += tr("%1.").arg(shown.heading);
        if (const QString marks = marksWords(shown.shards); !marks.isEmpty())
            parts += tr("Marks of the day: %1.").arg(marks);
    }
    const QString words = oneLine(shown.text);
    if (shown.by == mend::Person::Me)
        parts += tr("You: %1").arg(words);
    else
        parts +=
            tr("%1: %2").arg(reader_.partner.isEmpty() ? tr("The other") : reader_.partner, words);
    return parts.join(u' ');
}

QVariant TimelineModel::data(const QModelIndex& index, int role) const {
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return oneLine(textOf(entryAt(index.row())));
    case Qt::AccessibleTextRole:
        return accessibleText(index.row());
    case RowRole:
        return QVariant::fromValue(row(index.row()));
    case IdRole:
        return entryAt(index.row()).id.toByteArray();
    case DateRole:
        return entryAt(index.row()).day.date();
    default:
        return {};
    }
}

QHash<int, QByteArray> TimelineModel::roleNames() const {
    QHash<int, QByteArray> names = QAbstractListModel::roleNames();
    names.insert(RowRole, "row");
    names.insert(IdRole, "id");
    names.insert(DateRole, "date");
    return names;
}

} // namespace mend::ui
