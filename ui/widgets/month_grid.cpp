#include "ui/widgets/month_grid.h"

#include "ui/models/day_text.h"
#include "ui/theme/control_painter.h"
#include "ui/theme/fills.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/theme/type.h"
#include "ui/widgets/wrap_label.h"

#include <QFontMetrics>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QStyleOptionButton>
#include <QToolButton>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

namespace mend::ui {
namespace {

constexpr int cellWidth = 40;  // Pixels.
constexpr int cellHeight = 38; // Pixels: the number above, the mark below.
constexpr int daysOfWeek = 7;
constexpr int farthest = 366; // Steps from one day to the next that can be chosen.

QDate firstOf(const QDate& month) {
    return QDate(month.year(), month.month(), 1);
}

/// Empty columns before the month's first day.
int lead(const QDate& month) {
    return (month.dayOfWeek() - int(QLocale().firstDayOfWeek()) + daysOfWeek) % daysOfWeek;
}

} // namespace

MonthDayCell::MonthDayCell(QWidget* parent) : QPushButton(parent) {
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setAutoDefault(false);
    setFlat(true);
}

void MonthDayCell::setDay(const QDate& day, const std::vector<DayState>& states, bool today) {
    m_day = day;
    m_states = states;
    m_today = today;
    const QString date = QLocale().toString(day, tr("dddd d MMMM yyyy"));
    const QString marks = shardsText(states);
    QString words = marks.isEmpty() ? date : tr("%1: %2", "a day: its marks").arg(date, marks);
    if (today)
        words = tr("Today, %1").arg(words);
    setAccessibleName(words);
    setToolTip(words);
    update();
}

QSize MonthDayCell::sizeHint() const {
    const int text = QFontMetrics(ui::font(TextRole::Caption)).height();
    return {cellWidth, std::max(cellHeight, text + shardSize + space::one)};
}

void MonthDayCell::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const Tokens& t = tokensOf(this);
    QStyleOptionButton option;
    initStyleOption(&option);
    const QRectF frame = QRectF(rect()).adjusted(1, 1, -1, -1);
    if (isEnabled() && option.state & (QStyle::State_MouseOver | QStyle::State_Sunken))
        paintBox(painter, frame, radius::control,
                 touched(t.surface, isDown() ? Touch::Down : Touch::Over, t), {});
    if (m_today)
        paintBox(painter, frame, radius::control, {}, t.you, 1.5);
    const QFont small = ui::font(TextRole::Caption);
    painter.setFont(small);
    painter.setPen(!isEnabled() ? mix(t.surface, t.inkSoft, 0.6) : m_today ? t.you : t.inkSoft);
    const int text = QFontMetrics(small).height();
    painter.drawText(QRect(0, space::hair, width(), text), Qt::AlignCenter,
                     QLocale().toString(m_day.day()));
    const auto first = std::find_if(m_states.begin(), m_states.end(), isMarked);
    if (first == m_states.end())
        return;
    const auto more = std::count_if(m_states.begin(), m_states.end(), isMarked) - 1;
    const int left = (width() - shardSize - (more > 0 ? shardSize : 0)) / 2;
    QRect place(left, height() - space::half - shardSize, shardSize, shardSize);
    paintShard(painter, QStyle::visualRect(layoutDirection(), rect(), place), *first, t);
    if (more <= 0)
        return;
    place.translate(shardSize + space::hair, 0);
    painter.setPen(t.goldInk);
    painter.drawText(QStyle::visualRect(layoutDirection(), rect(), place),
                     Qt::AlignCenter | Qt::TextDontClip, tr("+%1").arg(more));
}

MonthGrid::MonthGrid(QWidget* parent)
    : QWidget(parent), m_title(new WrapLabel({}, TextRole::BodyStrong, this)),
      m_back(new QToolButton(this)), m_next(new QToolButton(this)), m_grid(new QGridLayout) {
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Maximum);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space::half);
    buildHead();
    m_grid->setSpacing(space::hair);
    column->addLayout(m_grid);
    buildCells();
}

void MonthGrid::buildHead() {
    const auto prepare = [this](QToolButton* button, IconName name, const QString& text, int step) {
        button->setIcon(icon(name));
        button->setAutoRaise(true);
        button->setToolTip(text);
        button->setAccessibleName(text);
        connect(button, &QToolButton::clicked, this, [this, step] { showMonths(step); });
    };
    prepare(m_back, IconName::Back, tr("Earlier month"), -1);
    prepare(m_next, IconName::Next, tr("Later month"), 1);
    auto* head = new QHBoxLayout;
    head->setSpacing(space::half);
    head->addWidget(m_title, 1, Qt::AlignVCenter);
    head->addWidget(m_back);
    head->addWidget(m_next);
    static_cast<QVBoxLayout*>(layout())->addLayout(head);
}

void MonthGrid::buildCells() {
    const int first = int(QLocale().firstDayOfWeek());
    for (int i = 0; i < daysOfWeek; ++i) {
        const int weekday = (first - 1 + i) % daysOfWeek + 1;
        auto* name = new WrapLabel(QLocale().standaloneDayName(weekday, QLocale::NarrowFormat),
                                   TextRole::Caption, this);
        name->setAccessibleName(QLocale().standaloneDayName(weekday));
        name->setTone(&Tokens::inkSoft);
        m_grid->addWidget(name, 0, i, Qt::AlignCenter);
    }
    // As many as the longest month has; fill() puts them under their weekdays.
    for (int i = 0; i < 31; ++i) {
        auto* cell = new MonthDayCell(this);
        cell->installEventFilter(this);
        connect(cell, &QPushButton::clicked, this,
                [this, cell] { Q_EMIT daySelected(cell->day()); });
        cell->hide();
        m_cells += cell;
    }
}

void MonthGrid::setMonth(const QDate& month) {
    if (!month.isValid())
        return;
    const QDate first = firstOf(month);
    const bool other = first != m_month;
    m_month = first;
    fill();
    if (other)
        Q_EMIT monthChanged(m_month);
}

void MonthGrid::setMarks(const QHash<QDate, std::vector<DayState>>& marks) {
    if (std::exchange(m_marks, marks) != marks)
        fill();
}

void MonthGrid::setToday(const QDate& today) {
    if (std::exchange(m_today, today) != today)
        fill();
}

void MonthGrid::setRange(const QDate& first, const QDate& last) {
    if (m_first == first && m_last == last)
        return;
    m_first = first;
    m_last = last;
    fill();
}

void MonthGrid::setChoosable(std::function<bool(const QDate&)> choosable) {
    m_choosable = std::move(choosable);
    fill();
}

void MonthGrid::askChoosable() {
    if (!m_month.isValid())
        return;
    const QDate first = entrance();
    for (int i = 0; i < m_month.daysInMonth(); ++i) {
        MonthDayCell* cell = m_cells.at(i);
        cell->setEnabled(mayChoose(cell->day()));
        const bool tab = cell->day() == first || cell->hasFocus();
        cell->setFocusPolicy(tab ? Qt::StrongFocus : Qt::ClickFocus);
    }
}

void MonthGrid::focusEntrance() {
    const QDate first = entrance();
    if (MonthDayCell* cell = mayChoose(first) ? cellOf(first) : nullptr)
        cell->setFocus(Qt::OtherFocusReason);
    else
        (m_back->isEnabled() ? m_back : m_next)->setFocus(Qt::OtherFocusReason);
}

MonthDayCell* MonthGrid::cellOf(const QDate& day) const {
    if (!m_month.isValid() || !day.isValid() || firstOf(day) != m_month)
        return nullptr;
    return m_cells.at(day.day() - 1);
}

bool MonthGrid::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::KeyPress)
        if (const auto* cell = qobject_cast<MonthDayCell*>(watched)) {
            const int key = static_cast<QKeyEvent*>(event)->key();
            if (moveFocus(cell->day(), key))
                return true;
            if (key == Qt::Key_Return || key == Qt::Key_Enter) {
                Q_EMIT daySelected(cell->day());
                return true;
            }
        }
    return QWidget::eventFilter(watched, event);
}

// The day that Tab reaches.
QDate MonthGrid::entrance() const {
    if (m_today.isValid() && firstOf(m_today) == m_month && mayChoose(m_today))
        return m_today;
    QDate day = m_month;
    while (firstOf(day) == m_month && !mayChoose(day))
        day = day.addDays(1);
    return day;
}

// Lays the month's days under their weekdays. Tab reaches one day only; arrows reach the others.
void MonthGrid::fill() {
    if (!m_month.isValid())
        return;
    m_title->setText(QLocale().toString(m_month, tr("MMMM yyyy")));
    m_back->setEnabled(mayShow(m_month.addMonths(-1)));
    m_next->setEnabled(mayShow(m_month.addMonths(1)));
    const int before = lead(m_month);
    for (int i = 0; i < m_cells.size(); ++i) {
        MonthDayCell* cell = m_cells.at(i);
        const QDate day = m_month.addDays(i);
        m_grid->removeWidget(cell);
        cell->setVisible(i < m_month.daysInMonth());
        if (i >= m_month.daysInMonth())
            continue;
        const int place = before + i;
        m_grid->addWidget(cell, 1 + place / daysOfWeek, place % daysOfWeek);
        cell->setDay(day, m_marks.value(day), day == m_today);
    }
    askChoosable();
}

void MonthGrid::showMonths(int later) {
    const QDate month = m_month.addMonths(later);
    if (mayShow(month))
        setMonth(month);
}

bool MonthGrid::mayShow(const QDate& month) const {
    const QDate first = firstOf(month);
    return (!m_first.isValid() || first >= firstOf(m_first)) &&
           (!m_last.isValid() || first <= firstOf(m_last));
}

// Where a key leads: on in its direction to a day that can be chosen; from another month back
// towards where it came from. Invalid for other keys.
QDate MonthGrid::destination(const QDate& from, int key) const {
    const int onward = layoutDirection() == Qt::RightToLeft ? -1 : 1;
    QDate to;
    int step = 1; // Days.
    switch (key) {
    case Qt::Key_Left:
    case Qt::Key_Right:
        step = key == Qt::Key_Right ? onward : -onward;
        to = from.addDays(step);
        break;
    case Qt::Key_Up:
    case Qt::Key_Down:
        step = key == Qt::Key_Down ? daysOfWeek : -daysOfWeek;
        to = from.addDays(step);
        break;
    case Qt::Key_PageUp:
        to = from.addMonths(-1);
        break;
    case Qt::Key_PageDown:
        to = from.addMonths(1);
        step = -1;
        break;
    case Qt::Key_Home:
        to = m_month;
        break;
    case Qt::Key_End:
        to = m_month.addDays(m_month.daysInMonth() - 1);
        step = -1;
        break;
    default:
        return {};
    }
    for (int tried = 0; tried < farthest && mayShow(to) && !mayChoose(to); ++tried)
        to = to.addDays(step);
    return to;
}

bool MonthGrid::moveFocus(const QDate& from, int key) {
    const QDate to = destination(from, key);
    if (!to.isValid())
        return false;
    if (!mayShow(to) || !mayChoose(to))
        return true; // The edge: stay, and let nothing else take the key.
    if (firstOf(to) != m_month)
        setMonth(to);
    for (MonthDayCell* cell : m_cells)
        cell->setFocusPolicy(cell->day() == to ? Qt::StrongFocus : Qt::ClickFocus);
    cellOf(to)->setFocus(Qt::OtherFocusReason);
    return true;
}

} // namespace mend::ui
