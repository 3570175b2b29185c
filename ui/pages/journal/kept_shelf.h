#pragma once
// Hard moments, or check-ins, that were kept private: found again, read, deleted. They are written
// and changed on Today, which opens on their day.

#include "ui/models/kept_model.h"
#include "ui/pages/journal/shelf_list.h"

#include <QWidget>
#include <optional>

class QPushButton;
class QTextEdit;

namespace mend::ui {

class EmptyState;
class UndoBar;
class WrapLabel;

struct KeptState {
    std::vector<KeptWords> words; ///< the newest first of those that `search` finds
    bool more = false;            ///< there are older ones besides
    QString search;
};

class KeptShelf : public QWidget {
    Q_OBJECT
public:
    /// `id` names the objects; `choose` is said while none is opened.
    KeptShelf(const QString& id, const ShelfWords& words, const QString& choose,
              QWidget* parent = nullptr);

    ShelfList* list() const { return m_list; }
    /// What is open stays open, unless it is gone.
    void setState(const KeptState& state);
    void settle();

Q_SIGNALS:
    void searchWanted(const QString& words);
    void moreWanted();
    void dayWanted(mend::Day day);
    /// After the ten seconds in which it can be undone.
    void removeWanted(qint64 id);

private:
    QWidget* buildReading(const QString& id, const QString& choose);
    QWidget* buildFoot(const QString& id);
    void show(int row);
    void remove();

    KeptModel* m_model;
    ShelfList* m_list;
    UndoBar* m_undo;
    EmptyState* m_choose = nullptr;
    QWidget* m_reading = nullptr;
    WrapLabel* m_day = nullptr;
    WrapLabel* m_title = nullptr;
    QTextEdit* m_body = nullptr;
    QPushButton* m_goTo = nullptr;
    QPushButton* m_remove = nullptr;
    KeptState m_state;
    qint64 m_open = 0;               ///< 0: none
    std::optional<qint64> m_leaving; ///< deleted, and it can still be undone
};

} // namespace mend::ui
