#include "ui/window/timeline_wiring.h"

#include "core/guide/guide.h"
#include "ui/models/day_text.h"
#include "ui/models/sentences.h"
#include "ui/pages/timeline/timeline_page.h"
#include "ui/window/draft_places.h"
#include "ui/window/need_words.h"

#include <algorithm>
#include <utility>

namespace mend::ui {

namespace {
constexpr int stripDays = 53 * 7; // Of the year strip.

QString draftOf(const RecordId& id) {
    return QStringLiteral("entry/") + id.toHex();
}
} // namespace

TimelineWiring::TimelineWiring(TimelinePage& page, Workspace& workspace, const guide::Guide& guide,
                               QObject* parent)
    : QObject(parent), m_page(&page), m_workspace(workspace), m_guide(guide),
      m_source(workspace, [this](Problem problem) { tell(problem); }), m_model(m_source),
      m_filled(page, [this] { refresh(); }) {
    connectPage();
    connect(&workspace, &Workspace::changed, &m_filled, &FilledWhenSeen::changed);
    connect(&workspace, &Workspace::partnerChanged, &m_filled, &FilledWhenSeen::changed);
    connect(&workspace, &Workspace::meChanged, &m_filled, &FilledWhenSeen::changed);
    connect(&workspace, &Workspace::dayTurned, &m_filled, &FilledWhenSeen::changed);
    readPeople();
    m_model.reload();
    page.setModel(&m_model);
    page.setMarks(guide.marks());
    readDays();
}

TimelineWiring::~TimelineWiring() {
    if (!m_page)
        return;
    m_page->settle();
    m_page->entryDone();
    m_page->setModel(nullptr);
}

void TimelineWiring::connectPage() {
    connect(m_page, &TimelinePage::entryRequested, this, &TimelineWiring::showEntry);
    connect(m_page, &TimelinePage::rewordRequested, this, &TimelineWiring::reword);
    connect(m_page, &TimelinePage::rewordBegun, this,
            [this](const RecordId& id, const QString& words) {
                if (const QByteArray bytes = words.toUtf8(); bytes.size() <= longestDraft)
                    m_workspace.saveDraft(draftOf(id), bytes);
            });
    connect(m_page, &TimelinePage::takeBackRequested, this, &TimelineWiring::takeBack);
    connect(m_page, &TimelinePage::openSealedRequested, this, &TimelineWiring::openSealed);
    connect(m_page, &TimelinePage::filterChanged, this, &TimelineWiring::readDays);
    connect(m_page, &TimelinePage::yearShown, this, &TimelineWiring::readDays);
}

void TimelineWiring::refresh() {
    if (!m_page)
        return;
    m_page->reload();
    readPeople();
    readDays();
    followEntry();
}

void TimelineWiring::readPeople() {
    const auto partner = m_workspace.partner();
    const QString name = partner ? partner->name : QString();
    const Relation relation = m_workspace.me().relation;
    const Day today = m_workspace.today();
    const Reader reader{name, relation, today};
    if (std::exchange(m_reader, reader) != reader) // every row is laid out anew
        m_model.setReader({name, today,
                           [this, relation](const QString& id) {
                               const auto step = m_guide.step(id, relation);
                               return step ? step->title : QString();
                           },
                           needWords(m_guide, relation)});
    m_page->setState({name, today, m_workspace.firstDay()});
}

void TimelineWiring::readDays() {
    QSet<QDate> days;
    // A whole strip's worth, however few weeks a narrow window shows just now.
    const Day last = m_page->lastShownDay();
    const Day first = std::min(m_page->firstShownDay(), last.plus(-stripDays));
    for (const auto& [day, count] : m_source.perDay(m_model.filter(), first, last))
        if (count > 0)
            days.insert(day.date());
    m_page->setDays(days);
}

// --- One entry ---

QString TimelineWiring::listenFirst() const {
    const Me me = m_workspace.me();
    return m_guide.prompts(me.role.value_or(Role::Hurt), me.relation).moment.listenFirst;
}

EntryState TimelineWiring::stateOf(const TimelineEntry& entry) {
    const bool mine = entry.by == mend::Person::Me;
    const auto kind = kindFromName(entry.kind);
    const auto partner = m_workspace.partner();
    const QString who = mine ? tr("You") : partner ? partner->name : tr("The other");
    EntryState state;
    state.id = entry.id;
    state.whoAndWhen = tr("%1, %2").arg(who, fullDay(entry.day));
    state.text = m_model.textOf(entry);
    if (!mine && entry.content && kind == Kind::Moment)
        state.listenFirst = listenFirst();
    if (entry.seal == SealState::Withdrawn)
        return state;
    if (entry.edited)
        for (TimelineEntry& version : m_source.earlier(entry.id)) {
            version.commitmentTitle = entry.commitmentTitle;
            state.earlier.push_back(m_model.textOf(version));
        }
    if (!mine || !kind)
        return state;
    if (entry.content)
        state.words = ownWords(*entry.content);
    if (const QByteArray begun = m_workspace.draft(draftOf(entry.id)); !begun.isEmpty())
        state.begun = QString::fromUtf8(begun);
    state.needsWords = kind == Kind::Note;
    state.mayTakeBack = mayWithdraw(*kind);
    state.mayOpen = entry.seal == SealState::Sealed && maySealTogether(*kind);
    return state;
}

void TimelineWiring::showEntry(const RecordId& id) {
    const auto entry = m_workspace.entry(id);
    if (!entry) {
        tell(entry.error());
        return;
    }
    m_page->showEntry(stateOf(*entry));
}

// What was taken back has no words left, nor any that were begun in their place.
void TimelineWiring::followEntry() {
    const auto id = m_page->openEntry();
    if (!id)
        return;
    const auto entry = m_workspace.entry(*id);
    if (!entry)
        return entry.error() == Problem::UnknownId ? m_page->entryDone() : tell(entry.error());
    m_page->followEntry(stateOf(*entry));
    if (entry->seal == SealState::Withdrawn)
        m_workspace.saveDraft(draftOf(*id), {});
}

void TimelineWiring::reword(const RecordId& id, const QString& words) {
    const auto entry = m_workspace.entry(id);
    if (!entry) {
        tell(entry.error());
        return;
    }
    const auto content = entry->content ? withWords(*entry->content, words) : std::nullopt;
    if (!content) {
        tell(Problem::BadInput);
        return;
    }
    if (const auto replaced = m_workspace.replace(id, *content); !replaced)
        return tell(replaced.error());
    m_page->entryDone();
    m_workspace.saveDraft(draftOf(id), {});
}

void TimelineWiring::takeBack(const RecordId& id) {
    if (const auto done = m_workspace.withdraw(id); !done)
        return tell(done.error());
    m_workspace.saveDraft(draftOf(id), {});
}

void TimelineWiring::openSealed(const RecordId& id) {
    if (const auto done = m_workspace.openSealed(id); !done)
        tell(done.error());
    else
        m_page->entryDone();
}

void TimelineWiring::tell(Problem problem) {
    if (m_page)
        m_page->showProblem(sentence(problem));
}

} // namespace mend::ui
