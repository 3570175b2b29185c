#pragma once
// When Mend locks by itself.

#include "ui/widgets/card.h"

class QRadioButton;
class QSpinBox;

namespace mend::ui {

class LockCard : public Card {
    Q_OBJECT
public:
    static constexpr int longest = 60; ///< minutes

    explicit LockCard(QWidget* parent = nullptr);
    /// 0: only when I lock.
    void setMinutes(int minutes);

Q_SIGNALS:
    void minutesChosen(int minutes);

private:
    QRadioButton* m_after;
    QSpinBox* m_minutes;
    QRadioButton* m_never;
};

} // namespace mend::ui
