#include "ui/window/workspace_timeline.h"

namespace mend::ui {

WorkspaceTimeline::WorkspaceTimeline(Workspace& workspace, std::function<void(Problem)> tell)
    : workspace_(workspace), tell_(std::move(tell)) {}

template <class T>
T WorkspaceTimeline::valueOr(Attempt<T> attempt) {
    if (attempt)
        return std::move(*attempt);
    tell_(attempt.error());
    return T();
}

mend::TimelinePage WorkspaceTimeline::older(const TimelineFilter& filter,
                                            const std::optional<TimelineKey>& before, int limit) {
    return valueOr(workspace_.older(filter, before, limit));
}

mend::TimelinePage WorkspaceTimeline::newer(const TimelineFilter& filter, const TimelineKey& after,
                                            int limit) {
    return valueOr(workspace_.newer(filter, after, limit));
}

mend::TimelinePage WorkspaceTimeline::around(const TimelineFilter& filter, Day day, int limit) {
    return valueOr(workspace_.around(filter, day, limit));
}

std::map<Day, int> WorkspaceTimeline::perDay(const TimelineFilter& filter, Day from, Day to) {
    return valueOr(workspace_.perDay(filter, from, to));
}

std::vector<DayShards> WorkspaceTimeline::shards(Day from, Day to) {
    return valueOr(workspace_.shards(from, to));
}

SaidDays WorkspaceTimeline::said(Day from, Day to) {
    SaidDays said;
    for (const CommitmentReading& commitment : valueOr(workspace_.commitments(from, to)))
        for (const CommitmentDay& day : commitment.days)
            said[{commitment.id, day.day}] = day.state;
    return said;
}

std::vector<TimelineEntry> WorkspaceTimeline::earlier(const RecordId& id) {
    return valueOr(workspace_.earlierVersions(id));
}

} // namespace mend::ui
