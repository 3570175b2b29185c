#include "core/record/kinds.h"

namespace mend::record {

using namespace Qt::StringLiterals;

template <>
struct Form<Role> : NamedForm<roleFromName> {};
template <>
struct Form<Relation> : NamedForm<relationFromName> {};

namespace {

constexpr auto member = [](auto& io, auto& f) {
    io.required(u"name"_s, f.name);
    io.optional(u"role"_s, f.role);
    io.required(u"relation"_s, f.relation);
    io.required(u"askable"_s, f.mayBeAsked);
    io.required(u"identity"_s, f.identity);
    io.required(u"certificate"_s, f.certificate);
    io.required(u"sealing"_s, f.sealingKey);
    io.list(u"continues"_s, f.continues);
    io.required(u"signature"_s, f.signature);
};

constexpr auto pair = [](auto& io, auto& f) {
    io.required(u"identity"_s, f.identity);
    io.required(u"log"_s, f.log);
    io.required(u"certificate"_s, f.certificate);
    io.list(u"closes"_s, f.closes);
};

} // namespace

void describe(FieldWriter& io, const MemberFields& fields) {
    member(io, fields);
}
void describe(FieldReader& io, MemberFields& fields) {
    member(io, fields);
}

void describe(FieldWriter& io, const PairFields& fields) {
    pair(io, fields);
}
void describe(FieldReader& io, PairFields& fields) {
    pair(io, fields);
}

} // namespace mend::record
