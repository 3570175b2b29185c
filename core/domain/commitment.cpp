#include "core/domain/commitment.h"

#include "core/domain/names.h"

#include <algorithm>

namespace mend {

namespace {

constexpr int longestReview =
    26 * 7; // Days. Half a year: nothing agreed stands unlooked-at for longer.

constexpr Names<4> changeNames = {QLatin1String("edit"), QLatin1String("pause"),
                                  QLatin1String("resume"), QLatin1String("end")};
constexpr Names<3> answerNames = {QLatin1String("yes"), QLatin1String("no"),
                                  QLatin1String("change")};

bool daysInOrder(const CommitmentFields& fields) {
    if (fields.until && *fields.until < fields.from)
        return false;
    if (fields.review && *fields.review <= fields.from)
        return false;
    const Once* once = std::get_if<Once>(&fields.schedule);
    return !once || once->day >= fields.from;
}

bool isReviewedInTime(const CommitmentFields& fields, Day written) {
    return !fields.review || fields.review->daysSince(written) <= longestReview;
}

bool asksWhatIsNotToBeAsked(const CommitmentFields& fields) {
    return fields.for_ == Person::Partner && isForOwnerOnly(fields.step);
}

std::optional<DomainError> checkTerms(const CommitmentFields& fields) {
    if (const auto wrong = checkLine(fields.title))
        return wrong;
    if (const auto wrong = check(fields.schedule))
        return wrong;
    if (!daysInOrder(fields))
        return DomainError::BadDay;
    if (!fields.step.isEmpty() && !isStepId(fields.step))
        return DomainError::BadStep;
    if (asksWhatIsNotToBeAsked(fields))
        return DomainError::BadStep;
    return std::nullopt;
}

} // namespace

bool isForOwnerOnly(QStringView step) {
    return step == u"B26";
}

std::optional<DomainError> check(const CommitmentFields& fields) {
    return check(fields, fields.from);
}

std::optional<DomainError> check(const CommitmentFields& fields, Day day) {
    if (const auto wrong = checkTerms(fields))
        return wrong;
    if (!isReviewedInTime(fields, std::max(day, fields.from)))
        return DomainError::BadDay;
    return std::nullopt;
}

std::optional<CommitmentFields> afterEdit(const CommitmentFields& before,
                                          const CommitmentFields& edited, Day day) {
    CommitmentFields after = edited;
    after.from = before.from;
    after.for_ = before.for_;
    if (!daysInOrder(after) || !isReviewedInTime(after, std::max(day, after.from)) ||
        asksWhatIsNotToBeAsked(after))
        return std::nullopt;
    return after;
}

std::optional<DomainError> check(const CommitmentChangeFields& fields) {
    if (fields.commitment == RecordId())
        return DomainError::BadReference;
    if (fields.edited.has_value() != (fields.change == ChangeKind::Edit))
        return DomainError::Empty;
    return fields.edited ? checkTerms(*fields.edited) : std::nullopt;
}

std::optional<DomainError> check(const ConsentFields& fields) {
    if (fields.about == RecordId())
        return DomainError::BadReference;
    return checkText(fields.note);
}

QString name(ChangeKind change) {
    return nameIn(changeNames, change);
}

QString name(Answer answer) {
    return nameIn(answerNames, answer);
}

std::optional<ChangeKind> changeKindFromName(QStringView name) {
    return valueIn<ChangeKind>(changeNames, name);
}

std::optional<Answer> answerFromName(QStringView name) {
    return valueIn<Answer>(answerNames, name);
}

} // namespace mend
