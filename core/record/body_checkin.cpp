#include "core/record/kinds.h"

namespace mend::record {

using namespace Qt::StringLiterals;

template <>
struct Form<Role> : NamedForm<roleFromName> {};
template <>
struct Form<Scale> : NamedForm<scaleFromName> {};
template <>
struct Form<CheckInText> : NamedForm<checkInTextFromName> {};
template <>
struct Form<Feeling> : NamedForm<feelingFromName> {};

namespace {

constexpr auto checkIn = [](auto& io, auto& f) {
    io.required(u"role"_s, f.role);
    io.table(u"scales"_s, f.scales);
    io.list(u"feelings"_s, f.feelings);
    io.table(u"texts"_s, f.texts);
    io.list(u"ticks"_s, f.ticks);
};

} // namespace

void describe(FieldWriter& io, const CheckInFields& fields) {
    checkIn(io, fields);
}
void describe(FieldReader& io, CheckInFields& fields) {
    checkIn(io, fields);
}

} // namespace mend::record
