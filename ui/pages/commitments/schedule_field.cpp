#include "ui/pages/commitments/schedule_field.h"

#include "ui/widgets/segmented_choice.h"
#include "ui/widgets/tag_picker.h"

#include <QDateEdit>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QSpinBox>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace mend::ui {
namespace {

const QString daily = QStringLiteral("daily");
const QString weekdays = QStringLiteral("weekdays");
const QString times = QStringLiteral("times");
const QString once = QStringLiteral("once");

} // namespace

ScheduleField::ScheduleField(QWidget* parent)
    : QWidget(parent), m_kind(new SegmentedChoice(tr("How often"), this)),
      m_parts(new QStackedWidget(this)) {
    build();
    m_kind->setChosen(daily);
    showPart();
}

void ScheduleField::build() {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    m_kind->setObjectName(QStringLiteral("scheduleKind"));
    m_kind->setChoices({{daily, tr("Every day")},
                        {weekdays, tr("On weekdays")},
                        {times, tr("Times a week")},
                        {once, tr("Once")}});
    column->addWidget(m_kind, 0, Qt::AlignLeft);
    m_parts->addWidget(weekdaysPart());
    m_parts->addWidget(timesPart());
    m_parts->addWidget(oncePart());
    column->addWidget(m_parts);
    connect(m_kind, &SegmentedChoice::choiceMade, this, [this] {
        showPart();
        Q_EMIT scheduleChanged();
    });
}

QWidget* ScheduleField::weekdaysPart() {
    m_weekdays = new TagPicker(tr("Weekdays"), m_parts);
    m_weekdays->setObjectName(QStringLiteral("scheduleWeekdays"));
    QList<Tag> days;
    for (int day = 1; day <= 7; ++day)
        days += Tag{QString::number(day), QLocale().dayName(day, QLocale::ShortFormat)};
    m_weekdays->setTags(days);
    connect(m_weekdays, &TagPicker::selectionChanged, this, &ScheduleField::scheduleChanged);
    return m_weekdays;
}

QWidget* ScheduleField::timesPart() {
    auto* part = new QWidget(m_parts);
    auto* line = new QHBoxLayout(part);
    line->setContentsMargins(0, 0, 0, 0);
    m_times = new QSpinBox(part);
    m_times->setObjectName(QStringLiteral("scheduleTimes"));
    m_times->setAccessibleName(tr("How many times a week"));
    m_times->setRange(1, 7);
    m_times->setValue(2);
    line->addWidget(m_times);
    line->addWidget(new QLabel(tr("times a week, on days you pick"), part));
    line->addStretch();
    connect(m_times, &QSpinBox::valueChanged, this, &ScheduleField::scheduleChanged);
    return part;
}

QWidget* ScheduleField::oncePart() {
    auto* part = new QWidget(m_parts);
    auto* line = new QHBoxLayout(part);
    line->setContentsMargins(0, 0, 0, 0);
    m_once = new QDateEdit(part);
    m_once->setObjectName(QStringLiteral("scheduleOnce"));
    m_once->setAccessibleName(tr("On which day"));
    m_once->setCalendarPopup(true);
    m_once->setDisplayFormat(tr("ddd d MMMM yyyy"));
    line->addWidget(m_once);
    line->addStretch();
    connect(m_once, &QDateEdit::dateChanged, this, &ScheduleField::scheduleChanged);
    return part;
}

void ScheduleField::showPart() {
    const QString kind = m_kind->chosen();
    m_parts->setVisible(kind != daily);
    m_parts->setCurrentIndex(kind == once ? 2 : kind == times ? 1 : 0);
}

bool ScheduleField::isOnce() const {
    return m_kind->chosen() == once;
}

void ScheduleField::setToday(Day today) {
    m_once->setDateRange(today.date(), Day::fromEpochDays(Day::last)->date());
    m_once->setDate(today.date());
}

Schedule ScheduleField::schedule() const {
    const QString kind = m_kind->chosen();
    if (kind == weekdays) {
        OnWeekdays on;
        for (const QString& day : m_weekdays->selected())
            on.weekdays.insert(day.toInt());
        return on;
    }
    if (kind == times)
        return TimesAWeek{m_times->value()};
    if (kind == once)
        return Once{Day::fromDate(m_once->date()).value_or(Day())};
    return Daily{};
}

void ScheduleField::setSchedule(const Schedule& schedule) {
    QString kind = daily;
    if (const auto* on = std::get_if<OnWeekdays>(&schedule)) {
        kind = weekdays;
        QStringList days;
        for (const int day : on->weekdays)
            days += QString::number(day);
        m_weekdays->setSelected(days);
    } else if (const auto* week = std::get_if<TimesAWeek>(&schedule)) {
        kind = times;
        m_times->setValue(week->times);
    } else if (const auto* day = std::get_if<Once>(&schedule)) {
        kind = once;
        m_once->setDate(day->day.date());
    }
    m_kind->setChosen(kind);
    showPart();
}

} // namespace mend::ui
