#pragma once
// Room for words: what is measured in pixels for the usual letters, and needs more for larger ones.

#include <QFont>

namespace mend::ui {

/// Pixels; as many times more as the system's font is larger than the usual.
int textRoom(int pixels);
int textRoom(int pixels, const QFont& systemFont);

} // namespace mend::ui
