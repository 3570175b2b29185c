#pragma once
// Deterministic CBOR (RFC 8949 §4.2.1): the only form Mend writes, and the only one it takes.
// Integers of 64 bits, byte and text strings, arrays, maps with text keys, true, false, null.
// Definite lengths, shortest form, keys sorted and unique, depth at most 8, nothing after the end;
// what was read must encode to the same bytes. Read through QCborStreamReader, never through
// QCborValue (which takes more than this).

#include "core/base/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>
#include <limits>
#include <map>
#include <optional>
#include <variant>
#include <vector>

namespace mend::cbor {

enum class CborError { TooLarge, TooMany, TooDeep, Malformed, NotDeterministic };

inline constexpr int depthLimit = 8;

class Value;
using Array = std::vector<Value>;
// Sorted as RFC 8949 §4.2.1 wants: by encoded key, so shorter keys first.
struct KeyLess {
    using is_transparent = void; // found by a view, without a copy
    bool operator()(QStringView a, QStringView b) const;
};
using Map = std::map<QString, Value, KeyLess>;

class Value {
public:
    Value() = default; // null
    Value(bool b) : data_(b) {}
    Value(qint64 i) : data_(i) {}
    Value(int i) : data_(qint64(i)) {}
    Value(quint64 u); // must fit in 63 bits (asserted): Mend counts no further
    Value(QByteArray bytes) : data_(std::move(bytes)) {}
    Value(QString text) : data_(std::move(text)) {}
    Value(Array array) : data_(std::move(array)) {}
    Value(Map map) : data_(std::move(map)) {}

    bool isNull() const { return std::holds_alternative<std::monostate>(data_); }
    std::optional<bool> boolean() const;
    std::optional<qint64> integer() const;
    std::optional<quint64> unsignedInteger() const; // nothing if negative
    const QByteArray* bytes() const { return std::get_if<QByteArray>(&data_); }
    const QString* text() const { return std::get_if<QString>(&data_); }
    const Array* array() const { return std::get_if<Array>(&data_); }
    const Map* map() const { return std::get_if<Map>(&data_); }
    // A map's value, or nullptr if this is no map or has no such key.
    const Value* at(QStringView key) const;

    bool operator==(const Value&) const = default;

private:
    std::variant<std::monostate, bool, qint64, QByteArray, QString, Array, Map> data_;
};

QByteArray encode(const Value& value);
// `limit` in bytes is checked before anything is read. `most` values at every depth, keys among
// them; with one more it is TooMany, and what follows isn't looked at.
Result<Value, CborError> decode(QByteArrayView bytes, qsizetype limit,
                                qsizetype most = std::numeric_limits<qsizetype>::max());

} // namespace mend::cbor
