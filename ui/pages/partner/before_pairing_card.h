#pragma once
// What pairing means, and that nobody has to: read beside the code, before anything is shared.

#include "ui/widgets/card.h"

namespace mend::ui {

class BeforePairingCard : public Card {
    Q_OBJECT
public:
    explicit BeforePairingCard(QWidget* parent = nullptr);

Q_SIGNALS:
    void safetyAsked();
};

} // namespace mend::ui
