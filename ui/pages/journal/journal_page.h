#pragma once
// The journal: what stays on this computer. Its own entries (private, searchable, in Markdown), and
// the hard moments and check-ins of every day that were kept private. Emits intent; calls no
// service.

#include "ui/pages/journal/entries_shelf.h"
#include "ui/pages/journal/kept_shelf.h"

#include <QWidget>

class QPushButton;
class QStackedWidget;

namespace mend::ui {

class Banner;
class PageHeader;
class SegmentedChoice;

class JournalPage : public QWidget {
    Q_OBJECT
public:
    explicit JournalPage(QWidget* parent = nullptr);
    ~JournalPage() override;

    /// The entry that is being written stays open.
    void setState(const JournalState& state);
    void setMoments(const KeptState& state);
    void setCheckIns(const KeptState& state);
    /// The answer to moreWanted().
    void addOlder(const std::vector<JournalEntry>& entries, bool more);
    /// The answer to saveWanted(): what is stored now. A new entry has got its id.
    void saved(const JournalEntry& entry);
    void showProblem(const QString& sentence);
    /// Sends what waits for its pause, and lets an open Undo run out.
    void settle();
    /// Asks once more to save what could not be saved.
    void tryAgain();

public Q_SLOTS:
    /// An empty entry with the focus (Ctrl+N).
    void startNew();

Q_SIGNALS:
    void searchWanted(const QString& words);
    void moreWanted(int offset);
    /// `id` 0: a new entry.
    void saveWanted(qint64 id, const QString& text);
    /// After the ten seconds in which it can be undone; so are the other removals.
    void removeWanted(qint64 id);
    void momentSearchWanted(const QString& words);
    void moreMomentsWanted();
    void momentRemovalWanted(qint64 id);
    void checkInSearchWanted(const QString& words);
    void moreCheckInsWanted();
    void checkInRemovalWanted(qint64 id);
    /// The page of a day.
    void dayWanted(mend::Day day);

private:
    void buildHead();
    void buildShelves();
    void connectShelves();
    void showShelf(const QString& id);

    PageHeader* m_header;
    Banner* m_problem;
    SegmentedChoice* m_shelf;
    QStackedWidget* m_stack;
    EntriesShelf* m_entries;
    KeptShelf* m_moments;
    KeptShelf* m_checkIns;
};

} // namespace mend::ui
