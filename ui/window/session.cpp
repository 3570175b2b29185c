#include "ui/window/session.h"

#include "ui/window/main_window.h"
#include "ui/window/navigation.h"
#include "ui/window/settings_keys.h"

namespace mend::ui {

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
