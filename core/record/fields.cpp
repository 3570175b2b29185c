#include "core/record/fields.h"

#include <limits>

namespace mend::record {

std::optional<QString> Form<QString>::fromCbor(const cbor::Value& value) {
    return value.text() ? std::optional(*value.text()) : std::nullopt;
}

std::optional<int> Form<int>::fromCbor(const cbor::Value& value) {
    const auto number = value.integer();
    if (!number || *number < std::numeric_limits<int>::min() ||
        *number > std::numeric_limits<int>::max())
        return std::nullopt;
    return int(*number);
}

std::optional<Day> Form<Day>::fromCbor(const cbor::Value& value) {
    const auto days = value.integer();
    return days ? Day::fromEpochDays(*days) : std::nullopt;
}

std::optional<TimeOfDay> Form<TimeOfDay>::fromCbor(const cbor::Value& value) {
    const auto minutes = value.integer();
    return minutes ? TimeOfDay::fromMinutes(*minutes) : std::nullopt;
}

// One schedule has one spelling, so that the same promise is never two different bodies.
std::optional<Schedule> Form<Schedule>::fromCbor(const cbor::Value& value) {
    if (!value.text())
        return std::nullopt;
    const auto schedule = scheduleFromText(*value.text());
    if (!schedule || text(*schedule) != *value.text())
        return std::nullopt;
    return *schedule;
}

cbor::Value Form<LogHead>::toCbor(const LogHead& value) {
    return cbor::Array{value.log.toByteArray(), value.seq, value.id.toByteArray()};
}

std::optional<LogHead> Form<LogHead>::fromCbor(const cbor::Value& value) {
    const cbor::Array* array = value.array();
    if (!array || array->size() != 3)
        return std::nullopt;
    const auto log = Form<LogId>::fromCbor((*array)[0]);
    const auto seq = (*array)[1].unsignedInteger();
    const auto id = Form<RecordId>::fromCbor((*array)[2]);
    if (!log || !seq || !id)
        return std::nullopt;
    return LogHead{*log, *seq, *id};
}

} // namespace mend::record
