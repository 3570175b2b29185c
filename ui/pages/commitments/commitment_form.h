#pragma once
// Makes a commitment, also from a step; changes one; or makes one from before sharing anew. What
// was typed for a new one, also from a step, stays when the form is closed without saving, until it
// is saved; closing a change, or one made anew, gives it up. All are told as drafts.

#include "ui/pages/commitments/commitment_draft.h"
#include "ui/pages/commitments/commitments_state.h"
#include "ui/widgets/draft_pause.h"

#include <QDialog>
#include <optional>

class QPushButton;
class QVBoxLayout;

namespace mend::ui {

class Banner;
class CommitmentInputs;
class WrapLabel;

class CommitmentForm : public QDialog {
    Q_OBJECT
public:
    explicit CommitmentForm(QWidget* parent = nullptr);

    // The first one brings back what was begun before.
    void setState(const CommitmentsState& state);
    void startNew();
    // One of mine that grows from `start.step`; `begun` is how far it had come.
    void startFrom(const CommitmentFields& start,
                   const std::optional<CommitmentFields>& begun = std::nullopt);
    // Likewise.
    void startEdit(const CommitmentReading& commitment,
                   const std::optional<CommitmentFields>& begun = std::nullopt);
    void startAgain(const CommitmentReading& commitment,
                    const std::optional<CommitmentFields>& begun = std::nullopt);
    // It was saved: nothing of it stays here.
    void finishSaved();
    void showProblem(const QString& sentence);
    // What was typed is told now.
    void settle() { m_pause.flush(); }
    // What is being written is told once more.
    void sendDraft();

public Q_SLOTS:
    void reject() override;

Q_SIGNALS:
    void made(const mend::CommitmentFields& fields);
    void edited(const mend::RecordId& id, const mend::CommitmentFields& fields);
    // It takes the place of `id`, from the day after today at the earliest.
    void madeAgain(const mend::RecordId& id, const mend::CommitmentFields& fields);
    // Within a second of typing.
    void draftChanged(const mend::ui::CommitmentDraft& draft);

private:
    void build();
    void buildEnd(QVBoxLayout* column);
    void clear();
    void showParts();
    void openForm();
    void startAbout(CommitmentPurpose purpose, const CommitmentReading& commitment,
                    const CommitmentFields& start, const std::optional<CommitmentFields>& begun);
    void setAside(CommitmentPurpose next);
    void fill(const CommitmentFields& start, const std::optional<CommitmentFields>& begun);
    void leaveOther();
    CommitmentDraft noDraft() const;
    bool isNew() const { return m_purpose == CommitmentPurpose::New; }
    QString countsWords() const;
    QString againWords() const;
    QString saveWords() const;
    CommitmentFields fields() const;
    void save();

    Day m_today;
    QString m_partner;
    bool m_restored = false;
    CommitmentPurpose m_purpose = CommitmentPurpose::New;
    std::optional<CommitmentReading> m_about; // what is changed or made anew
    QString m_step;                           // that it is made from
    std::optional<CommitmentFields> m_kept;   // a new one, set aside meanwhile
    CommitmentFields m_untouched;             // as the form was before somebody typed
    Banner* m_problem;
    CommitmentInputs* m_inputs;
    WrapLabel* m_counts;
    QPushButton* m_save;
    DraftPause m_pause;
};

} // namespace mend::ui
