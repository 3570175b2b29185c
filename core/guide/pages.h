#pragma once
// Texts that are pages of their own: Safety, and the legend of the marks.

#include "core/domain/day_state.h"

#include <QDate>
#include <QString>
#include <QStringList>
#include <vector>

namespace mend::guide {

// A number to call, with where it is written and since when: no number without both.
struct EmergencyNumber {
    QString number; // "112"
    QString where;  // "In the European Union"
    QString source;
    QDate date; // of the source
};

struct SafetySection {
    QString id; // "signs", "stop", "device", "leave", "danger", "life", "help"
    QString title;
    QStringList text;   // paragraphs
    QStringList points; // a list below them, may be empty
    std::vector<EmergencyNumber> numbers;
};

struct SafetyPage {
    QString title;
    std::vector<SafetySection> sections;
};

// One line of "What the marks mean"; the window's own words for the state stand above it.
struct Mark {
    DayState state = DayState::Open;
    QString text;
};

struct Legend {
    QString title;
    std::vector<Mark> marks; // one a DayState
    const Mark& of(DayState state) const;
};

} // namespace mend::guide
