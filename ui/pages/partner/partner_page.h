#pragma once
// Partner: pair, the state of sharing in words, addresses, pause, leave.

#include "ui/pages/partner/partner_state.h"

#include <QWidget>

namespace mend::ui {

class AddressCard;
class Banner;
class BeforePairingCard;
class LeaveCard;
class PairingCard;
class SharingCard;

class PartnerPage : public QWidget {
    Q_OBJECT
public:
    explicit PartnerPage(QWidget* parent = nullptr);
    void setState(const PartnerState& state);

Q_SIGNALS:
    void roleChosen(mend::Role role);
    void pairingAsked(const mend::ui::PairingWish& wish);
    void answered(bool yes);
    void stopAsked();
    void pauseAsked(bool pause);
    void retryAsked();
    void allowMuchAsked();
    void addressesChosen(const QStringList& hostPorts);
    void leaveAsked();
    void safetyAsked();

private:
    void connectCards();

    Banner* m_problem;
    PairingCard* m_pairing;
    BeforePairingCard* m_before;
    SharingCard* m_sharing;
    AddressCard* m_addresses;
    LeaveCard* m_leave;
};

} // namespace mend::ui
