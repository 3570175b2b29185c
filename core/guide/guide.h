#pragma once
// All of Mend's guidance in one language: the two checklists, the day's prompts, Safety and the
// legend. Read once from six JSON files (resources/guide/<lang>/), strictly: a text that is
// missing, too long or misspelt is found when Mend is tested, not when somebody needs it.

#include "core/base/result.h"
#include "core/guide/pages.h"
#include "core/guide/prompts.h"
#include "core/guide/step.h"

#include <QByteArray>
#include <QString>
#include <map>
#include <optional>
#include <vector>

namespace mend::guide {

enum class GuideError {
    Unreadable,      // a file is absent, or over fileLimit
    NotJson,         // not a JSON object
    MissingField,    // a field, or one of a fixed set of names, is not there
    UnknownField,    // a field this version doesn't know
    WrongType,       // say, a number where a text belongs
    Empty,           // a blank text, or an empty list
    TooLong,         // a text over its limit
    BadText,         // control characters or broken Unicode
    BadCount,        // fewer than 2 or more than 5 things to do
    BadId,           // not the id of a step or gesture, or not of this file
    DuplicateId,     // the same id, or the same name of a fixed set, twice
    UnknownKind,     // of a step
    UnknownRelation, // or an override for a relation the step isn't for
    UnknownName,     // a scale, text, feeling, need, page section or mark nobody knows
    BadCommitment,   // a template with a schedule or time that can't be
    BadDate,         // a source's date
};
struct GuideFault {
    GuideError kind = GuideError::Unreadable;
    QString file;  // "betrayer.json"
    QString where; // "B5.how", or empty where it is the whole file
    bool operator==(const GuideFault&) const = default;
};

inline constexpr int fileLimit = 1024 * 1024; // Bytes. Ten times the longest file.

struct GuideFiles {
    QByteArray betrayer, hurt, shared, prompts, safety, marks;
};
// Reads <folder>/betrayer.json and so on, from disk or from Qt's resources (":/guide/en").
Result<GuideFiles, GuideFault> readFiles(const QString& folder);

class Guide {
public:
    static Result<Guide, GuideFault> load(const GuideFiles& files);

    // The role's own steps, then those on both checklists, as the files order them, so that a
    // group's steps stand together; in the words for this relation, without those that aren't for
    // it.
    std::vector<Step> steps(Role role, Relation relation) const;
    // Any step of either checklist; none if unknown, or not for this relation.
    std::optional<Step> step(QStringView id, Relation relation) const;

    const Prompts& prompts(Role role, Relation relation) const;
    const SafetyPage& safety() const { return safety_; }
    const Legend& marks() const { return marks_; }

private:
    Guide() = default;

    std::map<Relation, std::vector<Step>> steps_; // of both roles, in the order of the files
    std::map<std::pair<Role, Relation>, Prompts> prompts_;
    SafetyPage safety_;
    Legend marks_;
};

} // namespace mend::guide
