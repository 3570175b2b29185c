#pragma once
// A list of steps and the one that is looked at: side by side where there is room, else one at a
// time. Search and filter stand above the list.

#include "ui/pages/checklist/step_filter.h"
#include "ui/pages/checklist/step_offers.h"

#include <QWidget>

class QHBoxLayout;
class QLineEdit;

namespace mend::ui {

class SegmentedChoice;
class StepDetail;
class StepList;

class StepBrowser : public QWidget {
    Q_OBJECT
public:
    /// Pixels of width from which both are shown, for the usual letters.
    static constexpr int breakpoint = 700;

    explicit StepBrowser(const QString& name, QWidget* parent = nullptr);

    void setItems(const std::vector<ChecklistItem>& items, StepUse use, const QString& partner);
    /// In place of an empty list.
    void setEmptySentence(const QString& sentence);
    StepList* list() const { return m_list; }
    StepDetail* detail() const { return m_detail; }
    bool isOneColumn() const { return m_oneColumn; }
    void focusSearch();

Q_SIGNALS:
    void stateChosen(const QString& id, mend::StepState state);
    void opened(const QString& page, const QString& part);
    void commitmentAsked(const QString& id);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    QWidget* buildBar(const QString& name);
    void filter();
    void choose(const QString& id);
    void back();
    void arrange();
    QString firstChoice() const;
    const ChecklistItem* item(const QString& id) const;

    std::vector<ChecklistItem> m_items;
    StepUse m_use = StepUse::Mine;
    QString m_partner;
    QString m_empty;
    QString m_chosen; ///< empty: none yet, or back at the list
    bool m_oneColumn = false;
    QHBoxLayout* m_line;
    QWidget* m_left;
    QWidget* m_bar;
    QLineEdit* m_search;
    SegmentedChoice* m_filter;
    StepList* m_list;
    StepDetail* m_detail;
};

} // namespace mend::ui
