#pragma once
// How a commitment went on a day: its owner's word, and what the other saw. The day is the
// record's.

#include "core/base/bytes.h"
#include "core/domain/text.h"

#include <optional>

namespace mend {

enum class OutcomeState { Kept, Partly, Missed, Excused };
struct OutcomeFields {
    RecordId commitment;
    OutcomeState state = OutcomeState::Kept;
    QString note;
    bool operator==(const OutcomeFields&) const = default;
};
std::optional<DomainError> check(const OutcomeFields& fields);
using Outcome = Checked<OutcomeFields>;

// Noticed: "I knew before you said". Thanks stands beside the others and changes no state.
enum class ViewState { Confirmed, Differs, Noticed, Thanks };
struct ViewFields {
    RecordId commitment;
    ViewState state = ViewState::Confirmed;
    QString note;
    bool operator==(const ViewFields&) const = default;
};
std::optional<DomainError> check(const ViewFields& fields);
using View = Checked<ViewFields>;

QString name(OutcomeState state);
QString name(ViewState state);
std::optional<OutcomeState> outcomeStateFromName(QStringView name);
std::optional<ViewState> viewStateFromName(QStringView name);

} // namespace mend
