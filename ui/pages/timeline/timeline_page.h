#pragma once
// The shared history: days newest first, both people side by side on one seam.

#include "core/domain/timeline.h"
#include "core/guide/pages.h"
#include "ui/pages/timeline/timeline_state.h"

#include <QPointer>
#include <QSet>
#include <QWidget>
#include <optional>

class QStackedWidget;
class QVBoxLayout;

namespace mend::ui {

class Banner;
class EmptyState;
class EntryDialog;
class PersonBadge;
class TimelineFilters;
class TimelineModel;
class TimelineView;
class UndoBar;
class YearJump;

class TimelinePage : public QWidget {
    Q_OBJECT
public:
    explicit TimelinePage(QWidget* parent = nullptr);
    ~TimelinePage() override;

    // Rows come from `model`; the page holds it weakly.
    void setModel(TimelineModel* model);
    void setState(const TimelineState& state);
    // What the marks mean, to look up.
    void setMarks(const guide::Legend& marks);
    // Days of the shown year that hold something.
    void setDays(const QSet<QDate>& days);
    // The records changed: the rows are read again where the reader is.
    void reload();
    Day firstShownDay() const;
    Day lastShownDay() const;

    void showEntry(const EntryState& entry);
    // The one that is open, and what has become of it.
    std::optional<RecordId> openEntry() const;
    void followEntry(const EntryState& entry);
    // The opened entry was saved, opened or taken back: its dialog closes.
    void entryDone();
    void showProblem(const QString& sentence);
    // Takes what could still be undone as meant: the vault locks.
    void settle();

Q_SIGNALS:
    void entryRequested(const mend::RecordId& id);
    void rewordRequested(const mend::RecordId& id, const QString& words);
    // Words that are being written, for a draft; empty: none are.
    void rewordBegun(const mend::RecordId& id, const QString& words);
    // After the time to undo.
    void takeBackRequested(const mend::RecordId& id);
    void openSealedRequested(const mend::RecordId& id);
    void filterChanged(const mend::TimelineFilter& filter);
    void yearShown(mend::Day first, mend::Day last);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void build();
    QWidget* buildPeople();
    void buildList(QVBoxLayout* column);
    void buildShortcuts();
    void connectSignals();
    void showLegend();
    void showYears();
    void showRightPart();
    void applyFilter(const TimelineFilter& filter);
    void takeBack(const RecordId& id);
    void endTakingBack(bool undone);

    TimelineState m_state;
    guide::Legend m_marks;
    QPointer<TimelineModel> m_model;
    QPointer<EntryDialog> m_dialog;
    std::optional<RecordId> m_takingBack;
    QVBoxLayout* m_column;
    Banner* m_problem;
    YearJump* m_years;
    TimelineFilters* m_filters;
    QWidget* m_people;
    PersonBadge* m_partner = nullptr;
    TimelineView* m_list;
    QStackedWidget* m_stack;
    EmptyState* m_nothingYet;
    EmptyState* m_nothingFound;
    UndoBar* m_undo;
};

} // namespace mend::ui
