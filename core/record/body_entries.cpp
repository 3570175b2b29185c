#include "core/record/kinds.h"

namespace mend::record {

using namespace Qt::StringLiterals;

template <>
struct Form<NoteKind> : NamedForm<noteKindFromName> {};
template <>
struct Form<Need> : NamedForm<needFromName> {};
template <>
struct Form<StepState> : NamedForm<stepStateFromName> {};

namespace {

constexpr auto note = [](auto& io, auto& f) {
    io.required(u"type"_s, f.note);
    io.text(u"text"_s, f.text);
    io.optional(u"until"_s, f.until);
};

constexpr auto moment = [](auto& io, auto& f) {
    io.required(u"strength"_s, f.strength);
    io.optional(u"need"_s, f.need);
    io.text(u"text"_s, f.text);
};

constexpr auto step = [](auto& io, auto& f) {
    io.required(u"step"_s, f.step);
    io.required(u"state"_s, f.state);
};

// Opening and withdrawing say only what they are about.
constexpr auto aboutOne = [](auto& io, auto& f) { io.required(u"about"_s, f.about); };

constexpr auto pause = [](auto& io, auto& f) { io.required(u"paused"_s, f.paused); };

} // namespace

void describe(FieldWriter& io, const NoteFields& fields) {
    note(io, fields);
}
void describe(FieldReader& io, NoteFields& fields) {
    note(io, fields);
}

void describe(FieldWriter& io, const MomentFields& fields) {
    moment(io, fields);
}
void describe(FieldReader& io, MomentFields& fields) {
    moment(io, fields);
}

void describe(FieldWriter& io, const StepFields& fields) {
    step(io, fields);
}
void describe(FieldReader& io, StepFields& fields) {
    step(io, fields);
}

void describe(FieldWriter& io, const OpenFields& fields) {
    aboutOne(io, fields);
}
void describe(FieldReader& io, OpenFields& fields) {
    aboutOne(io, fields);
}

void describe(FieldWriter& io, const WithdrawFields& fields) {
    aboutOne(io, fields);
}
void describe(FieldReader& io, WithdrawFields& fields) {
    aboutOne(io, fields);
}

void describe(FieldWriter& io, const PauseFields& fields) {
    pause(io, fields);
}
void describe(FieldReader& io, PauseFields& fields) {
    pause(io, fields);
}

} // namespace mend::record
