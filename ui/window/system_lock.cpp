#include "ui/window/system_lock.h"

#include <QDBusArgument>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>

namespace mend::ui {

namespace {

// org.freedesktop.login1(5): "Signals", "Inhibit()", "User Objects" and "Session Objects".
const auto login1 = QStringLiteral("org.freedesktop.login1");
const auto login1Path = QStringLiteral("/org/freedesktop/login1");
const auto login1Interface = QStringLiteral("org.freedesktop.login1.Manager");
const auto ownUser = QStringLiteral("/org/freedesktop/login1/user/self");
const auto userInterface = QStringLiteral("org.freedesktop.login1.User");
const auto sessionInterface = QStringLiteral("org.freedesktop.login1.Session");
const auto properties = QStringLiteral("org.freedesktop.DBus.Properties");
constexpr int patience = 2'000; // Milliseconds; waited for in the background.

// KDE and others say it by the common name; GNOME, Cinnamon, MATE and Xfce only by their own.
const char* const screenSavers[] = {"org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver",
                                    "org.cinnamon.ScreenSaver", "org.mate.ScreenSaver",
                                    "org.xfce.ScreenSaver"};

} // namespace

SystemLock::SystemLock(QObject* parent, const QDBusConnection& system,
                       const QDBusConnection& session)
    : QObject(parent), m_bus(system), m_session(session) {}

void SystemLock::start() {
    if (m_bus.isConnected()) {
        m_bus.connect(login1, login1Path, login1Interface, QStringLiteral("PrepareForSleep"), this,
                      SLOT(onPrepareForSleep(bool)));
        askForSessions();
    }
    // Desktops send it from one path or the other, and from a service of their own name.
    if (m_session.isConnected())
        for (const char* name : screenSavers)
            m_session.connect({}, {}, QLatin1String(name), QStringLiteral("ActiveChanged"), this,
                              SLOT(onScreenSaver(bool)));
}

void SystemLock::ask(const QDBusMessage& call,
                     const std::function<void(const QDBusPendingCallWatcher&)>& answered) {
    auto* watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(call, patience), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this,
            [answered](QDBusPendingCallWatcher* done) {
                answered(*done);
                done->deleteLater();
            });
}

// --- Sleep ---

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
    ask(call, [this](const QDBusPendingCallWatcher& done) {
        const QDBusPendingReply<QDBusUnixFileDescriptor> reply = done;
        if (reply.isValid() && m_delaying)
            m_delay = reply.value();
    });
}

void SystemLock::onPrepareForSleep(bool goingToSleep) {
    if (!goingToSleep) {
        if (m_delaying)
            delaySleep();
        return;
    }
    Q_EMIT lockAsked();
}

// --- The screen ---

// One's own sessions only: somebody else's locked screen is not Mend's. Which of them a program
// belongs to says nothing: what a desktop's own service manager starts stands outside of every one.
void SystemLock::askForSessions() {
    QDBusMessage call =
        QDBusMessage::createMethodCall(login1, ownUser, properties, QStringLiteral("Get"));
    call << userInterface << QStringLiteral("Sessions");
    ask(call, [this](const QDBusPendingCallWatcher& done) {
        const QDBusPendingReply<QDBusVariant> reply = done;
        if (reply.isValid())
            listenTo(reply.value());
    });
}

void SystemLock::listenTo(const QDBusVariant& sessions) {
    const auto list = sessions.variant().value<QDBusArgument>();
    if (list.currentSignature() != QLatin1String("a(so)"))
        return;
    list.beginArray();
    while (!list.atEnd()) {
        QString id;
        QDBusObjectPath path;
        list.beginStructure();
        list >> id >> path;
        list.endStructure();
        m_bus.connect(login1, path.path(), sessionInterface, QStringLiteral("Lock"), this,
                      SIGNAL(lockAsked()));
        m_bus.connect(login1, path.path(), properties, QStringLiteral("PropertiesChanged"), this,
                      SLOT(onSessionChanged(QString, QVariantMap, QStringList)));
    }
    list.endArray();
}

void SystemLock::onSessionChanged(const QString& interface, const QVariantMap& changed,
                                  const QStringList&) {
    if (interface == sessionInterface && changed.value(QStringLiteral("LockedHint")).toBool())
        Q_EMIT lockAsked();
}

void SystemLock::onScreenSaver(bool active) {
    if (active)
        Q_EMIT lockAsked();
}

} // namespace mend::ui
