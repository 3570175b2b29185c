#pragma once
// The one place that chooses concrete parts: the machine's clock, the vault's folder and its cost,
// the network. Leads from the gate to a session and back.

#include "app/desktop/options.h"
#include "core/guide/guide.h"
#include "core/workspace/opening.h"
#include "ui/theme/theme.h"
#include "ui/window/idle_lock.h"
#include "ui/window/main_window.h"
#include "ui/window/session.h"
#include "ui/window/system_lock.h"

#include <QApplication>
#include <chrono>
#include <memory>

namespace mend::ui {
class UnlockPage;
}

namespace mend::desktop {

struct Parts {
    const Clock& clock;
    const guide::Guide& guide;
    KeyCost cost = KeyCost::Full;
    QDBusConnection systemBus = QDBusConnection::systemBus(); // tells of sleep
};

class Desktop : public QObject {
    Q_OBJECT
public:
    // `parts` outlive it.
    Desktop(ui::Theme& theme, const Parts& parts, const Options& options);
    ~Desktop() override;

    void show();
    // Opens on Today, as if it had been unlocked here.
    void enter(std::unique_ptr<Workspace> workspace);
    // What Unlock says from now on, above its field.
    void sayOnUnlock(const QString& words) { m_onUnlock = words; }
    ui::MainWindow& window() { return m_window; }
    ui::Session* session() { return m_session.get(); } // null: locked
    ui::IdleLock& idleLock() { return m_idle; }

    // Forgets the keys and every page, and takes back what was copied. Once a question that is in
    // front of them is closed, where there is one (ui/window/in_front.h).
    void lock();
    void lockAndHide();

Q_SIGNALS:
    void ended(); // the window was closed

private:
    void connectWindow();
    void showGate();
    void showWelcome();
    ui::UnlockPage* showUnlock();
    void opened(std::unique_ptr<Workspace> workspace, const QString& firstPage);
    void eraseEverything();
    void makeNewKey(const QString& next);
    void encryptAnew(QString next);
    void encrypted(Opening::NewKey made);
    void onMade(bool vault);
    void forget();
    void forgetGate();
    void watch(std::chrono::minutes autoLock);
    void unwatch();

    ui::Theme& m_theme;
    Parts m_parts;
    Options m_options;
    Opening m_opening;
    QString m_onUnlock;
    ui::MainWindow m_window;
    ui::IdleLock m_idle;
    ui::SystemLock m_system;
    std::unique_ptr<QObject> m_gateWiring;
    std::unique_ptr<ui::Session> m_session;
    bool m_encrypting = false;    // everything, anew; nothing is open meanwhile
    bool m_making = false;        // a vault, for the first time
    bool m_lockWanted = false;    // since m_encrypting or m_making began
    bool m_codeWasUnkept = false; // before m_encrypting
};

// The program on its own vault, until its window is closed or another start was asked to come
// forward.
int runMend(QApplication& app, ui::Theme& theme, const Parts& parts, const Options& options);

} // namespace mend::desktop
