#include "core/record/body.h"

#include "core/record/kinds.h"

#include <utility>

namespace mend::record {

namespace {

const QString saltKey = QStringLiteral("salt");
const QString replacesKey = QStringLiteral("replaces");

template <class Checked>
Result<Content, RecordError> readContent(const cbor::Value& map) {
    auto fields = std::decay_t<decltype(std::declval<Checked>().fields())>();
    FieldReader io(map);
    describe(io, fields);
    if (!io.readable())
        return fail(RecordError::Unreadable);
    auto checked = Checked::create(std::move(fields));
    if (!checked)
        return fail(RecordError::AgainstRules);
    return Content(std::move(*checked));
}

// One reader for each of Content's types, in the order of Kind.
template <std::size_t... I>
Result<Content, RecordError> readKind(Kind kind, const cbor::Value& map,
                                      std::index_sequence<I...>) {
    using Reader = Result<Content, RecordError> (*)(const cbor::Value&);
    static constexpr Reader readers[] = {readContent<std::variant_alternative_t<I, Content>>...};
    return readers[std::size_t(kind)](map);
}

RecordError errorOf(cbor::CborError error) {
    switch (error) {
    case cbor::CborError::TooLarge:
        return RecordError::TooLarge;
    case cbor::CborError::TooMany:
        return RecordError::Unreadable;
    case cbor::CborError::TooDeep:
    case cbor::CborError::Malformed:
    case cbor::CborError::NotDeterministic:
        break;
    }
    return RecordError::Malformed;
}

} // namespace

Result<QByteArray, RecordError> encodeBody(const Body& body, const Salt& salt) {
    cbor::Map map;
    FieldWriter io(map);
    std::visit([&](const auto& content) { describe(io, content.fields()); }, body.content);
    io.required(saltKey, salt);
    io.optional(replacesKey, body.replaces);
    const QByteArray bytes = cbor::encode(map);
    if (bytes.size() > bodyLimit)
        return fail(RecordError::TooLarge);
    return bytes;
}

Result<Body, RecordError> decodeBody(QStringView kind, QByteArrayView bytes) {
    const auto map = cbor::decode(bytes, bodyLimit, bodyValues);
    if (!map)
        return fail(errorOf(map.error()));
    const cbor::Value* salt = map->at(saltKey);
    if (!salt || !Form<Salt>::fromCbor(*salt))
        return fail(RecordError::Malformed);
    const auto known = kindFromName(kind);
    if (!known)
        return fail(RecordError::UnknownKind);
    FieldReader io(*map);
    std::optional<RecordId> replaces;
    io.optional(replacesKey, replaces);
    if (!io.readable())
        return fail(RecordError::Unreadable);
    auto content = readKind(*known, *map, std::make_index_sequence<std::variant_size_v<Content>>());
    if (!content)
        return fail(content.error());
    return Body{std::move(*content), replaces};
}

} // namespace mend::record
