#pragma once
// The seam of gold: how a day's commitments are drawn on the line through the days. Plain
// functions, so that a list's delegate, a grid and a chart all draw the same marks.

#include "ui/theme/tokens.h"

#include <QList>
#include <QRectF>
#include <QString>

class QPainter;

namespace mend::ui {

enum class ShardState {
    Confirmed,  ///< kept, and the other saw it too: filled gold
    Kept,       ///< kept by one's own word: gold outline
    Partly,     ///< half filled
    MissedTold, ///< not kept, told first: two gold halves, 4 px apart
    Missed,     ///< not kept: no mark
    Differs,    ///< seen differently: halves in both hues, the line forks
    Excused,    ///< a dot
    Open        ///< not answered yet: no mark
};

/// Pixels. A shard's side, the space between two, and the column the seam needs.
inline constexpr int shardSize = 14;
inline constexpr int shardGap = 4;
inline constexpr int seamWidth = 40;
/// At most this many shards a day; the rest is "+n".
inline constexpr int shardsShown = 4;

/// Missed and open days have no mark.
bool hasMark(ShardState state);
/// What a mark means, as a short sentence for tooltips, legends and screen readers.
QString shardText(ShardState state);
/// A day's marks in words: "2 kept and confirmed, 1 partly kept". Empty for none.
QString shardsText(const QList<ShardState>& states);

/// Thickness of the gold between two days, in pixels: 2 for each confirmed shard of the later
/// day, at most 8; 0 means the plain 1-px line.
int seamThickness(const QList<ShardState>& laterDay);

/// Height that a day's marks take on the seam, in pixels.
int seamHeight(const QList<ShardState>& states);

void paintShard(QPainter& painter, const QRectF& rect, ShardState state, const Tokens& t);

/// One row's piece of the vertical seam, centred in `rect`; the newest day is on top.
struct SeamPiece {
    QList<ShardState> shards; ///< empty for rows that are not the first of their day
    int above = 0;            ///< thickness towards the later day; 0: 1 px ink-soft
    int below = 0;            ///< thickness towards the earlier day
    bool first = false;       ///< nothing above
    bool last = false;        ///< nothing below
};
void paintSeam(QPainter& painter, const QRectF& rect, const SeamPiece& piece, const Tokens& t);

} // namespace mend::ui
