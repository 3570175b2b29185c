#pragma once
// What is typed, as values; or a sentence about what is wrong with it.

#include "core/domain/checkin.h"
#include "core/domain/commitment.h"
#include "core/domain/time_of_day.h"
#include "core/workspace/workspace.h"

#include <QString>
#include <optional>

namespace mend::cli {

struct Invocation;

// Each gives nothing, after telling why, if it was typed and is wrong.
std::optional<Day> dayOr(const Invocation& invocation, const char* option, Day otherwise);
bool optionalDay(const Invocation& invocation, const char* option, std::optional<Day>& out);
bool optionalTime(const Invocation& invocation, const char* option, std::optional<TimeOfDay>& out);
// --scale NAME=N, --feeling TAG, --text FIELD=TEXT (no TEXT takes one away), --tick STEP, over what
// was there.
std::optional<CheckInFields> checkInOf(const Invocation& invocation, CheckInFields fields);
std::optional<CommitmentFields> commitmentOf(const Invocation& invocation, const QString& title,
                                             Day today);
// --timeout, from 1 to `most`; without it `usual`, or 0 for no end.
std::optional<int> secondsOf(const Invocation& invocation, std::optional<int> usual, int most);
// --listen, --no-multicast.
std::optional<NetworkChoice> networkOf(const Invocation& invocation);
// As ids are shown: the shortest beginning of at least 8 hex digits that no other entry has.
QString shortId(Workspace& workspace, const RecordId& id);
// A full or shortened id.
Attempt<RecordId> idOf(Workspace& workspace, const QString& hex);

} // namespace mend::cli
