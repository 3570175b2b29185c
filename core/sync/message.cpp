#include "core/sync/message.h"

#include "core/record/cbor.h"
#include "core/sync/frame.h"

#include <array>

namespace mend::sync {

namespace {

using cbor::Array;
using cbor::Map;
using cbor::Value;
using namespace Qt::StringLiterals;

constexpr int versionsLimit = 16;
constexpr int capabilitiesLimit = 64;
const std::array whyNames = {u"done"_s, u"fork"_s, u"too-much"_s, u"storage"_s, u"newer-version"_s};

// --- Writing
// -----------------------------------------------------------------------------------------

Value value(const LogHead& head) {
    return Array{head.log.toByteArray(), qint64(head.seq), head.id.toByteArray()};
}
Value value(const std::optional<LogHead>& head) {
    return head ? value(*head) : Value();
}
Value value(const record::Record& r) {
    return Array{r.headerBytes, r.body ? Value(*r.body) : Value()};
}

Map fields(const Hello& hello) {
    Array versions;
    for (const qint64 version : hello.versions)
        versions.emplace_back(version);
    Array capabilities;
    for (const QString& capability : hello.capabilities)
        capabilities.emplace_back(capability);
    return {{u"t"_s, u"hello"_s},
            {u"v"_s, versions},
            {u"can"_s, capabilities},
            {u"mine"_s, value(hello.mine)},
            {u"yours"_s, value(hello.yours)},
            {u"at"_s, hello.at}};
}
Map fields(const Batch& batch) {
    Array records;
    for (const record::Record& r : batch.records)
        records.push_back(value(r));
    return {{u"t"_s, u"batch"_s},
            {u"records"_s, records},
            {u"head"_s, value(batch.head.head)},
            {u"sig"_s, batch.head.signature.toByteArray()}};
}
Map fields(const record::Ack& ack) {
    return {{u"t"_s, u"ack"_s},
            {u"mine"_s, value(ack.mine)},
            {u"held"_s, value(ack.held)},
            {u"sig"_s, ack.signature.toByteArray()}};
}
Map fields(const Lacking& lacking) {
    Array ids;
    for (const RecordId& id : lacking.ids)
        ids.emplace_back(id.toByteArray());
    return {{u"t"_s, u"lacking"_s}, {u"ids"_s, ids}};
}
Map fields(const Bodies& bodies) {
    Array list;
    for (const auto& [id, body] : bodies.bodies)
        list.emplace_back(Array{id.toByteArray(), body});
    return {{u"t"_s, u"bodies"_s}, {u"bodies"_s, list}};
}
Map fields(const PauseNow&) {
    return {{u"t"_s, u"pause"_s}};
}
Map fields(const Bye& bye) {
    return {{u"t"_s, u"bye"_s}, {u"why"_s, whyNames.at(std::size_t(bye.why))}};
}

// --- Reading
// -----------------------------------------------------------------------------------------

template <class Fixed>
std::optional<Fixed> fixed(const Value* v) {
    return v && v->bytes() ? Fixed::from(*v->bytes()) : std::nullopt;
}

std::optional<LogHead> logHead(const Value* v) {
    const Array* array = v ? v->array() : nullptr;
    if (!array || array->size() != 3)
        return std::nullopt;
    const auto log = fixed<LogId>(&(*array)[0]);
    const auto seq = (*array)[1].unsignedInteger();
    const auto id = fixed<RecordId>(&(*array)[2]);
    if (!log || !seq || !id)
        return std::nullopt;
    return LogHead{*log, *seq, *id};
}

// A head or null. False if it is neither.
bool readOptionalHead(const Value* v, std::optional<LogHead>& out) {
    if (!v || v->isNull())
        return v != nullptr;
    out = logHead(v);
    return out.has_value();
}

const Array* arrayAt(const Value& map, QStringView key, std::size_t limit) {
    const Value* v = map.at(key);
    const Array* array = v ? v->array() : nullptr;
    return array && array->size() <= limit ? array : nullptr;
}

Result<Message, MessageError> readHello(const Value& map) {
    Hello hello;
    const Array* versions = arrayAt(map, u"v", versionsLimit);
    const Array* capabilities = arrayAt(map, u"can", capabilitiesLimit);
    const Value* at = map.at(u"at");
    if (!versions || !capabilities || !at || !at->unsignedInteger())
        return fail(MessageError::Malformed);
    for (const Value& v : *versions) {
        if (!v.integer())
            return fail(MessageError::Malformed);
        hello.versions.push_back(*v.integer());
    }
    for (const Value& v : *capabilities) {
        if (!v.text())
            return fail(MessageError::Malformed);
        hello.capabilities.push_back(*v.text());
    }
    hello.at = *at->integer();
    if (!readOptionalHead(map.at(u"mine"), hello.mine) ||
        !readOptionalHead(map.at(u"yours"), hello.yours))
        return fail(MessageError::Malformed);
    return hello;
}

Result<record::Record, MessageError> readRecord(const Value& v) {
    const Array* pair = v.array();
    if (!pair || pair->size() != 2 || !(*pair)[0].bytes())
        return fail(MessageError::Malformed);
    std::optional<QByteArrayView> body;
    if (const QByteArray* bytes = (*pair)[1].bytes())
        body = *bytes;
    else if (!(*pair)[1].isNull())
        return fail(MessageError::Malformed);
    const auto r = record::read(*(*pair)[0].bytes(), body);
    if (!r)
        return fail(MessageError::BadRecord);
    return *r;
}

Result<Message, MessageError> readBatch(const Value& map) {
    const Array* records = arrayAt(map, u"records", record::batchRecordLimit);
    const auto head = logHead(map.at(u"head"));
    const auto signature = fixed<Signature>(map.at(u"sig"));
    if (!records || records->empty() || !head || !signature)
        return fail(MessageError::Malformed);
    Batch batch{{}, {*head, *signature}};
    batch.records.reserve(records->size());
    for (const Value& v : *records) {
        auto r = readRecord(v);
        if (!r)
            return fail(r.error());
        batch.records.push_back(std::move(*r));
    }
    return batch;
}

Result<Message, MessageError> readAck(const Value& map) {
    const auto mine = logHead(map.at(u"mine"));
    const auto held = logHead(map.at(u"held"));
    const auto signature = fixed<Signature>(map.at(u"sig"));
    if (!mine || !held || !signature)
        return fail(MessageError::Malformed);
    return record::Ack{*mine, *held, *signature};
}

Result<Message, MessageError> readLacking(const Value& map) {
    const Array* ids = arrayAt(map, u"ids", lackingLimit);
    if (!ids)
        return fail(MessageError::Malformed);
    Lacking lacking;
    for (const Value& v : *ids) {
        const auto id = fixed<RecordId>(&v);
        if (!id)
            return fail(MessageError::Malformed);
        lacking.ids.push_back(*id);
    }
    return lacking;
}

Result<Message, MessageError> readBodies(const Value& map) {
    const Array* list = arrayAt(map, u"bodies", lackingLimit);
    if (!list)
        return fail(MessageError::Malformed);
    Bodies bodies;
    for (const Value& v : *list) {
        const Array* pair = v.array();
        const auto id = pair && pair->size() == 2 ? fixed<RecordId>(&(*pair)[0]) : std::nullopt;
        if (!id || !(*pair)[1].bytes() || (*pair)[1].bytes()->size() > record::bodyLimit)
            return fail(MessageError::Malformed);
        bodies.bodies.emplace_back(*id, *(*pair)[1].bytes());
    }
    return bodies;
}

Result<Message, MessageError> readBye(const Value& map) {
    const Value* why = map.at(u"why");
    if (!why || !why->text())
        return fail(MessageError::Malformed);
    const auto found = std::find(whyNames.begin(), whyNames.end(), *why->text());
    return Bye{found == whyNames.end() ? Bye::Why::Done : Bye::Why(found - whyNames.begin())};
}

} // namespace

QByteArray encode(const Message& message) {
    return cbor::encode(std::visit([](const auto& m) { return fields(m); }, message));
}

Result<Message, MessageError> decode(QByteArrayView bytes) {
    const auto value = cbor::decode(bytes, frameLimit);
    if (!value)
        return fail(MessageError::NotCbor);
    const Value* type = value->at(u"t");
    if (!type || !type->text())
        return fail(MessageError::Malformed);
    const QString& name = *type->text();
    if (name == u"hello")
        return readHello(*value);
    if (name == u"batch")
        return readBatch(*value);
    if (name == u"ack")
        return readAck(*value);
    if (name == u"lacking")
        return readLacking(*value);
    if (name == u"bodies")
        return readBodies(*value);
    if (name == u"pause")
        return PauseNow{};
    if (name == u"bye")
        return readBye(*value);
    return fail(MessageError::Unknown);
}

} // namespace mend::sync
