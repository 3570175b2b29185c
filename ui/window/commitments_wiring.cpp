#include "ui/window/commitments_wiring.h"

#include "core/guide/guide.h"
#include "ui/models/sentences.h"
#include "ui/pages/commitments/commitments_page.h"

namespace mend::ui {
namespace {

constexpr int daysShown = 366; // Days back. Each is a cell that can be answered.

std::vector<CommitmentOffer> offersOf(const guide::Guide& guide, const Me& me) {
    std::vector<CommitmentOffer> offers;
    if (!me.role)
        return offers;
    for (const guide::Step& step : guide.steps(*me.role, me.relation))
        if (step.commitment)
            offers.push_back(
                {step.id, step.commitment->title, step.commitment->schedule, step.commitment->by});
    return offers;
}

} // namespace

CommitmentsWiring::CommitmentsWiring(CommitmentsPage& page, Workspace& workspace,
                                     const guide::Guide& guide, QObject* parent)
    : QObject(parent), m_page(&page), m_workspace(workspace), m_guide(guide),
      m_filled(page, [this] { refresh(); }) {
    connectPage();
    connect(&workspace, &Workspace::changed, &m_filled, &FilledWhenSeen::changed);
    connect(&workspace, &Workspace::partnerChanged, &m_filled, &FilledWhenSeen::changed);
    connect(&workspace, &Workspace::meChanged, &m_filled, &FilledWhenSeen::changed);
    refresh();
}

CommitmentsWiring::~CommitmentsWiring() {
    if (m_page)
        m_page->settle();
}

void CommitmentsWiring::connectPage() {
    connect(m_page, &CommitmentsPage::commitmentMade, this, &CommitmentsWiring::add);
    connect(m_page, &CommitmentsPage::commitmentEdited, this, &CommitmentsWiring::edit);
    connect(m_page, &CommitmentsPage::changeRequested, this,
            [this](const RecordId& id, ChangeKind change) {
                tell(m_workspace.changeCommitment(id, change));
            });
    connect(m_page, &CommitmentsPage::proposalAnswered, this,
            [this](const RecordId& id, Answer answer, const QString& note) {
                tell(m_workspace.answerProposal(id, answer, note));
            });
    connect(m_page, &CommitmentsPage::outcomeChosen, this,
            [this](const RecordId& id, Day day, OutcomeState state, const QString& note) {
                tell(m_workspace.setOutcome(id, day, state, note));
            });
    connect(m_page, &CommitmentsPage::viewChosen, this,
            [this](const RecordId& id, Day day, ViewState state, const QString& note) {
                tell(m_workspace.setView(id, day, state, note));
            });
}

void CommitmentsWiring::refresh() {
    if (!m_page)
        return;
    const Day today = m_workspace.today();
    auto commitments = m_workspace.commitments(today.plus(-daysShown), today);
    if (!commitments) {
        m_page->showProblem(sentence(commitments.error()));
        return;
    }
    CommitmentsState state;
    if (const auto partner = m_workspace.partner()) {
        state.partner = partner->name;
        state.mayAsk = partner->mayBeAsked;
    }
    state.today = today;
    state.sections = sectionsOf(std::move(*commitments));
    state.offers = offersOf(m_guide, m_workspace.me());
    m_page->setState(state);
}

void CommitmentsWiring::add(const CommitmentFields& fields) {
    if (const auto added = m_workspace.addCommitment(fields); !added)
        m_page->showProblem(sentence(added.error()));
    else
        m_page->formDone();
}

void CommitmentsWiring::edit(const RecordId& id, const CommitmentFields& fields) {
    const auto changed = m_workspace.changeCommitment(id, ChangeKind::Edit, fields);
    if (!changed)
        m_page->showProblem(sentence(changed.error()));
    else
        m_page->formDone();
}

// What was chosen and couldn't be kept is shown as it stands.
void CommitmentsWiring::tell(const Attempt<void>& done) {
    m_page->showProblem(done ? QString() : sentence(done.error()));
    if (!done)
        refresh();
}

} // namespace mend::ui
