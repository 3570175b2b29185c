#pragma once
// The first minutes, in four short steps: what Mend is, who you are, a passphrase with its recovery
// code, and the other.

#include "ui/pages/welcome/welcome_state.h"

#include <QList>
#include <QWidget>

class QPushButton;

namespace mend::ui {

class AboutStep;
class Banner;
class PageScroll;
class PairStep;
class PassphraseStep;
class PersonStep;
class RecoveryStep;
class WelcomeStep;
class WrapLabel;

class WelcomePage : public QWidget {
    Q_OBJECT
public:
    explicit WelcomePage(QWidget* parent = nullptr);

    void setState(const WelcomeState& state);

Q_SIGNALS:
    /// The string is wiped when this returns; whoever takes it copies it.
    void create(const mend::ui::NewPersonFields& person, const QString& passphrase);
    void printAsked();
    void copyAsked();
    void saveAsked();
    void finished(bool pairNow);
    void safetyAsked();

protected:
    void showEvent(QShowEvent* event) override;

private:
    QWidget* buildSheet();
    QWidget* buildColumn();
    QWidget* buildFoot();
    void connectSteps();
    void go(WelcomeStep* step);
    void next();
    void back();
    void refresh();

    AboutStep* m_about;
    PersonStep* m_person;
    PassphraseStep* m_passphrase;
    RecoveryStep* m_recovery;
    PairStep* m_pair;
    QList<WelcomeStep*> m_steps;
    WelcomeStep* m_now = nullptr;
    Banner* m_problem;
    WrapLabel* m_where;
    QPushButton* m_back;
    QPushButton* m_next;
    bool m_busy = false;
};

} // namespace mend::ui
