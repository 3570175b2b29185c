#pragma once
// The words of the day: check-in, hard moment, gesture ideas and reassurance, for one role and
// relation.

#include "core/domain/checkin.h"
#include "core/domain/entry_kinds.h"

#include <QString>
#include <QStringList>
#include <vector>

namespace mend::guide {

struct ScalePrompt {
    Scale scale = Scale::Safety;
    QString label; // "How safe does it feel?"
    QString low;   // what 0 means
    QString high;  // what 10 means
    bool operator==(const ScalePrompt&) const = default;
};

struct TextPrompt {
    CheckInText text = CheckInText::Helped;
    QString label;
    QString hint; // an example, or what it is for; may be empty
    bool operator==(const TextPrompt&) const = default;
};

struct FeelingLabel {
    Feeling feeling = Feeling::Calm;
    QString label;
    bool operator==(const FeelingLabel&) const = default;
};

struct NeedLabel {
    Need need = Need::Listen;
    QString label;
    bool operator==(const NeedLabel&) const = default;
};

// A small thing to do for the other (B16, B23, B25).
struct GestureIdea {
    QString id; // G1 …
    QString text;
    QString pace; // what to mind about the other's pace; empty where nothing is
    bool operator==(const GestureIdea&) const = default;
};

struct MomentPrompts {
    QString what;        // label of the text field
    QString strengthLow; // what 0 means
    QString strengthHigh;
    std::vector<NeedLabel> needs; // in the order of Need
    QString listenFirst;          // shown to the other before they read it (B4)
    bool operator==(const MomentPrompts&) const = default;
};

struct Prompts {
    std::vector<ScalePrompt> scales; // as scalesOf(role)
    std::vector<TextPrompt> texts;   // in the order of CheckInText
    std::vector<FeelingLabel> feelings;
    MomentPrompts moment;
    QStringList
        reassurances; // starts of a note, never sent unedited (B17); none for the one who was hurt
    std::vector<GestureIdea> gestures; // none for the one who was hurt
    bool operator==(const Prompts&) const = default;
};

} // namespace mend::guide
