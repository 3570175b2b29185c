#pragma once
// What the Timeline page shows, besides the rows of its model.

#include "ui/models/entry_text.h"

#include <optional>
#include <vector>

namespace mend::ui {

struct TimelineState {
    QString partner; // their name; empty while nobody is paired
    Day today;
    std::optional<Day> firstDay; // of all that is written; none: nothing is yet
    bool operator==(const TimelineState&) const = default;
};

// One entry, opened.
struct EntryState {
    RecordId id;
    QString whoAndWhen; // "You, Sunday 22 November 2026"
    EntryText text;
    QString listenFirst;            // what stands before words that are held back
    std::vector<EntryText> earlier; // newest first
    std::optional<QString> words;   // what its author may reword
    std::optional<QString> begun;   // new words for it, not saved yet
    bool needsWords = false;        // it may not become empty
    bool mayTakeBack = false;
    bool mayOpen = false; // sealed, and mine to open
    bool operator==(const EntryState&) const = default;
};

} // namespace mend::ui
