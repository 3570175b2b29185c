#pragma once
// The shorter kinds of record: notes, hard moments, shared steps, and what is said about records.

#include "core/base/bytes.h"
#include "core/domain/text.h"
#include "core/domain/time_of_day.h"

#include <optional>

namespace mend {

enum class NoteKind { Whereabouts, Reassurance, Plan };
struct NoteFields {
    NoteKind note = NoteKind::Whereabouts;
    QString text; // not blank
    std::optional<TimeOfDay> until;
    bool operator==(const NoteFields&) const = default;
};
std::optional<DomainError> check(const NoteFields& fields);
using Note = Checked<NoteFields>;

enum class Need { Listen, Hold, Space, Answer };
struct MomentFields {
    int strength = 0; // 0 to 10
    std::optional<Need> need;
    QString text;
    bool operator==(const MomentFields&) const = default;
};
std::optional<DomainError> check(const MomentFields& fields);
using Moment = Checked<MomentFields>;

enum class StepState { None, Working, Done, NotForUs };
struct StepFields {
    QString step;
    StepState state = StepState::None;
    bool operator==(const StepFields&) const = default;
};
std::optional<DomainError> check(const StepFields& fields);
using StepShared = Checked<StepFields>;

// Opens a sealed record of one's own before it is due.
struct OpenFields {
    RecordId about;
    bool operator==(const OpenFields&) const = default;
};
std::optional<DomainError> check(const OpenFields& fields);
using Open = Checked<OpenFields>;

// Takes a record's words back, of every version; the fact stays.
struct WithdrawFields {
    RecordId about;
    bool operator==(const WithdrawFields&) const = default;
};
std::optional<DomainError> check(const WithdrawFields& fields);
using Withdraw = Checked<WithdrawFields>;

// Sharing stopped for now, or goes on.
struct PauseFields {
    bool paused = true;
    bool operator==(const PauseFields&) const = default;
};
std::optional<DomainError> check(const PauseFields& fields);
using Pause = Checked<PauseFields>;

QString name(NoteKind note);
QString name(Need need);
QString name(StepState state); // "none", "working", "done", "not-for-us"
std::optional<NoteKind> noteKindFromName(QStringView name);
std::optional<Need> needFromName(QStringView name);
std::optional<StepState> stepStateFromName(QStringView name);

} // namespace mend
