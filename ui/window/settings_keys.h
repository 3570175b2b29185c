#pragma once
// Names of Workspace::setting(): what one person chose on this computer. Nothing of it is outside
// the vault.

#include <QByteArray>
#include <QString>
#include <chrono>
#include <optional>

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

inline constexpr std::chrono::minutes autoLockDefault{5};
/// What autoLockMinutes() says; the default for what is absent, or no number.
inline std::chrono::minutes autoLockTime(const std::optional<QByteArray>& value) {
    bool ok = false;
    const int minutes = value ? value->toInt(&ok) : 0;
    return ok && minutes >= 0 ? std::chrono::minutes(minutes) : autoLockDefault;
}

} // namespace mend::ui::settings
