#pragma once
// A day or a time of day that may be left out: a tick, and the field beside it.

#include "core/base/day.h"
#include "core/domain/time_of_day.h"

#include <QWidget>
#include <optional>

class QCheckBox;
class QDateEdit;
class QTimeEdit;

namespace mend::ui {

class OptionalDay : public QWidget {
    Q_OBJECT
public:
    // `text` stands beside the tick.
    OptionalDay(const QString& text, const QString& object, QWidget* parent = nullptr);
    void setRange(Day first, Day last);
    // Shown, but not set, until ticked.
    void setSuggestion(Day day);
    QWidget* tick() const;
    std::optional<Day> day() const;
    void setDay(std::optional<Day> day);

Q_SIGNALS:
    void changed();

private:
    QCheckBox* m_on;
    QDateEdit* m_date;
};

class OptionalTime : public QWidget {
    Q_OBJECT
public:
    OptionalTime(const QString& text, const QString& object, QWidget* parent = nullptr);
    QWidget* tick() const;
    std::optional<TimeOfDay> time() const;
    void setTime(std::optional<TimeOfDay> time);

Q_SIGNALS:
    void changed();

private:
    QCheckBox* m_on;
    QTimeEdit* m_time;
};

} // namespace mend::ui
