#pragma once
// How Mend looks and moves.

#include "ui/pages/settings/settings_state.h"
#include "ui/widgets/card.h"

class QCheckBox;

namespace mend::ui {

class SegmentedChoice;

class LookCard : public Card {
    Q_OBJECT
public:
    explicit LookCard(QWidget* parent = nullptr);
    void setLook(LookSetting look, bool motion);

Q_SIGNALS:
    void lookChosen(mend::ui::LookSetting look);
    void motionChosen(bool on);

private:
    SegmentedChoice* m_look;
    QCheckBox* m_motion;
};

} // namespace mend::ui
