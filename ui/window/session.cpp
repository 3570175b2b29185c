#include "ui/window/session.h"

#include "ui/pages/partner/partner_page.h"
#include "ui/pages/safety/safety_page.h"
#include "ui/window/main_window.h"
#include "ui/window/navigation.h"
#include "ui/window/partner_wiring.h"
#include "ui/window/settings_keys.h"

namespace mend::ui {

namespace {

// "ADDR" of "ADDR:PORT" and "ADDR": a code is shown where sharing listens, on a port of its own.
QString hostOf(const QString& listen) {
    const auto colon = listen.lastIndexOf(u':');
    return colon < 0 || listen.endsWith(u']') ? listen : listen.left(colon);
}

} // namespace

Session::Session(std::unique_ptr<Workspace> workspace, const SessionParts& parts)
    : m_parts(parts), m_workspace(std::move(workspace)), m_wirings(std::make_unique<QObject>()),
      m_navigation(new Navigation) {
    m_parts.window.restorePlace(
        m_workspace->setting(settings::windowGeometry()).value_or(QByteArray()));
    buildPages();
    m_parts.window.setNavigation(m_navigation);
    for (const auto signal : {&Workspace::changed, &Workspace::partnerChanged})
        connect(m_workspace.get(), signal, this, &Session::noticeWaiting);
    connect(m_workspace.get(), &Workspace::syncChanged, this, &Session::noticeWaiting);
    m_workspace->startSync(m_parts.network);
    noticeWaiting();
}

Session::~Session() {
    if (!m_workspace)
        return;
    keepPlace();
    closePages();
}

void Session::buildPages() {
    m_navigation->addSeparator();
    buildPartner();
    buildSafety();
    m_navigation->addCommand(QStringLiteral("hide"), tr("Hide now"), IconName::Hide);
    m_navigation->addCommand(QStringLiteral("lock"), tr("Lock"), IconName::Lock);
}

void Session::buildPartner() {
    auto* page = new PartnerPage;
    auto* wiring =
        new PartnerWiring(*page, *m_workspace, m_parts.guide, m_parts.clock, m_wirings.get());
    wiring->setPairingBind(hostOf(m_parts.network.listen));
    connect(wiring, &PartnerWiring::safetyAsked, &m_parts.window, &MainWindow::showSafety);
    m_navigation->addPage(QStringLiteral("partner"), tr("Partner"), IconName::Partner, page);
}

void Session::buildSafety() {
    m_navigation->addPage(QStringLiteral("safety"), tr("Safety"), IconName::Safety,
                          new SafetyPage(m_parts.guide.safety()));
}

std::chrono::minutes Session::autoLock() const {
    bool ok = false;
    const int minutes =
        m_workspace->setting(settings::autoLockMinutes()).value_or(QByteArray()).toInt(&ok);
    return std::chrono::minutes(ok && minutes >= 0 ? minutes : settings::autoLockDefault);
}

void Session::showPage(const QString& id) {
    m_navigation->showPage(id);
}

void Session::keepPlace() {
    // Where the window stood is no reason to keep anybody from locking.
    [[maybe_unused]] const auto kept =
        m_workspace->setSetting(settings::windowGeometry(), m_parts.window.saveGeometry());
}

void Session::closePages() {
    m_wirings.reset();
    m_parts.window.setNavigation(nullptr);
}

std::unique_ptr<Workspace> Session::release() {
    closePages();
    return std::move(m_workspace);
}

void Session::noticeWaiting() {
    const bool waits = m_workspace->partner() && m_workspace->syncState().counts.waiting() > 0;
    m_navigation->setDot(QStringLiteral("partner"), waits,
                         tr("something of yours waits to be shared"));
}

} // namespace mend::ui
