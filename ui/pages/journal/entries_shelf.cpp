#include "ui/pages/journal/entries_shelf.h"

#include "ui/models/day_text.h"
#include "ui/models/journal_model.h"
#include "ui/pages/journal/entry_editor.h"
#include "ui/pages/journal/shelf_frame.h"
#include "ui/pages/journal/shelf_list.h"
#include "ui/widgets/undo_bar.h"

#include <QLineEdit>
#include <QListView>
#include <utility>

namespace mend::ui {

EntriesShelf::EntriesShelf(QWidget* parent)
    : QWidget(parent), m_model(new JournalModel(this)),
      m_list(new ShelfList(m_model,
                           {tr("Search the journal"), tr("Entries"),
                            tr("Nothing written yet. What you write here, only you can read.")},
                           this)),
      m_editor(new EntryEditor(this)), m_undo(new UndoBar(this)) {
    m_list->search()->setObjectName(QStringLiteral("search"));
    m_list->view()->setObjectName(QStringLiteral("entries"));
    m_undo->setObjectName(QStringLiteral("entriesUndo"));
    new ShelfFrame(this, m_undo, m_list, m_editor);
    connect(m_list, &ShelfList::searchWanted, this, &EntriesShelf::searchWanted);
    connect(m_list, &ShelfList::opened, this, &EntriesShelf::open);
    connect(m_model, &JournalModel::moreWanted, this, &EntriesShelf::moreWanted);
    connect(m_editor, &EntryEditor::saveWanted, this, &EntriesShelf::saveWanted);
    connect(m_editor, &EntryEditor::removeWanted, this, &EntriesShelf::remove);
    connect(m_undo, &UndoBar::undone, this, &EntriesShelf::undo);
    connect(m_undo, &UndoBar::expired, this, &EntriesShelf::carryOut);
}

void EntriesShelf::setState(const JournalState& state) {
    std::vector<JournalEntry> entries = state.entries;
    if (m_leaving)
        std::erase_if(entries, [&](const auto& one) { return one.id == *m_leaving; });
    m_model->setEntries(std::move(entries), state.more);
    m_searching = !state.search.isEmpty();
    m_list->setSearch(state.search);
    m_list->select(m_model->rowOf(m_editor->id()));
}

void EntriesShelf::addOlder(const std::vector<JournalEntry>& entries, bool more) {
    m_model->append(entries, more);
}

void EntriesShelf::saved(const JournalEntry& entry) {
    if (m_editor->id() != 0)
        m_model->setText(entry.id, entry.text);
    else if (!m_searching)
        m_model->putOnTop(entry);
    m_editor->saved(entry.id, fullDay(entry.day), entry.text);
    m_list->select(m_model->rowOf(m_editor->id()));
}

void EntriesShelf::settle() {
    m_undo->expire();
    (void)m_editor->leave(); // Whoever settles goes on whatever comes of it.
}

void EntriesShelf::tryAgain() {
    (void)m_editor->leave(); // It stays open, saved or not.
}

void EntriesShelf::startNew() {
    m_undo->expire();
    if (m_editor->leave()) {
        m_list->select(-1);
        m_editor->clear();
    }
    m_editor->focusText();
}

void EntriesShelf::open(const QModelIndex& index) {
    const qint64 id = index.data(JournalModel::IdRole).toLongLong();
    if (!m_editor->leave())
        return m_list->select(m_model->rowOf(m_editor->id()));
    // Saving a new one has moved the rows.
    const QModelIndex now = m_model->index(m_model->rowOf(id));
    if (!now.isValid())
        return;
    m_editor->open(id, now.data(JournalModel::DayRole).toString(),
                   now.data(JournalModel::TextRole).toString());
    m_list->select(now.row());
}

void EntriesShelf::remove() {
    const qint64 id = m_editor->id();
    if (id == 0)
        return;
    m_undo->expire();
    // What was written since comes back with it; an entry that can't be saved stays.
    if (!m_editor->leave())
        return;
    m_leaving = id;
    m_list->select(-1);
    m_model->remove(id);
    m_list->select(-1);
    m_editor->clear();
    m_undo->offer(tr("The entry was deleted."));
}

void EntriesShelf::carryOut() {
    if (const auto gone = std::exchange(m_leaving, {}))
        Q_EMIT removeWanted(*gone);
}

// The entry was never gone from the vault: the list is read again, and it is opened.
void EntriesShelf::undo() {
    const auto back = std::exchange(m_leaving, {});
    if (!back)
        return;
    Q_EMIT searchWanted(m_list->search()->text());
    if (const int row = m_model->rowOf(*back); row >= 0)
        open(m_model->index(row));
}

} // namespace mend::ui
