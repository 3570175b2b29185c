#include "ui/window/gate_wiring.h"

#include "ui/models/sentences.h"
#include "ui/pages/unlock/unlock_page.h"
#include "ui/pages/welcome/welcome_page.h"
#include "ui/window/code_kept.h"
#include "ui/window/recovery_paper.h"

#include <QPointer>

namespace mend::ui {

// --- Welcome ---

WelcomeWiring::WelcomeWiring(WelcomePage& page, Opening& opening, Opened opened, QObject* parent)
    : QObject(parent), m_page(page), m_opening(opening), m_opened(std::move(opened)) {
    connect(&page, &WelcomePage::create, this, &WelcomeWiring::create);
    const auto then = [here = QPointer(this)](const QString& words) {
        if (here)
            here->keep(words);
    };
    connect(&page, &WelcomePage::printAsked, this,
            [this, then] { printRecoveryCode(&m_page, m_made.recoveryCode, then); });
    connect(&page, &WelcomePage::copyAsked, this,
            [this] { keep(copyRecoveryCode(m_made.recoveryCode)); });
    connect(&page, &WelcomePage::saveAsked, this,
            [this, then] { saveRecoveryCode(&m_page, m_made.recoveryCode, then); });
    connect(&page, &WelcomePage::finished, this, [this](bool pairNow) {
        if (!m_made.workspace)
            return;
        setCodeUnkept(*m_made.workspace, false);
        m_opened(std::move(m_made.workspace), pairNow);
    });
}

WelcomeWiring::~WelcomeWiring() {
    m_made.recoveryCode.fill(QChar(0));
}

void WelcomeWiring::create(const NewPersonFields& person, const QString& passphrase) {
    WelcomeState state;
    state.busy = true;
    m_page.setState(state);
    Q_EMIT making();
    const QPointer<WelcomeWiring> alive(this);
    m_opening.create({person.name, person.role, person.relation}, passphrase,
                     [alive](Attempt<NewWorkspace> attempt) {
                         if (attempt) // also where Mend locked before the code could be shown
                             setCodeUnkept(*attempt->workspace, true);
                         if (alive)
                             alive->take(std::move(attempt));
                     });
}

void WelcomeWiring::take(Attempt<NewWorkspace> attempt) {
    if (attempt)
        m_made = std::move(*attempt);
    const QPointer<WelcomeWiring> alive(this);
    Q_EMIT made(attempt.has_value());
    if (!alive)
        return;
    WelcomeState state;
    if (attempt)
        state.recoveryCode = m_made.recoveryCode;
    else
        state.problem = sentence(attempt.error());
    m_page.setState(state);
}

void WelcomeWiring::keep(const QString& words) {
    WelcomeState state;
    state.recoveryCode = m_made.recoveryCode;
    state.kept = words;
    m_page.setState(state);
}

// --- Unlock ---

UnlockWiring::UnlockWiring(UnlockPage& page, Opening& opening, Opened opened, QObject* parent)
    : QObject(parent), m_page(page), m_opening(opening), m_opened(std::move(opened)) {
    connect(&page, &UnlockPage::unlockAsked, this, [this](const QString& passphrase) {
        m_page.setState({true, {}, {}});
        m_opening.unlock(passphrase, then());
    });
    connect(&page, &UnlockPage::recoverAsked, this,
            [this](const QString& code, const QString& newPassphrase) {
                m_page.setState({true, {}, {}});
                m_opening.recover(code, newPassphrase, then());
            });
}

Opening::OpenedThen UnlockWiring::then() {
    const QPointer<UnlockWiring> alive(this);
    return [alive](Attempt<std::unique_ptr<Workspace>> attempt) {
        if (!alive)
            return;
        if (attempt)
            alive->m_opened(std::move(*attempt));
        else
            alive->m_page.setState({false, sentence(attempt.error()), {}});
    };
}

} // namespace mend::ui
