#include "ui/pages/settings/settings_page.h"

#include "ui/pages/settings/about_card.h"
#include "ui/pages/settings/asking_card.h"
#include "ui/pages/settings/delete_card.h"
#include "ui/pages/settings/lock_card.h"
#include "ui/pages/settings/look_card.h"
#include "ui/pages/settings/passphrase_card.h"
#include "ui/pages/settings/person_card.h"
#include "ui/pages/settings/recovery_card.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/page_scroll.h"

#include <QTimer>
#include <QVBoxLayout>

namespace mend::ui {

SettingsPage::SettingsPage(QWidget* parent)
    : QWidget(parent), m_scroll(new PageScroll(tr("Settings"))), m_problem(new Banner),
      m_person(new PersonCard), m_asking(new AskingCard), m_look(new LookCard),
      m_lock(new LockCard), m_passphrase(new PassphraseCard(PassphraseCard::Kind::Change)),
      m_newKey(new PassphraseCard(PassphraseCard::Kind::NewKey)), m_recovery(new RecoveryCard),
      m_delete(new DeleteCard), m_about(new AboutCard) {
    setObjectName(QStringLiteral("settingsPage"));
    setAccessibleName(tr("Settings"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_scroll);
    m_problem->setObjectName(QStringLiteral("problem"));
    m_problem->setKind(Banner::Kind::Attention);
    m_scroll->notices()->addWidget(m_problem);
    auto* columns = new TwoColumns(nullptr, TwoColumns::Share::Half);
    for (QWidget* card : std::initializer_list<QWidget*>{m_person, m_asking, m_look, m_lock})
        columns->main()->addWidget(card);
    for (QWidget* card :
         std::initializer_list<QWidget*>{m_passphrase, m_newKey, m_recovery, m_delete, m_about})
        columns->side()->addWidget(card);
    m_scroll->add(columns);
    connectCards();
    setState({});
}

void SettingsPage::connectCards() {
    connect(m_person, &PersonCard::personChosen, this, &SettingsPage::personChosen);
    connect(m_asking, &AskingCard::mayBeAskedChosen, this, &SettingsPage::mayBeAskedChosen);
    connect(m_look, &LookCard::lookChosen, this, &SettingsPage::lookChosen);
    connect(m_look, &LookCard::motionChosen, this, &SettingsPage::motionChosen);
    connect(m_lock, &LockCard::minutesChosen, this, &SettingsPage::autoLockChosen);
    connect(m_passphrase, &PassphraseCard::changeAsked, this, &SettingsPage::passphraseChangeAsked);
    connect(m_newKey, &PassphraseCard::changeAsked, this, &SettingsPage::newKeyAsked);
    connect(m_recovery, &RecoveryCard::codeAsked, this, &SettingsPage::recoveryCodeAsked);
    connect(m_recovery, &RecoveryCard::printAsked, this, &SettingsPage::printCodeAsked);
    connect(m_recovery, &RecoveryCard::copyAsked, this, &SettingsPage::copyCodeAsked);
    connect(m_recovery, &RecoveryCard::saveAsked, this, &SettingsPage::saveCodeAsked);
    connect(m_recovery, &RecoveryCard::codeKept, this, &SettingsPage::codeKept);
    connect(m_delete, &DeleteCard::deletionAsked, this, &SettingsPage::deletionAsked);
}

void SettingsPage::setState(const SettingsState& state) {
    m_problem->setText(state.problem);
    m_person->setPerson(state.person, state.partner);
    m_asking->setAsking(state.mayBeAsked, state.partner);
    m_look->setLook(state.look, state.motion);
    m_lock->setMinutes(state.autoLockMinutes);
    m_passphrase->setTask(state.passphrase);
    m_newKey->setTask(state.newKey);
    m_recovery->setTask(state.recovery);
    m_recovery->setCode(state.recoveryCode);
    m_recovery->setKept(state.kept);
    m_delete->setTask(state.deletion);
    m_delete->setPartner(state.partner);
    m_about->setAbout(state.version, state.folder);
}

// Once it is laid out.
void SettingsPage::showKeys() {
    QTimer::singleShot(0, this, [this] {
        m_scroll->scrollArea()->ensureWidgetVisible(m_recovery, 0, space::two);
        m_scroll->scrollArea()->ensureWidgetVisible(m_newKey, 0, space::two);
    });
}

} // namespace mend::ui
