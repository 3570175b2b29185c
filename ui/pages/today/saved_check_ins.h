#pragma once
// What was saved of the day and how each is shared, in words, with what can be done about it. What
// stays with its author is folded away until asked for.

#include "ui/pages/today/today_state.h"

#include <QWidget>
#include <set>

class QVBoxLayout;

namespace mend::ui {

class KeptFold;

class SavedCheckIns : public QWidget {
    Q_OBJECT
public:
    explicit SavedCheckIns(QWidget* parent = nullptr);

    void show(const TodayState& state);
    using QWidget::show;
    /// The shared one is about to be taken back: it stays, without its buttons.
    void setLeaving(bool leaving);

Q_SIGNALS:
    void editWanted(const mend::ui::SavedCheckIn& saved);
    void openNowWanted(const mend::RecordId& id);
    void takeBackWanted(const mend::RecordId& id);
    void removeWanted(qint64 privateId);

private:
    void rebuild();
    QWidget* block(const SavedCheckIn& saved, QWidget* parent);
    QWidget* actions(const SavedCheckIn& saved, QWidget* parent);
    QWidget* kept(QWidget* parent);
    QString keptLine() const;

    QVBoxLayout* m_column;
    QWidget* m_blocks = nullptr; ///< of what was shared
    KeptFold* m_kept;
    TodayState m_state;
    bool m_leaving = false;
};

} // namespace mend::ui
