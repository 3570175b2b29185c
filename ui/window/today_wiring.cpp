#include "ui/window/today_wiring.h"

#include "ui/models/sentences.h"
#include "ui/window/code_kept.h"
#include "ui/window/today_reading.h"

#include <QEvent>

namespace mend::ui {

TodayWiring::TodayWiring(TodayPage& page, Workspace& workspace, const guide::Guide& guide,
                         QObject* parent)
    : QObject(parent), m_page(&page), m_workspace(workspace), m_guide(guide),
      m_day(workspace.today()), m_filled(page, [this] { refresh(); }) {
    connectWorkspace();
    connectCheckIn();
    connectRest();
    connectDrafts();
    page.installEventFilter(this);
    showDay();
    page.fold(drafts());
}

TodayWiring::~TodayWiring() {
    settle();
}

void TodayWiring::connectWorkspace() {
    connect(&m_workspace, &Workspace::changed, &m_filled, &FilledWhenSeen::changed);
    connect(&m_workspace, &Workspace::meChanged, &m_filled, &FilledWhenSeen::changed);
    connect(&m_workspace, &Workspace::partnerChanged, &m_filled, &FilledWhenSeen::changed);
    connect(&m_workspace, &Workspace::dayTurned, &m_filled, &FilledWhenSeen::changed);
    connect(&m_workspace, &Workspace::minuteTurned, this, [this](TimeOfDay now) {
        const auto next = m_page ? m_page->state().nextToKnow : std::nullopt;
        if (next && *next <= now)
            m_filled.changed();
    });
}

void TodayWiring::connectCheckIn() {
    connect(m_page, &TodayPage::checkInSubmitted, this, &TodayWiring::saveCheckIn);
    connect(m_page, &TodayPage::takeBackWanted, this, &TodayWiring::takeBack);
    connect(m_page, &TodayPage::openNowWanted, this,
            [this](const RecordId& id) { went(m_workspace.openSealed(id)); });
    connect(m_page, &TodayPage::checkInRemovalWanted, this, [this](qint64 id) {
        if (went(m_workspace.removePrivateCheckIn(id)))
            refresh();
    });
    connect(m_page, &TodayPage::dayWanted, this, &TodayWiring::goOnWith);
    connect(m_page, &TodayPage::pageWanted, this, &TodayWiring::pageWanted);
}

void TodayWiring::connectRest() {
    connect(m_page, &TodayPage::momentSubmitted, this, &TodayWiring::saveMoment);
    connect(m_page, &TodayPage::momentRemovalWanted, this, [this](qint64 id) {
        if (went(m_workspace.removePrivateMoment(id)))
            refresh();
    });
    connect(m_page, &TodayPage::noteSubmitted, this, &TodayWiring::shareNote);
    connect(m_page, &TodayPage::outcomeChosen, this,
            [this](const RecordId& id, OutcomeState state, const QString& note) {
                answered(id, note, went(m_workspace.setOutcome(id, m_day, state, note)));
            });
    connect(m_page, &TodayPage::viewChosen, this,
            [this](const RecordId& id, ViewState state, const QString& note) {
                answered(id, note, went(m_workspace.setView(id, m_day, state, note)));
            });
}

void TodayWiring::connectDrafts() {
    connect(m_page, &TodayPage::checkInDraftChanged, this, [this](const CheckInDraft& draft) {
        saveDraft(DraftPlaces(m_day).checkIn, encoded(draft));
    });
    connect(m_page, &TodayPage::momentDraftChanged, this, [this](const MomentDraft& draft) {
        saveDraft(DraftPlaces(m_day).moment, encoded(draft));
    });
    connect(m_page, &TodayPage::noteDraftChanged, this,
            [this](const NoteDraft& draft) { saveDraft(DraftPlaces(m_day).note, encoded(draft)); });
    connect(m_page, &TodayPage::commitmentNoteBegun, this,
            [this](const RecordId& id, const QString& note) {
                saveDraft(DraftPlaces(m_day).commitment(id), note.toUtf8());
            });
}

// A choice that could not be kept is shown as it was, and the words of its note stay.
void TodayWiring::answered(const RecordId& id, const QString& note, bool kept) {
    if (!kept)
        return showDay();
    endNote(m_workspace, id, m_day, note);
}

void TodayWiring::saveDraft(const QString& place, const QByteArray& bytes) {
    if (bytes.size() <= longestDraft)
        m_workspace.saveDraft(place, bytes);
}

template <class T>
bool TodayWiring::went(const Attempt<T>& attempt) {
    if (m_page)
        m_page->showProblem(attempt ? QString() : sentence(attempt.error()));
    return attempt.has_value();
}

// The clock is told within a second, which is late for whoever looks just then.
bool TodayWiring::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Show)
        m_stays = false;
    // A note on a commitment is gone on with on another page, and nothing tells of it.
    if (event->type() == QEvent::Hide)
        m_filled.doubt();
    const bool looked = event->type() == QEvent::Show || event->type() == QEvent::WindowActivate;
    // Nothing tells of the code either, which is kept on another page.
    const bool changed = m_day != m_workspace.today() ||
                         (m_page && m_page->state().codeUnkept != isCodeUnkept(m_workspace));
    const bool waits = m_page && m_page->state().nextToKnow;
    if (looked && !m_filled.isStale() && (changed || waits))
        refresh();
    return QObject::eventFilter(watched, event);
}

void TodayWiring::refresh() {
    if (!m_page)
        return;
    if (m_day != m_workspace.today() && !m_stays && !m_page->hasUnsaved())
        goTo(m_workspace.today());
    else
        showDay();
}

void TodayWiring::settle() {
    if (m_page)
        m_page->settle();
}

void TodayWiring::keepDrafts() {
    if (m_page)
        m_page->sendDrafts();
}

void TodayWiring::goTo(Day day) {
    settle();
    const bool otherDay = day != m_day;
    m_day = day;
    m_stays = day != m_workspace.today();
    showDay();
    if (m_page && otherDay)
        m_page->fold(drafts());
}

void TodayWiring::goOnWith(Day day) {
    goTo(day);
    if (m_page && day != m_workspace.today())
        m_page->restore(drafts());
}

void TodayWiring::showDay() {
    if (!m_page)
        return;
    if (const auto state = readToday(m_workspace, m_guide, m_day))
        m_page->setState(*state);
    else
        m_page->showProblem(sentence(state.error()));
}

TodayDrafts TodayWiring::drafts() {
    const DraftPlaces places(m_day);
    return {checkInDraft(m_workspace.draft(places.checkIn)).value_or(CheckInDraft()),
            momentDraft(m_workspace.draft(places.moment)).value_or(MomentDraft()),
            noteDraft(m_workspace.draft(places.note)).value_or(NoteDraft())};
}

void TodayWiring::saveCheckIn(const CheckInDraft& draft) {
    const auto saved = m_workspace.saveCheckIn(
        m_day, draft.fields,
        {draft.share, draft.withScales, draft.withTicks, draft.replacesPrivate});
    if (!went(saved))
        return;
    m_workspace.saveDraft(DraftPlaces(m_day).checkIn, {});
    if (!draft.replacesShared)
        went(m_workspace.setSetting(QLatin1String(lastShareKey), name(draft.share).toUtf8()));
    m_page->checkInSaved();
    refresh();
}

// The words stay with their author; what is taken back is that the other has them.
void TodayWiring::takeBack(const SavedCheckIn& saved) {
    if (saved.privateId == 0 && !went(m_workspace.saveCheckIn(m_day, saved.fields, {})))
        return;
    went(m_workspace.withdraw(*saved.shared));
}

void TodayWiring::saveMoment(const MomentDraft& draft) {
    const MomentFields fields{draft.strength.value_or(0), draft.need, draft.text.trimmed()};
    if (draft.share ? !went(m_workspace.shareMoment(m_day, fields))
                    : !went(m_workspace.keepMoment(m_day, fields)))
        return;
    m_workspace.saveDraft(DraftPlaces(m_day).moment, {});
    m_page->momentSaved(draft.share ? tr("Shared. It is on the timeline.")
                                    : tr("Kept, only on this computer."));
    refresh();
}

void TodayWiring::shareNote(const NoteDraft& draft) {
    if (!went(m_workspace.shareNote(m_day, {draft.kind, draft.text.trimmed(), draft.until})))
        return;
    m_workspace.saveDraft(DraftPlaces(m_day).note, {});
    m_page->noteSaved(tr("Shared. It is on the timeline."));
    refresh();
}

} // namespace mend::ui
