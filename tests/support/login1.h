#pragma once
// A bus of its own with somebody on it who answers as login1's manager does
// (org.freedesktop.login1(5)): gives out a delay of sleep, and knows for how long it is held.

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusUnixFileDescriptor>
#include <QDBusVirtualObject>
#include <QProcess>
#include <QStringList>
#include <poll.h>
#include <unistd.h>

namespace mend::test {

class Login1 : public QDBusVirtualObject {
public:
    Login1() : m_bus(QStringLiteral("none")) {
        m_daemon.start(QStringLiteral("dbus-daemon"),
                       {QStringLiteral("--session"), QStringLiteral("--nofork"),
                        QStringLiteral("--nopidfile"), QStringLiteral("--print-address")});
        m_daemon.waitForReadyRead();
        m_address = QString::fromLatin1(m_daemon.readLine()).trimmed();
        m_bus = QDBusConnection::connectToBus(m_address, QStringLiteral("login1"));
        m_there = m_bus.registerVirtualObject(path(), this) &&
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
        QDBusMessage signal =
            QDBusMessage::createSignal(path(), QStringLiteral("org.freedesktop.login1.Manager"),
                                       QStringLiteral("PrepareForSleep"));
        m_bus.send(signal << goingTo);
    }

    QString introspect(const QString&) const override { return {}; }
    bool handleMessage(const QDBusMessage& message, const QDBusConnection& bus) override {
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
};

} // namespace mend::test
