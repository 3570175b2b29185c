#include "ui/window/system_lock.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>

namespace mend::ui {

namespace {

// org.freedesktop.login1(5), "Signals" and "Inhibit()".
const auto login1 = QStringLiteral("org.freedesktop.login1");
const auto login1Path = QStringLiteral("/org/freedesktop/login1");
const auto login1Interface = QStringLiteral("org.freedesktop.login1.Manager");
const auto screenSaver = QStringLiteral("org.freedesktop.ScreenSaver");
constexpr int patience = 2'000; // Milliseconds; waited for in the background.

} // namespace

SystemLock::SystemLock(QObject* parent) : QObject(parent) {}

void SystemLock::start() {
    m_listening = true;
    QDBusConnection system = QDBusConnection::systemBus();
    if (system.isConnected()) {
        system.connect(login1, login1Path, login1Interface, QStringLiteral("PrepareForSleep"), this,
                       SLOT(onPrepareForSleep(bool)));
        delaySleep();
    }
    // Desktops send it from one path or the other, and from a service of their own name.
    QDBusConnection session = QDBusConnection::sessionBus();
    if (session.isConnected())
        session.connect({}, {}, screenSaver, QStringLiteral("ActiveChanged"), this,
                        SLOT(onScreenSaver(bool)));
}

// Without it the computer may sleep with the keys still in memory.
void SystemLock::delaySleep() {
    QDBusMessage call = QDBusMessage::createMethodCall(login1, login1Path, login1Interface,
                                                       QStringLiteral("Inhibit"));
    call << QStringLiteral("sleep") << QStringLiteral("Mend") << QStringLiteral("Locking")
         << QStringLiteral("delay");
    auto* watcher =
        new QDBusPendingCallWatcher(QDBusConnection::systemBus().asyncCall(call, patience), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this,
            [this](QDBusPendingCallWatcher* done) {
                const QDBusPendingReply<QDBusUnixFileDescriptor> reply = *done;
                if (reply.isValid())
                    m_delay = reply.value();
                done->deleteLater();
            });
}

void SystemLock::onPrepareForSleep(bool goingToSleep) {
    if (!goingToSleep) {
        if (m_listening)
            delaySleep();
        return;
    }
    Q_EMIT lockAsked();
    m_delay = {};
}

void SystemLock::onScreenSaver(bool active) {
    if (active)
        Q_EMIT lockAsked();
}

} // namespace mend::ui
