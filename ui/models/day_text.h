#pragma once
// Days, schedules and states in words. People read days, never clock times of what was written.

#include "core/domain/day_state.h"
#include "core/domain/role.h"
#include "core/domain/schedule.h"

#include <QString>
#include <optional>
#include <vector>

namespace mend::ui {

// "Today", "Yesterday", "Tomorrow", else "Sunday 22 November 2026".
QString dayTitle(Day day, Day today);
// The same inside a sentence: "today", "Sunday 22 November 2026".
QString dayInSentence(Day day, Day today);
// Always with its date: "Sunday 22 November 2026".
QString fullDay(Day day);

// "every day", "on Monday and Thursday", "Monday to Friday", "twice a week", "once, on Sunday 22
// November 2026"
QString scheduleWords(const Schedule& schedule);

// "kept, and confirmed", "not kept, told first", "open", … `owner`: whose word it was, where that
// is one person's.
QString stateWords(DayState state, std::optional<mend::Person> owner = {});
// The same as a sentence, for a mark that stands alone: "Kept, and confirmed."
QString stateSentence(DayState state);
// The states of a day that have a mark: "2 kept, and confirmed; 1 partly kept". Empty for none.
QString marksWords(const std::vector<DayState>& states);
// With a large letter first.
QString capitalised(QString text);
// Whether a state is drawn: open days and those not kept are not.
bool isMarked(DayState state);

} // namespace mend::ui
