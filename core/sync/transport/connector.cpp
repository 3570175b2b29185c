#include "core/sync/transport/connector.h"

#include "core/base/log.h"
#include "core/sync/rendezvous.h"
#include "core/sync/transport/address.h"
#include "core/sync/transport/interfaces.h"
#include "core/sync/transport/tls.h"

#include <algorithm>

namespace mend::sync {

namespace {
// Connections that come in at once, each with a preamble only the partner can have made. One more
// pushes out the oldest: the other has given that one up.
constexpr std::ptrdiff_t comingLimit = 8;
// Dials at once. A round begins with the likeliest address, so what is over the limit waits for the
// next round, and nothing under way is given up for it.
constexpr std::ptrdiff_t diallingLimit = 32;
// Preambles that are acted upon. A partner's round dials each address it knows, and some may all
// lead here.
constexpr int preamblesAtOnce = 32;
constexpr qint64 preambleEveryMs = 250;
} // namespace

Connector::Connector(TrustStore& store, const Clock& clock, Random& random, Ready ready,
                     QObject* parent)
    : QObject(parent), store_(store), clock_(clock), random_(random),
      admission_(store, clock, preamblesAtOnce, preambleEveryMs), ready_(std::move(ready)) {}

Connector::~Connector() {
    end();
}

void Connector::begin(const Trust& trust, const OwnKeys& own, const QString& listen) {
    end();
    trust_ = &trust;
    own_ = &own;
    const IdentityId me(own.identity.publicKey());
    mine_.emplace(std::move(AnnouncementKeys::ofSender(trust.pairKey, me).preamble));
    theirs_.emplace(std::move(AnnouncementKeys::ofSender(trust.pairKey, trust.partner).preamble));
    listener_ =
        std::make_unique<Listener>([this](const QByteArray& bytes) { return judge(bytes); });
    connect(listener_.get(), &Listener::proven, this, &Connector::accepted);
    const auto where = parseBind(listen).value_or(HostPort{});
    const Rendezvous today = rendezvous(trust.pairKey, utcDayOf(clock_.nowMs()));
    const std::vector<quint16> ports =
        where.port ? std::vector{where.port}
                   : std::vector(today.tcpPorts.begin(), today.tcpPorts.end());
    const QHostAddress address = where.host.isEmpty() ? QHostAddress() : QHostAddress(where.host);
    listener_->start(address, ports, where.port == 0);
    log::event(log::Event::Listening, listener_->serverPort());
}

void Connector::end() {
    dropPending();
    if (!listener_)
        return;
    listener_->stop();
    listener_->disconnect(this);
    listener_.release()->deleteLater(); // it may be calling us
}

bool Connector::cantListen() const {
    return listener_ && !listener_->isListening();
}

quint16 Connector::port() const {
    return listener_ ? listener_->serverPort() : quint16(0);
}

// The address it is bound to, or those of this computer.
QString Connector::typable() const {
    if (port() == 0)
        return {};
    const QHostAddress bound = listener_->serverAddress();
    const bool all = bound == QHostAddress::Any || bound == QHostAddress::AnyIPv4 ||
                     bound == QHostAddress::AnyIPv6;
    QStringList lines;
    for (const QString& host : all ? typableAddresses() : QStringList{bound.toString()})
        lines << HostPort{host, port()}.text();
    return lines.join(u'\n');
}

// --- Preambles

std::optional<Announcement> Connector::judge(const QByteArray& bytes) {
    const auto announcement = openPreamble(*theirs_, bytes, clock_.nowMs());
    return announcement && admission_.admits(*announcement) ? announcement : std::nullopt;
}

QByteArray Connector::preamble() {
    const auto counter = store_.nextCounter();
    if (!counter)
        return {};
    return sealPreamble(*mine_, {own_->incarnation, *counter, port()}, clock_.nowMs(), random_);
}

// --- Links

std::unique_ptr<Link> Connector::makeLink(Link::Dialled dialled) const {
    return std::make_unique<Link>(dialled, pinnedTls(own_->tls, trust_->partnerCertificateDer),
                                  crypto::certificateFingerprint(trust_->partnerCertificateDer),
                                  frameLimit);
}

void Connector::accepted(qintptr socket, const Announcement& announcement,
                         const QHostAddress& from) {
    // Where to look for them next time, should it be my turn to dial.
    const bool listens = announcement.port != 0;
    const QString address =
        listens ? HostPort{plainHost(from), announcement.port}.text() : QString();
    if (pendingOf(Link::Dialled::ByThem) >= comingLimit)
        dropOldestComing();
    watch(makeLink(Link::Dialled::ByThem), address)->accept(socket);
}

void Connector::dial(const QString& host, quint16 port) {
    const QString text = HostPort{host, port}.text();
    const auto same = [&](const Pending& p) {
        return p.address == text && p.link->dialled() == Link::Dialled::ByMe;
    };
    if (!listener_ || pendingOf(Link::Dialled::ByMe) >= diallingLimit ||
        std::any_of(pending_.begin(), pending_.end(), same))
        return;
    log::event(log::Event::Dialled, port);
    watch(makeLink(Link::Dialled::ByMe), text)->dial(host, port, [this] { return preamble(); });
}

std::ptrdiff_t Connector::pendingOf(Link::Dialled dialled) const {
    return std::count_if(pending_.begin(), pending_.end(),
                         [&](const Pending& p) { return p.link->dialled() == dialled; });
}

void Connector::dropOldestComing() {
    const auto oldest = std::find_if(pending_.begin(), pending_.end(), [](const Pending& p) {
        return p.link->dialled() == Link::Dialled::ByThem;
    });
    drop(oldest->link.get());
}

Link* Connector::watch(std::unique_ptr<Link> link, const QString& address) {
    Link* raw = link.get();
    pending_.push_back({std::move(link), address});
    connect(raw, &Link::ready, this, [this, raw] { handOver(raw); });
    connect(raw, &Link::closed, this, [this, raw] { drop(raw); });
    return raw;
}

std::optional<Connector::Pending> Connector::take(Link* link) {
    const auto at = std::find_if(pending_.begin(), pending_.end(),
                                 [&](const Pending& p) { return p.link.get() == link; });
    if (at == pending_.end())
        return std::nullopt;
    Pending taken = std::move(*at);
    pending_.erase(at);
    taken.link->disconnect(this);
    return taken;
}

void Connector::handOver(Link* link) {
    if (auto taken = take(link))
        ready_(std::move(taken->link), taken->address);
}

void Connector::drop(Link* link) {
    if (auto taken = take(link))
        Link::letGo(std::move(taken->link));
}

void Connector::dropPending() {
    while (!pending_.empty())
        drop(pending_.back().link.get());
}

} // namespace mend::sync
