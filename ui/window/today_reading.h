#pragma once
// The state of the Today page, read from the Workspace and the guide.

#include "core/guide/guide.h"
#include "core/workspace/workspace.h"
#include "ui/pages/today/today_state.h"
#include "ui/window/draft_places.h"

namespace mend::ui {

// Days. Drafts older than that are not brought up again; they stay where they are.
inline constexpr int unfinishedFor = 7;

// One's own last choice of sharing lies under this name.
inline constexpr char lastShareKey[] = "share.last";

Attempt<TodayState> readToday(Workspace& workspace, const guide::Guide& guide, Day day);

} // namespace mend::ui
