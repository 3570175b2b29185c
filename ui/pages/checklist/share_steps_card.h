#pragma once
// Whether the other sees my checklist: my choice, off at first, with what it means.

#include "ui/widgets/card.h"

class QCheckBox;

namespace mend::ui {

class ShareStepsCard : public Card {
    Q_OBJECT
public:
    explicit ShareStepsCard(QWidget* parent = nullptr);
    void setSharing(const QString& partner, bool sharing);

Q_SIGNALS:
    void sharingChosen(bool on);

private:
    QCheckBox* m_share;
    WrapLabel* m_words;
};

} // namespace mend::ui
