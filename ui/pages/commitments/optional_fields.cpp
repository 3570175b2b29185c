#include "ui/pages/commitments/optional_fields.h"

#include "ui/theme/tokens.h"

#include <QCheckBox>
#include <QDateEdit>
#include <QHBoxLayout>
#include <QTimeEdit>

namespace mend::ui {
namespace {

// The tick and the field it turns on, side by side.
QCheckBox* tickFor(QWidget* field, const QString& text, const QString& object, QWidget* parent) {
    auto* tick = new QCheckBox(text, parent);
    tick->setObjectName(object + QStringLiteral("On"));
    field->setObjectName(object);
    field->setAccessibleName(text);
    field->setEnabled(false);
    auto* line = new QHBoxLayout(parent);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(space::one);
    line->addWidget(tick);
    line->addWidget(field);
    line->addStretch();
    QObject::connect(tick, &QCheckBox::toggled, field, &QWidget::setEnabled);
    return tick;
}

} // namespace

OptionalDay::OptionalDay(const QString& text, const QString& object, QWidget* parent)
    : QWidget(parent), m_date(new QDateEdit(this)) {
    m_on = tickFor(m_date, text, object, this);
    m_date->setCalendarPopup(true);
    m_date->setDisplayFormat(tr("ddd d MMMM yyyy"));
    connect(m_on, &QCheckBox::toggled, this, &OptionalDay::changed);
    connect(m_date, &QDateEdit::dateChanged, this, &OptionalDay::changed);
}

void OptionalDay::setRange(Day first, Day last) {
    m_date->setDateRange(first.date(), last.date());
}

void OptionalDay::setSuggestion(Day day) {
    m_on->setChecked(false);
    m_date->setDate(day.date());
}

QWidget* OptionalDay::tick() const {
    return m_on;
}

std::optional<Day> OptionalDay::day() const {
    return m_on->isChecked() ? Day::fromDate(m_date->date()) : std::nullopt;
}

void OptionalDay::setDay(std::optional<Day> day) {
    m_on->setChecked(day.has_value());
    if (day)
        m_date->setDate(day->date());
}

OptionalTime::OptionalTime(const QString& text, const QString& object, QWidget* parent)
    : QWidget(parent), m_time(new QTimeEdit(QTime(18, 30), this)) {
    m_on = tickFor(m_time, text, object, this);
    // Before the format, whose parts Qt turns round: mirrored, 18:30 would read 30:18.
    m_time->setLayoutDirection(Qt::LeftToRight);
    m_time->setDisplayFormat(QStringLiteral("HH:mm"));
    connect(m_on, &QCheckBox::toggled, this, &OptionalTime::changed);
    connect(m_time, &QTimeEdit::timeChanged, this, &OptionalTime::changed);
}

QWidget* OptionalTime::tick() const {
    return m_on;
}

std::optional<TimeOfDay> OptionalTime::time() const {
    if (!m_on->isChecked())
        return std::nullopt;
    return TimeOfDay::fromMinutes(m_time->time().msecsSinceStartOfDay() / 60000);
}

void OptionalTime::setTime(std::optional<TimeOfDay> time) {
    m_on->setChecked(time.has_value());
    if (time)
        m_time->setTime(QTime(time->minutes() / 60, time->minutes() % 60));
}

} // namespace mend::ui
