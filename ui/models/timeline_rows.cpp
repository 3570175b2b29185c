// What the timeline's model says of the rows it holds (timeline_model.h).

#include "ui/models/day_text.h"
#include "ui/models/timeline_model.h"

#include <algorithm>

namespace mend::ui {
namespace {

int confirmedIn(const std::vector<DayState>& states) {
    return int(std::count(states.begin(), states.end(), DayState::Confirmed));
}

} // namespace

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
    case DateRole:
        return entryAt(index.row()).day.date();
    default:
        return {};
    }
}

} // namespace mend::ui
