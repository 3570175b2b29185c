#pragma once
// The shared history as it is read: entries of the timeline, pages of them, and what a day holds.
// Filled by the vault's projection, shown by the models.

#include "core/base/bytes.h"
#include "core/base/clock.h"
#include "core/domain/content.h"
#include "core/domain/day_state.h"
#include "core/domain/role.h"

#include <optional>
#include <set>
#include <vector>

namespace mend {

enum class SealState {
    None,      // its words are here
    Sealed,    // its words are not here yet, or were not given yet
    Withdrawn, // taken back by its author
    Lost,      // died with a lost computer before they were given
};
QString name(SealState state); // "none", "sealed", "withdrawn", "lost"

struct TimelineEntry {
    RecordId id;      // of the first version: stays the same through edits
    RecordId newest;  // of the version shown
    QString kind;     // a name of Kind, or another for one made with a newer Mend
    Day day;          // the day it is about
    UtcMillis at = 0; // of the first version, by its author's clock
    Person by = Person::Me;
    std::optional<Content> content; // nothing while sealed, withdrawn, unknown or unreadable
    SealState seal = SealState::None;
    bool edited = false;
    bool changedBeforeOpening = false;  // a version was replaced before it was given
    bool changedAfterOpening = false;   // a version was written knowing the other's
    bool late = false;                  // written more than three days after its day
    bool forked = false;                // one of two branches of a copied or restored log
    std::optional<RecordId> commitment; // what an outcome, view, consent or change is about
    QString commitmentTitle;
};

// Where an entry stands in the timeline: newest day first, then by time, then by id.
struct TimelineKey {
    Day day;
    UtcMillis at = 0;
    RecordId id;
    auto operator<=>(const TimelineKey&) const = default;
};

struct TimelineFilter {
    std::set<QString> kinds; // empty: all
    std::optional<Person> by;
    bool onlyCommitments = false; // commitments, changes, consents, outcomes, views
    QString search;               // words that must all occur; empty: all
    std::optional<Day> from;
    std::optional<Day> to;
    bool operator==(const TimelineFilter&) const = default;
};

struct TimelinePage {
    std::vector<TimelineEntry> entries; // newest first
    bool moreNewer = false;
    bool moreOlder = false;
};

// The shards of a day on the seam: each commitment that was due, or spoken about.
struct DayShards {
    Day day;
    std::vector<DayState> states; // at most what was due; Open and Missed make no shard when drawn
};

} // namespace mend
