#pragma once
// The shared history as rows, newest first. Holds at most three pages of fifty around where the
// reader is, so that 100,000 entries cost what ten do: near an end more is fetched, and what lies
// far off is let go.

#include "ui/models/entry_text.h"
#include "ui/models/timeline_source.h"

#include <QAbstractListModel>
#include <QMetaType>
#include <vector>

namespace mend::ui {

// All that a row shows.
struct TimelineRow {
    RecordId id;
    Day day;
    QString heading; // the day, on its first row only
    mend::Person by = mend::Person::Me;
    EntryText text;
    std::vector<DayState> shards; // of the day, on its first row only
    int confirmedAbove = 0;       // of the day of the row above it: how golden its upper end is
    int confirmedBelow = 0;       // of its own day: how golden its lower end is
    bool first = false;           // nothing newer than it
    bool last = false;            // nothing older
    bool operator==(const TimelineRow&) const = default;
};

class TimelineModel : public QAbstractListModel {
    Q_OBJECT
public:
    static constexpr int pageSize = 50;           // rows
    static constexpr int mostRows = 3 * pageSize; // ever held

    enum Role { RowRole = Qt::UserRole + 1, DateRole };

    // `source` outlives the model. Shows nothing before reload().
    explicit TimelineModel(TimelineSource& source, QObject* parent = nullptr);

    void setReader(const EntryReader& reader);
    // Starts anew at the newest entry.
    void setFilter(const TimelineFilter& filter);
    const TimelineFilter& filter() const { return filter_; }
    // An entry that its owner is about to take back: shown as taken back already.
    void setTakingBack(const std::optional<RecordId>& id);

    // The records changed: reads the same stretch again; rows that stay keep their index.
    void reload();
    // More rows at that end, if there are. Returns whether any came.
    bool fetchOlder();
    bool fetchNewer();
    bool hasOlder() const { return moreOlder_; }
    bool hasNewer() const { return moreNewer_; }
    void jumpToNewest();
    void jumpToOldest();
    // The row of the newest entry of `day`, or of the next older one, or else of the oldest; -1
    // where there are no entries.
    int jumpTo(Day day);

    int rowCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

    TimelineRow row(int row) const;
    const TimelineEntry& entryAt(int row) const { return rows_[std::size_t(row)]; }
    int rowOf(const RecordId& id) const; // -1 if not held
    EntryText textOf(const TimelineEntry& entry) const;

private:
    void replaceAll(mend::TimelinePage page);
    void reloadTop();
    void mergeIn(std::vector<TimelineEntry> fresh);
    void dropAtTop(int count);
    void dropAtBottom(int count);
    void readDays();
    void rowsChanged();
    const std::vector<DayState>& shardsOf(Day day) const;
    bool startsDay(int row) const;
    QString accessibleText(int row) const;

    TimelineSource& source_;
    EntryReader reader_;
    TimelineFilter filter_;
    std::optional<RecordId> takingBack_;
    std::vector<TimelineEntry> rows_; // newest first
    bool moreNewer_ = false;
    bool moreOlder_ = false;
    std::map<Day, std::vector<DayState>> shards_; // of the days that are held
    SaidDays said_;
};

} // namespace mend::ui

Q_DECLARE_METATYPE(mend::ui::TimelineRow)
