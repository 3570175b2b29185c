#include "core/domain/outcome.h"

#include "core/domain/names.h"

namespace mend {

namespace {

constexpr Names<4> outcomeNames = {QLatin1String("kept"), QLatin1String("partly"),
                                   QLatin1String("missed"), QLatin1String("excused")};
constexpr Names<4> viewNames = {QLatin1String("confirmed"), QLatin1String("differs"),
                                QLatin1String("noticed"), QLatin1String("thanks")};

std::optional<DomainError> checkAbout(const RecordId& commitment, const QString& note) {
    if (commitment == RecordId())
        return DomainError::BadReference;
    return checkText(note);
}

} // namespace

std::optional<DomainError> check(const OutcomeFields& fields) {
    return checkAbout(fields.commitment, fields.note);
}

std::optional<DomainError> check(const ViewFields& fields) {
    return checkAbout(fields.commitment, fields.note);
}

QString name(OutcomeState state) {
    return nameIn(outcomeNames, state);
}

QString name(ViewState state) {
    return nameIn(viewNames, state);
}

std::optional<OutcomeState> outcomeStateFromName(QStringView name) {
    return valueIn<OutcomeState>(outcomeNames, name);
}

std::optional<ViewState> viewStateFromName(QStringView name) {
    return valueIn<ViewState>(viewNames, name);
}

} // namespace mend
