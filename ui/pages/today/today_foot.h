#pragma once
// What saving will do: in a sentence, and on the button itself, so that nobody shares by habit.

#include "ui/pages/today/today_drafts.h"
#include "ui/pages/today/today_state.h"

#include <QWidget>

class QPushButton;

namespace mend::ui {

class WrapLabel;

class TodayFoot : public QWidget {
    Q_OBJECT
public:
    explicit TodayFoot(QWidget* parent = nullptr);
    void say(const TodayState& state, const CheckInDraft& draft);

Q_SIGNALS:
    void saveWanted();

private:
    WrapLabel* m_promise;
    QPushButton* m_save;
};

} // namespace mend::ui
