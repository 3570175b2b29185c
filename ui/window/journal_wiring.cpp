#include "ui/window/journal_wiring.h"

#include "ui/models/entry_text.h"
#include "ui/models/sentences.h"
#include "ui/window/need_words.h"

#include <QEvent>
#include <utility>

namespace mend::ui {

namespace {

constexpr int part = 50; // Entries read at once: more than a list shows.

// Trouble with the vault itself, and not with what was written.
bool isTrouble(Problem problem) {
    return problem == Problem::DiskFull || problem == Problem::ReadOnly || problem == Problem::Io ||
           problem == Problem::InUse;
}

// In the words the timeline has for them.
template <class Value, class Kept>
std::optional<KeptWords> inWords(const Kept& kept, const EntryReader& reader) {
    const auto value = Value::create(kept.fields);
    if (!value)
        return std::nullopt;
    TimelineEntry entry;
    entry.day = kept.day;
    entry.content = Content(*value);
    const EntryText text = entryText(entry, reader);
    return KeptWords{kept.id, kept.day, text.title, text.body};
}

template <class Value, class Kept>
Attempt<KeptSlice> sliceOf(const Attempt<std::vector<Kept>>& read, int limit,
                           const EntryReader& reader) {
    if (!read)
        return fail(read.error());
    KeptSlice slice;
    for (const Kept& one : *read)
        if (auto words = inWords<Value>(one, reader))
            slice.words.push_back(std::move(*words));
    if (int(read->size()) == limit)
        slice.last = KeptPlace{read->back().day, read->back().id};
    return slice;
}

} // namespace

JournalWiring::JournalWiring(JournalPage& page, Workspace& workspace, const guide::Guide& guide,
                             QObject* parent)
    : QObject(parent), m_page(&page), m_workspace(workspace), m_guide(guide),
      m_moments([this](const auto& before, int limit) { return readMoments(before, limit); },
                [this](const auto& state) {
                    if (went(state) && m_page)
                        m_page->setMoments(*state);
                }),
      m_checkIns([this](const auto& before, int limit) { return readCheckIns(before, limit); },
                 [this](const auto& state) {
                     if (went(state) && m_page)
                         m_page->setCheckIns(*state);
                 }) {
    connectEntries();
    connectKept();
    page.installEventFilter(this);
    connect(&workspace, &Workspace::dayTurned, this, &JournalWiring::refresh);
    refresh();
}

void JournalWiring::connectEntries() {
    connect(m_page, &JournalPage::searchWanted, this, [this](const QString& words) {
        m_search = words;
        readEntries();
    });
    connect(m_page, &JournalPage::moreWanted, this, &JournalWiring::addOlder);
    connect(m_page, &JournalPage::saveWanted, this, &JournalWiring::save);
    connect(m_page, &JournalPage::removeWanted, this, &JournalWiring::remove);
}

void JournalWiring::connectKept() {
    connect(m_page, &JournalPage::momentSearchWanted, &m_moments, &KeptReading::search);
    connect(m_page, &JournalPage::moreMomentsWanted, &m_moments, &KeptReading::more);
    connect(m_page, &JournalPage::momentRemovalWanted, this, [this](qint64 id) {
        if (went(m_workspace.removePrivateMoment(id)))
            m_moments.refresh();
    });
    connect(m_page, &JournalPage::checkInSearchWanted, &m_checkIns, &KeptReading::search);
    connect(m_page, &JournalPage::moreCheckInsWanted, &m_checkIns, &KeptReading::more);
    connect(m_page, &JournalPage::checkInRemovalWanted, this, [this](qint64 id) {
        if (went(m_workspace.removePrivateCheckIn(id)))
            m_checkIns.refresh();
    });
    connect(m_page, &JournalPage::dayWanted, this, &JournalWiring::dayWanted);
}

JournalWiring::~JournalWiring() {
    settle();
}

void JournalWiring::settle() {
    if (m_page)
        m_page->settle();
}

void JournalWiring::tryAgain() {
    if (m_page)
        m_page->tryAgain();
}

void JournalWiring::show(Problem problem) {
    if (m_page)
        m_page->showProblem(sentence(problem));
}

bool JournalWiring::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::Show)
        refresh();
    return QObject::eventFilter(watched, event);
}

template <class T>
bool JournalWiring::went(const Attempt<T>& attempt) {
    if (!attempt)
        show(attempt.error());
    return attempt.has_value();
}

void JournalWiring::refresh() {
    readEntries();
    m_moments.refresh();
    m_checkIns.refresh();
}

// One more than is shown tells whether there are older ones.
void JournalWiring::readEntries() {
    auto entries = m_workspace.journal(m_search, part + 1, 0);
    if (!went(entries) || !m_page)
        return;
    const bool more = entries->size() > part;
    if (more)
        entries->pop_back();
    m_page->setState({std::move(*entries), more, m_search});
}

Attempt<KeptSlice> JournalWiring::readMoments(const std::optional<KeptPlace>& before, int limit) {
    return sliceOf<Moment>(
        m_workspace.olderPrivateMoments(before, limit), limit,
        {{}, m_workspace.today(), {}, needWords(m_guide, m_workspace.me().relation)});
}

Attempt<KeptSlice> JournalWiring::readCheckIns(const std::optional<KeptPlace>& before, int limit) {
    const auto title = [this](const QString& step) {
        const auto known = m_guide.step(step, m_workspace.me().relation);
        return known ? known->tick.value_or(known->title) : QString();
    };
    return sliceOf<CheckIn>(m_workspace.olderPrivateCheckIns(before, limit), limit,
                            {{}, m_workspace.today(), title, {}});
}

void JournalWiring::addOlder(int offset) {
    auto entries = m_workspace.journal(m_search, part + 1, offset);
    if (!entries)
        return show(entries.error());
    const bool more = entries->size() > part;
    if (more)
        entries->pop_back();
    m_page->addOlder(*entries, more);
}

void JournalWiring::save(qint64 id, const QString& text) {
    const Day today = m_workspace.today();
    const auto problem = store(id, today, text);
    const bool before = std::exchange(m_inTrouble, problem && isTrouble(*problem));
    if (m_inTrouble)
        Q_EMIT troubled(*problem);
    else if (before)
        Q_EMIT troubleOver();
    if (problem)
        return show(*problem);
    if (m_page)
        m_page->saved({id, today, 0, text});
}

// Gives a new entry its id.
std::optional<Problem> JournalWiring::store(qint64& id, Day today, const QString& text) {
    if (id != 0) {
        const auto changed = m_workspace.changeJournal(id, text);
        return changed ? std::nullopt : std::optional(changed.error());
    }
    const auto added = m_workspace.addJournal(today, text);
    if (!added)
        return added.error();
    id = *added;
    return std::nullopt;
}

void JournalWiring::remove(qint64 id) {
    if (went(m_workspace.removeJournal(id)))
        readEntries();
}

} // namespace mend::ui
