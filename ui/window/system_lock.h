#pragma once
// Tells when the computer goes to sleep, or its screen locks: login1's PrepareForSleep, and Lock
// and LockedHint of one's own sessions; ActiveChanged of the desktop's ScreenSaver. Never waits;
// without a bus it stays silent.

#include <QDBusConnection>
#include <QDBusUnixFileDescriptor>
#include <QObject>
#include <QVariantMap>
#include <functional>

class QDBusMessage;
class QDBusPendingCallWatcher;
class QDBusVariant;

namespace mend::ui {

class SystemLock : public QObject {
    Q_OBJECT
public:
    explicit SystemLock(QObject* parent = nullptr,
                        const QDBusConnection& system = QDBusConnection::systemBus(),
                        const QDBusConnection& session = QDBusConnection::sessionBus());
    /// Begins to listen.
    void start();
    /// While on, login1 waits with sleeping until whoever listens has locked.
    void setDelaying(bool on);

Q_SIGNALS:
    /// The computer waits with sleeping until whoever listens has locked, and says so by
    /// setDelaying(false).
    void lockAsked();

public Q_SLOTS:
    void onPrepareForSleep(bool goingToSleep);
    void onScreenSaver(bool active);
    void onSessionChanged(const QString& interface, const QVariantMap& changed,
                          const QStringList& invalidated);

private:
    void delaySleep();
    void askForSessions();
    void listenTo(const QDBusVariant& sessions);
    void ask(const QDBusMessage& call,
             const std::function<void(const QDBusPendingCallWatcher&)>& answered);

    QDBusConnection m_bus;
    QDBusConnection m_session;
    QDBusUnixFileDescriptor m_delay; // login1 waits (a few seconds at most) while it is open
    bool m_delaying = false;
};

} // namespace mend::ui
