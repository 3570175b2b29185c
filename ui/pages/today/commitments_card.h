#pragma once
// The day's commitments of one person. Hidden where there are none.

#include "ui/pages/today/commitment_row.h"
#include "ui/widgets/card.h"

class QPushButton;

namespace mend::ui {

class CommitmentsCard : public Card {
    Q_OBJECT
public:
    CommitmentsCard(CommitmentRow::Whose whose, QWidget* parent = nullptr);
    void setState(const TodayState& state);
    bool isWriting() const;
    void settle();

Q_SIGNALS:
    void outcomeChosen(const mend::RecordId& id, mend::OutcomeState state, const QString& note);
    void viewChosen(const mend::RecordId& id, mend::ViewState state, const QString& note);
    void noteBegun(const mend::RecordId& id, const QString& note);
    void commitmentsWanted();

private:
    bool shows(const std::vector<CommitmentToday>& commitments) const;
    void arrange(const std::vector<CommitmentToday>& commitments);
    CommitmentRow* makeRow();

    CommitmentRow::Whose m_whose;
    QVBoxLayout* m_rows;
    std::vector<CommitmentRow*> m_shown;
    QPushButton* m_proposals;
    QPushButton* m_rest;
};

} // namespace mend::ui
