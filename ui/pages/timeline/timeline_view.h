#pragma once
// The list of the timeline. Fetches more while its reader moves, and keeps what they are reading
// where it is: nothing jumps when rows come or go above.

#include "ui/models/timeline_model.h"

#include <QListView>
#include <QPointer>
#include <functional>

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

Q_SIGNALS:
    void entryOpened(const mend::RecordId& id);
    // The day at the top of what can be seen.
    void dayReached(const QDate& day);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void open(const QModelIndex& index);
    void onScrolled();
    void fetchNearEnds();

    QPointer<TimelineModel> m_model;
    bool m_moving = false; // rows are changing under us
};

} // namespace mend::ui
