#include "ui/window/system_lock.h"

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

SystemLock::SystemLock(QObject* parent, const QDBusConnection& system)
    : QObject(parent), m_bus(system) {}

void SystemLock::start() {
    if (m_bus.isConnected())
        m_bus.connect(login1, login1Path, login1Interface, QStringLiteral("PrepareForSleep"), this,
                      SLOT(onPrepareForSleep(bool)));
    // Desktops send it from one path or the other, and from a service of their own name.
    QDBusConnection session = QDBusConnection::sessionBus();
    if (session.isConnected())
        session.connect({}, {}, screenSaver, QStringLiteral("ActiveChanged"), this,
                        SLOT(onScreenSaver(bool)));
}

// Without it the computer may sleep with the keys still in memory. But whoever looks through this
// computer finds it in a list (systemd-inhibit --list): so only while there are keys, and for a
// reason that every editor has.
void SystemLock::setDelaying(bool on) {
    if (m_delaying == on)
        return;
    m_delaying = on;
    if (on)
        delaySleep();
    else
        m_delay = {};
}

void SystemLock::delaySleep() {
    if (!m_bus.isConnected())
        return;
    QDBusMessage call = QDBusMessage::createMethodCall(login1, login1Path, login1Interface,
                                                       QStringLiteral("Inhibit"));
    call << QStringLiteral("sleep") << QStringLiteral("Mend") << QStringLiteral("Saving")
         << QStringLiteral("delay");
    auto* watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(call, patience), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this,
            [this](QDBusPendingCallWatcher* done) {
                const QDBusPendingReply<QDBusUnixFileDescriptor> reply = *done;
                if (reply.isValid() && m_delaying)
                    m_delay = reply.value();
                done->deleteLater();
            });
}

void SystemLock::onPrepareForSleep(bool goingToSleep) {
    if (!goingToSleep) {
        if (m_delaying)
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
