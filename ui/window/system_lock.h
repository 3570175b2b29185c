#pragma once
// Tells when the computer goes to sleep (login1's PrepareForSleep) or its screen locks
// (org.freedesktop.ScreenSaver's ActiveChanged). Never waits; without a bus it stays silent.

#include <QDBusConnection>
#include <QDBusUnixFileDescriptor>
#include <QObject>

namespace mend::ui {

class SystemLock : public QObject {
    Q_OBJECT
public:
    explicit SystemLock(QObject* parent = nullptr,
                        const QDBusConnection& system = QDBusConnection::systemBus());
    /// Begins to listen.
    void start();
    /// While on, login1 waits with sleeping until whoever listens has locked.
    void setDelaying(bool on);

Q_SIGNALS:
    /// Whoever listens has locked when this returns; the computer waits for that long.
    void lockAsked();

public Q_SLOTS:
    void onPrepareForSleep(bool goingToSleep);
    void onScreenSaver(bool active);

private:
    void delaySleep();

    QDBusConnection m_bus;
    QDBusUnixFileDescriptor m_delay; // login1 waits (a few seconds at most) while it is open
    bool m_delaying = false;
};

} // namespace mend::ui
