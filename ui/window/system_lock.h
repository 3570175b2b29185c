#pragma once
// Tells when the computer goes to sleep (login1's PrepareForSleep) or its screen locks
// (org.freedesktop.ScreenSaver's ActiveChanged). Never waits; without a bus it stays silent.

#include <QDBusUnixFileDescriptor>
#include <QObject>

namespace mend::ui {

class SystemLock : public QObject {
    Q_OBJECT
public:
    explicit SystemLock(QObject* parent = nullptr);
    /// Begins to listen.
    void start();

Q_SIGNALS:
    /// Whoever listens has locked when this returns; the computer waits for that long.
    void lockAsked();

public Q_SLOTS:
    void onPrepareForSleep(bool goingToSleep);
    void onScreenSaver(bool active);

private:
    void delaySleep();

    QDBusUnixFileDescriptor m_delay; // login1 waits (a few seconds at most) while it is open
    bool m_listening = false;
};

} // namespace mend::ui
