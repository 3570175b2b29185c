#pragma once
// One commitment: when, how the week went, its month of shards, and the answer to a day.

#include "core/domain/reading.h"
#include "ui/pages/commitments/commitments_state.h"
#include "ui/widgets/card.h"

class QBoxLayout;
class QPushButton;

namespace mend::ui {

class CommitmentMenu;
class DayAnswer;
class MonthGrid;
class ProposalAnswer;
class WrapLabel;

class CommitmentCard : public Card {
    Q_OBJECT
public:
    enum class Kind { Asked, Mine, Theirs, Waiting, Ended };
    static constexpr int breakpoint = 620; // pixels from which the month stands beside the words

    explicit CommitmentCard(Kind kind, const CommitmentReading& commitment,
                            QWidget* parent = nullptr);

    Kind kind() const { return m_kind; }
    const RecordId& id() const { return m_commitment.id; }
    void show(const CommitmentReading& commitment, Day today, const QString& partner,
              const CommitmentBegun& begun = {});
    using Card::show;
    // Shows the answer to `day`, if it has a place there.
    bool mayChoose(Day day) const;
    void selectDay(Day day);
    // What was typed is told now.
    void settle();
    // What is being written is told once more.
    void sendDrafts();

Q_SIGNALS:
    void outcomeChosen(const mend::RecordId& id, mend::Day day, mend::OutcomeState state,
                       const QString& note);
    void viewChosen(const mend::RecordId& id, mend::Day day, mend::ViewState state,
                    const QString& note);
    // No commitment is to be asked of me any more.
    void askingStopped();
    void safetyWanted();
    void proposalAnswered(const mend::RecordId& id, mend::Answer answer, const QString& note);
    // Within a second of typing; empty: nothing is begun any more.
    void noteBegun(const mend::RecordId& id, mend::Day day, const QString& note);
    void changeBegun(const mend::RecordId& id, const QString& note);
    void editWanted(const mend::RecordId& id);
    // It is to be made anew, for both to see.
    void againWanted(const mend::RecordId& id);
    void changeWanted(const mend::RecordId& id, mend::ChangeKind change);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void build();
    void buildMenu();
    void buildAtHome();
    void buildDays();
    void buildUnfold();
    void unfold();
    void fillMenu();
    void showAtHome();
    void showUnfold();
    void showDays(bool newDay);
    void fillMonth();
    void showAnswer(Day day);
    Day dayToShow(bool newDay) const;
    void describeCells();
    QString stateWords() const;
    bool hasDays() const;

    Kind m_kind;
    CommitmentReading m_commitment;
    Day m_today;
    QString m_partner;
    CommitmentBegun m_begun;
    QBoxLayout* m_box;
    QBoxLayout* m_words;
    WrapLabel* m_when;
    WrapLabel* m_state;
    WrapLabel* m_kept;
    WrapLabel* m_atHome = nullptr; // that the other doesn't see it
    QPushButton* m_again = nullptr;
    CommitmentMenu* m_menu = nullptr;
    ProposalAnswer* m_proposal = nullptr;
    DayAnswer* m_answer = nullptr;
    MonthGrid* m_month = nullptr;
    QPushButton* m_unfold = nullptr; // of one that is over: its days
};

} // namespace mend::ui
