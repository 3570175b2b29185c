#pragma once
// The state of the Today page, read from the Workspace and the guide.

#include "core/guide/guide.h"
#include "core/workspace/workspace.h"
#include "ui/pages/today/today_state.h"

namespace mend::ui {

// Where the half-written things of a day lie in the vault.
struct DraftPlaces {
    explicit DraftPlaces(Day day);
    QString checkIn;                              // "today/2026-11-22"
    QString moment;                               // "today/2026-11-22/moment"
    QString note;                                 // "today/2026-11-22/note"
    QString commitment(const RecordId& id) const; // "today/2026-11-22/commitment/9f…"
};

// Days. Drafts older than that are not brought up again; they stay where they are.
inline constexpr int unfinishedFor = 7;

// One's own last choice of sharing lies under this name.
inline constexpr char lastShareKey[] = "share.last";

Attempt<TodayState> readToday(Workspace& workspace, const guide::Guide& guide, Day day);

} // namespace mend::ui
