#include "core/sync/transport/raw_socket.h"

#include <cerrno>

#ifdef Q_OS_WIN
#include <winsock2.h>
#else
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <unistd.h>
#endif

namespace mend::sync::raw {

Read readNow(qintptr socket, qsizetype most, QByteArray& into) {
    QByteArray piece(most, Qt::Uninitialized);
#ifdef Q_OS_WIN
    const int got = ::recv(SOCKET(socket), piece.data(), int(most), 0);
    const bool later = got < 0 && WSAGetLastError() == WSAEWOULDBLOCK;
#else
    const ssize_t got = ::recv(int(socket), piece.data(), std::size_t(most), MSG_DONTWAIT);
    const bool later = got < 0 && (errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR);
#endif
    if (later)
        return Read::Nothing;
    if (got <= 0)
        return Read::Closed;
    into.append(piece.constData(), qsizetype(got));
    return Read::Some;
}

void close(qintptr socket) {
#ifdef Q_OS_WIN
    ::closesocket(SOCKET(socket));
#else
    ::close(int(socket));
#endif
}

void prepare(qintptr socket) {
#ifdef Q_OS_WIN
    const auto set = [socket](int level, int option, int value) {
        ::setsockopt(SOCKET(socket), level, option, reinterpret_cast<const char*>(&value),
                     sizeof value);
    };
#else
    const auto set = [socket](int level, int option, int value) {
        ::setsockopt(int(socket), level, option, &value, sizeof value);
    };
#endif
    set(IPPROTO_TCP, TCP_NODELAY, 1);
#ifdef Q_OS_LINUX
    set(SOL_SOCKET, SO_KEEPALIVE, 1);
    set(IPPROTO_TCP, TCP_KEEPIDLE, 30); // Seconds. Two idle computers exchange few bytes.
    set(IPPROTO_TCP, TCP_KEEPINTVL, 5); // Seconds.
    set(IPPROTO_TCP, TCP_KEEPCNT, 3);
    set(IPPROTO_TCP, TCP_USER_TIMEOUT,
        20'000); // Milliseconds that sent bytes may stay unacknowledged.
#endif
}

} // namespace mend::sync::raw
