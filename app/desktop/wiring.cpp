#include "app/desktop/wiring.h"

#include "app/desktop/one_instance.h"
#include "core/base/log.h"
#include "ui/models/sentences.h"
#include "ui/pages/unlock/unlock_page.h"
#include "ui/pages/welcome/welcome_page.h"
#include "ui/window/code_kept.h"
#include "ui/window/copies.h"
#include "ui/window/gate_wiring.h"
#include "ui/window/in_front.h"
#include "ui/window/settings_keys.h"

#include <QTimer>
#include <chrono>
#include <cstdio>

namespace mend::desktop {

Desktop::Desktop(ui::Theme& theme, const Parts& parts, const Options& options)
    : m_theme(theme), m_parts(parts), m_options(options),
      m_opening(options.dataFolder, parts.clock, parts.cost), m_window(parts.guide),
      m_system(nullptr, parts.systemBus) {
    connectWindow();
    showGate();
    // What is seen first waits for no bus; nobody can unlock before the events are heard.
    QMetaObject::invokeMethod(&m_system, &ui::SystemLock::start, Qt::QueuedConnection);
}

Desktop::~Desktop() = default;

void Desktop::connectWindow() {
    connect(&m_window, &ui::MainWindow::lockAsked, this, &Desktop::lock);
    connect(&m_window, &ui::MainWindow::hideAsked, this, &Desktop::lockAndHide);
    connect(&m_window, &ui::MainWindow::closed, this, [this] {
        lock();
        Q_EMIT ended();
    });
    connect(&m_idle, &ui::IdleLock::idle, this, &Desktop::lock);
    connect(&m_system, &ui::SystemLock::lockAsked, this, &Desktop::lock);
}

// --- Locked ---

void Desktop::showGate() {
    if (m_opening.vaultExists())
        showUnlock();
    else
        showWelcome();
}

void Desktop::showWelcome() {
    auto* page = new ui::WelcomePage;
    connect(page, &ui::WelcomePage::safetyAsked, &m_window, &ui::MainWindow::showSafety);
    for (const auto signal :
         {&ui::WelcomePage::printAsked, &ui::WelcomePage::copyAsked,
          &ui::WelcomePage::saveAsked}) // a screen reader's presses are no input
        connect(page, signal, &m_idle, &ui::IdleLock::used);
    auto wiring = std::make_unique<ui::WelcomeWiring>(
        *page, m_opening, [this](std::unique_ptr<Workspace> workspace, bool pairNow) {
            opened(std::move(workspace),
                   pairNow ? QStringLiteral("partner") : QStringLiteral("today"));
        });
    connect(wiring.get(), &ui::WelcomeWiring::making, this, [this] {
        m_making = true;
        m_lockWanted = false;
    });
    connect(wiring.get(), &ui::WelcomeWiring::made, this, &Desktop::onMade);
    m_gateWiring = std::move(wiring);
    m_window.setGate(page);
}

// The vault stays open behind its recovery code, for as long as that is on screen.
void Desktop::onMade(bool vault) {
    m_making = false;
    if (vault && m_lockWanted)
        showUnlock();
    else if (vault)
        watch(ui::settings::autoLockTime({}));
}

ui::UnlockPage* Desktop::showUnlock() {
    auto* page = new ui::UnlockPage;
    page->setRemark(m_onUnlock);
    connect(page, &ui::UnlockPage::safetyAsked, &m_window, &ui::MainWindow::showSafety);
    m_gateWiring = std::make_unique<ui::UnlockWiring>(
        *page, m_opening, [this](std::unique_ptr<Workspace> workspace) {
            opened(std::move(workspace), QStringLiteral("today"));
        });
    m_window.setGate(page);
    return page;
}

void Desktop::lock() {
    m_lockWanted = true;
    ui::takeCopiesBack();
    ui::onceNothingRunsInFront(this, [this] { forget(); });
}

void Desktop::forget() {
    unwatch();
    if (!m_session)
        return forgetGate();
    m_session.reset();
    showGate();
}

// Somebody locks while a passphrase is typed or being tried: it is forgotten, and opens nothing. So
// is the recovery code of a vault that was made a moment ago, and the vault, open behind it; one
// that is still being made is once it is there (onMade).
void Desktop::forgetGate() {
    if (!m_encrypting && !m_making && m_opening.vaultExists())
        showUnlock();
}

// What was typed in Welcome before the window was hidden is not there for whoever starts Mend next.
void Desktop::show() {
    if (!m_window.isVisible() && !m_making && qobject_cast<ui::WelcomePage*>(m_window.gate()))
        showGate();
    m_window.bringUp();
}

void Desktop::lockAndHide() {
    m_window.hide();
    ui::onceNothingRunsInFront(this, [this] { m_window.putAway(); });
    lock();
}

// --- Unlocked ---

void Desktop::enter(std::unique_ptr<Workspace> workspace) {
    opened(std::move(workspace), QStringLiteral("today"));
}

// Called by the gate's wiring, which goes once its call has returned.
void Desktop::opened(std::unique_ptr<Workspace> workspace, const QString& firstPage) {
    m_gateWiring.release()->deleteLater();
    m_session = std::make_unique<ui::Session>(
        std::move(workspace), ui::SessionParts{m_window, m_theme, m_parts.guide, m_parts.clock,
                                               m_options.network, m_options.dataFolder});
    m_session->showPage(firstPage);
    m_window.setGate(nullptr); // and with it what was typed and shown there
    connect(m_session.get(), &ui::Session::autoLockChanged, this, [this] {
        m_idle.setTime(m_session->autoLock());
        m_idle.start();
    });
    connect(m_session.get(), &ui::Session::used, &m_idle, &ui::IdleLock::used);
    connect(m_session.get(), &ui::Session::eraseWanted, this,
            [this] { ui::onceNothingRunsInFront(this, [this] { eraseEverything(); }); });
    connect(m_session.get(), &ui::Session::newKeyWanted, this, &Desktop::makeNewKey);
    watch(m_session->autoLock());
}

// For as long as something is open.
void Desktop::watch(std::chrono::minutes autoLock) {
    m_idle.setTime(autoLock);
    m_idle.start();
    m_system.setDelaying(true);
}

void Desktop::unwatch() {
    m_idle.stop();
    m_system.setDelaying(false);
}

void Desktop::eraseEverything() {
    if (!m_session) // locked in between
        return;
    ui::takeCopiesBack();
    unwatch();
    auto workspace = m_session->release();
    // Within the session's signal: it goes later.
    m_session.release()->deleteLater();
    const auto erased = m_opening.erase(std::move(workspace));
    if (auto* unlock = erased ? nullptr : showUnlock())
        unlock->setState({false, ui::sentence(erased.error()), {}});
    else
        showGate();
}

// Once the page that asked for it has had its answer: it goes with everything else.
void Desktop::makeNewKey(const QString& next) {
    m_lockWanted = false; // a lock from here on counts, whichever of the two is done first
    auto copy = std::make_shared<QString>(next.constData(), next.size());
    QTimer::singleShot(0, this, [this, copy = std::move(copy)] {
        ui::onceNothingRunsInFront(this, [this, copy] { encryptAnew(std::move(*copy)); });
    });
}

// Locked meanwhile, and open again afterwards, whatever came of it.
void Desktop::encryptAnew(QString next) {
    if (!m_session) { // locked in between
        next.fill(QChar(0));
        return;
    }
    ui::takeCopiesBack();
    unwatch();
    auto workspace = m_session->release();
    m_session.reset();
    // Written where it is encrypted anew: whatever keeps the new code from being shown, also a
    // vault that won't open again or a computer that stops, whoever unlocks next is told.
    m_codeWasUnkept = ui::isCodeUnkept(*workspace);
    ui::setCodeUnkept(*workspace, true);
    showUnlock()->setState(
        {true,
         {},
         tr("Encrypting everything again. It can\u2019t be stopped halfway; leave Mend open.")});
    m_encrypting = true;
    m_opening.newKey(std::move(workspace), std::move(next),
                     [this](Opening::NewKey made) { encrypted(std::move(made)); });
}

void Desktop::encrypted(Opening::NewKey made) {
    m_encrypting = false;
    if (made.workspace && !made.recoveryCode)
        ui::setCodeUnkept(*made.workspace, m_codeWasUnkept);
    if (made.workspace && !m_lockWanted) {
        opened(std::move(made.workspace), QStringLiteral("settings"));
        return m_session->tellNewKey(made.recoveryCode);
    }
    const QString problem = made.recoveryCode ? QString() : ui::sentence(made.recoveryCode.error());
    auto* unlock = showUnlock();
    unlock->setState({false, problem, {}});
    if (made.recoveryCode && !m_lockWanted) // else it would be told to whoever finds it locked
        unlock->setRemark(
            tr("Everything is encrypted again, and opens with your new passphrase. Its "
               "recovery code could not be shown; you can make a new one in "
               "Settings."));
}

int runMend(QApplication& app, ui::Theme& theme, const Parts& parts, const Options& options) {
    OneInstance one(options.dataFolder);
    switch (one.findPlace(std::chrono::seconds(30))) {
    case OneInstance::Place::Raised:
        return 0;
    case OneInstance::Place::Busy:
        std::fputs("Mend is open already, but does not answer just now. Nothing was changed.\n",
                   stderr);
        return 1;
    case OneInstance::Place::First:
        break;
    }
    log::enable(options.log);
    Desktop mend(theme, parts, options);
    QObject::connect(&one, &OneInstance::raiseAsked, &mend, &Desktop::show);
    QObject::connect(&mend, &Desktop::ended, &app, &QCoreApplication::quit);
    log::event(log::Event::Started);
    mend.show();
    return app.exec();
}

} // namespace mend::desktop
