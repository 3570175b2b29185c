#include "core/record/header.h"

#include "core/crypto/hash.h"
#include "core/record/cbor.h"

#include <algorithm>

namespace mend::record {

namespace {

constexpr qint64 version = 1;
constexpr std::size_t elements = 10;
constexpr qsizetype kindLimit = 64; // Bytes.
constexpr UtcMillis minuteMs = 60000;

// Where each field stands in the array.
enum Field : std::size_t { Version, Log, Seq, Prev, Kind, DayOf, At, Seen, SealOf, Hash };

bool isKind(const QString& kind) {
    const auto allowed = [](QChar c) { return (c >= u'a' && c <= u'z') || c == u'.'; };
    return !kind.isEmpty() && kind.size() <= kindLimit &&
           std::all_of(kind.begin(), kind.end(), allowed);
}

template <class Fixed>
std::optional<Fixed> fixedBytes(const cbor::Value& value) {
    return value.bytes() ? Fixed::from(*value.bytes()) : std::nullopt;
}

std::optional<Seal> sealFrom(const cbor::Value& value) {
    const auto number = value.integer();
    if (!number || *number < int(Seal::None) || *number > int(Seal::WhenAsked))
        return std::nullopt;
    return Seal(*number);
}

// seq 0 opens a log and follows nothing; every other one follows something.
bool readPrev(const cbor::Value& value, Header& header) {
    if (value.isNull())
        return header.seq == 0;
    header.prev = fixedBytes<RecordId>(value);
    return header.prev && header.seq > 0;
}

bool readDay(const cbor::Value& value, Header& header) {
    if (value.isNull())
        return true;
    if (const auto days = value.integer())
        header.day = Day::fromEpochDays(*days);
    return header.day.has_value();
}

bool readAt(const cbor::Value& value, Header& header) {
    const auto at = value.unsignedInteger();
    if (!at || *at % minuteMs != 0)
        return false;
    header.at = UtcMillis(*at);
    return true;
}

std::optional<Header> fromArray(const cbor::Array& array) {
    const auto log = fixedBytes<LogId>(array[Log]);
    const auto seq = array[Seq].unsignedInteger();
    const QString* kind = array[Kind].text();
    const auto seen = array[Seen].unsignedInteger();
    const auto seal = sealFrom(array[SealOf]);
    const auto hash = fixedBytes<BodyHash>(array[Hash]);
    if (!log || !seq || !kind || !isKind(*kind) || !seen || !seal || !hash)
        return std::nullopt;
    Header header;
    header.log = *log;
    header.seq = *seq;
    header.kind = *kind;
    header.seen = *seen;
    header.seal = *seal;
    header.bodyHash = *hash;
    if (!readPrev(array[Prev], header) || !readDay(array[DayOf], header) ||
        !readAt(array[At], header))
        return std::nullopt;
    return header;
}

} // namespace

QByteArray encode(const Header& header) {
    using cbor::Value;
    return cbor::encode(Value(cbor::Array{
        Value(version),
        Value(header.log.toByteArray()),
        Value(header.seq),
        header.prev ? Value(header.prev->toByteArray()) : Value(),
        Value(header.kind),
        header.day ? Value(header.day->epochDays()) : Value(),
        Value(header.at),
        Value(header.seen),
        Value(int(header.seal)),
        Value(header.bodyHash.toByteArray()),
    }));
}

Result<Header, RecordError> decodeHeader(QByteArrayView bytes) {
    const auto value = cbor::decode(bytes, headerLimit);
    if (!value)
        return fail(value.error() == cbor::CborError::TooLarge ? RecordError::TooLarge
                                                               : RecordError::Malformed);
    const cbor::Array* array = value->array();
    const auto number = array && !array->empty() ? array->front().integer() : std::nullopt;
    if (number && *number > version)
        return fail(RecordError::NewerVersion);
    if (number != version || array->size() != elements)
        return fail(RecordError::Malformed);
    const auto header = fromArray(*array);
    if (!header)
        return fail(RecordError::Malformed);
    return *header;
}

RecordId recordId(QByteArrayView headerBytes) {
    return RecordId(crypto::blake2b256(crypto::Labels::record, headerBytes));
}

BodyHash bodyHash(QByteArrayView bodyBytes) {
    return BodyHash(crypto::blake2b256(crypto::Labels::body, bodyBytes));
}

} // namespace mend::record
