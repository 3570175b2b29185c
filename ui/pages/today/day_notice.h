#pragma once
// That the page belongs to an earlier day, or that something of one is still half written; and the
// way there or back.

#include "ui/pages/today/today_state.h"
#include "ui/widgets/banner.h"

namespace mend::ui {

class DayNotice : public Banner {
    Q_OBJECT
public:
    explicit DayNotice(QWidget* parent = nullptr);
    void setState(const TodayState& state);

Q_SIGNALS:
    void dayWanted(mend::Day day);

private:
    std::optional<Day> m_there;
};

} // namespace mend::ui
