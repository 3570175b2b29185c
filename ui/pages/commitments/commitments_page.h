#pragma once
// Promises that can be checked: those asked of me, mine, the other's, those I asked for, and those
// that have ended.

#include "ui/pages/commitments/commitment_card.h"
#include "ui/pages/commitments/commitment_draft.h"
#include "ui/pages/commitments/commitments_state.h"

#include <QWidget>

class QPushButton;

namespace mend::ui {

class Banner;
class CommitmentForm;
class CommitmentSection;
class EmptyState;
class PageScroll;
class UndoBar;

class CommitmentsPage : public QWidget {
    Q_OBJECT
public:
    explicit CommitmentsPage(QWidget* parent = nullptr);
    ~CommitmentsPage() override;

    void setState(const CommitmentsState& state);
    // Opens the form.
    void startNew();
    // Opens it for one that grows from a step of the checklist (`start.step`), which starts so.
    void startFrom(const CommitmentFields& start);
    // What the form held was saved.
    void formDone();
    void showProblem(const QString& sentence);
    // Takes what could still be undone as meant, and tells the drafts that wait for their pause.
    void settle();
    // Tells the drafts that wait for their pause.
    void settleDrafts();
    // Tells every draft there is, once more.
    void sendDrafts();

Q_SIGNALS:
    void commitmentMade(const mend::CommitmentFields& fields);
    void commitmentEdited(const mend::RecordId& id, const mend::CommitmentFields& fields);
    // It takes the place of `id`, which ends today.
    void commitmentMadeAgain(const mend::RecordId& id, const mend::CommitmentFields& fields);
    // Pause and resume at once; an end after the time to undo it.
    void changeRequested(const mend::RecordId& id, mend::ChangeKind change);
    // No commitment is to be asked of me any more.
    void askingStopped();
    void safetyWanted();
    void proposalAnswered(const mend::RecordId& id, mend::Answer answer, const QString& note);
    void outcomeChosen(const mend::RecordId& id, mend::Day day, mend::OutcomeState state,
                       const QString& note);
    void viewChosen(const mend::RecordId& id, mend::Day day, mend::ViewState state,
                    const QString& note);
    // Drafts; empty: there is none any more.
    void noteBegun(const mend::RecordId& id, mend::Day day, const QString& note);
    void changeBegun(const mend::RecordId& id, const QString& note);
    void draftChanged(const mend::ui::CommitmentDraft& draft);

protected:
    void hideEvent(QHideEvent* event) override;

private:
    void build();
    void addSection(CommitmentCard::Kind kind, const char* object);
    void buildEndedToggle();
    void connectCard(CommitmentCard* card);
    void remember(const CommitmentDraft& draft);
    void edit(const RecordId& id);
    void makeAgain(const RecordId& id);
    const CommitmentReading* changeable(const RecordId& id) const;
    CommitmentBegun begunOf(const RecordId& id) const;
    void change(const RecordId& id, ChangeKind change);
    void finishEnding(bool undone);

    CommitmentsState m_state;
    PageScroll* m_scroll;
    Banner* m_problem;
    CommitmentForm* m_form;
    EmptyState* m_empty;
    QPushButton* m_ended = nullptr;
    UndoBar* m_undo;
    std::vector<CommitmentSection*> m_sections; // the ended ones last
    std::optional<RecordId> m_ending;
};

} // namespace mend::ui
