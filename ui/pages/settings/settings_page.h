#pragma once
// What one person decides about themselves and their Mend.

#include "ui/pages/settings/settings_state.h"

#include <QWidget>

namespace mend::ui {

class AboutCard;
class AskingCard;
class Banner;
class DeleteCard;
class LockCard;
class LookCard;
class PageScroll;
class PassphraseCard;
class PersonCard;
class RecoveryCard;

class SettingsPage : public QWidget {
    Q_OBJECT
public:
    explicit SettingsPage(QWidget* parent = nullptr);

    void setState(const SettingsState& state);
    /// Brings the card into sight that shows a recovery code, or what was said of a new key.
    void showKeys();

Q_SIGNALS:
    void personChosen(const mend::ui::PersonSetting& person);
    void mayBeAskedChosen(bool on);
    void lookChosen(mend::ui::LookSetting look);
    void motionChosen(bool on);
    /// 0: only when I lock.
    void autoLockChosen(int minutes);
    /// Passphrases are wiped when the signal returns; whoever takes them copies them.
    void passphraseChangeAsked(const QString& current, const QString& next);
    /// A new key, too: everything is encrypted again.
    void newKeyAsked(const QString& current, const QString& next);
    void recoveryCodeAsked(const QString& passphrase);
    void printCodeAsked(const QString& code);
    void copyCodeAsked(const QString& code);
    void saveCodeAsked(const QString& code);
    void codeKept();
    void deletionAsked(const QString& passphrase);

private:
    void connectCards();

    PageScroll* m_scroll;
    Banner* m_problem;
    PersonCard* m_person;
    AskingCard* m_asking;
    LookCard* m_look;
    LockCard* m_lock;
    PassphraseCard* m_passphrase;
    PassphraseCard* m_newKey;
    RecoveryCard* m_recovery;
    DeleteCard* m_delete;
    AboutCard* m_about;
};

} // namespace mend::ui
