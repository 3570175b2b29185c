#pragma once
// One TLS connection that carries frames. It is ready once the handshake is over and the other's
// certificate is the expected one (or, while pairing, any). A TLS 1.3 client is ready before the
// server has judged it: only a message that came in proves the connection.

#include "core/base/bytes.h"
#include "core/sync/frame.h"

#include <QHostAddress>
#include <QObject>
#include <QSslConfiguration>
#include <QSslSocket>
#include <QTimer>
#include <functional>
#include <memory>
#include <optional>

namespace mend::sync {

class Link : public QObject {
    Q_OBJECT
public:
    enum class Dialled { ByMe, ByThem };
    // `expected`: the only certificate that will do; nothing while pairing.
    Link(Dialled dialled, const QSslConfiguration& tls, std::optional<CertificateHash> expected,
         quint32 longest, QObject* parent = nullptr);
    ~Link() override;

    // Takes over a socket whose preamble was read.
    void accept(qintptr socket);
    // Connects, sends the preamble as it is, then starts TLS. The preamble is made once connected:
    // its counter may not be older than that of a beacon sent meanwhile. Empty: gives up.
    using Preamble = std::function<QByteArray()>;
    void dial(const QString& host, quint16 port, Preamble preamble);

    // Ends the link if the other has long taken nothing of what was sent.
    void send(QByteArrayView message);
    // Sends what is still waiting, then closes. `closed` follows.
    void finish();
    // Drops a link at once, from within its own signals too; it tells nobody.
    static void letGo(std::unique_ptr<Link> link);
    // For an owner that lets go of a link: what was sent last still goes out, then it is closed and
    // deleted; at the latest with its owner.
    static void part(std::unique_ptr<Link> link, QObject* owner);
    // At once, and silently.
    void abort();
    // The time for becoming proven is over or no longer matters.
    void stopDeadline() { deadline_.stop(); }

    // What came was no frame.
    bool brokeRules() const { return brokeRules_; }
    // The time for becoming proven was over before the other had said what it takes.
    bool timedOut() const { return timedOut_; }
    Dialled dialled() const { return dialled_; }
    bool isReady() const { return peer_.has_value(); }
    const CertificateHash& peer() const { return *peer_; } // once ready
    QByteArray peerCertificateDer() const;                 // once ready
    QHostAddress address() const { return socket_.peerAddress(); }
    quint16 port() const { return socket_.peerPort(); }

Q_SIGNALS:
    void ready();
    void received(const QByteArray& message);
    void closed(); // once; the link is of no use afterwards

private:
    void encrypted();
    void readFrames();
    void closedByPeer();
    void end();

    Dialled dialled_;
    std::optional<CertificateHash> expected_;
    QSslSocket socket_;
    FrameReader reader_;
    QTimer deadline_;
    std::optional<CertificateHash> peer_;
    bool brokeRules_ = false;
    bool timedOut_ = false;
    bool ended_ = false;
};

} // namespace mend::sync
