#include "ui/pages/today/day_notice.h"

#include "ui/pages/today/today_words.h"

namespace mend::ui {

DayNotice::DayNotice(QWidget* parent) : Banner(parent) {
    connect(this, &Banner::actionTriggered, this, [this] {
        if (m_there)
            Q_EMIT dayWanted(*m_there);
    });
}

void DayNotice::setState(const TodayState& state) {
    if (state.day != state.today) {
        m_there = state.today;
        setText(tr("What you write here belongs to %1.").arg(TodayWords::day(state.day)));
        setAction(tr("Go to today"));
        return;
    }
    m_there = state.unfinished;
    setText(m_there ? tr("Something you began on %1 is still here, not saved yet.")
                          .arg(TodayWords::day(*m_there))
                    : QString());
    if (m_there)
        setAction(tr("Go on with it"));
}

} // namespace mend::ui
