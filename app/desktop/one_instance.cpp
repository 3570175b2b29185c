#include "app/desktop/one_instance.h"

#include <QCryptographicHash>
#include <QFileInfo>
#include <QLocalSocket>
#include <QStandardPaths>
#include <thread>

namespace mend::desktop {

namespace {

constexpr int hashShown = 16;       // Hex digits.
constexpr int answerWithin = 1'000; // Milliseconds. The first one answers from its event loop.
constexpr auto lookAgainAfter = std::chrono::milliseconds(100);
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
    : QObject(parent), m_name(nameOf(dataFolder)) {
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

bool OneInstance::raiseFirst() {
    QLocalSocket socket;
    socket.connectToServer(m_name);
    return socket.waitForConnected(answerWithin) && socket.waitForReadyRead(answerWithin);
}

// Of two starts at once one has the lock; it goes with its process, also by a crash. The kernel
// knows who holds it: a number of a process means nothing from one sandbox to the next.
bool OneInstance::becomeFirst() {
    auto lock =
        vault::FileLock::take(m_name + QStringLiteral(".lock"), vault::FileLock::Kind::Exclusive);
    m_taken = !lock && lock.error() == vault::VaultError::InUse;
    if (m_taken)
        return false;
    if (lock)
        m_lock = std::move(*lock);
    if (m_server.listen(m_name))
        return true;
    if (m_server.serverError() != QAbstractSocket::AddressInUseError)
        return false;
    m_taken = raiseFirst();
    if (m_taken) {
        m_lock.reset();
        return false;
    }
    // What a crash left behind: nobody answers on it.
    QLocalServer::removeServer(m_name);
    return m_server.listen(m_name);
}

OneInstance::Place OneInstance::findPlace(std::chrono::milliseconds patience) {
    using Clock = std::chrono::steady_clock;
    for (const auto end = Clock::now() + patience; !raiseFirst();) {
        if (becomeFirst() || !m_taken)
            return Place::First;
        if (Clock::now() >= end)
            return Place::Busy;
        std::this_thread::sleep_for(lookAgainAfter);
    }
    return Place::Raised;
}

} // namespace mend::desktop
