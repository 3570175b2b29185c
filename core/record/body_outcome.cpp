#include "core/record/kinds.h"

namespace mend::record {

using namespace Qt::StringLiterals;

template <>
struct Form<OutcomeState> : NamedForm<outcomeStateFromName> {};
template <>
struct Form<ViewState> : NamedForm<viewStateFromName> {};

namespace {

constexpr auto word = [](auto& io, auto& f) {
    io.required(u"commitment"_s, f.commitment);
    io.required(u"state"_s, f.state);
    io.text(u"note"_s, f.note);
};

} // namespace

void describe(FieldWriter& io, const OutcomeFields& fields) {
    word(io, fields);
}
void describe(FieldReader& io, OutcomeFields& fields) {
    word(io, fields);
}

void describe(FieldWriter& io, const ViewFields& fields) {
    word(io, fields);
}
void describe(FieldReader& io, ViewFields& fields) {
    word(io, fields);
}

} // namespace mend::record
