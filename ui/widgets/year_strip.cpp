#include "ui/widgets/year_strip.h"

#include "ui/theme/control_painter.h"
#include "ui/theme/focus_ring.h"
#include "ui/theme/theme.h"
#include "ui/theme/type.h"

#include <QAccessibleWidget>
#include <QFontMetrics>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QLocale>
#include <QMouseEvent>
#include <QPainter>
#include <QToolTip>
#include <algorithm>

namespace mend::ui {
namespace {

constexpr int daysOfWeek = 7;
constexpr int pitch = YearStrip::cell + YearStrip::gap;
constexpr int fewestWeeks = 13;
constexpr int edge = 2; // Pixels around the cells, for the ring of the current day.

/// Pixels above the cells, for the months' names.
int headHeight() {
    return QFontMetrics(ui::font(TextRole::Caption)).height() + space::half;
}

int widthOf(int columns) {
    return columns * pitch - YearStrip::gap + 2 * edge;
}

/// 0 to 6, counted from the day on which the reader's week begins.
int rowOf(const QDate& day) {
    return (day.dayOfWeek() - int(QLocale().firstDayOfWeek()) + daysOfWeek) % daysOfWeek;
}

/// A slider whose number is the day of the strip, counted from 0.
class YearStripAccess final : public QAccessibleWidget, public QAccessibleValueInterface {
public:
    explicit YearStripAccess(YearStrip* strip) : QAccessibleWidget(strip, QAccessible::Slider) {}

    void* interface_cast(QAccessible::InterfaceType type) override {
        if (type == QAccessible::ValueInterface)
            return static_cast<QAccessibleValueInterface*>(this);
        return QAccessibleWidget::interface_cast(type);
    }
    QString text(QAccessible::Text type) const override {
        if (type == QAccessible::Value || type == QAccessible::Description)
            return strip()->textOf(strip()->current());
        return QAccessibleWidget::text(type);
    }
    QVariant currentValue() const override { return daysTo(strip()->current()); }
    void setCurrentValue(const QVariant& value) override {
        strip()->select(strip()->firstDay().addDays(value.toInt()));
    }
    QVariant maximumValue() const override { return daysTo(strip()->lastDay()); }
    QVariant minimumValue() const override { return 0; }
    QVariant minimumStepSize() const override { return 1; }

private:
    YearStrip* strip() const { return static_cast<YearStrip*>(widget()); }
    int daysTo(const QDate& day) const {
        return day.isValid() ? std::max(0, int(strip()->firstDay().daysTo(day))) : 0;
    }
};

QAccessibleInterface* makeAccess(const QString&, QObject* object) {
    auto* strip = qobject_cast<YearStrip*>(object);
    return strip ? new YearStripAccess(strip) : nullptr;
}

void installAccess() {
    static const bool installed = [] {
        QAccessible::installFactory(&makeAccess);
        return true;
    }();
    Q_UNUSED(installed);
}

} // namespace

YearStrip::YearStrip(QWidget* parent) : QWidget(parent) {
    installAccess();
    setFocusPolicy(Qt::StrongFocus);
    setPaintsOwnFocus(this);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    setAccessibleName(tr("The year, day by day"));
    setCursor(Qt::PointingHandCursor);
}

void YearStrip::setLastDay(const QDate& last) {
    m_last = last;
    if (!m_current.isValid() || m_current > last)
        m_current = last;
    update();
}

void YearStrip::setDays(const QSet<QDate>& daysWithEntries) {
    m_days = daysWithEntries;
    update();
}

void YearStrip::setCurrent(const QDate& day) {
    if (day == m_current)
        return;
    m_current = day;
    update();
    QAccessibleValueChangeEvent change(this, textOf(day));
    QAccessible::updateAccessibility(&change);
}

QDate YearStrip::firstDay() const {
    return m_last.isValid() ? m_last.addDays(-rowOf(m_last) - daysOfWeek * (columns() - 1))
                            : QDate();
}

void YearStrip::select(const QDate& day) {
    if (!day.isValid() || !m_last.isValid() || day < firstDay() || day > m_last)
        return;
    setCurrent(day);
    Q_EMIT daySelected(day);
}

QString YearStrip::textOf(const QDate& day) const {
    if (!day.isValid())
        return {};
    const QString date = QLocale().toString(day, m_last.isValid() && day.year() != m_last.year()
                                                     ? tr("dddd d MMMM yyyy")
                                                     : tr("dddd d MMMM"));
    return m_days.contains(day) ? tr("%1, something written").arg(date)
                                : tr("%1, nothing written").arg(date);
}

QRect YearStrip::cellRect(const QDate& day) const {
    const QDate first = firstDay();
    if (!first.isValid() || !day.isValid() || day < first || day > m_last)
        return {};
    const auto days = int(first.daysTo(day));
    const QRect place(edge + days / daysOfWeek * pitch, headHeight() + days % daysOfWeek * pitch,
                      cell, cell);
    return QStyle::visualRect(layoutDirection(), rect(), place);
}

QDate YearStrip::dayAt(const QPoint& position) const {
    if (!m_last.isValid())
        return {};
    const QPoint place = QStyle::visualPos(layoutDirection(), rect(), position);
    const int x = place.x() - edge;
    const int y = place.y() - headHeight();
    if (x < 0 || y < 0 || x >= columns() * pitch || y >= daysOfWeek * pitch)
        return {};
    const QDate day = firstDay().addDays(x / pitch * daysOfWeek + y / pitch);
    return day <= m_last ? day : QDate();
}

QSize YearStrip::sizeHint() const {
    return {widthOf(weeks), headHeight() + daysOfWeek * pitch};
}

QSize YearStrip::minimumSizeHint() const {
    return {widthOf(fewestWeeks), sizeHint().height()};
}

bool YearStrip::event(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const QDate day = dayAt(help->pos());
        if (day.isValid())
            QToolTip::showText(help->globalPos(), textOf(day), this, cellRect(day));
        else
            QToolTip::hideText();
        return true;
    }
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
        update();
    return QWidget::event(event);
}

void YearStrip::paintEvent(QPaintEvent*) {
    if (!m_last.isValid())
        return;
    QPainter painter(this);
    const Tokens& t = tokensOf(this);
    paintMonths(painter);
    for (QDate day = firstDay(); day <= m_last; day = day.addDays(1))
        paintBox(painter, cellRect(day), 2, m_days.contains(day) ? t.fieldBorder : t.line, {});
    const QRect current = cellRect(m_current);
    if (current.isNull())
        return;
    const double reach = hasFocus() ? 2 : 1;
    paintBox(painter, QRectF(current).adjusted(-reach, -reach, reach, reach), 3, {},
             hasFocus() ? t.you : t.ink, hasFocus() ? 2.0 : 1.0);
}

void YearStrip::paintMonths(QPainter& painter) const {
    const QFont small = ui::font(TextRole::Caption);
    const QFontMetrics metrics(small);
    painter.setFont(small);
    painter.setPen(tokensOf(this).inkSoft);
    const QDate first = firstDay();
    // The first month is named only if it begins here; a name needs the room of its letters.
    QDate month(first.year(), first.month(), 1);
    if (month < first)
        month = month.addMonths(1);
    int free = 0; // behind the name before: large letters have no room for every month
    for (; month <= m_last; month = month.addMonths(1)) {
        const QString name = QLocale().standaloneMonthName(month.month(), QLocale::ShortFormat);
        const int left = edge + int(first.daysTo(month)) / daysOfWeek * pitch;
        const QRect place(left, 0, metrics.horizontalAdvance(name) + 1, metrics.height());
        if (place.left() < free || place.right() >= width())
            continue;
        free = place.right() + space::half;
        painter.drawText(QStyle::visualRect(layoutDirection(), rect(), place), Qt::AlignCenter,
                         name);
    }
}

void YearStrip::mousePressEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton)
        select(dayAt(event->position().toPoint()));
}

void YearStrip::keyPressEvent(QKeyEvent* event) {
    const int week = layoutDirection() == Qt::RightToLeft ? -daysOfWeek : daysOfWeek;
    switch (event->key()) {
    case Qt::Key_Left:
        moveCurrent(m_current.addDays(-week));
        return;
    case Qt::Key_Right:
        moveCurrent(m_current.addDays(week));
        return;
    case Qt::Key_Up:
        moveCurrent(m_current.addDays(-1));
        return;
    case Qt::Key_Down:
        moveCurrent(m_current.addDays(1));
        return;
    case Qt::Key_Home:
        moveCurrent(firstDay());
        return;
    case Qt::Key_End:
        moveCurrent(m_last);
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        select(m_current);
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

void YearStrip::moveCurrent(const QDate& day) {
    if (m_last.isValid() && day.isValid())
        setCurrent(std::clamp(day, firstDay(), m_last));
}

int YearStrip::columns() const {
    return std::clamp((width() - 2 * edge + gap) / pitch, 1, weeks);
}

} // namespace mend::ui
