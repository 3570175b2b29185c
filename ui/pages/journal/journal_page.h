#pragma once
// The journal: private, searchable, in Markdown. The list left, the entry right, saved a second
// after the first keystroke since the last time. Emits intent; calls no service.

#include "core/domain/reading.h"

#include <QTimer>
#include <QWidget>
#include <optional>

class QLineEdit;
class QListView;
class QModelIndex;
class QPlainTextEdit;
class QPushButton;
class QStackedWidget;

namespace mend::ui {

class Banner;
class EmptyState;
class JournalModel;
class MarkdownPreview;
class PageHeader;
class SegmentedChoice;
class UndoBar;
class WrapLabel;

struct JournalState {
    std::vector<JournalEntry> entries; ///< newest first, the first part of them
    bool more = false;                 ///< there are older ones besides
    QString search;
};

class JournalPage : public QWidget {
    Q_OBJECT
public:
    explicit JournalPage(QWidget* parent = nullptr);
    ~JournalPage() override;

    /// The entry that is being written stays open.
    void setState(const JournalState& state);
    /// The answer to moreWanted().
    void addOlder(const std::vector<JournalEntry>& entries, bool more);
    /// The answer to saveWanted(): what is stored now. A new entry has got its id.
    void saved(const JournalEntry& entry);
    void showProblem(const QString& sentence);
    /// Sends what waits for its pause, and lets an open Undo run out.
    void settle();

public Q_SLOTS:
    /// An empty entry with the focus (Ctrl+N).
    void startNew();

Q_SIGNALS:
    void searchWanted(const QString& words);
    void moreWanted(int offset);
    /// `id` 0: a new entry.
    void saveWanted(qint64 id, const QString& text);
    /// After the ten seconds in which it can be undone.
    void removeWanted(qint64 id);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* buildList();
    QWidget* buildEntry();
    void buildHead();
    void connectParts();
    void open(const QModelIndex& index);
    void close();
    void send();
    void remove();
    void carryOut();
    void undo();
    void select(qint64 id);
    void showEmpty();
    void showMode(const QString& mode);
    void showSaved(bool saved);
    QString text() const;

    JournalModel* m_model;
    PageHeader* m_header;
    Banner* m_problem;
    UndoBar* m_undo;
    QWidget* m_listSide = nullptr;
    QLineEdit* m_search = nullptr;
    QListView* m_list = nullptr;
    EmptyState* m_empty = nullptr;
    QWidget* m_entrySide = nullptr;
    WrapLabel* m_day = nullptr;
    WrapLabel* m_savedWords = nullptr;
    SegmentedChoice* m_mode = nullptr;
    QStackedWidget* m_stack = nullptr;
    QPlainTextEdit* m_source = nullptr;
    MarkdownPreview* m_preview = nullptr;
    QPushButton* m_remove = nullptr;
    QTimer m_pause;
    qint64 m_open = 0;               ///< the entry in the editor; 0: a new one, not stored yet
    std::optional<qint64> m_leaving; ///< deleted, and it can still be undone
    bool m_setting = false;
};

} // namespace mend::ui
