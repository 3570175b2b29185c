#pragma once
// Paints a row of a TimelineView: the seam with the day's shards, and an entry beside it.

#include "ui/theme/tokens.h"

#include <QStyledItemDelegate>

namespace mend::ui {

class RowLayout;
struct TimelineRow;

class TimelineDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override;
    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    // Over the seam: what the day's marks mean.
    bool helpEvent(QHelpEvent* event, QAbstractItemView* view, const QStyleOptionViewItem& option,
                   const QModelIndex& index) override;

private:
    void paintSeamOf(QPainter& painter, const TimelineRow& row, const RowLayout& layout,
                     const Tokens& t) const;
    void paintCard(QPainter& painter, const TimelineRow& row, const RowLayout& layout,
                   const Tokens& t, bool current) const;
    void paintFoot(QPainter& painter, const TimelineRow& row, const RowLayout& layout,
                   const Tokens& t) const;
};

} // namespace mend::ui
