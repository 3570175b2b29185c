#pragma once
// The list of the timeline. Fetches more while its reader moves, and keeps what they are reading
// where it is: nothing jumps when rows come or go above.

#include "ui/models/timeline_model.h"
#include "ui/pages/timeline/row_layouts.h"
#include "ui/pages/timeline/timeline_flow.h"

#include <QListView>
#include <QPointer>
#include <functional>
#include <optional>

namespace mend::ui {

class TimelineView : public QListView {
    Q_OBJECT
public:
    explicit TimelineView(QWidget* parent = nullptr);

    void setTimeline(TimelineModel* model);
    // Changes the rows without moving what is read.
    void keepPlace(const std::function<void()>& change);
    void showNewest();
    void showOldest();
    void showDay(Day day);
    // The first row that can be seen; invalid where there is none.
    QModelIndex topIndex() const;

    // Where a row stands, and its piece of the seam, as wide as the list, from what can be seen on.
    RowPlace placeOf(const QModelIndex& index) const;
    QRect pieceOf(const QModelIndex& index) const;
    // How it is to be drawn from the top of its piece on.
    RowLayout layoutOf(const TimelineRow& row, const QModelIndex& index) const;
    // The row's card; of a day's first row, with the day.
    QRect visualRect(const QModelIndex& index) const override;
    // By its card, or by its piece of the seam.
    QModelIndex indexAt(const QPoint& point) const override;
    void doItemsLayout() override;

Q_SIGNALS:
    void entryOpened(const mend::RecordId& id);
    // The day at the top of what can be seen.
    void dayReached(const QDate& day);

protected:
    void paintEvent(QPaintEvent* event) override;
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void open(const QModelIndex& index);
    void onScrolled();
    void fetchNearEnds();

    const TimelineFlow& flow() const;

    QPointer<TimelineModel> m_model;
    mutable std::optional<TimelineFlow> m_flow; // of the rows there are, at this width
    mutable int m_flowWidth = 0;
    mutable RowLayouts m_layouts;
    bool m_moving = false; // rows are changing under us
};

} // namespace mend::ui
