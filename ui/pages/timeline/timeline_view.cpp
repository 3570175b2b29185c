#include "ui/pages/timeline/timeline_view.h"

#include "ui/pages/timeline/timeline_delegate.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/seam_painter.h"

#include <QKeyEvent>
#include <QPaintEvent>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <algorithm>
#include <cstdlib>

namespace mend::ui {

namespace {
constexpr int narrowest = 320; // Pixels. Words have a column even while the list has no size.
}

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

// --- Where the rows stand ---

const TimelineFlow& TimelineView::flow() const {
    const int rows = m_model ? m_model->rowCount() : 0;
    const int width = std::max(viewport()->width(), narrowest);
    if (m_flow && m_flowWidth == width && int(m_flow->places().size()) == rows)
        return *m_flow;
    m_flow.emplace();
    m_flowWidth = width;
    for (int row = 0; row < rows; ++row)
        m_flow->add(m_layouts.of(m_model->row(row), width, layoutDirection()));
    m_layouts.forgetOthers();
    return *m_flow;
}

RowPlace TimelineView::placeOf(const QModelIndex& index) const {
    return index.isValid() ? flow().places()[std::size_t(index.row())] : RowPlace();
}

QRect TimelineView::pieceOf(const QModelIndex& index) const {
    const RowPlace place = placeOf(index);
    return {0, place.top - verticalOffset(), m_flowWidth, place.height};
}

RowLayout TimelineView::layoutOf(const TimelineRow& row, const QModelIndex& index) const {
    const RowPlace place = placeOf(index);
    RowLayout layout = m_layouts.of(row, m_flowWidth, layoutDirection());
    layout.moveTo(place.lift, place.height);
    return layout;
}

QRect TimelineView::visualRect(const QModelIndex& index) const {
    if (!index.isValid())
        return {};
    const RowPlace place = placeOf(index);
    return place.startsDay ? pieceOf(index) : place.card.translated(0, -verticalOffset());
}

QModelIndex TimelineView::indexAt(const QPoint& point) const {
    const QPoint at = point + QPoint(0, verticalOffset());
    const bool onSeam = std::abs(point.x() - viewport()->width() / 2) < seamWidth / 2;
    const auto row = onSeam ? flow().rowAt(at.y()) : flow().cardAt(at);
    return row ? model()->index(*row, 0) : QModelIndex();
}

void TimelineView::doItemsLayout() {
    m_flow.reset();
    QListView::doItemsLayout();
}

// Qt paints the rows whose piece of the seam is in sight; of those just below, the card may be.
void TimelineView::paintEvent(QPaintEvent* event) {
    QPaintEvent withLifted(event->rect().adjusted(0, 0, 0, flow().greatestLift()));
    QListView::paintEvent(&withLifted);
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

// Newest to oldest, as a screen reader reads them; never past one that stands beside another.
QModelIndex TimelineView::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) {
    const QModelIndex now = currentIndex();
    const int step = action == MoveDown || action == MoveNext     ? 1
                     : action == MoveUp || action == MovePrevious ? -1
                                                                  : 0;
    if (step == 0 || !now.isValid())
        return QListView::moveCursor(action, modifiers);
    const QModelIndex next = now.siblingAtRow(now.row() + step);
    return next.isValid() ? next : now;
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
