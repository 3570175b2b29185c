#include "ui/pages/commitments/commitments_page.h"

#include "ui/pages/commitments/commitment_form.h"
#include "ui/theme/button_kind.h"
#include "ui/theme/icons.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/empty_state.h"
#include "ui/widgets/page_scroll.h"
#include "ui/widgets/undo_bar.h"
#include "ui/widgets/wrap_label.h"

#include <QHideEvent>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>
#include <algorithm>

namespace mend::ui {

namespace {
constexpr int fillsThePage = 1000; // Beside the stretch of 1 at a page's end.
// Cards of a section, and more with each press. A card with its month is some forty controls, and
// the other may make as many commitments as they like.
constexpr std::size_t part = 20;
} // namespace

CommitmentsPage::CommitmentsPage(QWidget* parent)
    : QWidget(parent), m_scroll(new PageScroll(tr("Commitments"), this)),
      m_problem(new Banner(Banner::Kind::Attention, {}, this)), m_form(new CommitmentForm(this)),
      m_empty(new EmptyState(
          tr("A commitment is small enough to be checked. The first one is yours to make."), this)),
      m_undo(new UndoBar(this)) {
    setObjectName(QStringLiteral("commitmentsPage"));
    setAccessibleName(tr("Commitments"));
    build();
    connect(m_form, &CommitmentForm::made, this, &CommitmentsPage::commitmentMade);
    connect(m_form, &CommitmentForm::edited, this, &CommitmentsPage::commitmentEdited);
    connect(m_form, &CommitmentForm::madeAgain, this, &CommitmentsPage::commitmentMadeAgain);
    connect(m_form, &CommitmentForm::draftChanged, this, &CommitmentsPage::draftChanged);
    connect(m_undo, &UndoBar::undone, this, [this] { finishEnding(true); });
    connect(m_undo, &UndoBar::expired, this, [this] { finishEnding(false); });
    auto* shortcut = new QShortcut(QKeySequence::New, this);
    connect(shortcut, &QShortcut::activated, this, [this] { startNew(); });
}

CommitmentsPage::~CommitmentsPage() = default;

void CommitmentsPage::build() {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_scroll);
    auto* add = new QPushButton(icon(IconName::Add, &Tokens::onYou), tr("New commitment"), this);
    add->setObjectName(QStringLiteral("commitmentNew"));
    add->setToolTip(tr("Ctrl+N"));
    setButtonKind(add, ButtonKind::Primary);
    connect(add, &QPushButton::clicked, this, [this] { startNew(); });
    m_scroll->header()->addAction(add);
    m_problem->hide();
    m_scroll->notices()->addWidget(m_problem);
    m_empty->setObjectName(QStringLiteral("commitmentsEmpty"));
    m_scroll->add(m_empty);
    m_scroll->body()->setStretchFactor(m_empty, fillsThePage);
    addSection(Kind::Asked, tr("Asked of you"), "sectionAsked");
    addSection(Kind::Mine, tr("Yours"), "sectionMine");
    addSection(Kind::Theirs, {}, "sectionTheirs");
    addSection(Kind::Waiting, {}, "sectionWaiting");
    buildEndedToggle();
    addSection(Kind::Ended, tr("Ended"), "sectionEnded");
    m_undo->hide();
    column->addWidget(m_undo, 0, Qt::AlignHCenter);
}

void CommitmentsPage::addSection(Kind kind, const QString& title, const char* object) {
    Section section;
    section.kind = kind;
    section.part = new QWidget(this);
    section.part->setObjectName(QLatin1String(object));
    section.title = new WrapLabel(title, TextRole::Section, section.part);
    section.title->setTextFormat(Qt::PlainText);
    section.title->setVisible(kind != Kind::Ended);
    section.cards = new QVBoxLayout;
    section.cards->setSpacing(space::two);
    auto* column = new QVBoxLayout(section.part);
    column->setContentsMargins(0, 0, 0, space::two);
    column->setSpacing(space::oneHalf);
    column->addWidget(section.title);
    column->addLayout(section.cards);
    addMore(section);
    m_scroll->add(section.part);
    m_sections.push_back(section);
}

void CommitmentsPage::addMore(Section& section) {
    section.most = part;
    section.more = new QPushButton(section.part);
    section.more->setObjectName(QStringLiteral("commitmentsMore"));
    setButtonKind(section.more, ButtonKind::Quiet);
    section.part->layout()->addWidget(section.more);
    static_cast<QVBoxLayout*>(section.part->layout())->setAlignment(section.more, Qt::AlignLeft);
    connect(section.more, &QPushButton::clicked, this,
            [this, at = m_sections.size()] { showMore(m_sections[at]); });
}

void CommitmentsPage::showMore(Section& section) {
    section.most += part;
    showSection(section);
}

void CommitmentsPage::buildEndedToggle() {
    m_ended = new QPushButton(this);
    m_ended->setObjectName(QStringLiteral("commitmentsEnded"));
    m_ended->setCheckable(true);
    setButtonKind(m_ended, ButtonKind::Quiet);
    auto* line = new QHBoxLayout;
    line->addWidget(m_ended);
    line->addStretch();
    m_scroll->add(line);
    connect(m_ended, &QPushButton::toggled, this, [this] { showSection(m_sections.back()); });
}

const std::vector<CommitmentReading>& CommitmentsPage::inSection(Kind kind) const {
    switch (kind) {
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

void CommitmentsPage::setState(const CommitmentsState& state) {
    m_state = state;
    m_form->setState(state);
    const QString who = state.partner.isEmpty() ? tr("The other") : state.partner;
    bool any = false;
    for (Section& section : m_sections) {
        if (section.kind == Kind::Theirs)
            section.title->setText(tr("From %1").arg(who));
        if (section.kind == Kind::Waiting)
            section.title->setText(tr("Asked of %1").arg(who));
        showSection(section);
        any = any || !inSection(section.kind).empty();
    }
    dropOldCards();
    const auto ended = state.sections.ended.size();
    m_ended->setText(tr("Ended (%1)").arg(ended));
    m_ended->setVisible(ended > 0);
    m_empty->setVisible(!any);
}

std::span<const CommitmentReading> CommitmentsPage::shownIn(const Section& section) const {
    if (section.kind == Kind::Ended && !m_ended->isChecked())
        return {};
    const auto& all = inSection(section.kind);
    return {all.data(), std::min(section.most, all.size())};
}

void CommitmentsPage::showSection(Section& section) {
    const auto shown = shownIn(section);
    const std::size_t left = inSection(section.kind).size() - shown.size();
    section.part->setVisible(!shown.empty());
    section.more->setVisible(left > 0);
    section.more->setText(tr("Show %1 more").arg(std::min(left, part)));
    section.more->setAccessibleName(tr("%1: %2", "a heading, and what a button does below it")
                                        .arg(section.title->text(), section.more->text()));
    int at = 0;
    for (const CommitmentReading& commitment : shown) {
        CommitmentCard* card = cardOf(section.kind, commitment);
        // Only what moved: taking a card out of its layout could take the focus with it.
        if (section.cards->indexOf(card) != at) {
            section.cards->removeWidget(card);
            section.cards->insertWidget(at, card);
            static_cast<QWidget*>(card)->show();
        }
        card->show(commitment, m_state.today, m_state.partner, begunOf(commitment.id));
        ++at;
    }
}

CommitmentBegun CommitmentsPage::begunOf(const RecordId& id) const {
    const auto begun = m_state.begun.find(id);
    return begun == m_state.begun.end() ? CommitmentBegun() : begun->second;
}

CommitmentCard* CommitmentsPage::cardOf(Kind kind, const CommitmentReading& commitment) {
    CommitmentCard*& card = m_cards[{kind, commitment.id}];
    if (!card) {
        card = new CommitmentCard(kind, commitment, this);
        connectCard(card);
    }
    return card;
}

bool CommitmentsPage::isShown(Kind kind, const RecordId& id) const {
    const auto section = std::find_if(m_sections.begin(), m_sections.end(),
                                      [&](const Section& one) { return one.kind == kind; });
    const auto shown = shownIn(*section);
    return std::any_of(shown.begin(), shown.end(),
                       [&](const auto& commitment) { return commitment.id == id; });
}

void CommitmentsPage::dropOldCards() {
    std::erase_if(m_cards, [this](const auto& each) {
        const bool stays = isShown(each.first.first, each.first.second);
        if (!stays) {
            each.second->settle();
            each.second->hide();
            each.second->deleteLater();
        }
        return !stays;
    });
}

void CommitmentsPage::connectCard(CommitmentCard* card) {
    connect(card, &CommitmentCard::outcomeChosen, this, &CommitmentsPage::outcomeChosen);
    connect(card, &CommitmentCard::viewChosen, this, &CommitmentsPage::viewChosen);
    connect(card, &CommitmentCard::proposalAnswered, this, &CommitmentsPage::proposalAnswered);
    connect(card, &CommitmentCard::askingStopped, this, &CommitmentsPage::askingStopped);
    connect(card, &CommitmentCard::safetyWanted, this, &CommitmentsPage::safetyWanted);
    connect(card, &CommitmentCard::noteBegun, this, &CommitmentsPage::noteBegun);
    connect(card, &CommitmentCard::changeBegun, this, &CommitmentsPage::changeBegun);
    connect(card, &CommitmentCard::editWanted, this, &CommitmentsPage::edit);
    connect(card, &CommitmentCard::againWanted, this, &CommitmentsPage::makeAgain);
    connect(card, &CommitmentCard::changeWanted, this, &CommitmentsPage::change);
}

// --- The form ---

void CommitmentsPage::startNew(const QString& step) {
    if (step.isEmpty())
        m_form->startNew();
    else
        m_form->startFrom(step);
}

// Of those that can be changed.
const CommitmentReading* CommitmentsPage::changeable(const RecordId& id) const {
    for (const auto* section : {&m_state.sections.mine, &m_state.sections.waiting})
        for (const CommitmentReading& commitment : *section)
            if (commitment.id == id)
                return &commitment;
    return nullptr;
}

void CommitmentsPage::edit(const RecordId& id) {
    if (const auto* commitment = changeable(id))
        m_form->startEdit(*commitment, begunOf(id).edit);
}

void CommitmentsPage::makeAgain(const RecordId& id) {
    settle(); // what is ending isn't made again
    if (const auto* commitment = changeable(id))
        m_form->startAgain(*commitment, begunOf(id).again);
}

void CommitmentsPage::formDone() {
    m_form->finishSaved();
    showProblem({});
}

void CommitmentsPage::showProblem(const QString& sentence) {
    if (m_form->isVisible()) {
        m_form->showProblem(sentence);
        return;
    }
    m_problem->setText(sentence);
    m_problem->setVisible(!sentence.isEmpty());
}

// --- Ending ---

void CommitmentsPage::change(const RecordId& id, ChangeKind change) {
    settle();
    if (change != ChangeKind::End) {
        Q_EMIT changeRequested(id, change);
        return;
    }
    m_ending = id;
    const auto& waiting = m_state.sections.waiting;
    const bool asked = std::any_of(waiting.begin(), waiting.end(),
                                   [&](const auto& commitment) { return commitment.id == id; });
    m_undo->offer(asked ? tr("Taken back. It isn’t asked any more.")
                        : tr("Ends from tomorrow. What was said about it stays."));
}

void CommitmentsPage::finishEnding(bool undone) {
    const std::optional<RecordId> id = std::exchange(m_ending, std::nullopt);
    if (id && !undone)
        Q_EMIT changeRequested(*id, ChangeKind::End);
}

void CommitmentsPage::settle() {
    settleDrafts();
    if (m_undo->isOpen())
        m_undo->expire();
}

void CommitmentsPage::settleDrafts() {
    for (const auto& [place, card] : m_cards)
        card->settle();
    m_form->settle();
}

void CommitmentsPage::sendDrafts() {
    for (const auto& [place, card] : m_cards)
        card->sendDrafts();
    m_form->sendDraft();
}

void CommitmentsPage::hideEvent(QHideEvent* event) {
    QWidget::hideEvent(event);
    if (!event->spontaneous())
        settleDrafts();
}

} // namespace mend::ui
