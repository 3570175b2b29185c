#include "ui/widgets/seam_painter.h"

#include "ui/models/day_text.h"
#include "ui/theme/type.h"

#include <QCoreApplication>
#include <QFontMetricsF>
#include <QGuiApplication>
#include <QPainter>
#include <QPainterPath>
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

std::vector<DayState> marksOf(const std::vector<DayState>& states) {
    std::vector<DayState> marks;
    std::copy_if(states.begin(), states.end(), std::back_inserter(marks), isMarked);
    return marks;
}

bool isForked(const std::vector<DayState>& states) {
    return std::count(states.begin(), states.end(), DayState::Differs) > 0;
}

/// Pixels above and below the marks in which the line parts, besides the usual gap.
int forkRoom(const std::vector<DayState>& states) {
    return isForked(states) ? int(forkReach) - shardGap : 0;
}

double moreHeight() {
    return QFontMetricsF(font(TextRole::Caption)).height();
}

void paintLine(QPainter& painter, double x, double top, double bottom, int gold, const Tokens& t) {
    if (bottom <= top)
        return;
    const int width = std::max(1, gold);
    // On whole pixels, so that a line of 1 px is 1 px, and pieces meet without a slit.
    const int from = qRound(top);
    const bool smooth = painter.testRenderHint(QPainter::Antialiasing);
    painter.setRenderHint(QPainter::Antialiasing, false); // at 150 %, too
    painter.fillRect(QRect(qRound(x - width / 2.0), from, width, qRound(bottom) - from),
                     gold > 0 ? t.gold : t.inkSoft);
    painter.setRenderHint(QPainter::Antialiasing, smooth);
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
QList<Span> paintShards(QPainter& painter, double x, double top, const std::vector<DayState>& marks,
                        const Tokens& t) {
    QList<Span> spans;
    const std::size_t shown = std::min<std::size_t>(marks.size(), shardsShown);
    for (std::size_t i = 0; i < shown; ++i) {
        const QRectF rect(x - shardSize / 2.0, top, shardSize, shardSize);
        paintShard(painter, rect, marks.at(i), t);
        const QRectF used = marks.at(i) == DayState::Excused ? dotIn(rect) : rect;
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

QString shardsText(const std::vector<DayState>& states) {
    return states.size() == 1 ? stateSentence(states.front()) : marksWords(states);
}

int seamThickness(const std::vector<DayState>& laterDay) {
    return int(std::min<std::ptrdiff_t>(
        mostGold, goldOfShard * std::count(laterDay.begin(), laterDay.end(), DayState::Confirmed)));
}

int seamHeight(const std::vector<DayState>& states) {
    const auto marks = int(std::count_if(states.begin(), states.end(), isMarked));
    if (marks == 0)
        return 0;
    const int shown = std::min(marks, shardsShown);
    const int shards = shown * shardSize + (shown - 1) * shardGap + 2 * forkRoom(states);
    return marks > shown ? shards + shardGap + qCeil(moreHeight()) : shards;
}

void paintShard(QPainter& painter, const QRectF& rect, DayState state, const Tokens& t) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const double gap = 4.0 * rect.width() / shardSize;
    switch (state) {
    case DayState::Confirmed:
        painter.fillPath(shardPath(rect), t.gold);
        break;
    case DayState::Kept:
        strokeShard(painter, rect, t.gold);
        break;
    case DayState::Partly: {
        QPainterPath lower;
        lower.addRect(rect.adjusted(0, rect.height() / 2, 0, 0));
        painter.fillPath(shardPath(rect).intersected(lower), t.gold);
        strokeShard(painter, rect, t.gold);
        break;
    }
    case DayState::MissedTold:
        fillHalves(painter, rect, gap, t.gold, t.gold);
        break;
    case DayState::Differs: {
        // You are where reading begins, as on the timeline.
        const bool mirrored = QGuiApplication::isRightToLeft();
        fillHalves(painter, rect, gap / 4, mirrored ? t.partner : t.you,
                   mirrored ? t.you : t.partner);
        break;
    }
    case DayState::Excused:
        painter.setPen(Qt::NoPen);
        painter.setBrush(t.gold);
        painter.drawEllipse(dotIn(rect));
        break;
    case DayState::Missed:
    case DayState::Open:
        break;
    }
    painter.restore();
}

void paintSeam(QPainter& painter, const QRectF& rect, const SeamPiece& piece, const Tokens& t) {
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const double x = rect.center().x();
    const std::vector<DayState> marks = marksOf(piece.shards);
    if (marks.empty()) {
        const double turn = rect.center().y();
        if (!piece.first)
            paintLine(painter, x, rect.top(), turn, piece.above, t);
        if (!piece.last)
            paintLine(painter, x, turn, rect.bottom(), piece.below, t);
        painter.restore();
        return;
    }
    const double top = rect.top() + shardGap + forkRoom(marks);
    const QList<Span> spans = paintShards(painter, x, top, marks, t);
    const bool forked = isForked(marks);
    const double reach = forked ? forkReach : 0.0;
    if (!piece.first)
        paintLine(painter, x, rect.top(), spans.first().top - reach, piece.above, t);
    if (forked)
        paintFork(painter, x, spans.first().top - reach, spans.last().bottom + reach, t);
    else
        for (qsizetype i = 1; i < spans.size(); ++i)
            paintLine(painter, x, spans.at(i - 1).bottom, spans.at(i).top, 0, t);
    if (!piece.last)
        paintLine(painter, x, spans.last().bottom + reach, rect.bottom(), piece.below, t);
    painter.restore();
}

} // namespace mend::ui
