#include "ui/pages/commitments/commitment_section.h"

#include "ui/theme/button_kind.h"
#include "ui/widgets/wrap_label.h"

#include <QPushButton>
#include <QVBoxLayout>
#include <algorithm>

namespace mend::ui {

CommitmentSection::CommitmentSection(Kind kind, const CommitmentsState& state, QWidget* parent)
    : QWidget(parent), m_kind(kind), m_state(state),
      m_title(new WrapLabel({}, TextRole::Section, this)), m_column(new QVBoxLayout),
      m_more(new QPushButton(this)) {
    build();
    connect(m_more, &QPushButton::clicked, this, [this] {
        m_most += part;
        refresh();
    });
    refresh();
}

void CommitmentSection::build() {
    m_title->setTextFormat(Qt::PlainText);
    m_title->setVisible(m_kind != Kind::Ended); // what unfolds it says so
    m_more->setObjectName(QStringLiteral("commitmentsMore"));
    setButtonKind(m_more, ButtonKind::Link);
    m_column->setSpacing(space::two);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, space::two);
    column->setSpacing(space::oneHalf);
    column->addWidget(m_title);
    column->addLayout(m_column);
    column->addWidget(m_more, 0, Qt::AlignLeft);
}

QString CommitmentSection::title() const {
    const QString who = m_state.partner.isEmpty() ? tr("The other") : m_state.partner;
    switch (m_kind) {
    case Kind::Asked:
        return tr("Asked of you");
    case Kind::Mine:
        return tr("Yours");
    case Kind::Theirs:
        return tr("From %1").arg(who);
    case Kind::Waiting:
        return tr("Asked of %1").arg(who);
    case Kind::Ended:
        break;
    }
    return tr("Ended");
}

const std::vector<CommitmentReading>& CommitmentSection::all() const {
    switch (m_kind) {
    case Kind::Asked:
        return m_state.sections.asked;
    case Kind::Mine:
        return m_state.sections.mine;
    case Kind::Theirs:
        return m_state.sections.theirs;
    case Kind::Waiting:
        return m_state.sections.waiting;
    case Kind::Ended:
        break;
    }
    return m_state.sections.ended;
}

void CommitmentSection::setFolded(bool folded) {
    m_folded = folded;
    refresh();
}

// The newest, and those with something half written, however many have come before them meanwhile.
std::vector<const CommitmentReading*> CommitmentSection::shown() const {
    std::vector<const CommitmentReading*> shown;
    if (m_folded)
        return shown;
    for (const CommitmentReading& commitment : all())
        if (shown.size() < m_most || m_state.begun.contains(commitment.id))
            shown.push_back(&commitment);
    return shown;
}

void CommitmentSection::refresh() {
    m_title->setText(title());
    const auto shown = this->shown();
    setVisible(!shown.empty());
    showMore(all().size() - shown.size());
    int at = 0;
    for (const CommitmentReading* commitment : shown) {
        CommitmentCard* card = cardOf(*commitment);
        // Filled before it is seen: each part of a visible card that comes up lays out the page.
        const auto begun = m_state.begun.find(commitment->id);
        card->show(*commitment, m_state.today, m_state.partner,
                   begun == m_state.begun.end() ? CommitmentBegun() : begun->second);
        // Only what moved: taking a card out of its layout could take the focus with it.
        if (m_column->indexOf(card) != at) {
            m_column->removeWidget(card);
            m_column->insertWidget(at, card);
            static_cast<QWidget*>(card)->show();
        }
        ++at;
    }
    dropOldCards(shown);
}

void CommitmentSection::showMore(std::size_t left) {
    m_more->setVisible(left > 0);
    m_more->setText(tr("Show %1 more").arg(std::min(left, part)));
    m_more->setAccessibleName(tr("%1: %2", "a heading, and what a button does below it")
                                  .arg(m_title->text(), m_more->text()));
}

CommitmentCard* CommitmentSection::cardOf(const CommitmentReading& commitment) {
    CommitmentCard*& card = m_cards[commitment.id];
    if (!card) {
        card = new CommitmentCard(m_kind, commitment, this);
        Q_EMIT cardMade(card);
    }
    return card;
}

void CommitmentSection::dropOldCards(const std::vector<const CommitmentReading*>& shown) {
    std::erase_if(m_cards, [&](const auto& each) {
        const bool stays = std::any_of(shown.begin(), shown.end(), [&](const auto* commitment) {
            return commitment->id == each.first;
        });
        if (!stays) {
            each.second->settle();
            each.second->hide();
            each.second->deleteLater();
        }
        return !stays;
    });
}

void CommitmentSection::settle() {
    for (const auto& [id, card] : m_cards)
        card->settle();
}

void CommitmentSection::sendDrafts() {
    for (const auto& [id, card] : m_cards)
        card->sendDrafts();
}

} // namespace mend::ui
