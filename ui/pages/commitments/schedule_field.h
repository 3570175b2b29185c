#pragma once
// When a commitment is due: every day, on weekdays, so often a week, or once.

#include "core/domain/schedule.h"

#include <QWidget>

class QDateEdit;
class QSpinBox;
class QStackedWidget;

namespace mend::ui {

class SegmentedChoice;
class TagPicker;

class ScheduleField : public QWidget {
    Q_OBJECT
public:
    explicit ScheduleField(QWidget* parent = nullptr);

    // May be one that isn't valid: no weekday chosen.
    Schedule schedule() const;
    void setSchedule(const Schedule& schedule);
    // For "once", unless a day is set.
    void setToday(Day today);
    bool isOnce() const;

Q_SIGNALS:
    void scheduleChanged();

private:
    void build();
    QWidget* weekdaysPart();
    QWidget* timesPart();
    QWidget* oncePart();
    void showPart();

    SegmentedChoice* m_kind;
    QStackedWidget* m_parts;
    TagPicker* m_weekdays = nullptr;
    QSpinBox* m_times = nullptr;
    QDateEdit* m_once = nullptr;
};

} // namespace mend::ui
