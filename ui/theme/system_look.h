#pragma once
// What the system prefers: light or dark, motion or none. Asks the desktop portal
// (org.freedesktop.portal.Settings) over D-Bus without waiting, and follows its SettingChanged;
// from Qt 6.5 on, the style hints as well. Without either: light, with motion.

#include "ui/theme/tokens.h"

#include <QObject>
#include <QVariant>

class QDBusPendingCallWatcher;
class QDBusVariant;

namespace mend::ui {

class SystemLook : public QObject {
    Q_OBJECT
public:
    explicit SystemLook(QObject* parent = nullptr);

    /// Sends the questions; the answers arrive as changed().
    void start();

    Look look() const { return m_look; }
    bool motion() const { return m_motion; }

    /// One setting of the portal, as it is read or announced. Unknown names are ignored.
    void take(const QString& group, const QString& key, const QVariant& value);

Q_SIGNALS:
    void changed();

private Q_SLOTS:
    void onSettingChanged(const QString& group, const QString& key, const QDBusVariant& value);

private:
    void ask(const QString& group, const QString& key);
    void followStyleHints();
    void setLook(Look look);
    void setMotion(bool motion);

    Look m_look = Look::Light;
    bool m_motion = true;
};

} // namespace mend::ui
