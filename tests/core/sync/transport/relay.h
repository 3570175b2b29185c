#pragma once
// Stands between a client and a server on this machine: sees what the client sends, and can hold it
// back to hand it over in one piece.

#include <QTcpServer>
#include <QTcpSocket>
#include <memory>
#include <vector>

namespace mend::test {

class Relay : public QTcpServer {
public:
    // Hands over nothing of a client's before it has sent `holdUntil` bytes.
    Relay(quint16 to, qsizetype holdUntil) : to_(to), hold_(holdUntil) {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this] { take(nextPendingConnection()); });
    }
    QByteArray fromClient; // of the last client
    QByteArray fromServer;

private:
    void take(QTcpSocket* client) {
        fromClient.clear();
        auto* server = new QTcpSocket(client);
        server->connectToHost(QHostAddress::LocalHost, to_);
        const auto forward = [this, client, server] {
            fromClient += client->readAll();
            if (fromClient.size() < hold_ || server->state() != QTcpSocket::ConnectedState)
                return;
            server->write(fromClient.sliced(sent_));
            sent_ = fromClient.size();
        };
        sent_ = 0;
        connect(client, &QTcpSocket::readyRead, server, forward);
        connect(server, &QTcpSocket::connected, server, forward);
        connect(server, &QTcpSocket::readyRead, client, [this, client, server] {
            const QByteArray bytes = server->readAll();
            fromServer += bytes;
            client->write(bytes);
        });
        connect(server, &QTcpSocket::disconnected, client, &QTcpSocket::disconnectFromHost);
        connect(client, &QTcpSocket::disconnected, server, &QTcpSocket::disconnectFromHost);
    }
    quint16 to_;
    qsizetype hold_;
    qsizetype sent_ = 0;
};

} // namespace mend::test
