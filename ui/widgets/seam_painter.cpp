#include "ui/widgets/seam_painter.h"

#include "ui/theme/type.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QGuiApplication>
#include <QPainter>
#include <QPainterPath>
#include <QStringList>
#include <algorithm>
#include <array>

namespace mend::ui {
namespace {

struct Seam {
    Q_DECLARE_TR_FUNCTIONS(mend::ui::Seam)
};

constexpr double outline = 1.75;   // Pixels.
constexpr double forkReach = 12.0; // Pixels from the seam to each branch, and the fork's height.
constexpr int goldOfShard = 2;     // Pixels of gold for a confirmed shard.
constexpr int mostGold = 8;        // Pixels.

// A broken piece: five corners in a square of side 1, none of them even.
constexpr std::array<QPointF, 5> corners = {QPointF(0.46, 0.02), QPointF(0.97, 0.30),
                                            QPointF(0.80, 0.94), QPointF(0.24, 0.98),
                                            QPointF(0.03, 0.44)};

constexpr std::array<ShardState, 6> marked = {ShardState::Confirmed,  ShardState::Kept,
                                              ShardState::Partly,     ShardState::Differs,
                                              ShardState::MissedTold, ShardState::Excused};

QPainterPath shardPath(const QRectF& rect) {
    QPolygonF polygon;
    for (const QPointF& corner : corners)
        polygon += rect.topLeft() + QPointF(corner.x() * rect.width(), corner.y() * rect.height());
    QPainterPath path;
    path.addPolygon(polygon);
    path.closeSubpath();
    return path;
}

/// What lies beside a slanting crack of width `gap`, on the left or on the right of it.
QPainterPath besideCrack(const QRectF& rect, double gap, bool left) {
    const double middle = rect.center().x() + (left ? -gap : gap) / 2;
    const double slant = rect.width() * 0.09;
    const double edge = left ? rect.left() - 1 : rect.right() + 1;
    QPainterPath path;
    path.addPolygon(
        QPolygonF({QPointF(edge, rect.top() - 1), QPointF(middle + slant, rect.top() - 1),
                   QPointF(middle - slant, rect.bottom() + 1), QPointF(edge, rect.bottom() + 1)}));
    path.closeSubpath();
    return path;
}

void fillHalves(QPainter& painter, const QRectF& rect, double gap, const QColor& left,
                const QColor& right) {
    const QPainterPath whole = shardPath(rect);
    painter.fillPath(whole.intersected(besideCrack(rect, gap, true)), left);
    painter.fillPath(whole.intersected(besideCrack(rect, gap, false)), right);
}

void strokeShard(QPainter& painter, const QRectF& rect, const QColor& color) {
    const double inset = outline / 2;
    painter.strokePath(shardPath(rect.adjusted(inset, inset, -inset, -inset)),
                       QPen(color, outline, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
}

QRectF dotIn(const QRectF& rect) {
    QRectF dot(0, 0, rect.width() * 0.43, rect.height() * 0.43);
    dot.moveCenter(rect.center());
    return dot;
}

QString countText(ShardState state, int count) {
    switch (state) {
    case ShardState::Confirmed:
        return Seam::tr("%n kept and confirmed", nullptr, count);
    case ShardState::Kept:
        return Seam::tr("%n kept", nullptr, count);
    case ShardState::Partly:
        return Seam::tr("%n partly kept", nullptr, count);
    case ShardState::MissedTold:
        return Seam::tr("%n not kept, told first", nullptr, count);
    case ShardState::Differs:
        return Seam::tr("%n seen differently", nullptr, count);
    case ShardState::Excused:
        return Seam::tr("%n excused", nullptr, count);
    case ShardState::Missed:
    case ShardState::Open:
        break;
    }
    return {};
}

QList<ShardState> marksOf(const QList<ShardState>& states) {
    QList<ShardState> marks;
    std::copy_if(states.begin(), states.end(), std::back_inserter(marks), hasMark);
    return marks;
}

double moreHeight() {
    return QFontMetricsF(font(TextRole::Caption)).height();
}

void paintLine(QPainter& painter, double x, double top, double bottom, int gold, const Tokens& t) {
    if (bottom <= top)
        return;
    const int width = std::max(1, gold);
    // On whole pixels, so that a line of 1 px is 1 px.
    painter.fillRect(QRectF(qRound(x - width / 2.0), top, width, bottom - top),
                     gold > 0 ? t.gold : t.inkSoft);
}

/// Two lines that part above a day's marks and meet again below them.
void paintFork(QPainter& painter, double x, double top, double bottom, const Tokens& t) {
    const double bend = std::min(forkReach, (bottom - top) / 2);
    const bool mirrored = QGuiApplication::isRightToLeft();
    for (const double side : {-1.0, 1.0}) {
        const double away = x + side * forkReach;
        QPainterPath path(QPointF(x, top));
        path.cubicTo(QPointF(x, top + bend / 2), QPointF(away, top + bend / 2),
                     QPointF(away, top + bend));
        path.lineTo(away, bottom - bend);
        path.cubicTo(QPointF(away, bottom - bend / 2), QPointF(x, bottom - bend / 2),
                     QPointF(x, bottom));
        const bool yours = (side < 0) != mirrored;
        painter.strokePath(path, QPen(yours ? t.you : t.partner, 1.5));
    }
}

struct Span {
    double top;
    double bottom;
};

/// The shards of a day from `top` down; returns where each one interrupts the line.
QList<Span> paintShards(QPainter& painter, double x, double top, const QList<ShardState>& marks,
                        const Tokens& t) {
    QList<Span> spans;
    const qsizetype shown = std::min<qsizetype>(marks.size(), shardsShown);
    for (qsizetype i = 0; i < shown; ++i) {
        const QRectF rect(x - shardSize / 2.0, top, shardSize, shardSize);
        paintShard(painter, rect, marks.at(i), t);
        const QRectF used = marks.at(i) == ShardState::Excused ? dotIn(rect) : rect;
        spans += {used.top(), used.bottom()};
        top += shardSize + shardGap;
    }
    if (marks.size() > shown) {
        const QRectF rect(x - seamWidth / 2.0, top, seamWidth, moreHeight());
        painter.setFont(font(TextRole::Caption));
        painter.setPen(t.goldInk);
        painter.drawText(rect, Qt::AlignCenter, Seam::tr("+%1").arg(marks.size() - shown));
        spans += {rect.top(), rect.bottom()};
    }
    return spans;
}

} // namespace

bool hasMark(ShardState state) {
    return state != ShardState::Missed && state != ShardState::Open;
}

QString shardText(ShardState state) {
    switch (state) {
    case ShardState::Confirmed:
        return Seam::tr("Kept, and the other saw it too.");
    case ShardState::Kept:
        return Seam::tr("Kept, by their own word.");
    case ShardState::Partly:
        return Seam::tr("Partly kept.");
    case ShardState::MissedTold:
        return Seam::tr("Not kept, and told first.");
    case ShardState::Missed:
        return Seam::tr("Not kept.");
    case ShardState::Differs:
        return Seam::tr("The two of you saw it differently.");
    case ShardState::Excused:
        return Seam::tr("Excused for that day.");
    case ShardState::Open:
        break;
    }
    return Seam::tr("Not answered yet.");
}

QString shardsText(const QList<ShardState>& states) {
    QStringList parts;
    for (const ShardState state : marked)
        if (const auto count = states.count(state); count > 0)
            parts += countText(state, int(count));
    return parts.join(Seam::tr(", ", "between the marks of a day"));
}

int seamThickness(const QList<ShardState>& laterDay) {
    return int(std::min<qsizetype>(mostGold, goldOfShard * laterDay.count(ShardState::Confirmed)));
}

int seamHeight(const QList<ShardState>& states) {
    const auto marks = int(std::count_if(states.begin(), states.end(), hasMark));
    if (marks == 0)
        return 0;
    const int shown = std::min(marks, shardsShown);
    const int shards = shown * shardSize + (shown - 1) * shardGap;
    return marks > shown ? shards + shardGap + qCeil(moreHeight()) : shards;
}

void paintShard(QPainter& painter, const QRectF& rect, ShardState state, const Tokens& t) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const double gap = 4.0 * rect.width() / shardSize;
    switch (state) {
    case ShardState::Confirmed:
        painter.fillPath(shardPath(rect), t.gold);
        break;
    case ShardState::Kept:
        strokeShard(painter, rect, t.gold);
        break;
    case ShardState::Partly: {
        QPainterPath lower;
        lower.addRect(rect.adjusted(0, rect.height() / 2, 0, 0));
        painter.fillPath(shardPath(rect).intersected(lower), t.gold);
        strokeShard(painter, rect, t.gold);
        break;
    }
    case ShardState::MissedTold:
        fillHalves(painter, rect, gap, t.gold, t.gold);
        break;
    case ShardState::Differs: {
        // You are where reading begins, as on the timeline.
        const bool mirrored = QGuiApplication::isRightToLeft();
        fillHalves(painter, rect, gap / 4, mirrored ? t.partner : t.you,
                   mirrored ? t.you : t.partner);
        break;
    }
    case ShardState::Excused:
        painter.setPen(Qt::NoPen);
        painter.setBrush(t.gold);
        painter.drawEllipse(dotIn(rect));
        break;
    case ShardState::Missed:
    case ShardState::Open:
        break;
    }
    painter.restore();
}

void paintSeam(QPainter& painter, const QRectF& rect, const SeamPiece& piece, const Tokens& t) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const double x = rect.center().x();
    const QList<ShardState> marks = marksOf(piece.shards);
    if (marks.isEmpty()) {
        const double turn = rect.center().y();
        if (!piece.first)
            paintLine(painter, x, rect.top(), turn, piece.above, t);
        if (!piece.last)
            paintLine(painter, x, turn, rect.bottom(), piece.below, t);
        painter.restore();
        return;
    }
    const QList<Span> spans = paintShards(painter, x, rect.top() + shardGap, marks, t);
    const bool forked = marks.contains(ShardState::Differs);
    if (!piece.first)
        paintLine(painter, x, rect.top(), spans.first().top, piece.above, t);
    if (forked)
        paintFork(painter, x, spans.first().top - shardGap, spans.last().bottom + shardGap, t);
    else
        for (qsizetype i = 1; i < spans.size(); ++i)
            paintLine(painter, x, spans.at(i - 1).bottom, spans.at(i).top, 0, t);
    const double end = spans.last().bottom + (forked ? shardGap : 0);
    if (!piece.last)
        paintLine(painter, x, end, rect.bottom(), piece.below, t);
    painter.restore();
}

} // namespace mend::ui
