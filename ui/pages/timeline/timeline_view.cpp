#include "ui/pages/timeline/timeline_view.h"

#include "ui/pages/timeline/timeline_delegate.h"
#include "ui/theme/tokens.h"

#include <QKeyEvent>
#include <QScopedValueRollback>
#include <QScrollBar>

namespace mend::ui {

TimelineView::TimelineView(QWidget* parent) : QListView(parent) {
    setObjectName(QStringLiteral("timelineList"));
    setAccessibleName(tr("Entries, newest first"));
    setItemDelegate(new TimelineDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    // Always there: its coming and going would change the width, and so every row's height.
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    setResizeMode(Adjust);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    viewport()->setAutoFillBackground(false);
    verticalScrollBar()->setSingleStep(space::three);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &TimelineView::onScrolled);
    connect(this, &QListView::clicked, this, &TimelineView::open);
}

void TimelineView::setTimeline(TimelineModel* model) {
    m_model = model;
    setModel(model);
}

QModelIndex TimelineView::topIndex() const {
    // Rows have no space between them, so the middle of the upper edge is in one.
    return indexAt(QPoint(viewport()->width() / 2, 1));
}

void TimelineView::keepPlace(const std::function<void()>& change) {
    const QScopedValueRollback moving(m_moving, true);
    const bool atTop = verticalScrollBar()->value() == 0;
    const QPersistentModelIndex anchor = topIndex();
    const int before = visualRect(anchor).top();
    setAutoScroll(false); // a current row that is let go must not take the reader along
    change();
    doItemsLayout();
    setAutoScroll(true);
    if (atTop && m_model && !m_model->hasNewer())
        verticalScrollBar()->setValue(0);
    else if (anchor.isValid())
        verticalScrollBar()->setValue(verticalScrollBar()->value() + visualRect(anchor).top() -
                                      before);
}

void TimelineView::onScrolled() {
    if (m_moving || !m_model)
        return;
    fetchNearEnds();
    if (const QModelIndex top = topIndex(); top.isValid())
        Q_EMIT dayReached(top.data(TimelineModel::DateRole).toDate());
}

void TimelineView::fetchNearEnds() {
    const int ahead = 2 * viewport()->height(); // Pixels. Two screens before somebody gets there.
    const QScrollBar* bar = verticalScrollBar();
    if (m_model->hasOlder() && bar->maximum() - bar->value() < ahead)
        keepPlace([this] { m_model->fetchOlder(); });
    else if (m_model->hasNewer() && bar->value() < ahead)
        keepPlace([this] { m_model->fetchNewer(); });
}

void TimelineView::showNewest() {
    if (!m_model)
        return;
    {
        const QScopedValueRollback moving(m_moving, true);
        m_model->jumpToNewest();
        setCurrentIndex(m_model->index(0));
        doItemsLayout();
        scrollToTop();
    }
    onScrolled();
}

void TimelineView::showOldest() {
    if (!m_model)
        return;
    {
        const QScopedValueRollback moving(m_moving, true);
        m_model->jumpToOldest();
        setCurrentIndex(m_model->index(m_model->rowCount() - 1));
        doItemsLayout();
        scrollToBottom();
    }
    onScrolled();
}

void TimelineView::showDay(Day day) {
    if (!m_model)
        return;
    {
        const QScopedValueRollback moving(m_moving, true);
        const QModelIndex index = m_model->index(m_model->jumpTo(day));
        setCurrentIndex(index);
        doItemsLayout();
        scrollTo(index, PositionAtTop);
    }
    onScrolled();
}

void TimelineView::open(const QModelIndex& index) {
    if (index.isValid() && m_model)
        Q_EMIT entryOpened(m_model->entryAt(index.row()).id);
}

void TimelineView::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
    case Qt::Key_Home:
        showNewest();
        return;
    case Qt::Key_End:
        showOldest();
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        open(currentIndex());
        return;
    default:
        if (event->text() == QStringLiteral("/")) {
            event->ignore(); // the page's: search
            return;
        }
        QListView::keyPressEvent(event);
    }
}

void TimelineView::resizeEvent(QResizeEvent* event) {
    keepPlace([&] { QListView::resizeEvent(event); });
}

void TimelineView::showEvent(QShowEvent* event) {
    QListView::showEvent(event);
    executeDelayedItemsLayout();
    onScrolled();
}

} // namespace mend::ui
