#pragma once
// A bus of its own with somebody on it who answers as login1's manager does
// (org.freedesktop.login1(5)): gives out a delay of sleep, knows for how long it is held, and names
// the sessions of whoever asks.

#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusMetaType>
#include <QDBusObjectPath>
#include <QDBusUnixFileDescriptor>
#include <QDBusVariant>
#include <QDBusVirtualObject>
#include <QProcess>
#include <QStringList>
#include <poll.h>
#include <unistd.h>

namespace mend::test {

struct SessionOfLogin1 {
    QString id;
    QDBusObjectPath path;
};
inline QDBusArgument& operator<<(QDBusArgument& out, const SessionOfLogin1& session) {
    out.beginStructure();
    out << session.id << session.path;
    out.endStructure();
    return out;
}
inline const QDBusArgument& operator>>(const QDBusArgument& in, SessionOfLogin1& session) {
    in.beginStructure();
    in >> session.id >> session.path;
    in.endStructure();
    return in;
}

class Login1 : public QDBusVirtualObject {
public:
    Login1() : m_bus(QStringLiteral("none")) {
        m_daemon.start(QStringLiteral("dbus-daemon"),
                       {QStringLiteral("--session"), QStringLiteral("--nofork"),
                        QStringLiteral("--nopidfile"), QStringLiteral("--print-address")});
        m_daemon.waitForReadyRead();
        m_address = QString::fromLatin1(m_daemon.readLine()).trimmed();
        m_bus = QDBusConnection::connectToBus(m_address, QStringLiteral("login1"));
        qDBusRegisterMetaType<SessionOfLogin1>();
        qDBusRegisterMetaType<QList<SessionOfLogin1>>();
        m_there = m_bus.registerVirtualObject(path(), this, QDBusConnection::SubPath) &&
                  m_bus.registerService(QStringLiteral("org.freedesktop.login1"));
    }
    ~Login1() override {
        release();
        QDBusConnection::disconnectFromBus(QStringLiteral("login1"));
        m_daemon.terminate();
        m_daemon.waitForFinished();
    }

    /// False where there is no bus to be had.
    bool isThere() const { return m_there; }
    QString address() const { return m_address; }
    /// What was asked for, each as "what who why mode".
    const QStringList& asked() const { return m_asked; }
    /// Whether somebody still holds the last delay.
    bool isHeld() const {
        pollfd end{m_end, POLLIN, 0};
        return m_end >= 0 && poll(&end, 1, 0) == 0;
    }
    void sleep(bool goingTo) {
        say(path(), "org.freedesktop.login1.Manager", "PrepareForSleep", {goingTo});
    }
    /// Any signal, also somebody else's: there is only one bus.
    void say(const QString& from, const char* interface, const char* member,
             const QVariantList& words = {}) {
        QDBusMessage signal =
            QDBusMessage::createSignal(from, QLatin1String(interface), QLatin1String(member));
        signal.setArguments(words);
        m_bus.send(signal);
    }
    /// Of whoever asks; there are others.
    static QString session() { return path() + QStringLiteral("/session/_32"); }
    /// Whether it was asked for.
    bool hasNamedSessions() const { return m_named; }

    QString introspect(const QString&) const override { return {}; }
    bool handleMessage(const QDBusMessage& message, const QDBusConnection& bus) override {
        if (message.member() == QLatin1String("Get"))
            return nameSessions(message, bus);
        if (message.member() != QLatin1String("Inhibit"))
            return false;
        QStringList words;
        for (const QVariant& word : message.arguments())
            words << word.toString();
        m_asked << words.join(u' ');
        release();
        int ends[2];
        if (pipe(ends) != 0)
            return false;
        m_end = ends[0];
        bus.send(message.createReply(QVariant::fromValue(QDBusUnixFileDescriptor(ends[1]))));
        close(ends[1]); // the reply holds its own
        return true;
    }

private:
    static QString path() { return QStringLiteral("/org/freedesktop/login1"); }
    bool nameSessions(const QDBusMessage& message, const QDBusConnection& bus) {
        m_named = true;
        const QList<SessionOfLogin1> own{{QStringLiteral("2"), QDBusObjectPath(session())}};
        return bus.send(
            message.createReply(QVariant::fromValue(QDBusVariant(QVariant::fromValue(own)))));
    }
    void release() {
        if (m_end >= 0)
            close(m_end);
        m_end = -1;
    }

    QProcess m_daemon;
    QString m_address;
    QDBusConnection m_bus;
    QStringList m_asked;
    int m_end = -1; // the other is closed by everybody once nobody holds the delay
    bool m_there = false;
    bool m_named = false;
};

} // namespace mend::test

Q_DECLARE_METATYPE(mend::test::SessionOfLogin1)
