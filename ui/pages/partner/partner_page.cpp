#include "ui/pages/partner/partner_page.h"

#include "ui/pages/partner/address_card.h"
#include "ui/pages/partner/before_pairing_card.h"
#include "ui/pages/partner/leave_card.h"
#include "ui/pages/partner/pairing_card.h"
#include "ui/pages/partner/sharing_card.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/page_scroll.h"

#include <QVBoxLayout>

namespace mend::ui {

PartnerPage::PartnerPage(QWidget* parent)
    : QWidget(parent), m_problem(new Banner), m_pairing(new PairingCard),
      m_before(new BeforePairingCard), m_sharing(new SharingCard), m_addresses(new AddressCard),
      m_leave(new LeaveCard) {
    setObjectName(QStringLiteral("partnerPage"));
    setAccessibleName(tr("Partner"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    auto* scroll = new PageScroll(tr("Partner"));
    column->addWidget(scroll);
    m_problem->setObjectName(QStringLiteral("partnerProblem"));
    m_problem->setKind(Banner::Kind::Attention);
    scroll->notices()->addWidget(m_problem);
    auto* columns = new TwoColumns;
    columns->main()->addWidget(m_sharing);
    columns->main()->addWidget(m_pairing);
    columns->side()->addWidget(m_before);
    columns->side()->addWidget(m_addresses);
    columns->side()->addWidget(m_leave);
    scroll->add(columns);
    connectCards();
    setState({});
}

void PartnerPage::connectCards() {
    connect(m_pairing, &PairingCard::roleChosen, this, &PartnerPage::roleChosen);
    connect(m_pairing, &PairingCard::pairingAsked, this, &PartnerPage::pairingAsked);
    connect(m_pairing, &PairingCard::answered, this, &PartnerPage::answered);
    connect(m_pairing, &PairingCard::stopAsked, this, &PartnerPage::stopAsked);
    connect(m_before, &BeforePairingCard::safetyAsked, this, &PartnerPage::safetyAsked);
    connect(m_sharing, &SharingCard::pauseAsked, this, &PartnerPage::pauseAsked);
    connect(m_sharing, &SharingCard::retryAsked, this, &PartnerPage::retryAsked);
    connect(m_sharing, &SharingCard::allowMuchAsked, this, &PartnerPage::allowMuchAsked);
    connect(m_addresses, &AddressCard::addressesChosen, this, &PartnerPage::addressesChosen);
    connect(m_leave, &LeaveCard::leaveAsked, this, &PartnerPage::leaveAsked);
    connect(m_leave, &LeaveCard::safetyAsked, this, &PartnerPage::safetyAsked);
}

void PartnerPage::setState(const PartnerState& state) {
    m_problem->setText(state.problem);
    const bool paired = state.partner.has_value();
    // A pairing that has not spoken yet may be made anew, so that a crash leaves nobody stuck.
    m_pairing->setVisible(!paired || state.partner->provisional);
    m_before->setVisible(!paired);
    m_sharing->setVisible(paired);
    m_addresses->setVisible(paired);
    m_leave->setVisible(paired);
    m_pairing->setState(state);
    m_sharing->setState(state);
    m_addresses->setAddresses(state.sync.listening, state.addresses);
    if (paired)
        m_leave->setName(state.partner->name);
}

} // namespace mend::ui
