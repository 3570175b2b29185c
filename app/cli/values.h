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
// --scale NAME=N, --feeling TAG, --text FIELD=TEXT, --tick STEP
std::optional<CheckInFields> checkInOf(const Invocation& invocation, Role role);
std::optional<CommitmentFields> commitmentOf(const Invocation& invocation, const QString& title,
                                             Day today);
// A full or shortened id.
Attempt<RecordId> idOf(Workspace& workspace, const QString& hex);

} // namespace mend::cli
