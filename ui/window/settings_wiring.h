#pragma once
// Fills the page Settings from the workspace, and carries out what it asks for. What was chosen
// about the look holds from the moment this is made.

#include "core/workspace/workspace.h"
#include "ui/pages/settings/settings_state.h"

#include <QObject>

namespace mend::ui {

class SettingsPage;
class Theme;

// Puts in force what was chosen about the look. On unlocking, before any page is shown.
void applyLook(Workspace& workspace, Theme& theme);

class SettingsWiring : public QObject {
    Q_OBJECT
public:
    /// `folder`: where the vault lies, to be shown. Page, workspace and theme outlive it.
    SettingsWiring(SettingsPage& page, Workspace& workspace, Theme& theme, const QString& folder,
                   QObject* parent = nullptr);

Q_SIGNALS:
    /// settings::autoLockMinutes() has a new value.
    void autoLockChanged();
    /// Meant and proven: the workspace is to be erased. Whoever does it may delete this at once.
    void eraseWanted();
    /// Proven: everything is to be encrypted anew under this passphrase, without the workspace.
    /// Whoever does it copies the string, and may delete this once the call has returned.
    void newKeyWanted(const QString& next);

public:
    /// What came of it: the new recovery code, to be shown once.
    void tellNewKey(const Attempt<QString>& code);

private:
    void connectChoices();
    void connectKeys();
    void refresh();
    void choosePerson(const PersonSetting& person);
    void changePassphrase(const QString& current, const QString& next);
    void takeNewKey(const QString& current, const QString& next);
    void makeRecoveryCode(const QString& passphrase);
    void erase(const QString& passphrase);
    void store(const QString& key, const QByteArray& value);
    void tell(const Attempt<void>& attempt);

    SettingsPage& m_page;
    Workspace& m_workspace;
    Theme& m_theme;
    SettingsState m_state;
};

} // namespace mend::ui
