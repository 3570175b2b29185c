#pragma once
// A line of a list: a gold dash, and the words beside it.

class QLayout;

namespace mend::ui {

class WrapLabel;

/// From the dash to the words, in pixels.
int pointIndent();

/// Whoever the layout is added to owns it and the words.
QLayout* point(WrapLabel* words);

} // namespace mend::ui
