#pragma once
// What a record can say: one value type a kind. Kinds this version doesn't know are carried as
// bytes.

#include "core/domain/checkin.h"
#include "core/domain/commitment.h"
#include "core/domain/entry_kinds.h"
#include "core/domain/member.h"
#include "core/domain/outcome.h"

#include <optional>
#include <variant>
#include <vector>

namespace mend {

// GCC 12 takes a scoped Kind::Member for a second Member.
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wshadow"
enum class Kind {
    Member,
    Pair,
    CheckIn,
    Commitment,
    CommitmentChange,
    Consent,
    Outcome,
    View,
    Note,
    Moment,
    Step,
    Open,
    Withdraw,
    Pause
};
#pragma GCC diagnostic pop
// "member", "pair", "checkin", "commitment", "commitment.change", …
QString name(Kind kind);
std::optional<Kind> kindFromName(QStringView name);

// In the order of Kind.
using Content = std::variant<Member, Pair, CheckIn, Commitment, CommitmentChange, Consent, Outcome,
                             View, Note, Moment, StepShared, Open, Withdraw, Pause>;
Kind kindOf(const Content& content);

// The record a content is about (a commitment, what is opened or withdrawn), if it is about one.
std::optional<RecordId> about(const Content& content);

// Everything a person can read in a content, for full-text search and for showing: one line a text.
QString searchText(const Content& content);

// --- Rules: who may say what about what (records.md, "What may name what") ---

struct Naming {
    Kind namer = Kind::Outcome;
    Kind named = Kind::Commitment;
    bool sameAuthor = false;   // the namer wrote what it names
    Person owner = Person::Me; // whose the named commitment is, seen by the NAMER's author
    bool proposed = false;     // the named commitment still waits for consent
};
// True if `namer` may be about `named`.
bool mayName(const Naming& naming);
// True if a record of `kind` may replace one of `replaced`: same kind, same author, and the kind
// allows versions. A commitment is edited by `commitment.change`, so that the other sees from when;
// what runs the log has no versions but `member`.
bool mayReplace(Kind kind, Kind replaced, bool sameAuthor);
// Promises and answers can't be withdrawn, nor can what runs the log.
bool mayWithdraw(Kind kind);
// Kinds whose records may be sealed "together", paired by day.
bool maySealTogether(Kind kind);
// Kinds whose header must carry a day.
bool needsDay(Kind kind);
// Kinds that make an entry on the timeline. Consent "no" and proposals don't (declining leaves
// none); that is the projection's to look at.
bool onTimeline(Kind kind);

} // namespace mend
