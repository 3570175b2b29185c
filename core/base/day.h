#pragma once
// A calendar day in its author's own place, counted in days since 1970-01-01. Years 2000 to 2199:
// what lies outside was typed or made by mistake.

#include <QDate>
#include <QString>
#include <compare>
#include <optional>

namespace mend {

class Day {
public:
    static constexpr int first = 10957; // 2000-01-01
    static constexpr int last = 84005;  // 2199-12-31

    constexpr Day() = default; // 2000-01-01

    static std::optional<Day> fromEpochDays(qint64 days);
    static std::optional<Day> fromDate(QDate date);
    // Exactly YYYY-MM-DD, nothing else.
    static std::optional<Day> fromIso(QStringView text);

    constexpr int epochDays() const { return days_; }
    QDate date() const;
    QString toIso() const;
    // 1 Monday … 7 Sunday (ISO 8601).
    int weekday() const;
    // The Monday of this day's week.
    Day monday() const;
    // Clamped to the range of Day.
    Day plus(int days) const;
    int daysSince(Day other) const { return days_ - other.days_; }

    auto operator<=>(const Day&) const = default;

private:
    constexpr explicit Day(int days) : days_(days) {}
    int days_ = first;
};

} // namespace mend
