#pragma once
// Mend's icons: one family on a 24-px grid with a 1.75-px stroke, SVG in resources/icons (the
// program compiles icons.qrc in). Drawn in any colour and size, crisp at every screen scale.

#include "ui/theme/tokens.h"

#include <QIcon>
#include <QPixmap>

class QPainter;
class QRectF;

namespace mend::ui {

// clang-format off
enum class IconName {
    Today, Timeline, Commitments, Checklist, Journal, Partner, Settings, Safety, Hide, Lock, Search,
    Add, Close, Check, Back, Next, More, Print, Copy, Eye, EyeOff, Warning, Info
};
// clang-format on
inline constexpr int iconCount = static_cast<int>(IconName::Info) + 1;

/// File name of an icon without folder and ending: "eye-off".
QString iconFile(IconName name);

/// In one colour, for good.
QIcon icon(IconName name, const QColor& color);

/// In a token's colour, looked up whenever it is painted: follows a change of look by itself.
QIcon icon(IconName name, Tone tone = &Tokens::inkSoft);

void paintIcon(QPainter& painter, const QRectF& rect, IconName name, const QColor& color);
QPixmap iconPixmap(IconName name, const QColor& color, int size, double scale = 1.0);

/// The bowl with its seam.
QIcon appIcon();

} // namespace mend::ui
