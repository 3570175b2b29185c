#include "ui/window/journal_wiring.h"

#include "ui/models/sentences.h"

#include <optional>

namespace mend::ui {

namespace {

constexpr int part = 50; // Entries read at once: more than a list shows.

} // namespace

JournalWiring::JournalWiring(JournalPage& page, Workspace& workspace, QObject* parent)
    : QObject(parent), m_page(&page), m_workspace(workspace) {
    connect(&page, &JournalPage::searchWanted, this, &JournalWiring::search);
    connect(&page, &JournalPage::moreWanted, this, &JournalWiring::addOlder);
    connect(&page, &JournalPage::saveWanted, this, &JournalWiring::save);
    connect(&page, &JournalPage::removeWanted, this, &JournalWiring::remove);
    refresh();
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

// One more than is shown tells whether there are older ones.
void JournalWiring::refresh() {
    auto entries = m_workspace.journal(m_search, part + 1, 0);
    if (!entries)
        return show(entries.error());
    const bool more = entries->size() > part;
    if (more)
        entries->pop_back();
    if (m_page)
        m_page->setState({std::move(*entries), more, m_search});
}

void JournalWiring::search(const QString& words) {
    m_search = words;
    refresh();
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
    std::optional<Problem> problem;
    if (id == 0) {
        const auto added = m_workspace.addJournal(today, text);
        if (added)
            id = *added;
        else
            problem = added.error();
    } else if (const auto changed = m_workspace.changeJournal(id, text); !changed) {
        problem = changed.error();
    }
    if (problem)
        return show(*problem);
    m_page->saved({id, today, 0, text});
}

void JournalWiring::remove(qint64 id) {
    if (const auto removed = m_workspace.removeJournal(id); !removed)
        return show(removed.error());
    refresh();
}

} // namespace mend::ui
