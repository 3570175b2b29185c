#include "app/desktop/one_instance.h"

#include <QCryptographicHash>
#include <QFileInfo>
#include <QLocalSocket>
#include <QStandardPaths>

namespace mend::desktop {

namespace {

constexpr int hashShown = 16; // Hex digits.
const QByteArray greeting = QByteArrayLiteral("raise\n");

// In a Flatpak each start has a runtime folder of its own; this part of it they share
// (docs.flatpak.org, "Sandbox Permissions").
QString runtimeFolder() {
    const QString own = QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation);
    const QString app = qEnvironmentVariable("FLATPAK_ID");
    const QString shared = own + QStringLiteral("/app/") + app;
    return !app.isEmpty() && QFileInfo(shared).isDir() ? shared : own;
}

// One folder reached by two paths is one vault.
QString nameOf(const QString& folder) {
    const QString real = QFileInfo(folder).canonicalFilePath();
    const QByteArray path = (real.isEmpty() ? folder : real).toUtf8();
    const QByteArray hash = QCryptographicHash::hash(path, QCryptographicHash::Sha256).toHex();
    return runtimeFolder() + QStringLiteral("/mend-") + QString::fromLatin1(hash.left(hashShown));
}

} // namespace

OneInstance::OneInstance(const QString& dataFolder, QObject* parent)
    : QObject(parent), m_name(nameOf(dataFolder)), m_lock(m_name + QStringLiteral(".lock")) {
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, [this] {
        while (QLocalSocket* caller = m_server.nextPendingConnection()) {
            connect(caller, &QLocalSocket::disconnected, caller, &QObject::deleteLater);
            caller->write(greeting);
            caller->disconnectFromServer();
            Q_EMIT raiseAsked();
        }
    });
}

bool OneInstance::raiseFirst(std::chrono::milliseconds patience) {
    QLocalSocket socket;
    socket.connectToServer(m_name);
    const int wait = int(patience.count());
    return socket.waitForConnected(wait) && socket.waitForReadyRead(wait);
}

// Of two starts at once one has the lock; it goes with its process, also by a crash.
bool OneInstance::becomeFirst() {
    m_lock.setStaleLockTime(0);
    m_taken = !m_lock.tryLock(0) && m_lock.error() == QLockFile::LockFailedError;
    if (m_taken)
        return false;
    if (m_server.listen(m_name))
        return true;
    if (m_server.serverError() != QAbstractSocket::AddressInUseError)
        return false;
    m_taken = raiseFirst();
    if (m_taken)
        return false;
    // What a crash left behind: nobody answers on it.
    QLocalServer::removeServer(m_name);
    return m_server.listen(m_name);
}

} // namespace mend::desktop
