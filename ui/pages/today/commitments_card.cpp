#include "ui/pages/today/commitments_card.h"

#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>

namespace mend::ui {

CommitmentsCard::CommitmentsCard(CommitmentRow::Whose whose, QWidget* parent)
    : Card(parent), m_whose(whose), m_rows(new QVBoxLayout), m_proposals(new QPushButton(this)) {
    m_rows->setSpacing(space::three);
    add(m_rows);
    m_proposals->setObjectName(QStringLiteral("proposals"));
    body()->addWidget(m_proposals, 0, Qt::AlignLeft);
    m_proposals->hide();
    connect(m_proposals, &QPushButton::clicked, this, &CommitmentsCard::commitmentsWanted);
}

void CommitmentsCard::setState(const TodayState& state) {
    const bool mine = m_whose == CommitmentRow::Whose::Mine;
    const auto& commitments = mine ? state.mine : state.theirs;
    if (mine)
        setTitle(state.day == state.today ? tr("Today’s commitments")
                                          : tr("Commitments of the day"));
    else
        //: Somebody's name: "Alex's commitments".
        setTitle(tr("%1’s commitments").arg(state.partnerName));
    // Rows stay while they show the same ones: a note may be half written in one.
    if (!shows(commitments))
        rebuild(commitments.size());
    for (std::size_t i = 0; i < commitments.size(); ++i)
        m_shown[i]->set(commitments[i], state.partnerName);
    m_proposals->setText(tr("Look at a commitment that was asked of you"));
    m_proposals->setVisible(mine && state.proposals > 0);
    setVisible(!commitments.empty() || (mine && state.proposals > 0));
}

bool CommitmentsCard::isWriting() const {
    return std::any_of(m_shown.begin(), m_shown.end(),
                       [](const CommitmentRow* row) { return row->isWriting(); });
}

void CommitmentsCard::settle() {
    for (CommitmentRow* row : m_shown)
        row->settle();
}

bool CommitmentsCard::shows(const std::vector<CommitmentToday>& commitments) const {
    return std::equal(m_shown.begin(), m_shown.end(), commitments.begin(), commitments.end(),
                      [](const CommitmentRow* row, const CommitmentToday& commitment) {
                          return row->commitment().id == commitment.id;
                      });
}

void CommitmentsCard::rebuild(std::size_t count) {
    for (CommitmentRow* row : m_shown) {
        row->settle();
        row->hide();
        row->deleteLater(); // A click on it may have led here.
    }
    m_shown.clear();
    for (std::size_t i = 0; i < count; ++i) {
        auto* row = new CommitmentRow(m_whose, this);
        connect(row, &CommitmentRow::outcomeChosen, this, &CommitmentsCard::outcomeChosen);
        connect(row, &CommitmentRow::viewChosen, this, &CommitmentsCard::viewChosen);
        connect(row, &CommitmentRow::noteBegun, this, &CommitmentsCard::noteBegun);
        m_rows->addWidget(row);
        row->show();
        m_shown.push_back(row);
    }
}

} // namespace mend::ui
