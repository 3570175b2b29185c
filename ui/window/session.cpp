#include "ui/window/session.h"

#include "ui/models/sentences.h"
#include "ui/window/journal_wiring.h"
#include "ui/window/main_window.h"
#include "ui/window/navigation.h"
#include "ui/window/settings_keys.h"
#include "ui/window/settings_wiring.h"
#include "ui/window/today_wiring.h"

#include <QMetaMethod>
#include <QScopedValueRollback>

namespace mend::ui {

namespace {
using namespace std::chrono_literals;
constexpr auto retryEvery = 3s; // Room was made, and nobody has to tell Mend.
} // namespace

Session::Session(std::unique_ptr<Workspace> workspace, const SessionParts& parts)
    : m_parts(parts), m_workspace(std::move(workspace)), m_wirings(std::make_unique<QObject>()),
      m_navigation(new Navigation) {
    m_parts.window.restorePlace(
        m_workspace->setting(settings::windowGeometry()).value_or(QByteArray()));
    applyLook(*m_workspace, parts.theme);
    buildPages();
    m_parts.window.setNavigation(m_navigation);
    connect(m_navigation, &Navigation::pageShown, this, &Session::used);
    for (const auto signal : {&Workspace::changed, &Workspace::partnerChanged})
        connect(m_workspace.get(), signal, this, &Session::noticeWaiting);
    connect(m_workspace.get(), &Workspace::syncChanged, this, &Session::noticeWaiting);
    watchTrouble();
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
    return settings::autoLockTime(m_workspace->setting(settings::autoLockMinutes()));
}

void Session::tellNewKey(const Attempt<QString>& recoveryCode) {
    showPage(QStringLiteral("settings"));
    m_settings->tellNewKey(recoveryCode);
}

void Session::showPage(const QString& id) {
    m_navigation->showPage(id);
}

// --- Trouble with the vault ---

void Session::watchTrouble() {
    m_retry.setInterval(retryEvery);
    connect(&m_retry, &QTimer::timeout, this, &Session::tryAgain);
    connect(m_workspace.get(), &Workspace::troubled, this,
            [this](Problem problem) { setTrouble(m_draftTrouble, problem); });
    connect(m_workspace.get(), &Workspace::troubleOver, this,
            [this] { setTrouble(m_draftTrouble, std::nullopt); });
    connect(m_workspace.get(), &Workspace::syncChanged, this, &Session::showTrouble);
}

void Session::tryAgain() {
    const QScopedValueRollback byItself(m_tryingAgain, true);
    if (m_today)
        m_today->keepDrafts();
    if (m_journal)
        m_journal->tryAgain();
}

void Session::setTrouble(std::optional<Problem>& place, std::optional<Problem> problem) {
    place = problem;
    if (m_draftTrouble || m_entryTrouble)
        m_retry.start();
    else
        m_retry.stop();
    showTrouble();
}

// What is being written comes before what could not be taken from the other.
void Session::showTrouble() {
    const SyncReading sync = m_workspace->syncState();
    if (const auto trouble = m_draftTrouble ? m_draftTrouble : m_entryTrouble)
        m_navigation->setTrouble(draftTrouble(*trouble));
    else if (sync.phase == SyncReading::Phase::Stopped && sync.stop == SyncReading::Stop::Storage)
        m_navigation->setTrouble(sharingSentence(sync, {}));
    else
        m_navigation->setTrouble({});
}

// --- Use ---

// A page tells what somebody wants, and nothing else: whatever it tells is somebody at work.
QWidget* Session::watched(QWidget* page) {
    const QMetaMethod notice = metaObject()->method(metaObject()->indexOfSlot("noticeUse()"));
    const QMetaObject& its = *page->metaObject();
    for (int i = its.methodOffset(); i < its.methodCount(); ++i)
        if (its.method(i).methodType() == QMetaMethod::Signal)
            connect(page, its.method(i), this, notice);
    return page;
}

void Session::noticeUse() {
    if (!m_tryingAgain)
        Q_EMIT used();
}

void Session::keepPlace() {
    // Where the window stood is no reason to keep anybody from locking.
    [[maybe_unused]] const auto kept =
        m_workspace->setSetting(settings::windowGeometry(), m_parts.window.saveGeometry());
}

void Session::closePages() {
    m_wirings.reset(); // which keep what is being written, or can't
    m_today = nullptr;
    m_journal = nullptr;
    m_retry.stop();
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
