#include "ui/pages/today/commitments_card.h"

#include "ui/theme/button_kind.h"

#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>
#include <utility>

namespace mend::ui {

namespace {

bool takesFocus(const QWidget* widget) {
    return (widget->focusPolicy() & Qt::TabFocus) != 0;
}

QWidget* stopBefore(const QWidget* stop) {
    QWidget* before = stop->previousInFocusChain();
    while (before != stop && !takesFocus(before))
        before = before->previousInFocusChain();
    return before;
}

// Qt puts what is made last at the end of the window's chain; Tab is to go as the eye does.
void putBefore(QWidget* stop, const QWidget& group) {
    QList<QWidget*> stops;
    for (QWidget* each = stop->nextInFocusChain(); each != stop; each = each->nextInFocusChain())
        if (takesFocus(each) && group.isAncestorOf(each))
            stops << each;
    for (QWidget* each : stops)
        if (QWidget* before = stopBefore(stop); before != each && before != stop)
            QWidget::setTabOrder(before, each);
}

} // namespace

CommitmentsCard::CommitmentsCard(CommitmentRow::Whose whose, QWidget* parent)
    : Card(parent), m_whose(whose), m_rows(new QVBoxLayout), m_proposals(new QPushButton(this)),
      m_rest(new QPushButton(tr("See all on Commitments"), this)) {
    m_rows->setSpacing(space::three);
    add(m_rows);
    m_proposals->setObjectName(QStringLiteral("proposals"));
    body()->addWidget(m_proposals, 0, Qt::AlignLeft);
    m_proposals->hide();
    m_rest->setObjectName(QStringLiteral("allCommitments"));
    setButtonKind(m_rest, ButtonKind::Quiet);
    body()->addWidget(m_rest, 0, Qt::AlignLeft);
    connect(m_rest, &QPushButton::clicked, this, &CommitmentsCard::commitmentsWanted);
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
    const bool same = shows(commitments);
    if (!same)
        arrange(commitments);
    for (std::size_t i = 0; i < commitments.size(); ++i) {
        m_shown[i]->set(commitments[i], state.partnerName);
        if (!same)
            putBefore(m_proposals, *m_shown[i]);
    }
    m_rest->setVisible(mine ? state.moreMine : state.moreTheirs);
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

// A row that stays where it was still has its focus, and the note that is being written in it.
void CommitmentsCard::arrange(const std::vector<CommitmentToday>& commitments) {
    std::vector<CommitmentRow*> before = std::exchange(m_shown, {});
    for (const CommitmentToday& commitment : commitments) {
        const auto same = std::find_if(before.begin(), before.end(), [&](const auto* row) {
            return row->commitment().id == commitment.id;
        });
        m_shown.push_back(same == before.end() ? makeRow() : *same);
        if (same != before.end())
            before.erase(same);
        m_rows->removeWidget(m_shown.back());
        m_rows->addWidget(m_shown.back());
    }
    for (CommitmentRow* row : before) {
        row->settle();
        row->hide();
        row->deleteLater(); // A click on it may have led here.
    }
}

CommitmentRow* CommitmentsCard::makeRow() {
    auto* row = new CommitmentRow(m_whose, this);
    connect(row, &CommitmentRow::outcomeChosen, this, &CommitmentsCard::outcomeChosen);
    connect(row, &CommitmentRow::viewChosen, this, &CommitmentsCard::viewChosen);
    connect(row, &CommitmentRow::noteBegun, this, &CommitmentsCard::noteBegun);
    row->show();
    return row;
}

} // namespace mend::ui
