#pragma once
// What an entry of the timeline says, in sentences: "Home by 18:30: not kept. You said so first."
// Used wherever entries are read, so that one thing is said in one way.

#include "core/domain/timeline.h"

#include <QString>
#include <QStringList>
#include <functional>
#include <optional>

namespace mend::ui {

// What a sentence needs to know besides the entry.
struct EntryReader {
    QString partner; // their name; empty where nobody is paired
    Day today;
    // A step's title in the guide's words; may be unset, or answer an empty text.
    std::function<QString(const QString& step)> stepTitle;
    // What somebody needs in a hard moment, as the guide words it for this relation; likewise.
    std::function<QString(Need need)> need;
};

struct EntryText {
    QString title;       // one line: what it is
    QString body;        // what was written, plain text, may have lines; often empty
    QStringList remarks; // "edited", "written later", …
    bool quiet = false;  // one line without words of its own: withdrawn, sealed, unknown, seen
    QString held = {};   // the other's words in a hard moment: read once one is ready to listen
    bool operator==(const EntryText&) const = default;
};

// `state`: how the day of the entry's commitment stands, for outcomes.
EntryText entryText(const TimelineEntry& entry, const EntryReader& reader,
                    std::optional<DayState> state = {});
// What stands below an entry in a list: its remarks, and that held words want to be listened to.
QString remarksLine(const EntryText& text);
// All of it in one line, for a screen reader and for lists: title, words, remarks.
QString oneLine(const EntryText& text);

// Short words for what a check-in holds: "safety", "hopeful", "What helped".
QString scaleWord(Scale scale);
QString feelingWord(Feeling feeling);
QString promptWord(CheckInText text);
QString stepStateWord(StepState state);
// "Check-in", "Note", … for filters and for what was taken back; empty kinds are unknown ones.
QString kindWord(std::optional<Kind> kind);

// The part of a content its author may reword (a note's or moment's text, the note beside an
// outcome or view); none where there is nothing to reword.
std::optional<QString> ownWords(const Content& content);
// The same content with other words; none if they are not valid there (a blank note, too long).
std::optional<Content> withWords(const Content& content, const QString& words);

} // namespace mend::ui
