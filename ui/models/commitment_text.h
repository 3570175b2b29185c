#pragma once
// Commitments in sentences: when they are due, how a week went, what was said about a day.

#include "core/domain/reading.h"

#include <QString>
#include <optional>
#include <vector>

namespace mend::ui {

// "Every day, by 18:30"
QString dueWords(const CommitmentFields& fields);
// "Every day, by 18:30. From Sunday 22 November 2026. To be looked at again on …"
QString commitmentWhen(const CommitmentFields& fields, Day today);
// The week of `today`, never alone as a percentage: "This week: 5 of 6, 1 open", "This week:
// nothing was due yet".
QString keptThisWeek(const CommitmentReading& commitment, Day today);
QString keptWords(const KeptInWeek& week);
// What the one it was promised to saw: "You saw it too."; empty while nothing was said. `owned`:
// the promise is mine; `who` is the other's name.
QString viewWords(const CommitmentDay& day, bool owned, const QString& who);
// And what they said beside it: that they knew, thanks.
QStringList besideWords(const CommitmentDay& day, bool owned, const QString& who);
// A day with what both said, for tooltips and screen readers. `partner` is their name.
QString commitmentDayWords(const CommitmentReading& commitment, Day day, Day today,
                           const QString& partner);
// What can be said about a day, as its buttons say it: "not kept", "I saw it differently". Words
// that stand beside what is kept (thanks, knew before) have buttons of their own.
QString answerWord(OutcomeState state);
QString answerWord(ViewState view);
// From when a change written today counts: "This counts from tomorrow, Monday 23 November 2026."
QString changeCountsFrom(Day today);

// What is wrong with a commitment that can't be saved.
QString commitmentSentence(DomainError error);

// The day of a commitment, if something was expected or said on it.
const CommitmentDay* dayOf(const CommitmentReading& commitment, Day day);
// Whether an answer about `day` has a place: it counts on that day, and the day has come.
bool mayAnswer(const CommitmentReading& commitment, Day day, Day today);
// Whether it can be known by now that it wasn't kept on `day`.
bool mayKnow(const CommitmentReading& commitment, Day day, Day today);
// The next time of today at which it can be known of another of theirs; nothing: of no more today.
std::optional<TimeOfDay> nextToKnow(const std::vector<CommitmentReading>& commitments, Day today);

} // namespace mend::ui
