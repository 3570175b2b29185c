#include "ui/window/settings_wiring.h"

#include "ui/models/sentences.h"
#include "ui/pages/settings/settings_page.h"
#include "ui/theme/theme.h"
#include "ui/window/code_kept.h"
#include "ui/window/recovery_paper.h"
#include "ui/window/settings_keys.h"

#include <QPointer>

namespace mend::ui {

namespace {

QByteArray valueOf(LookSetting look) {
    switch (look) {
    case LookSetting::Light:
        return "light";
    case LookSetting::Dark:
        return "dark";
    case LookSetting::System:
        break;
    }
    return "system";
}

LookSetting lookOf(const QByteArray& value) {
    if (value == "light")
        return LookSetting::Light;
    return value == "dark" ? LookSetting::Dark : LookSetting::System;
}

bool isMotionOff(Workspace& workspace) {
    return workspace.setting(settings::motion()) == QByteArray("off");
}

LookChoice choiceOf(LookSetting look) {
    switch (look) {
    case LookSetting::Light:
        return LookChoice::Light;
    case LookSetting::Dark:
        return LookChoice::Dark;
    case LookSetting::System:
        break;
    }
    return LookChoice::System;
}

SlowTask answerOf(const std::optional<Problem>& problem) {
    return problem ? SlowTask{false, false, sentence(*problem)} : SlowTask{false, true, {}};
}

} // namespace

void applyLook(Workspace& workspace, Theme& theme) {
    theme.choose(choiceOf(lookOf(workspace.setting(settings::look()).value_or(QByteArray()))));
    theme.choose(isMotionOff(workspace) ? MotionChoice::Off : MotionChoice::System);
}

SettingsWiring::SettingsWiring(SettingsPage& page, Workspace& workspace, Theme& theme,
                               const QString& folder, QObject* parent)
    : QObject(parent), m_page(page), m_workspace(workspace), m_theme(theme) {
    m_state.version = QStringLiteral(MEND_VERSION);
    m_state.folder = folder;
    connect(&workspace, &Workspace::meChanged, this, &SettingsWiring::refresh);
    connect(&workspace, &Workspace::partnerChanged, this, &SettingsWiring::refresh);
    connectChoices();
    connectKeys();
    refresh();
    applyLook(m_workspace, m_theme);
}

void SettingsWiring::connectChoices() {
    connect(&m_page, &SettingsPage::personChosen, this, &SettingsWiring::choosePerson);
    connect(&m_page, &SettingsPage::mayBeAskedChosen, this,
            [this](bool on) { tell(m_workspace.setMayBeAsked(on)); });
    connect(&m_page, &SettingsPage::lookChosen, this, [this](LookSetting look) {
        store(settings::look(), valueOf(look));
        applyLook(m_workspace, m_theme);
    });
    connect(&m_page, &SettingsPage::motionChosen, this, [this](bool on) {
        store(settings::motion(), on ? "system" : "off");
        applyLook(m_workspace, m_theme);
    });
    connect(&m_page, &SettingsPage::autoLockChosen, this, [this](int minutes) {
        store(settings::autoLockMinutes(), QByteArray::number(minutes));
        Q_EMIT autoLockChanged();
    });
}

void SettingsWiring::connectKeys() {
    connect(&m_page, &SettingsPage::passphraseChangeAsked, this, &SettingsWiring::changePassphrase);
    connect(&m_page, &SettingsPage::newKeyAsked, this, &SettingsWiring::takeNewKey);
    connect(&m_page, &SettingsPage::recoveryCodeAsked, this, &SettingsWiring::makeRecoveryCode);
    connect(&m_page, &SettingsPage::deletionAsked, this, &SettingsWiring::erase);
    const auto keep = [here = QPointer(this)](const QString& words) {
        if (!here)
            return;
        here->m_state.kept = words;
        here->refresh();
    };
    connect(&m_page, &SettingsPage::printCodeAsked, this,
            [this, keep](const QString& code) { printRecoveryCode(&m_page, code, keep); });
    connect(&m_page, &SettingsPage::copyCodeAsked, this,
            [keep](const QString& code) { keep(copyRecoveryCode(code)); });
    connect(&m_page, &SettingsPage::saveCodeAsked, this,
            [this, keep](const QString& code) { saveRecoveryCode(&m_page, code, keep); });
    connect(&m_page, &SettingsPage::codeKept, this, [this] {
        setCodeUnkept(m_workspace, false);
        m_state.recoveryCode.clear();
        m_state.kept.clear();
        m_state.recovery = {};
        refresh();
    });
}

void SettingsWiring::refresh() {
    const Me me = m_workspace.me();
    const auto partner = m_workspace.partner();
    m_state.person = {me.name, me.role, me.relation};
    m_state.partner = partner ? partner->name : QString();
    m_state.mayBeAsked = me.mayBeAsked;
    m_state.look = lookOf(m_workspace.setting(settings::look()).value_or(QByteArray()));
    m_state.motion = !isMotionOff(m_workspace);
    m_state.autoLockMinutes =
        int(settings::autoLockTime(m_workspace.setting(settings::autoLockMinutes())).count());
    m_page.setState(m_state);
}

// The relation stands once two are paired, whatever a page may ask: it is what both said.
void SettingsWiring::choosePerson(const PersonSetting& person) {
    const Me me = m_workspace.me();
    const bool paired = m_workspace.partner().has_value();
    tell(m_workspace.changeMe(person.name, person.role, paired ? me.relation : person.relation));
}

void SettingsWiring::changePassphrase(const QString& current, const QString& next) {
    m_state.passphrase = {true, false, {}};
    refresh();
    m_workspace.changePassphrase(
        current, next, [this, here = QPointer(this)](const Attempt<void>& changed) {
            if (!here)
                return;
            m_state.passphrase = answerOf(changed ? std::nullopt : std::optional(changed.error()));
            refresh();
        });
}

// The passphrase is checked while everything is still open: a wrong one closes nothing.
void SettingsWiring::takeNewKey(const QString& current, const QString& next) {
    m_state.newKey = {true, false, {}};
    refresh();
    m_workspace.checkPassphrase(
        current, [this, here = QPointer(this), fresh = QString(next.constData(), next.size())](
                     const Attempt<void>& right) mutable {
            if (here && right)
                Q_EMIT newKeyWanted(fresh);
            fresh.fill(u'\0');
            if (!here || right)
                return;
            m_state.newKey = answerOf(right.error());
            refresh();
        });
}

void SettingsWiring::tellNewKey(const Attempt<QString>& code) {
    m_state.newKey = answerOf(code ? std::nullopt : std::optional(code.error()));
    if (code)
        setCodeUnkept(m_workspace, true);
    m_state.recoveryCode = code.value_or(QString());
    refresh();
    m_page.showKeys();
}

void SettingsWiring::makeRecoveryCode(const QString& passphrase) {
    m_state.recovery = {true, false, {}};
    refresh();
    const bool before = isCodeUnkept(m_workspace);
    setCodeUnkept(m_workspace, true); // also where Mend locks while it is made
    m_workspace.newRecoveryCode(
        passphrase, [this, here = QPointer(this), before](const Attempt<QString>& code) {
            if (!here)
                return;
            if (!code)
                setCodeUnkept(m_workspace, before);
            m_state.recovery = answerOf(code ? std::nullopt : std::optional(code.error()));
            m_state.recoveryCode = code.value_or(QString());
            refresh();
        });
}

void SettingsWiring::erase(const QString& passphrase) {
    m_state.deletion = {true, false, {}};
    refresh();
    m_workspace.checkPassphrase(
        passphrase, [this, here = QPointer(this)](const Attempt<void>& right) {
            if (!here)
                return;
            m_state.deletion = answerOf(right ? std::nullopt : std::optional(right.error()));
            refresh();
            if (right)
                Q_EMIT eraseWanted();
        });
}

void SettingsWiring::store(const QString& key, const QByteArray& value) {
    tell(m_workspace.setSetting(key, value));
}

void SettingsWiring::tell(const Attempt<void>& attempt) {
    m_state.problem = attempt ? QString() : sentence(attempt.error());
    refresh();
}

} // namespace mend::ui
