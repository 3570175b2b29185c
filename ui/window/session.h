#pragma once
// One unlocked time: the Workspace, every page over it, and the wiring in between. Gone with it
// when Mend locks: wiring first (it keeps what was being written), then the pages, then the
// Workspace with its keys.

#include "core/base/clock.h"
#include "core/guide/guide.h"
#include "core/workspace/workspace.h"
#include "ui/theme/icons.h"

#include <QObject>
#include <QTimer>
#include <chrono>
#include <memory>
#include <optional>

namespace mend::ui {

class JournalWiring;
class MainWindow;
class Navigation;
class SettingsWiring;
class Theme;
class TodayWiring;

struct SessionParts {
    MainWindow& window;
    Theme& theme;
    const guide::Guide& guide;
    const Clock& clock;
    NetworkChoice network;
    QString folder; // where the vault lies, to be shown
};

class Session : public QObject {
    Q_OBJECT
public:
    Session(std::unique_ptr<Workspace> workspace, const SessionParts& parts);
    ~Session() override;

    Workspace& workspace() { return *m_workspace; }
    /// Minutes without input until Mend locks; zero: never.
    std::chrono::minutes autoLock() const;
    void showPage(const QString& id);
    /// What came of a new key, on the page Settings.
    void tellNewKey(const Attempt<QString>& recoveryCode);
    /// Remembers where the window is.
    void keepPlace();
    /// Deletes the pages and gives the Workspace away, to be erased. Nothing else may be called
    /// then.
    std::unique_ptr<Workspace> release();

Q_SIGNALS:
    void autoLockChanged();
    /// Somebody did something on a page, or went to another.
    void used();
    /// Meant and proven: the Workspace is to be erased.
    void eraseWanted();
    /// Proven: the Workspace is to be given away, and to come back encrypted anew. The string is
    /// wiped when this returns.
    void newKeyWanted(const QString& next);

private:
    void buildPages();
    QWidget* makeToday();
    QWidget* makeTimeline();
    QWidget* makeCommitments();
    QWidget* makeChecklist();
    QWidget* makeJournal();
    QWidget* makePartner();
    QWidget* makeSettings();
    QWidget* makeSafety();
    QWidget* watched(QWidget* page);
    void addPage(const char* id, const QString& title, IconName icon, QWidget* (Session::*make)());
    void showPart(const QString& id, const QString& part);
    void startCommitment(const CommitmentFields& start);
    void closePages();
    void noticeWaiting();
    void watchTrouble();
    void setTrouble(std::optional<Problem>& place, std::optional<Problem> problem);
    void showTrouble();
    Q_SLOT void noticeUse();
    void tryAgain();

    SessionParts m_parts;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<QObject> m_wirings; // the wirings' parent
    Navigation* m_navigation;           // the window's, while this lives
    SettingsWiring* m_settings = nullptr;
    TodayWiring* m_today = nullptr;        // among m_wirings, once its page is made
    JournalWiring* m_journal = nullptr;    // as well
    std::optional<Problem> m_draftTrouble; // why drafts can't be kept
    std::optional<Problem> m_entryTrouble; // why the journal's entry can't
    QTimer m_retry;                        // runs while either can't be kept
    bool m_tryingAgain = false;            // Mend itself, and nobody on a page
};

} // namespace mend::ui
