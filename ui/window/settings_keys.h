#pragma once
// Names of Workspace::setting(): what one person chose on this computer. Nothing of it is outside
// the vault.

#include <QString>

namespace mend::ui::settings {

/// QWidget::saveGeometry().
inline QString windowGeometry() {
    return QStringLiteral("window/geometry");
}
/// Minutes without input until Mend locks, in digits; "0": never; absent: autoLockDefault.
inline QString autoLockMinutes() {
    return QStringLiteral("lock/minutes");
}
/// "light" or "dark"; absent: as the system.
inline QString look() {
    return QStringLiteral("look");
}
/// "off"; absent: as the system.
inline QString motion() {
    return QStringLiteral("motion");
}
/// "1": a recovery code was shown, and not yet said to be kept (code_kept.h).
inline QString codeUnkept() {
    return QStringLiteral("recovery/unkept");
}

inline constexpr int autoLockDefault = 5; ///< minutes

} // namespace mend::ui::settings
