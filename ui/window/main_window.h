#pragma once
// Mend's one window. Locked: Welcome or Unlock, and Safety. Unlocked: a Navigation, which somebody
// else makes and takes away. The window knows no vault; its title tells nothing.

#include "core/guide/guide.h"

#include <QPointer>
#include <QWidget>

class QStackedWidget;

namespace mend::ui {

class HelpPage;
class Navigation;
class SafetyPage;

class MainWindow : public QWidget {
    Q_OBJECT
public:
    explicit MainWindow(const guide::Guide& guide, QWidget* parent = nullptr);
    ~MainWindow() override;

    /// Welcome or Unlock, or null once it has done its work; takes it and deletes the one before.
    void setGate(QWidget* gate);
    QWidget* gate() const { return m_gate; }
    /// Unlocked: shows it instead of the gate. Null: locked; deletes the Navigation.
    void setNavigation(Navigation* navigation);
    Navigation* navigation() const { return m_navigation; }

    void showSafety();
    void showHelp();
    /// Shows, raises and asks for the keyboard.
    void bringUp();
    /// Hides, and takes away what stands above it.
    void putAway();
    /// Back to where it was; an empty or foreign value leaves it as it is.
    void restorePlace(const QByteArray& geometry);

Q_SIGNALS:
    void lockAsked();
    void hideAsked(); ///< lock, and hide the window
    void closed();

protected:
    void closeEvent(QCloseEvent* event) override;
    bool focusNextPrevChild(bool next) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void addShortcuts();
    void onCommand(const QString& id);
    SafetyPage* safety(); // of the locked window, made when it is first asked for
    void leaveSafety();
    bool isAbove(const QWidget* widget) const;
    bool standsInFront() const; // something does, of this window
    void pressedAbove(const QKeySequence& keys);
    void closePopups();
    void showSafetyAbove();
    void bringIntoSight(QWidget* focus);

    const guide::Guide& m_guide;
    QStackedWidget* m_stack;
    SafetyPage* m_safety = nullptr;
    QWidget* m_gate = nullptr;
    Navigation* m_navigation = nullptr;
    QPointer<HelpPage> m_help;
};

} // namespace mend::ui
