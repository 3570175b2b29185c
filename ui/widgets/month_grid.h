#pragma once
// One month of a commitment's shards: a cell a day, each with tooltip and accessible text. Arrows
// move between the days that can be chosen, Page Up and Down between months, Enter chooses a day.

#include "ui/widgets/seam_painter.h"

#include <QDate>
#include <QHash>
#include <QPushButton>
#include <functional>

class QGridLayout;
class QToolButton;

namespace mend::ui {

class WrapLabel;

class MonthDayCell : public QPushButton {
    Q_OBJECT
public:
    explicit MonthDayCell(QWidget* parent);
    void setDay(const QDate& day, const std::vector<DayState>& states, bool today);
    const QDate& day() const { return m_day; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QDate m_day;
    std::vector<DayState> m_states;
    bool m_today = false;
};

class MonthGrid : public QWidget {
    Q_OBJECT
public:
    explicit MonthGrid(QWidget* parent = nullptr);

    /// Any day of the month to show.
    void setMonth(const QDate& month);
    QDate month() const { return m_month; }
    /// Marks of any days; those of other months are kept for later.
    void setMarks(const QHash<QDate, std::vector<DayState>>& marks);
    /// Gets a ring; the widget asks no clock.
    void setToday(const QDate& today);
    /// The months that can be reached.
    void setRange(const QDate& first, const QDate& last);
    /// Which days lead somewhere; without it all of them.
    void setChoosable(std::function<bool(const QDate&)> choosable);
    /// They are others than they were: asked anew.
    void askChoosable();
    /// To the day that Tab reaches, or to another month where none of this one leads anywhere.
    void focusEntrance();
    MonthDayCell* cellOf(const QDate& day) const;

Q_SIGNALS:
    void monthChanged(const QDate& firstDay);
    void daySelected(const QDate& day);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void buildHead();
    void buildCells();
    void fill();
    void showMonths(int later);
    bool mayShow(const QDate& month) const;
    bool mayChoose(const QDate& day) const { return !m_choosable || m_choosable(day); }
    QDate entrance() const;
    QDate destination(const QDate& from, int key) const;
    bool moveFocus(const QDate& from, int key);

    QDate m_month;
    QDate m_today;
    QDate m_first;
    QDate m_last;
    QHash<QDate, std::vector<DayState>> m_marks;
    std::function<bool(const QDate&)> m_choosable;
    WrapLabel* m_title;
    QToolButton* m_back;
    QToolButton* m_next;
    QGridLayout* m_grid;
    QList<MonthDayCell*> m_cells;
};

} // namespace mend::ui
