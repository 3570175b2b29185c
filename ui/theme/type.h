#pragma once
// The five sizes of text. Inter where it is installed, else the system's font; all sizes grow with
// the size the system's user has chosen.

#include <QFont>

namespace mend::ui {

enum class TextRole { Page, Section, Card, Body, BodyStrong, Caption };

/// Line height over font size: 1.5 for body and caption, 1.25 for headings.
double lineHeight(TextRole role);

/// 1.0 for the usual system font (9 to 11 pt); follows it when it is larger, 2.0 at most.
double textScale(const QFont& systemFont);

/// The font of a role; sized in pixels, so it follows the screen's scale with everything else.
QFont font(TextRole role);

} // namespace mend::ui
