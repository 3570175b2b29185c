#pragma once
// The timeline's rows, read from the workspace. What can't be read is told, and gives nothing.

#include "core/workspace/workspace.h"
#include "ui/models/timeline_source.h"

#include <functional>

namespace mend::ui {

class WorkspaceTimeline final : public TimelineSource {
public:
    // `workspace` outlives it.
    WorkspaceTimeline(Workspace& workspace, std::function<void(Problem)> tell);

    mend::TimelinePage older(const TimelineFilter& filter, const std::optional<TimelineKey>& before,
                             int limit) override;
    mend::TimelinePage newer(const TimelineFilter& filter, const TimelineKey& after,
                             int limit) override;
    mend::TimelinePage around(const TimelineFilter& filter, Day day, int limit) override;
    std::map<Day, int> perDay(const TimelineFilter& filter, Day from, Day to) override;
    std::vector<DayShards> shards(Day from, Day to) override;
    SaidDays said(Day from, Day to) override;
    // Every version before the one that is shown, newest first.
    std::vector<TimelineEntry> earlier(const RecordId& id);

private:
    template <class T>
    T valueOr(Attempt<T> attempt);

    Workspace& workspace_;
    std::function<void(Problem)> tell_;
};

} // namespace mend::ui
