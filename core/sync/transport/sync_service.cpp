#include "core/sync/transport/sync_service.h"

#include "core/base/log.h"
#include "core/sync/transport/address.h"
#include "core/sync/transport/tls.h"

#include <algorithm>

namespace mend::sync {

namespace {

constexpr std::size_t pendingLimit =
    8; // Connections in their handshake; only a partner's get this far.
constexpr qint64 dialledAtOnceMs =
    3000; // Two links younger than this were dialled from both sides at once.

IdentityId idOf(const OwnKeys& own) {
    return IdentityId(own.identity.publicKey());
}

} // namespace

SyncService::SyncService(TrustStore& store, const Clock& clock, Random& random, QObject* parent)
    : QObject(parent), store_(store), clock_(clock), random_(random), interfaces_(this),
      pairing_(store, interfaces_, clock, random, this),
      seeker_(store, interfaces_, clock, random, this) {
    connect(&seeker_, &Seeker::dial, this, &SyncService::dial);
    connect(&seeker_, &Seeker::looked, this, &SyncService::changed);
    connect(&interfaces_, &Interfaces::changed, this, &SyncService::changed);
    connect(&pairing_, &PairingService::paired, this, &SyncService::trustChanged);
}

SyncService::~SyncService() {
    halt();
}

// --- Starting and stopping
// -----------------------------------------------------------------------------

void SyncService::start(const Network& network) {
    network_ = network;
    running_ = true;
    pairing_.setListenPort(parseBind(network.listen).value_or(HostPort{}).port);
    trustChanged();
}

void SyncService::stop() {
    running_ = false;
    halt();
}

void SyncService::halt() {
    seeker_.end();
    if (link_ && replicator_ && replicator_->answered()) {
        link_->send(encode(Bye{}));
        link_->finish();
    }
    for (Pending& pending : pending_)
        pending.link.release()->deleteLater();
    pending_.clear();
    if (link_)
        link_.release()->deleteLater();
    replicator_.reset();
    listener_.reset();
}

void SyncService::trustChanged() {
    const bool pausing = link_ && replicator_ && replicator_->answered();
    trust_ = running_ ? store_.trust() : std::nullopt;
    if (trust_ && trust_->paused && pausing) {
        for (const Message& message : replicator_->pause().send)
            link_->send(encode(message));
        link_->finish();
    }
    halt();
    stop_ = SyncStop::None;
    own_ = trust_ ? store_.own() : std::nullopt;
    if (!trust_ || !own_)
        return setPhase(SyncPhase::NotPaired);
    if (trust_->paused)
        return setPhase(SyncPhase::Paused);
    if (trust_->forked) {
        stop_ = SyncStop::Fork;
        return setPhase(SyncPhase::Stopped);
    }
    mine_.emplace(AnnouncementKeys::ofSender(trust_->pairKey, idOf(*own_)));
    theirs_.emplace(AnnouncementKeys::ofSender(trust_->pairKey, trust_->partner));
    beginListening();
    setPhase(trust_->provisional ? SyncPhase::Provisional : SyncPhase::Looking);
    seeker_.begin(*trust_, *own_, {network_.peers, network_.multicast}, listener_->serverPort());
}

void SyncService::beginListening() {
    listener_ =
        std::make_unique<Listener>([this](const QByteArray& bytes) { return judge(bytes); });
    connect(listener_.get(), &Listener::proven, this, [this](qintptr socket) { accepted(socket); });
    const auto where = parseBind(network_.listen).value_or(HostPort{});
    const Rendezvous today = rendezvous(trust_->pairKey, utcDayOf(clock_.nowMs()));
    const std::vector<quint16> ports =
        where.port ? std::vector{where.port}
                   : std::vector(today.tcpPorts.begin(), today.tcpPorts.end());
    const QHostAddress address = where.host.isEmpty() ? QHostAddress() : QHostAddress(where.host);
    listener_->start(address, ports, where.port == 0);
    log::event(log::Event::Listening, listener_->serverPort());
}

// --- Connections
// ---------------------------------------------------------------------------------------

std::optional<Announcement> SyncService::judge(const QByteArray& bytes) {
    const auto announcement = openPreamble(theirs_->preamble, bytes, clock_.nowMs());
    const bool fresh =
        announcement && store_.acceptCounter(announcement->incarnation, announcement->counter);
    return fresh ? announcement : std::nullopt;
}

QByteArray SyncService::preamble() {
    const auto counter = store_.nextCounter();
    if (!counter)
        return {};
    const Announcement announcement{own_->incarnation, *counter, listener_->serverPort()};
    return sealPreamble(mine_->preamble, announcement, clock_.nowMs(), random_);
}

void SyncService::accepted(qintptr socket) {
    auto link = std::make_unique<Link>(
        Link::Dialled::ByThem, pinnedTls(own_->tls, trust_->partnerCertificateDer),
        crypto::certificateFingerprint(trust_->partnerCertificateDer), frameLimit);
    Link* raw = link.get();
    watch(std::move(link), {});
    raw->accept(socket);
}

void SyncService::dial(const QString& host, quint16 port) {
    const QString text = HostPort{host, port}.text();
    const auto same = [&](const Pending& p) { return p.dialled == text; };
    if (link_ || !listener_ || std::any_of(pending_.begin(), pending_.end(), same))
        return;
    const QByteArray first = preamble();
    if (first.isEmpty())
        return;
    auto link = std::make_unique<Link>(
        Link::Dialled::ByMe, pinnedTls(own_->tls, trust_->partnerCertificateDer),
        crypto::certificateFingerprint(trust_->partnerCertificateDer), frameLimit);
    Link* raw = link.get();
    log::event(log::Event::Dialled, port);
    watch(std::move(link), text);
    raw->dial(host, port, first);
}

void SyncService::watch(std::unique_ptr<Link> link, const QString& dialled) {
    if (pending_.size() >= pendingLimit)
        drop(pending_.front().link.get());
    Link* raw = link.get();
    pending_.push_back({std::move(link), dialled});
    connect(raw, &Link::ready, this, [this, raw] { ready(raw); });
    connect(raw, &Link::received, this,
            [this, raw](const QByteArray& bytes) { received(raw, bytes); });
    connect(raw, &Link::closed, this, [this, raw] { closed(raw); });
}

// Dialled from both sides at once, the link that the lower identity dialled stays. A link that has
// been there longer is given up: the other would not have dialled if it still had it.
bool SyncService::supersedes(const Link& link) const {
    if (!link_ || clock_.monotonicMs() - linkSince_ > dialledAtOnceMs)
        return true;
    const bool iAmLower = idOf(*own_) < trust_->partner;
    return (link.dialled() == Link::Dialled::ByMe) == iAmLower &&
           link.dialled() != link_->dialled();
}

void SyncService::ready(Link* link) {
    const auto at = std::find_if(pending_.begin(), pending_.end(),
                                 [&](const Pending& p) { return p.link.get() == link; });
    if (at == pending_.end())
        return;
    if (!supersedes(*link)) {
        drop(link);
        return;
    }
    if (link_)
        link_.release()->deleteLater();
    link_ = std::move(at->link);
    linkAddress_ = at->dialled;
    linkSince_ = clock_.monotonicMs();
    pending_.erase(at);
    replicator_ = std::make_unique<Replicator>(store_, clock_, taken_);
    setPhase(SyncPhase::Connecting);
    perform(replicator_->start());
}

void SyncService::received(Link* link, const QByteArray& bytes) {
    if (link != link_.get())
        return;
    const auto message = decode(bytes);
    if (message)
        perform(replicator_->receive(*message));
    else if (message.error() != MessageError::Unknown)
        stopFor(ReplicationStop::BadPeer);
}

void SyncService::drop(Link* link) {
    const auto at = std::find_if(pending_.begin(), pending_.end(),
                                 [&](const Pending& p) { return p.link.get() == link; });
    if (at == pending_.end())
        return;
    at->link->disconnect(this);
    at->link.release()->deleteLater();
    pending_.erase(at);
}

void SyncService::closed(Link* link) {
    if (link != link_.get()) {
        drop(link);
        return;
    }
    log::event(log::Event::Disconnected);
    link_.release()->deleteLater();
    replicator_.reset();
    if (phase_ == SyncPhase::Connecting || phase_ == SyncPhase::Exchanging ||
        phase_ == SyncPhase::InStep) {
        setPhase(SyncPhase::Looking);
        seeker_.begin(*trust_, *own_, {network_.peers, network_.multicast},
                      listener_->serverPort());
    }
}

// --- Replication
// ---------------------------------------------------------------------------------------

void SyncService::perform(Replicator::Step step) {
    for (const Message& message : step.send)
        link_->send(encode(message));
    if (step.answered)
        afterAnswer();
    if (step.stored)
        Q_EMIT stored();
    if (step.stop)
        return stopFor(*step.stop);
    if (replicator_->answered())
        setPhase(replicator_->inStep() ? SyncPhase::InStep : SyncPhase::Exchanging);
}

void SyncService::afterAnswer() {
    link_->stopDeadline();
    seeker_.end();
    trust_->provisional = false;
    for (Pending& pending : pending_) { // the answered one is enough
        pending.link->disconnect(this);
        pending.link.release()->deleteLater();
    }
    pending_.clear();
    if (!linkAddress_.isEmpty())
        store_.setLastAddress(linkAddress_);
    log::event(log::Event::Connected);
}

void SyncService::stopFor(ReplicationStop why) {
    log::event(log::Event::SyncError, int(why));
    if (link_)
        link_->finish();
    switch (why) {
    case ReplicationStop::Fork:
    case ReplicationStop::ByeFork:
        stop_ = SyncStop::Fork;
        break;
    case ReplicationStop::NewerVersion:
        stop_ = SyncStop::NewerVersion;
        break;
    case ReplicationStop::TooMuch:
        stop_ = SyncStop::TooMuch;
        break;
    case ReplicationStop::Storage:
        stop_ = SyncStop::Storage;
        break;
    case ReplicationStop::BadPeer:
        stop_ = SyncStop::Refused;
        break;
    case ReplicationStop::Paused:
        return setPhase(SyncPhase::PausedThere);
    case ReplicationStop::Bye: // they closed their Mend: look for them again
        return;
    }
    setPhase(SyncPhase::Stopped);
}

void SyncService::localChanged() {
    if (replicator_)
        perform(replicator_->localChanged());
}

void SyncService::retryNow() {
    if (phase_ == SyncPhase::Stopped || phase_ == SyncPhase::PausedThere)
        trustChanged();
    else
        seeker_.hurry();
}

void SyncService::allowMuch() {
    taken_.allowed = true;
    trustChanged();
}

void SyncService::setPhase(SyncPhase phase) {
    phase_ = phase;
    Q_EMIT changed();
}

SyncState SyncService::state() {
    SyncState state;
    state.phase = phase_;
    state.stop = stop_;
    state.connected = replicator_ && replicator_->answered();
    state.counts = store_.counts();
    state.noNetwork = interfaces_.usable().isEmpty();
    state.noMulticast = !seeker_.couldSend();
    state.clocksApart = replicator_ && replicator_->clocksApart();
    state.progressDone = qint64(state.counts.theirs);
    state.progressTotal = replicator_
                              ? std::max(qint64(replicator_->theirCount()), state.progressDone)
                              : state.progressDone;
    if (listener_ && listener_->isListening()) {
        const QStringList typable = typableAddresses();
        for (const QString& host : typable)
            state.listening += HostPort{host, listener_->serverPort()}.text() + u'\n';
        if (typable.isEmpty())
            state.listening = HostPort{QStringLiteral("127.0.0.1"), listener_->serverPort()}.text();
    }
    return state;
}

} // namespace mend::sync
