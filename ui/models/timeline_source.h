#pragma once
// Where the timeline's rows come from. The window reads them from the workspace; tests make them.

#include "core/domain/timeline.h"

#include <map>
#include <utility>
#include <vector>

namespace mend::ui {

// How the day of each commitment stands.
using SaidDays = std::map<std::pair<RecordId, Day>, DayState>;

class TimelineSource {
public:
    virtual ~TimelineSource() = default;
    // Entries before `before`, or the newest; newest first, at most `limit`.
    virtual mend::TimelinePage older(const TimelineFilter& filter,
                                     const std::optional<TimelineKey>& before, int limit) = 0;
    // The `limit` entries next to `after` towards today; newest first.
    virtual mend::TimelinePage newer(const TimelineFilter& filter, const TimelineKey& after,
                                     int limit) = 0;
    // Those of `day` and earlier; newest first.
    virtual mend::TimelinePage around(const TimelineFilter& filter, Day day, int limit) = 0;
    virtual std::map<Day, int> perDay(const TimelineFilter& filter, Day from, Day to) = 0;
    virtual std::vector<DayShards> shards(Day from, Day to) = 0;
    virtual SaidDays said(Day from, Day to) = 0;
};

} // namespace mend::ui
