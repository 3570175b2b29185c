#pragma once
// One step of a checklist (guidance.md), with the words for one relation already in place.

#include "core/domain/role.h"
#include "core/domain/schedule.h"
#include "core/domain/time_of_day.h"

#include <QString>
#include <QStringList>
#include <optional>
#include <vector>

namespace mend::guide {

// Whose checklist a step stands on.
enum class Side { Betrayer, Hurt, Both };

enum class StepKind {
    Once,     // a thing to do and be done with
    Daily,    // a tick in the day's check-in
    Ongoing,  // a practice to keep working on
    Exercise, // opens a guided page
};
// "once", "daily", "ongoing", "exercise"
QString name(StepKind kind);
std::optional<StepKind> stepKindFromName(QStringView name);

// What a commitment that grows from the step starts as; its owner changes it freely.
struct CommitmentTemplate {
    QString title;
    Schedule schedule = Daily{};
    std::optional<TimeOfDay> by;
    bool operator==(const CommitmentTemplate&) const = default;
};

// Lengths, in UTF-16 code units.
inline constexpr int titleLimit = 60;      // a line of the checklist
inline constexpr int whyLimit = 300;       // three sentences
inline constexpr int howLimit = 160;       // one thing to do
inline constexpr int paragraphLimit = 400; // a paragraph of a guided page
// A step names so many things to do.
inline constexpr int howFewest = 2;
inline constexpr int howMost = 5;

struct Step {
    QString id; // B1 … B30, H1 … H8, S1 … S7
    Side side = Side::Both;
    std::vector<StepKind> kinds; // at least one, the main one first
    QString group;               // the checklist's section it stands in
    QString title;
    QString why;
    QStringList how;  // 2 to 5 things to do
    QStringList more; // paragraphs of the guided page, often none
    QString opens;    // the page or exercise that does it ("apology"), empty if it is words alone
    std::optional<CommitmentTemplate> commitment;
    std::optional<QString>
        tick;            // the wording of its daily tick: there for daily steps, and only for them
    QStringList sources; // the points of guidance it comes from, at least one

    bool is(StepKind kind) const;
};

} // namespace mend::guide
