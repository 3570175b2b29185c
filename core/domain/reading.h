#pragma once
// What pages read: commitments with their days, the check-in of a day, the partner's card, private
// things.

#include "core/domain/timeline.h"

#include <QString>
#include <optional>
#include <vector>

namespace mend {

enum class CommitmentState { Proposed, Active, Paused, Ended, Declined };
QString name(CommitmentState state); // "proposed", "active", "paused", "ended", "declined"

struct CommitmentDay {
    Day day;
    DayState state = DayState::Open;
    std::optional<OutcomeState> outcome; // the owner's newest word
    std::optional<RecordId> outcomeId;
    QString outcomeNote;
    std::optional<ViewState> view; // the other's newest of Confirmed and Differs
    std::optional<RecordId> viewId;
    QString viewNote;
    bool noticed = false;
    bool thanked = false;
};

struct CommitmentReading {
    RecordId id;
    Person owner = Person::Me;
    Person proposer = Person::Me; // who wrote it
    CommitmentState state = CommitmentState::Active;
    CommitmentFields now; // as it holds today (after edits)
    std::vector<CommitmentSpan> spans;
    bool atHome =
        false; // mine, and whoever shares with me doesn't hold it: made before, or for another
    std::optional<Answer> answer; // the newest consent, if it was asked
    QString answerNote;
    bool dueToday = false;           // today's time of day (CommitmentFields::by) has come
    std::vector<CommitmentDay> days; // of the asked range, those expected or spoken about
};

// How many notes and moments of a day a card has room for, the newest. Whoever makes more is read
// on the timeline, a page at a time.
struct CardRoom {
    int notes = 64;
    int moments = 64;
};

// The other's check-in of a day, or what stands in its place.
struct PartnerCard {
    Day day;
    std::optional<TimelineEntry> checkIn; // the newest shared one of that day
    bool opensWhenBothShared = false;     // sealed, and mine isn't there yet
    std::vector<TimelineEntry> notes;     // of that day, newest first
    std::vector<TimelineEntry> moments;   // hard ones that are shared, of that day, newest first
    bool more = false;                    // there are, or may be, others
};

// What this computer holds of my own check-in of a day.
struct MyCheckIn {
    std::optional<TimelineEntry> shared; // the newest version, with its words
    Share share = Share::Private;
    bool given = false; // the other has been given its words: taking back is withdrawing
};

// --- Private: tables that never touch a log ---

struct PrivateCheckIn {
    qint64 id = 0;
    Day day;
    UtcMillis at = 0;
    CheckInFields fields; // all of it, scales and ticks included
};
struct PrivateMoment {
    qint64 id = 0;
    Day day;
    UtcMillis at = 0;
    MomentFields fields;
};
struct JournalEntry {
    qint64 id = 0;
    Day day;
    UtcMillis at = 0;
    QString text; // Markdown, at most 256 KiB
};

struct StepReading {
    QString id;
    StepState state = StepState::None;
    bool shared = false;
};

// How far the sharing of what I wrote has come.
struct SharingCounts {
    quint64 mine = 0;     // records in my live log
    quint64 theirs = 0;   // records held of the other's
    quint64 theyHold = 0; // of mine, as they last said
    quint64 sealed = 0;   // sealed records of mine whose words were not given yet
    quint64 waiting() const { return mine > theyHold ? mine - theyHold : 0; }
};

} // namespace mend
