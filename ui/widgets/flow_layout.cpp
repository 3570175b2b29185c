#include "ui/widgets/flow_layout.h"

#include <QStyle>
#include <QWidget>
#include <algorithm>

namespace mend::ui {

FlowLayout::FlowLayout(QWidget* parent, int gap) : FlowLayout(parent, gap, gap) {}

FlowLayout::FlowLayout(QWidget* parent, int gap, int lineGap)
    : QLayout(parent), m_gap(gap), m_lineGap(lineGap) {
    setContentsMargins(0, 0, 0, 0);
}

FlowLayout::~FlowLayout() {
    qDeleteAll(m_items);
}

void FlowLayout::addItem(QLayoutItem* item) {
    m_items.append(item);
}

int FlowLayout::count() const {
    return int(m_items.size());
}

QLayoutItem* FlowLayout::itemAt(int index) const {
    return m_items.value(index);
}

QLayoutItem* FlowLayout::takeAt(int index) {
    return index >= 0 && index < m_items.size() ? m_items.takeAt(index) : nullptr;
}

int FlowLayout::heightForWidth(int width) const {
    return lay(QRect(0, 0, width, 0), false);
}

void FlowLayout::setGeometry(const QRect& rect) {
    QLayout::setGeometry(rect);
    lay(rect, true);
}

QSize FlowLayout::sizeHint() const {
    return minimumSize();
}

QSize FlowLayout::minimumSize() const {
    QSize size;
    for (const QLayoutItem* item : m_items)
        size = size.expandedTo(item->minimumSize());
    const QMargins margins = contentsMargins();
    return size + QSize(margins.left() + margins.right(), margins.top() + margins.bottom());
}

// What is lower than its neighbours stands in the middle of their line.
void FlowLayout::place(const QList<Placed>& line, int height, const QRect& room) const {
    const auto direction = parentWidget() ? parentWidget()->layoutDirection() : Qt::LeftToRight;
    for (const Placed& each : line) {
        const QRect rect = each.rect.translated(0, (height - each.rect.height()) / 2);
        each.item->setGeometry(QStyle::visualRect(direction, room, rect));
    }
}

// Goes along the lines; gives the height used.
int FlowLayout::lay(const QRect& rect, bool move) const {
    const QRect room = rect.marginsRemoved(contentsMargins());
    QList<Placed> line;
    int x = room.left();
    int y = room.top();
    int lineHeight = 0;
    for (QLayoutItem* item : m_items) {
        if (item->isEmpty())
            continue;
        QSize size = item->sizeHint();
        size.setWidth(std::min(size.width(), room.width()));
        if (item->hasHeightForWidth())
            size.setHeight(item->heightForWidth(size.width()));
        if (x + size.width() > room.right() + 1 && lineHeight > 0) {
            if (move)
                place(line, lineHeight, room);
            line.clear();
            x = room.left();
            y += lineHeight + m_lineGap;
            lineHeight = 0;
        }
        line.append({item, QRect(QPoint(x, y), size)});
        x += size.width() + m_gap;
        lineHeight = std::max(lineHeight, size.height());
    }
    if (move)
        place(line, lineHeight, room);
    return y + lineHeight - rect.top() + contentsMargins().bottom();
}

} // namespace mend::ui
