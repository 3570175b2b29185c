#pragma once
// The steps of my list, and what the other shows of theirs. A change of state can be taken back for
// ten seconds; only then it is settled, and shared if I chose to.

#include "ui/pages/checklist/checklist_state.h"

#include <QWidget>

class QPushButton;
class QStackedWidget;
class QTabBar;
class QVBoxLayout;

namespace mend::ui {

class Banner;
class PageHeader;
class ShareStepsCard;
class StepBrowser;
class UndoBar;
class WrapLabel;

class ChecklistPage : public QWidget {
    Q_OBJECT
public:
    explicit ChecklistPage(QWidget* parent = nullptr);

    void setState(const ChecklistState& state);
    /// Takes the ten seconds as over: the vault is about to lock.
    void settle();

Q_SIGNALS:
    /// At once, and again with the former state when it is taken back.
    void stateChosen(const QString& id, mend::StepState state);
    /// The state stands; nothing can be taken back any more.
    void stateSettled(const QString& id, mend::StepState state);
    void sharingChosen(bool on);
    /// As StepDestination.
    void pageAsked(const QString& page, const QString& part);
    void commitmentAsked(const QString& stepId);

private:
    struct Change {
        QString id;
        StepState before;
        StepState after;
    };
    void build();
    void buildMine();
    void connectBrowser(StepBrowser* browser);
    void showMine();
    void showTheirs();
    void showOthers(bool on);
    void change(const QString& id, StepState state);
    void takeBack();
    QString progress() const;
    QString undoWords(const ChecklistItem& item, StepState state) const;
    const ChecklistItem* item(const QString& id) const;

    ChecklistState m_state;
    bool m_othersShown = false;
    std::optional<Change> m_change; ///< while it can be taken back
    PageHeader* m_header;
    Banner* m_problem;
    QTabBar* m_tabs;
    QStackedWidget* m_stack;
    StepBrowser* m_mine;
    StepBrowser* m_theirs;
    WrapLabel* m_note;
    QPushButton* m_others;
    ShareStepsCard* m_share;
    UndoBar* m_undo;
};

} // namespace mend::ui
