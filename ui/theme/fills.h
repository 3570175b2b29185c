#pragma once
// What controls are filled with when the pointer is over them or they are held down, and the few
// other fills that words or icons stand on. The contrast of each is tested.

#include "ui/theme/tokens.h"

namespace mend::ui {

enum class Touch { None, Over, Down };

/// `rest` as it is while touched: a little darker on light, a little lighter on dark.
QColor touched(const QColor& rest, Touch touch, const Tokens& t);
/// The one filled button.
QColor primaryFill(Touch touch, const Tokens& t);
/// Rows, tabs and items that lie on the page itself, under the pointer.
QColor rowUnderPointer(const Tokens& t);
QColor sideBarUnderPointer(const Tokens& t);
QColor tagUnderPointer(const Tokens& t);
/// A banner that asks for care.
QColor attentionFill(const Tokens& t);
/// Behind text that is marked.
QColor selectionFill(const Tokens& t);

} // namespace mend::ui
