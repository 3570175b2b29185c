#pragma once
// The commitments of one kind, newest first: a heading, and a card each. Of many a part is shown,
// and more when asked, so that nobody makes the page slow by making many.

#include "ui/pages/commitments/commitment_card.h"

#include <map>

class QPushButton;
class QVBoxLayout;

namespace mend::ui {

class WrapLabel;

class CommitmentSection : public QWidget {
    Q_OBJECT
public:
    using Kind = CommitmentCard::Kind;

    // `state` outlives it.
    CommitmentSection(Kind kind, const CommitmentsState& state, QWidget* parent = nullptr);

    // Shows what the state holds now.
    void refresh();
    // Folded it has no cards, and can't be seen.
    void setFolded(bool folded);
    const std::vector<CommitmentReading>& all() const;
    // As CommitmentCard's, of every card.
    void settle();
    void sendDrafts();

Q_SIGNALS:
    void cardMade(mend::ui::CommitmentCard* card);

private:
    // A card with its month is some forty controls.
    static constexpr std::size_t part = 10;

    void build();
    QString title() const;
    std::vector<const CommitmentReading*> shown() const;
    CommitmentCard* cardOf(const CommitmentReading& commitment);
    void dropOldCards(const std::vector<const CommitmentReading*>& shown);
    void showMore(std::size_t left);

    Kind m_kind;
    const CommitmentsState& m_state;
    bool m_folded = false;
    std::size_t m_most = part;
    WrapLabel* m_title;
    QVBoxLayout* m_column;
    QPushButton* m_more;
    std::map<RecordId, CommitmentCard*> m_cards;
};

} // namespace mend::ui
