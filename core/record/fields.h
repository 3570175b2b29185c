#pragma once
// A body's fields, said once for both directions: FieldWriter puts them into a CBOR map,
// FieldReader takes them out. Empty texts, empty lists and what is not set are left out, and a key
// that is not there reads as just that; everything else must be there and of its type, or the body
// is unreadable here.

#include "core/base/bytes.h"
#include "core/base/day.h"
#include "core/domain/member.h"
#include "core/domain/schedule.h"
#include "core/domain/time_of_day.h"
#include "core/record/cbor.h"

#include <QList>
#include <QMap>
#include <QStringList>
#include <concepts>

namespace mend::record {

// How one value looks in CBOR. fromCbor gives nothing for a wrong type or an unknown name.
template <class T>
struct Form;

// An enum that has a stable name: `name(value)` beside it, and the function that reads it back.
template <auto fromName>
struct NamedForm {
    using T = typename std::invoke_result_t<decltype(fromName), QStringView>::value_type;
    static cbor::Value toCbor(T value) { return name(value); }
    static std::optional<T> fromCbor(const cbor::Value& value) {
        return value.text() ? fromName(*value.text()) : std::nullopt;
    }
};

template <class Tag, std::size_t N>
struct Form<FixedBytes<Tag, N>> {
    static cbor::Value toCbor(const FixedBytes<Tag, N>& value) { return value.toByteArray(); }
    static std::optional<FixedBytes<Tag, N>> fromCbor(const cbor::Value& value) {
        return value.bytes() ? FixedBytes<Tag, N>::from(*value.bytes()) : std::nullopt;
    }
};

template <>
struct Form<QString> {
    static cbor::Value toCbor(const QString& value) { return value; }
    static std::optional<QString> fromCbor(const cbor::Value& value);
};
template <>
struct Form<bool> {
    static cbor::Value toCbor(bool value) { return value; }
    static std::optional<bool> fromCbor(const cbor::Value& value) { return value.boolean(); }
};
template <>
struct Form<int> {
    static cbor::Value toCbor(int value) { return value; }
    static std::optional<int> fromCbor(const cbor::Value& value);
};
// Days since 1970-01-01.
template <>
struct Form<Day> {
    static cbor::Value toCbor(Day value) { return value.epochDays(); }
    static std::optional<Day> fromCbor(const cbor::Value& value);
};
// Minutes since midnight.
template <>
struct Form<TimeOfDay> {
    static cbor::Value toCbor(TimeOfDay value) { return value.minutes(); }
    static std::optional<TimeOfDay> fromCbor(const cbor::Value& value);
};
// Its text, in the one spelling that text() gives.
template <>
struct Form<Schedule> {
    static cbor::Value toCbor(const Schedule& value) { return text(value); }
    static std::optional<Schedule> fromCbor(const cbor::Value& value);
};
// [log, seq, id]
template <>
struct Form<LogHead> {
    static cbor::Value toCbor(const LogHead& value);
    static std::optional<LogHead> fromCbor(const cbor::Value& value);
};

class FieldWriter {
public:
    explicit FieldWriter(cbor::Map& map) : map_(map) {}

    template <class T>
    void required(const QString& key, const T& value) {
        map_.emplace(key, Form<T>::toCbor(value));
    }
    template <class T>
    void optional(const QString& key, const std::optional<T>& value) {
        if (value)
            required(key, *value);
    }
    void text(const QString& key, const QString& value) {
        if (!value.isEmpty())
            required(key, value);
    }
    // std::vector, QList, QStringList
    template <class List>
    void list(const QString& key, const List& values) {
        cbor::Array array;
        for (const auto& value : values)
            array.push_back(Form<std::decay_t<decltype(value)>>::toCbor(value));
        if (!array.empty())
            map_.emplace(key, std::move(array));
    }
    // A map in the map, from the keys' names.
    template <class K, class V>
    void table(const QString& key, const QMap<K, V>& values) {
        cbor::Map inner;
        for (auto it = values.begin(); it != values.end(); ++it)
            inner.emplace(name(it.key()), Form<V>::toCbor(it.value()));
        if (!inner.empty())
            map_.emplace(key, std::move(inner));
    }

private:
    cbor::Map& map_;
};

class FieldReader {
public:
    explicit FieldReader(const cbor::Value& map) : map_(map) {}

    // False once any field was missing or of the wrong type.
    bool readable() const { return readable_; }

    template <class T>
    void required(const QString& key, T& value) {
        take(map_.at(key), value);
    }
    template <class T>
    void optional(const QString& key, std::optional<T>& value) {
        if (const cbor::Value* found = map_.at(key)) {
            value = Form<T>::fromCbor(*found);
            readable_ = readable_ && value.has_value();
        }
    }
    void text(const QString& key, QString& value) {
        if (const cbor::Value* found = map_.at(key))
            take(found, value);
    }
    template <class List>
    void list(const QString& key, List& values) {
        using T = typename List::value_type;
        const cbor::Value* found = map_.at(key);
        if (!found)
            return;
        readable_ = readable_ && found->array();
        for (const cbor::Value& element : found->array() ? *found->array() : cbor::Array{}) {
            const std::optional<T> value = Form<T>::fromCbor(element);
            readable_ = readable_ && value;
            if (value)
                values.push_back(*value);
        }
    }
    template <class K, class V>
    void table(const QString& key, QMap<K, V>& values) {
        const cbor::Value* found = map_.at(key);
        if (!found)
            return;
        readable_ = readable_ && found->map();
        for (const auto& [inner, element] : found->map() ? *found->map() : cbor::Map{}) {
            const std::optional<K> innerKey = Form<K>::fromCbor(cbor::Value(inner));
            const std::optional<V> value = Form<V>::fromCbor(element);
            readable_ = readable_ && innerKey && value;
            if (innerKey && value)
                values.insert(*innerKey, *value);
        }
    }

private:
    template <class T>
    void take(const cbor::Value* found, T& value) {
        const std::optional<T> read = found ? Form<T>::fromCbor(*found) : std::nullopt;
        readable_ = readable_ && read;
        if (read)
            value = *read;
    }

    const cbor::Value& map_;
    bool readable_ = true;
};

} // namespace mend::record
