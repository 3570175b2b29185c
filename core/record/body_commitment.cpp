#include "core/record/kinds.h"

namespace mend::record {

using namespace Qt::StringLiterals;

// Seen by the record's author.
template <>
struct Form<Person> {
    static cbor::Value toCbor(Person person) { return name(person); }
    static std::optional<Person> fromCbor(const cbor::Value& value) {
        for (const Person person : {Person::Me, Person::Partner}) {
            if (value == cbor::Value(name(person)))
                return person;
        }
        return std::nullopt;
    }
};
template <>
struct Form<ChangeKind> : NamedForm<changeKindFromName> {};
template <>
struct Form<Answer> : NamedForm<answerFromName> {};

// What an edit changes a commitment to: a map of the same fields inside the change.
template <>
struct Form<CommitmentFields> {
    static cbor::Value toCbor(const CommitmentFields& fields) {
        cbor::Map map;
        FieldWriter io(map);
        describe(io, fields);
        return map;
    }
    static std::optional<CommitmentFields> fromCbor(const cbor::Value& value) {
        CommitmentFields fields;
        FieldReader io(value);
        describe(io, fields);
        return io.readable() ? std::optional(fields) : std::nullopt;
    }
};

namespace {

constexpr auto commitment = [](auto& io, auto& f) {
    io.required(u"title"_s, f.title);
    io.required(u"schedule"_s, f.schedule);
    io.optional(u"by"_s, f.by);
    io.required(u"from"_s, f.from);
    io.optional(u"until"_s, f.until);
    io.optional(u"review"_s, f.review);
    io.text(u"step"_s, f.step);
    io.required(u"for"_s, f.for_);
};

constexpr auto commitmentChange = [](auto& io, auto& f) {
    io.required(u"commitment"_s, f.commitment);
    io.required(u"change"_s, f.change);
    io.optional(u"edited"_s, f.edited);
};

constexpr auto consent = [](auto& io, auto& f) {
    io.required(u"about"_s, f.about);
    io.required(u"answer"_s, f.answer);
    io.text(u"note"_s, f.note);
};

} // namespace

void describe(FieldWriter& io, const CommitmentFields& fields) {
    commitment(io, fields);
}
void describe(FieldReader& io, CommitmentFields& fields) {
    commitment(io, fields);
}

void describe(FieldWriter& io, const CommitmentChangeFields& fields) {
    commitmentChange(io, fields);
}
void describe(FieldReader& io, CommitmentChangeFields& fields) {
    commitmentChange(io, fields);
}

void describe(FieldWriter& io, const ConsentFields& fields) {
    consent(io, fields);
}
void describe(FieldReader& io, ConsentFields& fields) {
    consent(io, fields);
}

} // namespace mend::record
