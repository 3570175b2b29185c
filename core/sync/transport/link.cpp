#include "core/sync/transport/link.h"

#include "core/crypto/tls_identity.h"
#include "core/sync/transport/raw_socket.h"
#include "core/sync/transport/tls.h"

#include <QNetworkProxy>
#include <QPointer>
#include <QSslCertificate>
#include <chrono>

namespace mend::sync {

namespace {
using namespace std::chrono_literals;
constexpr auto provenWithin = 10s;        // From the first byte to the first message.
constexpr auto lastWordsWithin = 1s;      // After that nobody is left to hear them.
constexpr qint64 readAtOnce = 256 * 1024; // Bytes between two turns of the event loop.
// Bytes. Far more than a history given back in one go; bounds what a partner who asks and never
// reads can make us hold.
constexpr qint64 unsentLimit = 256LL * 1024 * 1024;
} // namespace

Link::Link(Dialled dialled, const QSslConfiguration& tls, std::optional<CertificateHash> expected,
           quint32 longest, QObject* parent)
    : QObject(parent), dialled_(dialled), expected_(expected), reader_(longest) {
    socket_.setProxy(QNetworkProxy::NoProxy);
    socket_.setSslConfiguration(tls);
    socket_.setPeerVerifyName(crypto::tlsPeerName);
    socket_.setReadBufferSize(2 * qint64(longest));
    connect(&socket_, &QSslSocket::encrypted, this, &Link::encrypted);
    connect(&socket_, &QSslSocket::readyRead, this, &Link::readFrames);
    connect(&socket_, &QSslSocket::disconnected, this, &Link::closedByPeer);
    connect(&socket_, &QSslSocket::errorOccurred, this, &Link::closedByPeer);
    // None is ever ignored; while pairing, with nobody trusted yet, Qt tells of them without
    // ending.
    if (expected_)
        connect(&socket_, &QSslSocket::sslErrors, this, &Link::abort);
    connect(&deadline_, &QTimer::timeout, this, [this] {
        timedOut_ = true;
        abort();
    });
    deadline_.setSingleShot(true);
    deadline_.start(provenWithin);
}

Link::~Link() {
    ended_ = true;
    socket_.disconnect(this);
    socket_.abort();
}

void Link::accept(qintptr socket) {
    if (!socket_.setSocketDescriptor(socket)) {
        raw::close(socket);
        end();
        return;
    }
    raw::prepare(socket);
    socket_.startServerEncryption();
}

void Link::dial(const QString& host, quint16 port, Preamble preamble) {
    connect(&socket_, &QSslSocket::connected, this, [this, preamble = std::move(preamble)] {
        const QByteArray first = preamble();
        if (first.isEmpty()) {
            abort();
            return;
        }
        raw::prepare(socket_.socketDescriptor());
        socket_.write(first);
        socket_.startClientEncryption();
    });
    socket_.connectToHost(host, port);
}

void Link::encrypted() {
    const auto peer = peerOf(socket_);
    if (!peer || (expected_ && *peer != *expected_)) {
        abort();
        return;
    }
    peer_ = peer;
    Q_EMIT ready();
}

QByteArray Link::peerCertificateDer() const {
    return socket_.peerCertificate().toDer();
}

void Link::send(QByteArrayView message) {
    if (!peer_ || ended_)
        return;
    socket_.write(frame(message));
    if (socket_.bytesToWrite() + socket_.encryptedBytesToWrite() > unsentLimit)
        QMetaObject::invokeMethod(this, &Link::abort, Qt::QueuedConnection); // not under the sender
}

void Link::readFrames() {
    if (!peer_ || ended_)
        return;
    const auto messages = reader_.feed(socket_.read(readAtOnce));
    if (!messages) {
        brokeRules_ = true;
        abort();
        return;
    }
    const QPointer<Link> alive(this);
    for (const QByteArray& message : *messages) {
        Q_EMIT received(message);
        if (!alive || ended_)
            return;
    }
    if (socket_.bytesAvailable() > 0) // let timers and other sockets have their turn
        QMetaObject::invokeMethod(this, &Link::readFrames, Qt::QueuedConnection);
}

void Link::finish() {
    if (!peer_) { // nothing was said yet, so nothing is to be waited for
        abort();
        return;
    }
    if (ended_)
        return;
    socket_.flush(); // the last words go out even if the event loop gets no further turn
    socket_.disconnectFromHost();
}

void Link::part(std::unique_ptr<Link> link, QObject* owner) {
    Link* last = link.release();
    last->setParent(owner);
    last->disconnect();
    last->finish();
    QTimer::singleShot(lastWordsWithin, last, &QObject::deleteLater);
}

void Link::letGo(std::unique_ptr<Link> link) {
    Link* last = link.release();
    last->disconnect();
    last->abort(); // no connection that comes up now may ask for a preamble
    last->deleteLater();
}

// What came before the end is still to be heard.
void Link::closedByPeer() {
    const QPointer<Link> alive(this);
    while (alive && peer_ && !ended_ && socket_.bytesAvailable() > 0)
        readFrames();
    if (alive)
        end();
}

void Link::abort() {
    if (ended_)
        return;
    socket_.disconnect(this);
    socket_.abort();
    end();
}

void Link::end() {
    if (std::exchange(ended_, true))
        return;
    deadline_.stop();
    Q_EMIT closed();
}

} // namespace mend::sync
