// The floor of sharing a check-in: two processes with a TLS connection on loopback, as Mend's is
// set up. One commits a record's worth of bytes, durably, and sends it; the other commits it and
// sends it back. Prints the milliseconds of each round.
//
//   floor_echo FOLDER ROUNDS

#include "core/crypto/process.h"
#include "core/crypto/tls_identity.h"
#include "core/sync/transport/tls.h"
#include "tests/bench/floor/raw_database.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTcpServer>
#include <QThread>
#include <cstdio>
#include <sys/wait.h>
#include <unistd.h>

using namespace mend;

namespace {

constexpr int recordSize = 700; // Bytes: header and body of a check-in with four short texts.

void commit(bench::RawDatabase& database, const QByteArray& record) {
    database.run("BEGIN IMMEDIATE");
    database.insert(record.constData(), 250, record.constData() + 250, recordSize - 250);
    database.run("COMMIT");
}

QByteArray receive(QSslSocket& socket) {
    QByteArray bytes;
    while (bytes.size() < recordSize && (socket.bytesAvailable() || socket.waitForReadyRead()))
        bytes += socket.read(recordSize - bytes.size());
    return bytes;
}

class Server : public QTcpServer {
public:
    explicit Server(const QSslConfiguration& tls) { socket.setSslConfiguration(tls); }
    QSslSocket socket;

protected:
    void incomingConnection(qintptr descriptor) override {
        socket.setSocketDescriptor(descriptor);
        socket.setPeerVerifyName(crypto::tlsPeerName);
        socket.startServerEncryption();
    }
};

int serve(const QString& path, const QSslConfiguration& tls, int portPipe) {
    bench::RawDatabase database(path.toLocal8Bit().constData());
    Server server(tls);
    server.listen(QHostAddress::LocalHost);
    const quint16 port = server.serverPort();
    if (::write(portPipe, &port, sizeof port) != sizeof port)
        return 1;
    server.waitForNewConnection(10'000);
    server.socket.setSocketOption(QAbstractSocket::LowDelayOption, 1);
    if (!server.socket.waitForEncrypted())
        return 1;
    for (;;) {
        const QByteArray record = receive(server.socket);
        if (record.size() < recordSize)
            return 0;
        commit(database, record);
        server.socket.write(record);
        server.socket.flush();
    }
}

int ask(const QString& path, const QSslConfiguration& tls, quint16 port, int rounds) {
    bench::RawDatabase database(path.toLocal8Bit().constData());
    QSslSocket socket;
    socket.setSslConfiguration(tls);
    socket.setPeerVerifyName(crypto::tlsPeerName);
    socket.connectToHost(QStringLiteral("127.0.0.1"), port);
    if (!socket.waitForConnected())
        return 1;
    socket.setSocketOption(QAbstractSocket::LowDelayOption, 1);
    socket.startClientEncryption();
    if (!socket.waitForEncrypted())
        return 1;
    const QByteArray record(recordSize, 'm');
    for (int round = 0; round < rounds; ++round) {
        QThread::msleep(50); // as people write: not one upon the other
        QElapsedTimer time;
        time.start();
        commit(database, record);
        socket.write(record);
        socket.flush();
        if (receive(socket) != record)
            return 1;
        std::printf("%.3f\n", double(time.nsecsElapsed()) / 1e6);
    }
    return 0;
}

} // namespace

int main(int argc, char** argv) {
    if (argc != 3 || !crypto::initialise())
        return 2;
    const auto alex = crypto::TlsIdentity::generate();
    const auto sam = crypto::TlsIdentity::generate();
    const QString folder = QString::fromLocal8Bit(argv[1]);
    int pipe[2];
    if (::pipe(pipe) != 0)
        return 1;
    const pid_t server = ::fork();
    QCoreApplication app(argc, argv);
    if (server == 0)
        return serve(folder + QStringLiteral("/server.db"),
                     sync::pinnedTls(alex, sam.certificateDer()), pipe[1]);
    quint16 port = 0;
    if (::read(pipe[0], &port, sizeof port) != sizeof port)
        return 1;
    const int asked = ask(folder + QStringLiteral("/client.db"),
                          sync::pinnedTls(sam, alex.certificateDer()), port, std::atoi(argv[2]));
    ::waitpid(server, nullptr, 0);
    return asked;
}
