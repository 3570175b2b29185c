#pragma once
// The year strip with the years before and after it.

#include "core/base/day.h"

#include <QSet>
#include <QWidget>
#include <optional>

class QToolButton;

namespace mend::ui {

class YearStrip;

class YearJump : public QWidget {
    Q_OBJECT
public:
    explicit YearJump(QWidget* parent = nullptr);

    // The years that can be reached.
    void setRange(Day first, Day today);
    // Days of the shown year that hold something.
    void setDays(const QSet<QDate>& days);
    // The day the reader is at; turns to its year.
    void setCurrent(const QDate& day);
    Day firstShown() const;
    Day lastShown() const { return m_lastShown; }

Q_SIGNALS:
    void daySelected(mend::Day day);
    void yearShown(mend::Day first, mend::Day last);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void show(Day last);
    void updateButtons();

    YearStrip* m_strip;
    QToolButton* m_earlier;
    QToolButton* m_later;
    Day m_first;
    Day m_today;
    Day m_lastShown;
};

} // namespace mend::ui
