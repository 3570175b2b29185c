#pragma once
// The seam of gold: how a day's commitments are drawn on the line through the days. Plain
// functions, so that a list's delegate, a grid and a chart all draw the same marks.

#include "core/domain/day_state.h"
#include "ui/theme/tokens.h"

#include <QRectF>
#include <QString>
#include <vector>

class QPainter;

namespace mend::ui {

// A shard: kept and confirmed is filled gold, kept by one's own word a gold outline, partly half
// filled, told first two gold halves 4 px apart, seen differently halves in both hues where the
// line forks, excused a dot. Missed and open days have none. The words are models/day_text.h's.

/// Pixels. A shard's side, the space between two, and the column the seam needs.
inline constexpr int shardSize = 14;
inline constexpr int shardGap = 4;
inline constexpr int seamWidth = 40;
/// At most this many shards a day; the rest is "+n".
inline constexpr int shardsShown = 4;

/// A day's marks for tooltips and screen readers: a sentence for one commitment, which may be open;
/// the marks counted for several.
QString shardsText(const std::vector<DayState>& states);

/// Thickness of the gold between two days, in pixels: 2 for each confirmed shard of the later
/// day, at most 8; 0 means the plain 1-px line.
int seamThickness(const std::vector<DayState>& laterDay);

/// Height that a day's marks take on the seam, in pixels.
int seamHeight(const std::vector<DayState>& states);

void paintShard(QPainter& painter, const QRectF& rect, DayState state, const Tokens& t);

/// One row's piece of the vertical seam, centred in `rect`; the newest day is on top.
struct SeamPiece {
    std::vector<DayState> shards; ///< empty for rows that are not the first of their day
    int above = 0;                ///< thickness towards the later day; 0: 1 px ink-soft
    int below = 0;                ///< thickness towards the earlier day
    bool first = false;           ///< nothing above
    bool last = false;            ///< nothing below
};
void paintSeam(QPainter& painter, const QRectF& rect, const SeamPiece& piece, const Tokens& t);

} // namespace mend::ui
