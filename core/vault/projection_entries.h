#pragma once
// Writing rows of the timeline and of its search index. The index's rows are numbered by day, then
// by number of the entry: in the timeline's order but for what stands within a day.

#include "core/domain/timeline.h"
#include "core/vault/projection_records.h"

namespace mend::vault {

struct EntryRow {
    qint64 n = 0;      // the first version
    qint64 newest = 0; // the version shown
    RecordId id;
    QString kind;
    Day day;
    UtcMillis at = 0;
    Person author = Person::Me;
    SealState seal = SealState::None;
    bool edited = false;
    bool changedBefore = false;
    bool changedAfter = false;
    bool late = false;
    bool forked = false;
    std::optional<RecordId> commitment;
    QString text; // what can be searched

    // What an entry has from its first version. `first` has a day.
    static EntryRow of(const FiledRecord& first);
};

// A million million records leave room for the days of 22,000 years.
inline constexpr int searchRowBits = 40;
constexpr qint64 searchRow(Day day, qint64 n) {
    return (qint64(day.epochDays()) << searchRowBits) + n;
}

// Of the records numbered `among`, these have entries from now on and no others. The search index,
// the dearest of all to write, is left as it is where the words stay the same.
void setEntries(Connection& connection, const std::vector<qint64>& among,
                const std::vector<EntryRow>& entries);

} // namespace mend::vault
