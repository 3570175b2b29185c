#pragma once
// A time of day without a date, in whole minutes.

#include <QString>
#include <compare>
#include <optional>

namespace mend {

class TimeOfDay {
public:
    static std::optional<TimeOfDay> fromMinutes(qint64 minutes); // 0 to 1439
    static std::optional<TimeOfDay> fromText(QStringView text);  // exactly HH:MM
    int minutes() const { return minutes_; }
    QString text() const; // HH:MM
    auto operator<=>(const TimeOfDay&) const = default;

private:
    explicit TimeOfDay(int minutes) : minutes_(minutes) {}
    int minutes_;
};

} // namespace mend
