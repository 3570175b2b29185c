#include "ui/theme/control_painter.h"

#include "ui/theme/fills.h"

#include <QPainter>
#include <QPainterPath>
#include <algorithm>

namespace mend::ui {
namespace {

bool has(const QStyleOption& option, QStyle::StateFlag flag) {
    return option.state & flag;
}

QColor ifEnabled(const QStyleOption& option, const QColor& color, const Tokens& t) {
    return has(option, QStyle::State_Enabled) ? color : mix(t.surface, color, 0.45);
}

/// How strongly a control answers to the pointer.
Touch touch(const QStyleOption& option) {
    if (!has(option, QStyle::State_Enabled))
        return Touch::None;
    if (has(option, QStyle::State_Sunken))
        return Touch::Down;
    return has(option, QStyle::State_MouseOver) ? Touch::Over : Touch::None;
}

} // namespace

void paintBox(QPainter& painter, const QRectF& rect, double corner, const QColor& fill,
              const QColor& border, double width) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(border.isValid() ? QPen(border, width) : QPen(Qt::NoPen));
    painter.setBrush(fill.isValid() ? QBrush(fill) : QBrush(Qt::NoBrush));
    const double inset = border.isValid() ? width / 2 : 0.0;
    painter.drawRoundedRect(rect.adjusted(inset, inset, -inset, -inset), corner - inset,
                            corner - inset);
    painter.restore();
}

void paintFocusRing(QPainter& painter, const QRectF& rect, const Tokens& t) {
    paintBox(painter, rect, radius::control + 4, {}, t.you, 2.0);
}

void paintChevron(QPainter& painter, const QRectF& rect, Qt::ArrowType arrow, const QColor& color) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(rect.center());
    painter.rotate(arrow == Qt::UpArrow      ? 180
                   : arrow == Qt::LeftArrow  ? 90
                   : arrow == Qt::RightArrow ? -90
                                             : 0);
    painter.setPen(QPen(color, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.drawPolyline(QPolygonF({QPointF(-4, -2), QPointF(0, 2), QPointF(4, -2)}));
    painter.restore();
}

void paintButton(QPainter& painter, const QStyleOption& option, ButtonKind kind, const Tokens& t) {
    if (kind == ButtonKind::Link)
        return;
    const QRectF rect = option.rect;
    const Touch now = touch(option);
    const bool on = has(option, QStyle::State_On);
    if (kind == ButtonKind::Primary) {
        const QColor fill = primaryFill(now, t);
        paintBox(painter, rect, radius::control,
                 has(option, QStyle::State_Enabled) ? fill : mix(t.paper, t.you, 0.38), {});
    } else if (kind == ButtonKind::Quiet) {
        if (now != Touch::None || on)
            paintBox(painter, rect, radius::control, on ? t.youSoft : touched(t.surface, now, t),
                     {});
    } else {
        const QColor base = on ? t.youSoft : t.surface;
        const QColor border = on ? t.you : t.fieldBorder;
        paintBox(painter, rect, radius::control, touched(base, now, t),
                 ifEnabled(option, border, t));
    }
}

bool isUnderlined(const QStyleOption& option, ButtonKind kind) {
    return kind == ButtonKind::Link && touch(option) != Touch::None;
}

QColor buttonText(const QStyleOption& option, ButtonKind kind, const Tokens& t) {
    if (kind == ButtonKind::Primary)
        return t.onYou;
    const bool isWords = kind == ButtonKind::Quiet || kind == ButtonKind::Link;
    return ifEnabled(option, isWords ? t.you : t.ink, t);
}

void paintToolButton(QPainter& painter, const QStyleOption& option, const Tokens& t) {
    const bool on = has(option, QStyle::State_On);
    if (on || touch(option) != Touch::None)
        paintBox(painter, option.rect, radius::control,
                 on ? t.youSoft : touched(t.surface, touch(option), t), {});
}

void paintField(QPainter& painter, const QStyleOption& option, const Tokens& t) {
    const bool enabled = has(option, QStyle::State_Enabled);
    const bool focus = enabled && has(option, QStyle::State_HasFocus);
    const QColor border = focus                                             ? t.you
                          : enabled && has(option, QStyle::State_MouseOver) ? t.inkSoft
                                                                            : t.fieldBorder;
    paintBox(painter, option.rect, radius::control, enabled ? t.surface : t.paper,
             ifEnabled(option, border, t), focus ? 1.75 : 1.0);
}

void paintCheck(QPainter& painter, const QStyleOption& option, const Tokens& t) {
    const bool on = has(option, QStyle::State_On);
    const bool part = has(option, QStyle::State_NoChange);
    const QColor fill = on || part ? t.you : touched(t.surface, touch(option), t);
    paintBox(painter, option.rect, radius::small + 1, ifEnabled(option, fill, t),
             ifEnabled(option, on || part ? t.you : t.fieldBorder, t), on || part ? 1.0 : 1.25);
    if (!on && !part)
        return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(QRectF(option.rect).center());
    painter.setPen(QPen(t.onYou, 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    if (part)
        painter.drawLine(QPointF(-4, 0), QPointF(4, 0));
    else
        painter.drawPolyline(QPolygonF({QPointF(-4, 0.2), QPointF(-1.2, 3), QPointF(4, -3)}));
    painter.restore();
}

void paintRadio(QPainter& painter, const QStyleOption& option, const Tokens& t) {
    const bool on = has(option, QStyle::State_On);
    const QRectF rect = option.rect;
    paintBox(painter, rect, rect.width() / 2, touched(t.surface, touch(option), t),
             ifEnabled(option, on ? t.you : t.fieldBorder, t), on ? 1.75 : 1.25);
    if (on)
        paintBox(painter, rect.adjusted(5, 5, -5, -5), rect.width() / 2 - 5,
                 ifEnabled(option, t.you, t), {});
}

void paintTab(QPainter& painter, const QStyleOptionTab& option, const Tokens& t) {
    const QRectF rect = option.rect;
    if (touch(option) != Touch::None && !has(option, QStyle::State_Selected))
        paintBox(painter, rect.adjusted(0, 4, 0, -4), radius::control, rowUnderPointer(t), {});
    if (has(option, QStyle::State_Selected))
        painter.fillRect(QRectF(rect.left(), rect.bottom() - 2, rect.width(), 2), t.you);
}

void paintItem(QPainter& painter, const QStyleOptionViewItem& option, const Tokens& t) {
    const bool selected = has(option, QStyle::State_Selected);
    if (!selected && !has(option, QStyle::State_MouseOver))
        return;
    paintBox(painter, QRectF(option.rect).adjusted(2, 1, -2, -1), 6,
             selected ? t.youSoft : mix(t.surface, t.ink, 0.05), {});
}

void paintMenuItem(QPainter& painter, const QStyleOptionMenuItem& option, const Tokens& t) {
    const QRect rect = option.rect;
    if (option.menuItemType == QStyleOptionMenuItem::Separator) {
        painter.fillRect(rect.left() + 8, rect.center().y(), rect.width() - 16, 1, t.line);
        return;
    }
    if (has(option, QStyle::State_Selected) && has(option, QStyle::State_Enabled))
        paintBox(painter, QRectF(rect).adjusted(4, 0, -4, 0), 6, t.youSoft, {});
    const Qt::LayoutDirection way = option.direction;
    const auto placed = [&](const QRect& r) { return QStyle::visualRect(way, rect, r); };
    const QRect glyph(rect.left() + 12, rect.center().y() - 9, 18, 18);
    if (option.checkType != QStyleOptionMenuItem::NotCheckable && option.checked) {
        painter.save();
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(t.you, 2, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.translate(placed(glyph).center());
        painter.drawPolyline(QPolygonF({QPointF(-4, 0), QPointF(-1, 3), QPointF(5, -4)}));
        painter.restore();
    } else if (!option.icon.isNull()) {
        option.icon.paint(&painter, placed(glyph), Qt::AlignCenter,
                          has(option, QStyle::State_Enabled) ? QIcon::Normal : QIcon::Disabled);
    }
    const QStringList parts = option.text.split(u'\t');
    const QRect text = rect.adjusted(40, 0, -28, 0);
    painter.setPen(ifEnabled(option, t.ink, t));
    const auto flags = [way](Qt::Alignment side) {
        return int(QStyle::visualAlignment(way, side) | Qt::AlignVCenter) | Qt::TextShowMnemonic |
               Qt::TextSingleLine;
    };
    painter.drawText(placed(text), flags(Qt::AlignLeft), parts.value(0));
    painter.setPen(ifEnabled(option, t.inkSoft, t));
    painter.drawText(placed(text), flags(Qt::AlignRight), parts.value(1));
    if (option.menuItemType == QStyleOptionMenuItem::SubMenu)
        paintChevron(painter, placed(QRect(rect.right() - 24, rect.top(), 16, rect.height())),
                     way == Qt::RightToLeft ? Qt::LeftArrow : Qt::RightArrow, t.inkSoft);
}

void paintProgress(QPainter& painter, const QStyleOptionProgressBar& option, const Tokens& t) {
    QRectF groove(option.rect.left(), option.rect.center().y() - 2.5, option.rect.width(), 6);
    paintBox(painter, groove, 3, mix(t.surface, t.ink, 0.1), {});
    const int span = option.maximum - option.minimum;
    if (span <= 0)
        return;
    const double done = std::clamp(double(option.progress - option.minimum) / span, 0.0, 1.0);
    QRectF filled = groove;
    filled.setWidth(std::max(6.0, groove.width() * done));
    if (option.direction == Qt::RightToLeft)
        filled.moveRight(groove.right());
    if (done > 0)
        paintBox(painter, filled, 3, t.gold, {});
}

void paintScrollBar(QPainter& painter, const QStyleOptionSlider& option, const QRect& handle,
                    const Tokens& t) {
    if (option.maximum <= option.minimum)
        return;
    QRectF bar = handle;
    constexpr double thick = 6;
    if (option.orientation == Qt::Vertical)
        bar = QRectF(bar.center().x() - thick / 2, bar.top() + 2, thick, bar.height() - 4);
    else
        bar = QRectF(bar.left() + 2, bar.center().y() - thick / 2, bar.width() - 4, thick);
    const bool held = has(option, QStyle::State_MouseOver) || has(option, QStyle::State_Sunken);
    paintBox(painter, bar, thick / 2, mix(t.paper, t.fieldBorder, held ? 1.0 : 0.6), {});
}

} // namespace mend::ui
