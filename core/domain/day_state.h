#pragma once
// What a commitment's day looks like once both have spoken (records.md, "Reading it together").

#include "core/base/day.h"
#include "core/domain/commitment.h"
#include "core/domain/outcome.h"

#include <QString>
#include <optional>
#include <span>
#include <vector>

namespace mend {

// GCC 12 takes a scoped DayState::Open for a second Open.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wshadow"
enum class DayState { Confirmed, Kept, Partly, MissedTold, Missed, Differs, Excused, Open };
#pragma GCC diagnostic pop
// "confirmed", "kept", "partly", "missed-told", "missed", "differs", "excused", "open"
QString name(DayState state);

// One outcome record of (commitment, day), in its owner's log.
struct OutcomeSeen {
    quint64 seq = 0;
    OutcomeState state = OutcomeState::Kept;
    quint64 seen = 0;      // records of the other's log its author held: those with a seq below it
    bool replaced = false; // a newer version names it
};
// One view record of (commitment, day), in the other's log.
struct ViewSeen {
    quint64 seq = 0;
    ViewState state = ViewState::Confirmed;
    quint64 seen = 0; // records of the owner's log its author held
    bool replaced = false;
};

// The state of a day. Told first: the first Missed, replaced or not, was written holding no view
// that says it wasn't kept (Differs, Noticed), and no unreplaced Noticed was written before its
// author held that Missed; both by `seen`, never by clocks. Who knew before they were told can say
// so until they are told, and nobody can take it away from then on. Of several
// unreplaced outcomes the highest seq counts; of unreplaced views the highest of Confirmed and
// Differs. Differs stands beside any outcome; without one the day is Open, whatever the views say.
// The order of either list doesn't matter.
DayState dayState(std::span<const OutcomeSeen> outcomes, std::span<const ViewSeen> views);

// A commitment as it changed: what held from which day on.
struct CommitmentSpan {
    Day from; // first day this holds
    CommitmentFields fields;
    bool paused = false; // nothing is expected
    bool ended = false;  // nothing more, ever
};
struct ChangeOn {
    Day day; // counts from the day after
    ChangeKind change = ChangeKind::Edit;
    std::optional<CommitmentFields> edited;
};
// Changes in the order they were written. Never backwards: a change whose day is before an earlier
// change's counts from the same day as that one. One before the first day counts from the first
// day. An edit to what can't be (afterEdit) changes nothing. After End nothing changes any more. No
// two spans start on one day.
std::vector<CommitmentSpan> spansOf(const CommitmentFields& first,
                                    std::span<const ChangeOn> changes);

// The days in [from, to] on which something is expected. TimesAWeek expects none on a fixed day: it
// adds `times` a week (see expectedInWeek), so that its days are those that got an outcome.
std::vector<Day> expectedDays(std::span<const CommitmentSpan> spans, Day from, Day to);
// How many days of the week starting at `monday` are expected, up to and including `until`; a week
// that is cut by start, end or pause expects no more than its active days. When `times` changes
// within a week, what was asked by then stays asked.
int expectedInWeek(std::span<const CommitmentSpan> spans, Day monday, Day until);
// True if an outcome on `day` counts: something is expected on it, or it is one its owner may pick
// (TimesAWeek).
bool mayCountOn(std::span<const CommitmentSpan> spans, Day day);

// The time of day by which it is due on `day`, as it held then.
std::optional<TimeOfDay> dueBy(std::span<const CommitmentSpan> spans, Day day);

// Kept by week: (kept + ½ partly) ÷ days answered by the owner, excused left out; twice, by the
// owner's word and where both agree. Open days are not failures.
struct KeptInWeek {
    Day monday;
    int expected = 0;
    int keptHalves = 0;   // kept × 2 + partly, by the owner's own word
    int agreedHalves = 0; // the same, of the days the other confirmed
    int answered = 0;     // days with the owner's word, without excused
    int confirmed = 0;    // of those answered, whatever the owner's word
    int open = 0;         // expected, and not a word from the owner
    int toldFirst = 0;    // MissedTold days
    bool operator==(const KeptInWeek&) const = default;
};
struct DayAndState {
    Day day;
    DayState state = DayState::Open;
    std::optional<OutcomeState> own; // the owner's word, for Differs
    bool confirmed = false;          // by the other
};
// `states` has a day once at most, in any order; days on which an outcome doesn't count
// (mayCountOn) are left out.
KeptInWeek keptInWeek(std::span<const CommitmentSpan> spans, std::span<const DayAndState> states,
                      Day monday, Day until);

} // namespace mend
