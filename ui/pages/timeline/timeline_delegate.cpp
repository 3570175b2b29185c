#include "ui/pages/timeline/timeline_delegate.h"

#include "ui/models/day_text.h"
#include "ui/pages/timeline/row_layout.h"
#include "ui/pages/timeline/timeline_view.h"
#include "ui/theme/theme.h"
#include "ui/theme/type.h"
#include "ui/widgets/seam_painter.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>
#include <algorithm>

namespace mend::ui {
namespace {

TimelineRow rowOf(const QModelIndex& index) {
    return index.data(TimelineModel::RowRole).value<TimelineRow>();
}

// The view knows where a row stands among the others.
const TimelineView& viewOf(const QStyleOptionViewItem& option) {
    return *qobject_cast<const TimelineView*>(option.widget);
}

int thickness(int confirmed) {
    return seamThickness(std::vector<DayState>(std::size_t(confirmed), DayState::Confirmed));
}

} // namespace

void TimelineDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option,
                             const QModelIndex& index) const {
    const TimelineRow row = rowOf(index);
    const TimelineView& view = viewOf(option);
    const QRect seamPiece = view.pieceOf(index);
    const RowLayout layout = view.layoutOf(row, index);
    const Tokens& t = tokensOf(option.widget);
    const bool current = option.state.testFlag(QStyle::State_HasFocus);
    painter->save();
    painter->translate(seamPiece.topLeft());
    painter->setRenderHint(QPainter::Antialiasing);
    paintSeamOf(*painter, row, layout, t);
    paintCard(*painter, row, layout, t, current);
    paintFoot(*painter, row, layout, t);
    painter->restore();
}

void TimelineDelegate::paintSeamOf(QPainter& painter, const TimelineRow& row,
                                   const RowLayout& layout, const Tokens& t) const {
    const bool heads = !layout.heading().isNull();
    const int above = thickness(row.confirmedAbove);
    if (heads && !row.first)
        paintSeam(painter, layout.seamOfHeading(), {{}, above, above, false, false}, t);
    const int below = thickness(row.confirmedBelow);
    const SeamPiece piece{row.shards, heads ? row.first ? 0 : above : below, below,
                          row.first && !heads, row.last};
    paintSeam(painter, layout.seam(), piece, t);
    if (!heads)
        return;
    painter.setFont(font(TextRole::BodyStrong));
    const QRect text = painter.boundingRect(layout.heading(), Qt::AlignCenter, row.heading);
    painter.setPen(Qt::NoPen);
    painter.setBrush(t.paper);
    painter.drawRect(text.adjusted(-space::one, -space::half, space::one, space::half));
    painter.setPen(t.ink);
    painter.drawText(layout.heading(), Qt::AlignCenter, row.heading);
}

void TimelineDelegate::paintCard(QPainter& painter, const TimelineRow& row, const RowLayout& layout,
                                 const Tokens& t, bool current) const {
    const QRectF frame = QRectF(layout.card()).adjusted(0.5, 0.5, -0.5, -0.5);
    if (!row.text.quiet) {
        painter.setPen(QPen(t.line, 1));
        painter.setBrush(t.surface);
        painter.drawRoundedRect(frame, radius::card, radius::card);
        painter.setPen(Qt::NoPen);
        painter.setBrush(row.by == mend::Person::Me ? t.you : t.partner);
        painter.drawRoundedRect(layout.bar(), 1.5, 1.5);
    }
    if (current) {
        painter.setPen(QPen(t.you, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(frame.adjusted(0.5, 0.5, -0.5, -0.5), radius::card, radius::card);
    }
    layout.paintText(painter, row.text.quiet ? t.inkSoft : t.ink, t.ink);
}

void TimelineDelegate::paintFoot(QPainter& painter, const TimelineRow& row, const RowLayout& layout,
                                 const Tokens& t) const {
    if (layout.foot().isNull())
        return;
    painter.setFont(font(TextRole::Caption));
    const int side = layout.bar().x() > layout.card().center().x() ? Qt::AlignLeft : Qt::AlignRight;
    QRect foot = layout.foot();
    if (layout.isCut()) {
        const QString more = tr("more …");
        painter.setPen(t.you);
        const QRect used = painter.boundingRect(foot, side | Qt::AlignVCenter, more);
        painter.drawText(foot, side | Qt::AlignVCenter, more);
        if (side == Qt::AlignLeft)
            foot.setLeft(used.right() + space::one);
        else
            foot.setRight(used.left() - space::one);
    }
    painter.setPen(t.inkSoft);
    // Mend's own words, not somebody's: they stand in full where the entry opens.
    const QString remarks =
        painter.fontMetrics().elidedText(remarksLine(row.text), Qt::ElideRight, foot.width());
    painter.drawText(foot, side | Qt::AlignVCenter, remarks);
}

QSize TimelineDelegate::sizeHint(const QStyleOptionViewItem& option,
                                 const QModelIndex& index) const {
    const TimelineView& view = viewOf(option);
    return {view.viewport()->width(), view.placeOf(index).height};
}

bool TimelineDelegate::helpEvent(QHelpEvent* event, QAbstractItemView* view,
                                 const QStyleOptionViewItem& option, const QModelIndex& index) {
    if (event->type() != QEvent::ToolTip || !index.isValid())
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    const TimelineRow row = rowOf(index);
    const QRect seamPiece = viewOf(option).pieceOf(index);
    const RowLayout layout(row, seamPiece.width(), option.direction);
    const QString marks = marksWords(row.shards);
    if (marks.isEmpty() || !layout.seam().translated(seamPiece.topLeft()).contains(event->pos())) {
        QToolTip::hideText();
        return false;
    }
    QToolTip::showText(event->globalPos(), tr("%1: %2").arg(row.heading, marks), view);
    return true;
}

} // namespace mend::ui
