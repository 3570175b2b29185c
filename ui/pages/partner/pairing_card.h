#pragma once
// Pairing in plain steps, one at a time.

#include "ui/pages/partner/partner_state.h"
#include "ui/widgets/card.h"

namespace mend::ui {

class Banner;
class PairingAsking;
class PairingChoice;
class PairingCode;
class PairingEntry;
class PairingWait;

class PairingCard : public Card {
    Q_OBJECT
public:
    explicit PairingCard(QWidget* parent = nullptr);
    void setState(const PartnerState& state);

Q_SIGNALS:
    void roleChosen(mend::Role role);
    void pairingAsked(const mend::ui::PairingWish& wish);
    void answered(bool yes);
    void stopAsked();

private:
    void connectSteps();
    QWidget* stepOf(PairingReading::Phase phase) const;
    void showStep(QWidget* step);

    Banner* m_problem;
    PairingChoice* m_choice;
    PairingEntry* m_entry;
    PairingCode* m_code;
    PairingWait* m_wait;
    PairingAsking* m_asking;
    bool m_typing = false;
    PairingReading::Phase m_phase = PairingReading::Phase::Idle;
};

} // namespace mend::ui
