// Every page of an unlocked Mend, in the order of the side bar. A page that is not built yet is
// absent.

#include "ui/pages/checklist/checklist_page.h"
#include "ui/pages/commitments/commitments_page.h"
#include "ui/pages/journal/journal_page.h"
#include "ui/pages/partner/partner_page.h"
#include "ui/pages/safety/safety_page.h"
#include "ui/pages/settings/settings_page.h"
#include "ui/pages/timeline/timeline_page.h"
#include "ui/pages/today/today_page.h"
#include "ui/window/checklist_wiring.h"
#include "ui/window/commitments_wiring.h"
#include "ui/window/journal_wiring.h"
#include "ui/window/main_window.h"
#include "ui/window/navigation.h"
#include "ui/window/partner_wiring.h"
#include "ui/window/session.h"
#include "ui/window/settings_wiring.h"
#include "ui/window/timeline_wiring.h"
#include "ui/window/today_wiring.h"

namespace mend::ui {

namespace {

// "ADDR" of "ADDR:PORT" and "ADDR": a code is shown where sharing listens, on a port of its own.
QString hostOf(const QString& listen) {
    const auto colon = listen.lastIndexOf(u':');
    return colon < 0 || listen.endsWith(u']') ? listen : listen.left(colon);
}

} // namespace

void Session::buildPages() {
    addPage("today", tr("Today"), IconName::Today, &Session::makeToday);
    addPage("timeline", tr("Timeline"), IconName::Timeline, &Session::makeTimeline);
    addPage("commitments", tr("Commitments"), IconName::Commitments, &Session::makeCommitments);
    addPage("checklist", tr("Checklist"), IconName::Checklist, &Session::makeChecklist);
    addPage("journal", tr("Journal"), IconName::Journal, &Session::makeJournal);
    m_navigation->addSeparator();
    addPage("partner", tr("Partner"), IconName::Partner, &Session::makePartner);
    addPage("settings", tr("Settings"), IconName::Settings, &Session::makeSettings);
    addPage("safety", tr("Safety"), IconName::Safety, &Session::makeSafety);
    m_navigation->addCommand(QStringLiteral("hide"), tr("Hide now"), IconName::Hide);
    m_navigation->addCommand(QStringLiteral("lock"), tr("Lock"), IconName::Lock);
}

void Session::addPage(const char* id, const QString& title, IconName icon,
                      QWidget* (Session::*make)()) {
    m_navigation->addPage(QLatin1String(id), title, icon,
                          [this, make] { return watched((this->*make)()); });
}

QWidget* Session::makeToday() {
    auto* page = new TodayPage;
    m_today = new TodayWiring(*page, *m_workspace, m_parts.guide, m_wirings.get());
    connect(m_today, &TodayWiring::pageWanted, this, &Session::showPage);
    return page;
}

QWidget* Session::makeTimeline() {
    auto* page = new TimelinePage;
    new TimelineWiring(*page, *m_workspace, m_parts.guide, m_wirings.get());
    return page;
}

QWidget* Session::makeCommitments() {
    auto* page = new CommitmentsPage;
    auto* wiring = new CommitmentsWiring(*page, *m_workspace, m_parts.guide, m_wirings.get());
    connect(wiring, &CommitmentsWiring::safetyWanted, this,
            [this] { showPage(QStringLiteral("safety")); });
    return page;
}

QWidget* Session::makeChecklist() {
    auto* page = new ChecklistPage;
    auto* wiring = new ChecklistWiring(*page, *m_workspace, m_parts.guide, m_wirings.get());
    connect(wiring, &ChecklistWiring::pageWanted, this, &Session::showPart);
    connect(wiring, &ChecklistWiring::commitmentWanted, this, &Session::startCommitment);
    return page;
}

// What a step opens on Today, ready to be written in.
void Session::showPart(const QString& id, const QString& part) {
    showPage(id);
    auto* today = qobject_cast<TodayPage*>(m_navigation->page(id));
    if (today && part == QLatin1String("moment"))
        today->startMoment();
    else if (const auto kind = noteKindFromName(part); today && kind)
        today->startNote(*kind);
}

// In its form, to be looked at before it is made.
void Session::startCommitment(const CommitmentFields& start) {
    showPage(QStringLiteral("commitments"));
    if (auto* page =
            qobject_cast<CommitmentsPage*>(m_navigation->page(QStringLiteral("commitments"))))
        page->startFrom(start);
}

QWidget* Session::makeJournal() {
    auto* page = new JournalPage;
    m_journal = new JournalWiring(*page, *m_workspace, m_parts.guide, m_wirings.get());
    connect(m_journal, &JournalWiring::troubled, this,
            [this](Problem problem) { setTrouble(m_entryTrouble, problem); });
    connect(m_journal, &JournalWiring::troubleOver, this,
            [this] { setTrouble(m_entryTrouble, std::nullopt); });
    connect(m_journal, &JournalWiring::dayWanted, this, [this](Day day) {
        showPage(QStringLiteral("today")); // which comes up on its own day
        m_today->goTo(day);
    });
    return page;
}

QWidget* Session::makePartner() {
    auto* page = new PartnerPage;
    auto* wiring = new PartnerWiring(*page, *m_workspace, m_parts.clock, m_wirings.get());
    wiring->setPairingBind(hostOf(m_parts.network.listen));
    connect(wiring, &PartnerWiring::safetyAsked, &m_parts.window, &MainWindow::showSafety);
    return page;
}

QWidget* Session::makeSettings() {
    auto* page = new SettingsPage;
    m_settings =
        new SettingsWiring(*page, *m_workspace, m_parts.theme, m_parts.folder, m_wirings.get());
    connect(m_settings, &SettingsWiring::autoLockChanged, this, &Session::autoLockChanged);
    // Once its own call has returned: the wiring goes with everything else.
    connect(m_settings, &SettingsWiring::eraseWanted, this, &Session::eraseWanted,
            Qt::QueuedConnection);
    connect(m_settings, &SettingsWiring::newKeyWanted, this, &Session::newKeyWanted);
    return page;
}

QWidget* Session::makeSafety() {
    return new SafetyPage(m_parts.guide.safety());
}

} // namespace mend::ui
