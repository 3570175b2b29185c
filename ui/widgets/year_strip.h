#pragma once
// A year as 53×7 cells of 9 px, one a day, tinted where there is something; to jump to a day.
// A column is a week, ending with that of the last day. Arrows move, Enter or a click chooses. To
// the accessibility bus it is a slider over the days whose text is the day and what is there.

#include <QDate>
#include <QSet>
#include <QWidget>

namespace mend::ui {

class YearStrip : public QWidget {
    Q_OBJECT
public:
    static constexpr int weeks = 53;
    static constexpr int cell = 9; ///< pixels
    static constexpr int gap = 2;  ///< pixels

    explicit YearStrip(QWidget* parent = nullptr);

    /// The last day shown, usually today. The year ends with its week.
    void setLastDay(const QDate& last);
    void setDays(const QSet<QDate>& daysWithEntries);
    /// The day the reader is at; does not emit daySelected.
    void setCurrent(const QDate& day);
    QDate current() const { return m_current; }
    QDate firstDay() const;
    QDate lastDay() const { return m_last; }
    /// Chooses a day of the strip, as a click does; others are ignored.
    void select(const QDate& day);
    /// "Sunday 22 November, something written".
    QString textOf(const QDate& day) const;
    QRect cellRect(const QDate& day) const;
    QDate dayAt(const QPoint& position) const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void daySelected(const QDate& day);

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void moveCurrent(const QDate& day);
    int columns() const; ///< as many weeks as fit, at most 53
    void paintMonths(QPainter& painter) const;

    QDate m_last;
    QDate m_current;
    QSet<QDate> m_days;
};

} // namespace mend::ui
