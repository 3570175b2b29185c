#pragma once
// A promise that can be checked: what, when, until when; its changes, and the other's consent where
// it was asked for.

#include "core/base/bytes.h"
#include "core/domain/role.h"
#include "core/domain/schedule.h"
#include "core/domain/text.h"
#include "core/domain/time_of_day.h"

#include <optional>

namespace mend {

struct CommitmentFields {
    QString title;               // one line, at most lineLimit
    Schedule schedule = Daily{}; // Once: not before from
    std::optional<TimeOfDay> by;
    Day from;
    std::optional<Day> until;  // last day, from or later
    std::optional<Day> review; // when it is looked at again: after from, by at most 26 weeks
    QString step;              // the step it grew from, or empty
    Person for_ = Person::Me;  // whose it will be, seen by its author: Partner = asked of them
    bool operator==(const CommitmentFields&) const = default;
};
// A promise that would limit whom the other may see is nobody's to ask for ("Not alone with …",
// step B26): it is made by its owner alone, and refused with for_ Partner.
bool isForOwnerOnly(QStringView step);
std::optional<DomainError> check(const CommitmentFields& fields);
// As an edit written on `day` left it: the 26 weeks count from there.
std::optional<DomainError> check(const CommitmentFields& fields, Day day);
using Commitment = Checked<CommitmentFields>;

// What holds after an edit written on `day`: all of `edited`, but first day and owner stay. Nothing
// where that can't be: it would end, fall or be looked at before the first day, be looked at more
// than 26 weeks after `day`, or ask of the other what is its owner's alone to promise.
std::optional<CommitmentFields> afterEdit(const CommitmentFields& before,
                                          const CommitmentFields& edited, Day day);

// GCC 12 takes a scoped ChangeKind::Pause for a second Pause.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wshadow"
enum class ChangeKind { Edit, Pause, Resume, End };
#pragma GCC diagnostic pop
struct CommitmentChangeFields {
    RecordId commitment;
    ChangeKind change = ChangeKind::Edit;
    // With Edit, and only then; `for_` and `from` stay as they were.
    std::optional<CommitmentFields> edited;
    bool operator==(const CommitmentChangeFields&) const = default;
};
// Empty: an edit without what it edits to, or another change with it. What it edits to is checked
// like a commitment, but for how long until the review: a fields' `from` may lie years back, and
// the day of the edit is its record's (afterEdit).
std::optional<DomainError> check(const CommitmentChangeFields& fields);
using CommitmentChange = Checked<CommitmentChangeFields>;

enum class Answer { Yes, No, Change };
struct ConsentFields {
    RecordId about; // a commitment that was asked of me
    Answer answer = Answer::No;
    QString note; // with Change: what should be different
    bool operator==(const ConsentFields&) const = default;
};
std::optional<DomainError> check(const ConsentFields& fields);
using Consent = Checked<ConsentFields>;

QString name(ChangeKind change);
QString name(Answer answer);
std::optional<ChangeKind> changeKindFromName(QStringView name);
std::optional<Answer> answerFromName(QStringView name);

} // namespace mend
