#pragma once
// The journal's own entries: the list left, the entry right. What could not be saved is never left
// for another.

#include "core/domain/reading.h"

#include <QWidget>
#include <optional>

class QModelIndex;

namespace mend::ui {

class EntryEditor;
class JournalModel;
class ShelfList;
class UndoBar;

struct JournalState {
    std::vector<JournalEntry> entries; ///< newest first, the first part of them
    bool more = false;                 ///< there are older ones besides
    QString search;
};

class EntriesShelf : public QWidget {
    Q_OBJECT
public:
    explicit EntriesShelf(QWidget* parent = nullptr);

    ShelfList* list() const { return m_list; }
    /// The entry that is being written stays open.
    void setState(const JournalState& state);
    void addOlder(const std::vector<JournalEntry>& entries, bool more);
    void saved(const JournalEntry& entry);
    /// An empty entry with the focus.
    void startNew();
    void settle();
    void tryAgain();

Q_SIGNALS:
    void searchWanted(const QString& words);
    void moreWanted(int offset);
    void saveWanted(qint64 id, const QString& text);
    void removeWanted(qint64 id);

private:
    void open(const QModelIndex& index);
    void remove();
    void carryOut();
    void undo();

    JournalModel* m_model;
    ShelfList* m_list;
    EntryEditor* m_editor;
    UndoBar* m_undo;
    bool m_searching = false;        // the list holds what was found
    std::optional<qint64> m_leaving; ///< deleted, and it can still be undone
};

} // namespace mend::ui
