#include "ui/pages/commitments/commitments_page.h"

#include "ui/pages/commitments/commitment_form.h"
#include "ui/pages/commitments/commitment_section.h"
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
    connect(m_form, &CommitmentForm::draftChanged, this, [this](const CommitmentDraft& draft) {
        remember(draft);
        Q_EMIT draftChanged(draft);
    });
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
    addSection(CommitmentCard::Kind::Asked, "sectionAsked");
    addSection(CommitmentCard::Kind::Mine, "sectionMine");
    addSection(CommitmentCard::Kind::Theirs, "sectionTheirs");
    addSection(CommitmentCard::Kind::Waiting, "sectionWaiting");
    buildEndedToggle();
    addSection(CommitmentCard::Kind::Ended, "sectionEnded");
    m_sections.back()->setFolded(true);
    m_undo->hide();
    column->addWidget(m_undo, 0, Qt::AlignHCenter);
}

void CommitmentsPage::addSection(CommitmentCard::Kind kind, const char* object) {
    auto* section = new CommitmentSection(kind, m_state, this);
    section->setObjectName(QLatin1String(object));
    connect(section, &CommitmentSection::cardMade, this, &CommitmentsPage::connectCard);
    m_scroll->add(section);
    m_sections.push_back(section);
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
    connect(m_ended, &QPushButton::toggled, this,
            [this](bool on) { m_sections.back()->setFolded(!on); });
}

void CommitmentsPage::setState(const CommitmentsState& state) {
    m_state = state;
    m_form->setState(state);
    bool any = false;
    for (CommitmentSection* section : m_sections) {
        section->refresh();
        any = any || !section->all().empty();
    }
    const auto ended = state.sections.ended.size();
    m_ended->setText(tr("Ended (%1)").arg(ended));
    m_ended->setVisible(ended > 0);
    m_empty->setVisible(!any);
}

CommitmentBegun CommitmentsPage::begunOf(const RecordId& id) const {
    const auto begun = m_state.begun.find(id);
    return begun == m_state.begun.end() ? CommitmentBegun() : begun->second;
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

void CommitmentsPage::startNew() {
    m_form->startNew();
}

void CommitmentsPage::startFrom(const CommitmentFields& start) {
    const auto begun = m_state.begunFrom.find(start.step);
    m_form->startFrom(start, begun == m_state.begunFrom.end() ? std::nullopt
                                                              : std::optional(begun->second));
}

// The form itself keeps a new one.
void CommitmentsPage::remember(const CommitmentDraft& draft) {
    switch (draft.purpose) {
    case CommitmentPurpose::New:
        break;
    case CommitmentPurpose::Step:
        m_state.begunFrom.erase(draft.step);
        if (draft.fields)
            m_state.begunFrom.emplace(draft.step, *draft.fields);
        break;
    case CommitmentPurpose::Edit:
        m_state.begun[*draft.about].edit = draft.fields;
        break;
    case CommitmentPurpose::Again:
        m_state.begun[*draft.about].again = draft.fields;
        break;
    }
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
    for (CommitmentSection* section : m_sections)
        section->settle();
    m_form->settle();
}

void CommitmentsPage::sendDrafts() {
    for (CommitmentSection* section : m_sections)
        section->sendDrafts();
    m_form->sendDraft();
}

void CommitmentsPage::hideEvent(QHideEvent* event) {
    QWidget::hideEvent(event);
    if (!event->spontaneous())
        settleDrafts();
}

} // namespace mend::ui
