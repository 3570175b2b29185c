#include "ui/window/journal_wiring.h"

#include "ui/models/entry_text.h"
#include "ui/models/sentences.h"

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
KeptState found(const std::vector<Kept>& all, const EntryReader& reader, const QString& search) {
    KeptState state{{}, search};
    for (const Kept& one : all)
        if (auto words = inWords<Value>(one, reader); words && hasWords(*words, search))
            state.words.push_back(std::move(*words));
    return state;
}

} // namespace

JournalWiring::JournalWiring(JournalPage& page, Workspace& workspace, const guide::Guide& guide,
                             QObject* parent)
    : QObject(parent), m_page(&page), m_workspace(workspace), m_guide(guide) {
    connectEntries();
    connectKept();
    page.installEventFilter(this);
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
    connect(m_page, &JournalPage::momentSearchWanted, this, [this](const QString& words) {
        m_momentSearch = words;
        readMoments();
    });
    connect(m_page, &JournalPage::momentRemovalWanted, this, [this](qint64 id) {
        if (went(m_workspace.removePrivateMoment(id)))
            readMoments();
    });
    connect(m_page, &JournalPage::checkInSearchWanted, this, [this](const QString& words) {
        m_checkInSearch = words;
        readCheckIns();
    });
    connect(m_page, &JournalPage::checkInRemovalWanted, this, [this](qint64 id) {
        if (went(m_workspace.removePrivateCheckIn(id)))
            readCheckIns();
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
    readMoments();
    readCheckIns();
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

void JournalWiring::readMoments() {
    const auto moments = m_workspace.privateMoments(Day(), m_workspace.today());
    if (went(moments) && m_page)
        m_page->setMoments(found<Moment>(*moments, {{}, m_workspace.today(), {}}, m_momentSearch));
}

void JournalWiring::readCheckIns() {
    const auto checkIns = m_workspace.privateCheckIns(Day(), m_workspace.today());
    if (!went(checkIns) || !m_page)
        return;
    const auto title = [this](const QString& step) {
        const auto known = m_guide.step(step, m_workspace.me().relation);
        return known ? known->tick.value_or(known->title) : QString();
    };
    m_page->setCheckIns(
        found<CheckIn>(*checkIns, {{}, m_workspace.today(), title}, m_checkInSearch));
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
