#include "core/record/cbor.h"

#include <QCborStreamReader>
#include <QUtf8StringView>
#include <algorithm>
#include <cstring>
#include <limits>

namespace mend::cbor {

namespace {

enum Major : quint8 { Unsigned = 0, Negative = 1, Bytes = 2, Text = 3, ArrayOf = 4, MapOf = 5 };

constexpr quint64 largest = quint64(std::numeric_limits<qint64>::max());

// The initial byte and its argument in the shortest form (RFC 8949 §3).
void putHead(QByteArray& out, Major major, quint64 argument) {
    const auto initial = [&](int info) { out.append(char(major << 5 | info)); };
    const auto bigEndian = [&](int count) {
        for (int shift = 8 * (count - 1); shift >= 0; shift -= 8)
            out.append(char(argument >> shift));
    };
    if (argument < 24) {
        initial(int(argument));
    } else if (argument <= 0xff) {
        initial(24);
        bigEndian(1);
    } else if (argument <= 0xffff) {
        initial(25);
        bigEndian(2);
    } else if (argument <= 0xffffffff) {
        initial(26);
        bigEndian(4);
    } else {
        initial(27);
        bigEndian(8);
    }
}

void putString(QByteArray& out, Major major, const QByteArray& bytes) {
    putHead(out, major, quint64(bytes.size()));
    out.append(bytes);
}

void put(QByteArray& out, const Value& value) {
    if (const auto boolean = value.boolean()) {
        out.append(*boolean ? '\xf5' : '\xf4');
    } else if (const auto integer = value.integer()) {
        if (*integer >= 0)
            putHead(out, Unsigned, quint64(*integer));
        else
            putHead(out, Negative, quint64(-1 - *integer));
    } else if (const auto* bytes = value.bytes()) {
        putString(out, Bytes, *bytes);
    } else if (const auto* text = value.text()) {
        putString(out, Text, text->toUtf8());
    } else if (const auto* array = value.array()) {
        putHead(out, ArrayOf, array->size());
        for (const Value& element : *array)
            put(out, element);
    } else if (const auto* map = value.map()) {
        putHead(out, MapOf, map->size());
        for (const auto& [key, element] : *map) {
            putString(out, Text, key.toUtf8());
            put(out, element);
        }
    } else {
        out.append('\xf6');
    }
}

bool isAscii(QStringView text) {
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 0x80; });
}

// One pass over the bytes. Every read* leaves the reader behind what it read, or fails; nothing is
// asked of a reader that has reported an error.
class Decoder {
public:
    Decoder(QByteArrayView bytes, qsizetype most)
        : reader_(bytes.data(), bytes.size()), size_(bytes.size()), left_(most) {}

    Result<Value, CborError> readValue(int depth) {
        if (left_-- <= 0)
            return fail(CborError::TooMany);
        if (!sound())
            return fail(CborError::Malformed);
        if (reader_.isUnsignedInteger())
            return readUnsigned();
        if (reader_.isNegativeInteger())
            return readNegative();
        if (reader_.isByteArray())
            return readString().map([](QByteArray bytes) { return Value(std::move(bytes)); });
        if (reader_.isString())
            return readText().map([](QString text) { return Value(std::move(text)); });
        if (reader_.isArray() || reader_.isMap())
            return readContainer(depth + 1);
        return readSimple();
    }

private:
    bool sound() { return reader_.lastError() == QCborError::NoError && reader_.isValid(); }
    quint64 remaining() const {
        return quint64(std::max<qint64>(0, size_ - reader_.currentOffset()));
    }

    Result<Value, CborError> advanced(Value value) {
        if (!reader_.next())
            return fail(CborError::Malformed);
        return value;
    }

    Result<Value, CborError> readUnsigned() {
        const quint64 number = reader_.toUnsignedInteger();
        if (number > largest)
            return fail(CborError::Malformed);
        return advanced(Value(qint64(number)));
    }

    // Qt gives the absolute value, and 0 for −2⁶⁴.
    Result<Value, CborError> readNegative() {
        const auto absolute = quint64(reader_.toNegativeInteger());
        if (absolute == 0 || absolute > largest + 1)
            return fail(CborError::Malformed);
        return advanced(Value(-1 - qint64(absolute - 1)));
    }

    Result<Value, CborError> readSimple() {
        if (reader_.isNull())
            return advanced(Value());
        if (reader_.isBool())
            return advanced(Value(reader_.toBool()));
        return fail(CborError::Malformed); // floats, tags, undefined and other simple values
    }

    // What a length claims must still be there before anything is made room for.
    Result<quint64, CborError> readLength(quint64 bytesEach) {
        if (!reader_.isLengthKnown())
            return fail(CborError::NotDeterministic);
        const quint64 length = reader_.length();
        if (!sound() || length > remaining() / bytesEach)
            return fail(CborError::Malformed);
        return length;
    }

    Result<QByteArray, CborError> readString() {
        const auto length = readLength(1);
        if (!length)
            return fail(length.error());
        QByteArray bytes(qsizetype(*length), Qt::Uninitialized);
        qsizetype filled = 0;
        auto chunk = reader_.readStringChunk(bytes.data(), bytes.size());
        while (chunk.status == QCborStreamReader::Ok) {
            filled += chunk.data;
            chunk = reader_.readStringChunk(bytes.data() + filled, bytes.size() - filled);
        }
        if (chunk.status != QCborStreamReader::EndOfString || filled != bytes.size())
            return fail(CborError::Malformed);
        return bytes;
    }

    Result<QString, CborError> readText() {
        const auto bytes = readString();
        if (!bytes)
            return fail(bytes.error());
        if (!QUtf8StringView(bytes->data(), bytes->size()).isValidUtf8())
            return fail(CborError::Malformed);
        return QString::fromUtf8(*bytes);
    }

    Result<Value, CborError> readContainer(int depth) {
        if (depth > depthLimit)
            return fail(CborError::TooDeep);
        const bool isMap = reader_.isMap();
        const auto length = readLength(isMap ? 2 : 1);
        if (!length)
            return fail(length.error());
        if (!reader_.enterContainer())
            return fail(CborError::Malformed);
        auto value = isMap ? readMap(*length, depth) : readArray(*length, depth);
        if (value && !reader_.leaveContainer())
            return fail(CborError::Malformed);
        return value;
    }

    Result<Value, CborError> readArray(quint64 length, int depth) {
        Array array;
        for (quint64 i = 0; i < length; ++i) {
            auto element = readValue(depth);
            if (!element)
                return element;
            array.push_back(std::move(*element));
        }
        return Value(std::move(array));
    }

    Result<Value, CborError> readMap(quint64 length, int depth) {
        Map map;
        for (quint64 i = 0; i < length; ++i) {
            if (left_-- <= 0)
                return fail(CborError::TooMany);
            if (!sound() || !reader_.isString())
                return fail(CborError::Malformed);
            auto key = readText();
            if (!key)
                return fail(key.error());
            // Also what refuses a key that comes twice.
            if (!map.empty() && !KeyLess{}(map.rbegin()->first, *key))
                return fail(CborError::NotDeterministic);
            auto element = readValue(depth);
            if (!element)
                return element;
            map.emplace_hint(map.end(), std::move(*key), std::move(*element));
        }
        return Value(std::move(map));
    }

    QCborStreamReader reader_;
    qint64 size_;
    qsizetype left_; // values that may still come
};

} // namespace

bool KeyLess::operator()(QStringView a, QStringView b) const {
    if (isAscii(a) && isAscii(b)) // as all of Mend's are, and then a character is a byte
        return a.size() != b.size() ? a.size() < b.size() : a < b;
    const QByteArray left = a.toUtf8();
    const QByteArray right = b.toUtf8();
    if (left.size() != right.size())
        return left.size() < right.size();
    return std::memcmp(left.constData(), right.constData(), size_t(left.size())) < 0;
}

Value::Value(quint64 u) : data_(qint64(u)) {
    Q_ASSERT(u <= largest);
}

std::optional<bool> Value::boolean() const {
    const bool* value = std::get_if<bool>(&data_);
    return value ? std::optional(*value) : std::nullopt;
}

std::optional<qint64> Value::integer() const {
    const qint64* value = std::get_if<qint64>(&data_);
    return value ? std::optional(*value) : std::nullopt;
}

std::optional<quint64> Value::unsignedInteger() const {
    const qint64* value = std::get_if<qint64>(&data_);
    return value && *value >= 0 ? std::optional(quint64(*value)) : std::nullopt;
}

const Value* Value::at(QStringView key) const {
    const Map* entries = map();
    if (!entries)
        return nullptr;
    const auto found = entries->find(key);
    return found == entries->end() ? nullptr : &found->second;
}

QByteArray encode(const Value& value) {
    QByteArray out;
    put(out, value);
    return out;
}

Result<Value, CborError> decode(QByteArrayView bytes, qsizetype limit, qsizetype most) {
    if (bytes.size() > limit)
        return fail(CborError::TooLarge);
    if (bytes.isEmpty())
        return fail(CborError::Malformed);
    auto value = Decoder(bytes, most).readValue(0);
    if (!value)
        return value;
    // Catches what the reader lets pass: integers and lengths that are longer than they need to be.
    const QByteArray again = encode(*value);
    if (again == bytes)
        return value;
    return fail(bytes.startsWith(again) ? CborError::Malformed : CborError::NotDeterministic);
}

} // namespace mend::cbor
