#include "ui/window/partner_wiring.h"

#include "ui/models/sentences.h"
#include "ui/pages/partner/partner_page.h"

#include <algorithm>

namespace mend::ui {

PartnerWiring::PartnerWiring(PartnerPage& page, Workspace& workspace, const Clock& clock,
                             QObject* parent)
    : QObject(parent), m_page(page), m_workspace(workspace), m_clock(clock),
      m_filled(page, [this] { refresh(); }) {
    using namespace std::chrono_literals;
    m_second.setInterval(1s);
    connect(&m_second, &QTimer::timeout, this, &PartnerWiring::refresh);
    connectPage();
    connectWorkspace();
    refresh();
}

void PartnerWiring::connectPage() {
    connect(&m_page, &PartnerPage::roleChosen, this, [this](Role role) {
        const Me me = m_workspace.me();
        report(m_workspace.changeMe(me.name, role, me.relation));
    });
    connect(&m_page, &PartnerPage::pairingAsked, this, &PartnerWiring::pair);
    connect(&m_page, &PartnerPage::answered, this,
            [this](bool yes) { m_workspace.confirmPairing(yes); });
    connect(&m_page, &PartnerPage::stopAsked, this, [this] { m_workspace.cancelPairing(); });
    connect(&m_page, &PartnerPage::pauseAsked, this,
            [this](bool pause) { report(m_workspace.setPaused(pause)); });
    connect(&m_page, &PartnerPage::retryAsked, this, [this] { m_workspace.retryNow(); });
    connect(&m_page, &PartnerPage::allowMuchAsked, this, [this] { m_workspace.allowMuch(); });
    connect(&m_page, &PartnerPage::addressesChosen, this,
            [this](const QStringList& hostPorts) { report(m_workspace.setAddresses(hostPorts)); });
    connect(&m_page, &PartnerPage::leaveAsked, this, [this] { report(m_workspace.leave()); });
    connect(&m_page, &PartnerPage::safetyAsked, this, &PartnerWiring::safetyAsked);
}

void PartnerWiring::connectWorkspace() {
    connect(&m_workspace, &Workspace::changed, &m_filled, &FilledWhenSeen::changed);
    connect(&m_workspace, &Workspace::meChanged, &m_filled, &FilledWhenSeen::changed);
    connect(&m_workspace, &Workspace::partnerChanged, &m_filled, &FilledWhenSeen::changed);
    connect(&m_workspace, &Workspace::syncChanged, &m_filled, &FilledWhenSeen::changed);
    connect(&m_workspace, &Workspace::pairingChanged, this, [this] {
        m_refusal.clear();
        refresh();
    });
}

void PartnerWiring::pair(const PairingWish& wish) {
    const auto before = wish.shareBefore ? BeforePairing::ShareAll : BeforePairing::FromToday;
    const auto begun = wish.code.isEmpty() ? m_workspace.showCode(before, m_bind)
                                           : m_workspace.enterCode(wish.code, wish.address, before);
    m_refusal = begun ? QString() : sentence(begun.error());
    refresh();
}

void PartnerWiring::report(const Attempt<void>& attempt) {
    m_problem = attempt ? QString() : sentence(attempt.error());
    refresh();
}

void PartnerWiring::refresh() {
    PartnerState state;
    state.myRole = m_workspace.me().role;
    state.partner = m_workspace.partner();
    state.sync = m_workspace.syncState();
    state.sharing = sharingSentence(state.sync, state.partner ? state.partner->name : QString());
    state.pairing = m_workspace.pairing();
    state.pairingProblem = m_refusal;
    if (m_refusal.isEmpty() && state.pairing.phase == PairingReading::Phase::Failed)
        state.pairingProblem = sentence(state.pairing.problem);
    const qint64 left = (state.pairing.validUntil - m_clock.nowMs()) / 1000;
    state.secondsLeft = int(std::clamp<qint64>(left, 0, 24 * 3600));
    state.problem = m_problem;
    if (state.partner)
        state.addresses = m_workspace.addresses();
    const bool showing = state.pairing.phase == PairingReading::Phase::Showing;
    if (showing != m_second.isActive())
        showing ? m_second.start() : m_second.stop();
    m_page.setState(state);
}

} // namespace mend::ui
