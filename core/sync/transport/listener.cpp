#include "core/sync/transport/listener.h"

#include "core/sync/transport/raw_socket.h"

#include <QNetworkInterface>
#include <QNetworkProxy>
#include <algorithm>
#include <chrono>

#ifdef Q_OS_WIN
#include <winsock2.h>
#include <ws2tcpip.h>
#else
#include <netinet/in.h>
#include <sys/socket.h>
#endif

namespace mend::sync {

namespace {

using namespace std::chrono_literals;
constexpr auto preambleWithin = 2s;

QHostAddress peerOf(qintptr socket) {
    sockaddr_storage storage{};
    socklen_t size = sizeof storage;
    auto* address = reinterpret_cast<sockaddr*>(&storage);
    if (::getpeername(int(socket), address, &size) != 0)
        return {};
    QHostAddress peer(address);
    // QHostAddress leaves out which link a link-local address is of; without it nobody can be
    // dialled.
    if (storage.ss_family == AF_INET6)
        if (const auto link = reinterpret_cast<sockaddr_in6*>(&storage)->sin6_scope_id)
            peer.setScopeId(QNetworkInterface::interfaceNameFromIndex(int(link)));
    return peer;
}

// Those who can take any number of addresses count as one: an IPv6 /64.
QString blockOf(const QHostAddress& address) {
    bool isV4 = false;
    const quint32 v4 = address.toIPv4Address(&isV4);
    if (isV4)
        return QHostAddress(v4).toString();
    Q_IPV6ADDR v6 = address.toIPv6Address();
    std::fill(std::begin(v6.c) + 8, std::end(v6.c), quint8(0));
    return QHostAddress(v6).toString();
}

} // namespace

struct Listener::Waiting {
    qintptr socket;
    QHostAddress address;
    QString block;
    QByteArray preamble;
    std::unique_ptr<QSocketNotifier> notifier;
    std::unique_ptr<QTimer> deadline;
};

Listener::Listener(Judge judge, QObject* parent) : QTcpServer(parent), judge_(std::move(judge)) {
    setProxy(QNetworkProxy::NoProxy);
}

Listener::~Listener() {
    stop();
}

void Listener::stop() {
    close();
    while (!waiting_.empty())
        drop(waiting_.front().get());
}

bool Listener::start(const QHostAddress& address, const std::vector<quint16>& ports, bool any) {
    const QHostAddress where = address.isNull() ? QHostAddress(QHostAddress::Any) : address;
    const auto listens = [&](quint16 port) { return listen(where, port); };
    return std::any_of(ports.begin(), ports.end(), listens) || (any && listen(where, 0));
}

void Listener::incomingConnection(qintptr socket) {
    const QHostAddress address = peerOf(socket);
    const QString block = blockOf(address);
    makeRoom(block);
    if (!isListening()) { // stopped by what came from the one whose turn it was to go
        raw::close(socket);
        return;
    }
    auto waiting = std::make_unique<Waiting>();
    Waiting* raw = waiting.get();
    raw->socket = socket;
    raw->address = address;
    raw->block = block;
    raw->notifier = std::make_unique<QSocketNotifier>(socket, QSocketNotifier::Read);
    connect(raw->notifier.get(), &QSocketNotifier::activated, this, [this, raw] { readSome(raw); });
    raw->deadline = std::make_unique<QTimer>();
    raw->deadline->setSingleShot(true);
    connect(raw->deadline.get(), &QTimer::timeout, this, [this, raw] { drop(raw); });
    raw->deadline->start(preambleWithin);
    waiting_.push_back(std::move(waiting));
    readSome(raw); // the partner's preamble is often there already
}

// Who holds the most places gives one up: a crowd from few addresses pushes itself out, and not the
// partner, who has one.
void Listener::makeRoom(const QString& block) {
    if (placesOf(block) >= unprovenPerAddressLimit)
        pushOut(oldestOf(block));
    else if (waiting_.size() >= unprovenLimit)
        pushOut(std::max_element(waiting_.begin(), waiting_.end(),
                                 [this](const auto& a, const auto& b) {
                                     return placesOf(a->block) < placesOf(b->block);
                                 })
                    ->get()); // the first of equals: the oldest
}

int Listener::placesOf(const QString& block) const {
    return int(std::count_if(waiting_.begin(), waiting_.end(),
                             [&](const auto& w) { return w->block == block; }));
}

Listener::Waiting* Listener::oldestOf(const QString& block) const {
    const auto at = std::find_if(waiting_.begin(), waiting_.end(),
                                 [&](const auto& w) { return w->block == block; });
    return at->get();
}

// A crowd is accepted many at a time: the preamble of the one whose turn it is to go may have come,
// and just not been looked at.
void Listener::pushOut(Waiting* waiting) {
    readSome(waiting);
    const bool stillThere = std::any_of(waiting_.begin(), waiting_.end(),
                                        [&](const auto& w) { return w.get() == waiting; });
    if (stillThere)
        drop(waiting);
}

void Listener::readSome(Waiting* waiting) {
    const qsizetype missing = preambleSize - waiting->preamble.size();
    switch (raw::readNow(waiting->socket, missing, waiting->preamble)) {
    case raw::Read::Nothing:
        return;
    case raw::Read::Closed:
        drop(waiting);
        return;
    case raw::Read::Some:
        break;
    }
    if (waiting->preamble.size() < preambleSize)
        return;
    const auto announcement = judge_(waiting->preamble);
    if (!announcement) {
        drop(waiting);
        return;
    }
    const auto taken = take(waiting);
    Q_EMIT proven(taken->socket, *announcement, taken->address);
}

std::unique_ptr<Listener::Waiting> Listener::take(Waiting* waiting) {
    const auto at = std::find_if(waiting_.begin(), waiting_.end(),
                                 [&](const auto& w) { return w.get() == waiting; });
    std::unique_ptr<Waiting> taken = std::move(*at);
    waiting_.erase(at);
    taken->notifier->setEnabled(false);
    taken->notifier.release()->deleteLater(); // either may be calling us now
    taken->deadline->stop();
    taken->deadline.release()->deleteLater();
    return taken;
}

void Listener::drop(Waiting* waiting) {
    const qintptr socket = waiting->socket;
    const auto taken = take(waiting);
    raw::close(socket);
}

} // namespace mend::sync
