#pragma once
// The steps in their groups, in one column that scrolls. Up and Down go between them; Home and End
// to the first and the last.

#include "ui/pages/checklist/checklist_state.h"

#include <QScrollArea>

class QVBoxLayout;

namespace mend::ui {

class StepRow;
class WrapLabel;

class StepList : public QScrollArea {
    Q_OBJECT
public:
    explicit StepList(const QString& name, QWidget* parent = nullptr);

    /// Keeps the rows, the focus and the place where the same steps stand in the same order.
    void setItems(const std::vector<const ChecklistItem*>& items);
    void setSelected(const QString& id);
    /// One sentence in place of the steps; empty: none.
    void setSentence(const QString& sentence);
    /// Stands above the first group, or below the last one.
    void setHead(QWidget* head);
    void setTail(QWidget* tail);
    void focusRow(const QString& id);
    QStringList ids() const;

Q_SIGNALS:
    void chosen(const QString& id);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void build(const std::vector<const ChecklistItem*>& items);
    StepRow* row(const QString& id) const;

    QVBoxLayout* m_column;
    QVBoxLayout* m_groups;
    WrapLabel* m_sentence;
    QList<StepRow*> m_rows;
    QString m_selected;
};

} // namespace mend::ui
