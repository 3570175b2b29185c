#include "ui/window/commitments_wiring.h"

#include "core/guide/guide.h"
#include "ui/models/commitment_text.h"
#include "ui/models/sentences.h"
#include "ui/pages/commitments/commitments_page.h"
#include "ui/window/draft_places.h"

#include <QEvent>

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

QString placeOf(const CommitmentDraft& draft) {
    switch (draft.purpose) {
    case CommitmentPurpose::Step:
        return commitmentDraftFrom(draft.step);
    case CommitmentPurpose::Edit:
        return CommitmentDraftPlaces(*draft.about).edit;
    case CommitmentPurpose::Again:
        return CommitmentDraftPlaces(*draft.about).again;
    case CommitmentPurpose::New:
        break;
    }
    return newCommitmentDraft();
}

} // namespace

CommitmentsWiring::CommitmentsWiring(CommitmentsPage& page, Workspace& workspace,
                                     const guide::Guide& guide, QObject* parent)
    : QObject(parent), m_page(&page), m_workspace(workspace), m_guide(guide),
      m_filled(page, [this] { refresh(); }) {
    connectPage();
    connectDrafts();
    connect(&workspace, &Workspace::changed, &m_filled, &FilledWhenSeen::changed);
    connect(&workspace, &Workspace::partnerChanged, &m_filled, &FilledWhenSeen::changed);
    connect(&workspace, &Workspace::meChanged, &m_filled, &FilledWhenSeen::changed);
    connect(&workspace, &Workspace::dayTurned, &m_filled, &FilledWhenSeen::changed);
    connect(&workspace, &Workspace::minuteTurned, this, [this](TimeOfDay now) {
        if (m_nextToKnow && *m_nextToKnow <= now)
            m_filled.changed();
    });
    page.installEventFilter(this);
    refresh();
}

CommitmentsWiring::~CommitmentsWiring() {
    if (m_page)
        m_page->settle();
}

void CommitmentsWiring::connectPage() {
    connect(m_page, &CommitmentsPage::commitmentMade, this, &CommitmentsWiring::add);
    connect(m_page, &CommitmentsPage::commitmentEdited, this, &CommitmentsWiring::edit);
    connect(m_page, &CommitmentsPage::commitmentMadeAgain, this, &CommitmentsWiring::addAgain);
    connect(m_page, &CommitmentsPage::changeRequested, this,
            [this](const RecordId& id, ChangeKind change) {
                tell(m_workspace.changeCommitment(id, change));
            });
    connect(m_page, &CommitmentsPage::proposalAnswered, this,
            [this](const RecordId& id, Answer answer, const QString& note) {
                if (tell(m_workspace.answerProposal(id, answer, note)))
                    saveDraft(CommitmentDraftPlaces(id).change, {});
            });
    connect(m_page, &CommitmentsPage::askingStopped, this,
            [this] { tell(m_workspace.setMayBeAsked(false)); });
    connect(m_page, &CommitmentsPage::safetyWanted, this, &CommitmentsWiring::safetyWanted);
    connect(m_page, &CommitmentsPage::outcomeChosen, this,
            [this](const RecordId& id, Day day, OutcomeState state, const QString& note) {
                if (tell(m_workspace.setOutcome(id, day, state, note)))
                    endNote(m_workspace, id, day, note);
            });
    connect(m_page, &CommitmentsPage::viewChosen, this,
            [this](const RecordId& id, Day day, ViewState state, const QString& note) {
                if (tell(m_workspace.setView(id, day, state, note)))
                    endNote(m_workspace, id, day, note);
            });
}

void CommitmentsWiring::connectDrafts() {
    connect(m_page, &CommitmentsPage::noteBegun, this,
            [this](const RecordId& id, Day day, const QString& note) {
                saveDraft(DraftPlaces(day).commitment(id), note.toUtf8());
            });
    connect(m_page, &CommitmentsPage::changeBegun, this,
            [this](const RecordId& id, const QString& note) {
                saveDraft(CommitmentDraftPlaces(id).change, note.toUtf8());
            });
    connect(m_page, &CommitmentsPage::draftChanged, this, [this](const CommitmentDraft& draft) {
        saveDraft(placeOf(draft), draft.fields ? encoded(*draft.fields) : QByteArray());
    });
    // One of them could not be kept.
    connect(&m_workspace, &Workspace::troubleOver, m_page.data(), &CommitmentsPage::sendDrafts);
}

void CommitmentsWiring::saveDraft(const QString& place, const QByteArray& bytes) {
    if (bytes.size() <= longestDraft)
        m_workspace.saveDraft(place, bytes);
}

// Notes lie where Today keeps them: each is continued on either page.
void CommitmentsWiring::readDrafts(CommitmentsState& state) {
    const auto idOf = [](const QString& hex) {
        return RecordId::from(QByteArray::fromHex(hex.toLatin1()));
    };
    const auto words = [this](const QString& place) {
        return QString::fromUtf8(m_workspace.draft(place));
    };
    for (const QString& place : m_workspace.drafts(QStringLiteral("today/"))) {
        const QStringList parts = place.split(u'/');
        const auto day = parts.size() == 4 ? Day::fromIso(parts[1]) : std::nullopt;
        const auto id = day ? idOf(parts[3]) : std::nullopt;
        if (id && place == DraftPlaces(*day).commitment(*id))
            state.begun[*id].notes[*day] = words(place);
    }
    const QString from = commitmentDraftFrom({});
    for (const QString& place : m_workspace.drafts(from))
        if (const auto begun = commitmentDraft(m_workspace.draft(place)))
            state.begunFrom.emplace(place.mid(from.size()), *begun);
    for (const QString& place : m_workspace.drafts(QStringLiteral("commitments/"))) {
        const auto id = idOf(place.section(u'/', 1, 1));
        if (id && place == CommitmentDraftPlaces(*id).change)
            state.begun[*id].change = words(place);
        else if (id && place == CommitmentDraftPlaces(*id).edit)
            state.begun[*id].edit = commitmentDraft(m_workspace.draft(place));
        else if (id && place == CommitmentDraftPlaces(*id).again)
            state.begun[*id].again = commitmentDraft(m_workspace.draft(place));
    }
    state.begunNew = commitmentDraft(m_workspace.draft(newCommitmentDraft()));
}

// The clock is told within a second, which is late for whoever looks just then.
bool CommitmentsWiring::eventFilter(QObject* watched, QEvent* event) {
    const bool looked = event->type() == QEvent::Show || event->type() == QEvent::WindowActivate;
    if (looked && m_nextToKnow)
        m_filled.changed();
    // Nothing tells that a note was gone on with on Today.
    if (event->type() == QEvent::Hide)
        m_filled.doubt();
    return QObject::eventFilter(watched, event);
}

void CommitmentsWiring::refresh() {
    if (!m_page)
        return;
    m_page->settleDrafts();
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
    m_nextToKnow = nextToKnow(*commitments, today);
    state.sections = sectionsOf(std::move(*commitments));
    state.offers = offersOf(m_guide, m_workspace.me());
    readDrafts(state);
    m_page->setState(state);
}

void CommitmentsWiring::add(const CommitmentFields& fields) {
    const auto added = m_workspace.addCommitment(fields);
    if (!added)
        return m_page->showProblem(sentence(added.error()));
    m_page->formDone();
}

void CommitmentsWiring::edit(const RecordId& id, const CommitmentFields& fields) {
    const auto changed = m_workspace.changeCommitment(id, ChangeKind::Edit, fields);
    if (!changed)
        return m_page->showProblem(sentence(changed.error()));
    m_page->formDone();
}

// The one from before stays with its days, and ends where it was made. Should that fail, it is
// still there to be ended, and nothing was lost.
void CommitmentsWiring::addAgain(const RecordId& id, const CommitmentFields& fields) {
    const auto added = m_workspace.addCommitment(fields);
    if (!added)
        return m_page->showProblem(sentence(added.error()));
    m_page->formDone();
    tell(m_workspace.changeCommitment(id, ChangeKind::End));
}

// What was chosen and couldn't be kept is shown as it stands.
bool CommitmentsWiring::tell(const Attempt<void>& done) {
    m_page->showProblem(done ? QString() : sentence(done.error()));
    if (!done)
        refresh();
    return done.has_value();
}

} // namespace mend::ui
