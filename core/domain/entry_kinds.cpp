#include "core/domain/entry_kinds.h"

#include "core/domain/names.h"

namespace mend {

namespace {

constexpr int strongest = 10; // of a hard moment

constexpr Names<3> noteNames = {QLatin1String("whereabouts"), QLatin1String("reassurance"),
                                QLatin1String("plan")};
constexpr Names<4> needNames = {QLatin1String("listen"), QLatin1String("hold"),
                                QLatin1String("space"), QLatin1String("answer")};
constexpr Names<4> stepNames = {QLatin1String("none"), QLatin1String("working"),
                                QLatin1String("done"), QLatin1String("not-for-us")};

std::optional<DomainError> checkReference(const RecordId& about) {
    if (about == RecordId())
        return DomainError::BadReference;
    return std::nullopt;
}

} // namespace

std::optional<DomainError> check(const NoteFields& fields) {
    if (const auto wrong = checkText(fields.text))
        return wrong;
    if (isBlank(fields.text))
        return DomainError::Empty;
    return std::nullopt;
}

std::optional<DomainError> check(const MomentFields& fields) {
    if (fields.strength < 0 || fields.strength > strongest)
        return DomainError::BadStrength;
    return checkText(fields.text);
}

std::optional<DomainError> check(const StepFields& fields) {
    if (!isStepId(fields.step))
        return DomainError::BadStep;
    return std::nullopt;
}

std::optional<DomainError> check(const OpenFields& fields) {
    return checkReference(fields.about);
}

std::optional<DomainError> check(const WithdrawFields& fields) {
    return checkReference(fields.about);
}

std::optional<DomainError> check(const PauseFields&) {
    return std::nullopt; // either value says something
}

QString name(NoteKind note) {
    return nameIn(noteNames, note);
}

QString name(Need need) {
    return nameIn(needNames, need);
}

QString name(StepState state) {
    return nameIn(stepNames, state);
}

std::optional<NoteKind> noteKindFromName(QStringView name) {
    return valueIn<NoteKind>(noteNames, name);
}

std::optional<Need> needFromName(QStringView name) {
    return valueIn<Need>(needNames, name);
}

std::optional<StepState> stepStateFromName(QStringView name) {
    return valueIn<StepState>(stepNames, name);
}

} // namespace mend
