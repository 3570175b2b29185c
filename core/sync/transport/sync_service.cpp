#include "core/sync/transport/sync_service.h"

#include "core/base/log.h"
#include "core/sync/transport/address.h"
#include "core/sync/transport/tls.h"

#include <algorithm>
#include <chrono>

namespace mend::sync {

namespace {

using namespace std::chrono_literals;
constexpr std::size_t pendingLimit =
    8; // Connections in their handshake; only a partner's get this far.
// Two links younger than this were dialled from both sides at once.
constexpr qint64 dialledAtOnceMs = 3000;
// A disk that was full or a database that was busy may have room again.
constexpr auto storageAgainAfter = 60s;

IdentityId idOf(const OwnKeys& own) {
    return IdentityId(own.identity.publicKey());
}

// Where the other could reach `listener`: the address it is bound to, or those of this computer.
QString typableAt(const Listener& listener) {
    const QHostAddress bound = listener.serverAddress();
    const bool all = bound == QHostAddress::Any || bound == QHostAddress::AnyIPv4 ||
                     bound == QHostAddress::AnyIPv6;
    QStringList lines;
    for (const QString& host : all ? typableAddresses() : QStringList{bound.toString()})
        lines << HostPort{host, listener.serverPort()}.text();
    return lines.join(u'\n');
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
    connect(&again_, &QTimer::timeout, this, &SyncService::retryNow);
    again_.setSingleShot(true);
}

SyncService::~SyncService() {
    halt();
}

// --- Starting and stopping

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
    again_.stop();
    seeker_.end();
    dropPending();
    if (link_) {
        if (replicator_->answered() && !replicator_->ended())
            link_->send(encode(Bye{}));
        Link::part(std::move(link_), this);
    }
    replicator_.reset();
    dropListener();
}

void SyncService::trustChanged() {
    const bool pausing = replicator_ && replicator_->answered();
    trust_ = running_ ? store_.trust() : std::nullopt;
    if (trust_ && trust_->paused && pausing) {
        for (const Message& message : replicator_->pause().send)
            link_->send(encode(message));
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
    look(Seeker::Pace::AtOnce);
    setPhase(trust_->provisional ? SyncPhase::Provisional : SyncPhase::Looking);
}

void SyncService::look(Seeker::Pace pace) {
    seeker_.begin(*trust_, *own_, {network_.peers, network_.multicast}, listener_->serverPort(),
                  pace);
}

void SyncService::beginListening() {
    listener_ =
        std::make_unique<Listener>([this](const QByteArray& bytes) { return judge(bytes); });
    connect(listener_.get(), &Listener::proven, this, &SyncService::accepted);
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

void SyncService::accepted(qintptr socket, const Announcement& announcement,
                           const QHostAddress& from) {
    auto link = std::make_unique<Link>(
        Link::Dialled::ByThem, pinnedTls(own_->tls, trust_->partnerCertificateDer),
        crypto::certificateFingerprint(trust_->partnerCertificateDer), frameLimit);
    Link* raw = link.get();
    // Where to look for them next time, should it be my turn to dial.
    const bool listens = announcement.port != 0;
    watch(std::move(link),
          listens ? HostPort{plainHost(from), announcement.port}.text() : QString());
    raw->accept(socket);
}

void SyncService::dial(const QString& host, quint16 port) {
    const QString text = HostPort{host, port}.text();
    const auto same = [&](const Pending& p) {
        return p.address == text && p.link->dialled() == Link::Dialled::ByMe;
    };
    if (link_ || !listener_ || std::any_of(pending_.begin(), pending_.end(), same))
        return;
    auto link = std::make_unique<Link>(
        Link::Dialled::ByMe, pinnedTls(own_->tls, trust_->partnerCertificateDer),
        crypto::certificateFingerprint(trust_->partnerCertificateDer), frameLimit);
    Link* raw = link.get();
    log::event(log::Event::Dialled, port);
    watch(std::move(link), text);
    raw->dial(host, port, [this] { return preamble(); });
}

void SyncService::watch(std::unique_ptr<Link> link, const QString& address) {
    if (pending_.size() >= pendingLimit)
        drop(pending_.front().link.get());
    Link* raw = link.get();
    pending_.push_back({std::move(link), address});
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
    if (link_) {
        link_->disconnect(this);
        Link::letGo(std::move(link_));
    }
    link_ = std::move(at->link);
    linkAddress_ = at->address;
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
    Link::letGo(std::move(at->link));
    pending_.erase(at);
}

void SyncService::closed(Link* link) {
    if (link != link_.get()) {
        drop(link);
        return;
    }
    log::event(log::Event::Disconnected);
    link_->disconnect(this);
    Link::letGo(std::move(link_));
    const bool met = replicator_->answered();
    replicator_.reset();
    if (met) // else the search is still under way, at its own pace
        look(Seeker::Pace::AtOnce);
    setPhase(trust_->provisional ? SyncPhase::Provisional : SyncPhase::Looking);
}

void SyncService::dropListener() {
    if (!listener_)
        return;
    listener_->close();
    listener_->disconnect(this);
    listener_.release()->deleteLater(); // it may be calling us
}

void SyncService::dropPending() {
    for (Pending& pending : pending_) {
        pending.link->disconnect(this);
        Link::letGo(std::move(pending.link));
    }
    pending_.clear();
}

// --- Replication

void SyncService::perform(Replicator::Step step) {
    for (const Message& message : step.send)
        link_->send(encode(message));
    if (step.answered)
        afterAnswer();
    if (step.stored)
        Q_EMIT stored();
    if (step.stop)
        return stopFor(*step.stop);
    if (replicator_ && replicator_->answered())
        setPhase(replicator_->inStep() ? SyncPhase::InStep : SyncPhase::Exchanging);
}

void SyncService::afterAnswer() {
    link_->stopDeadline();
    seeker_.end();
    trust_->provisional = false;
    dropPending(); // the answered one is enough
    if (!linkAddress_.isEmpty())
        store_.setLastAddress(linkAddress_);
    log::event(log::Event::Connected);
}

void SyncService::stopFor(ReplicationStop why) {
    log::event(log::Event::SyncError, int(why));
    Link::part(std::move(link_), this);
    replicator_.reset();
    switch (why) {
    case ReplicationStop::Fork:
    case ReplicationStop::ByeFork:
        return stopAll(SyncStop::Fork);
    case ReplicationStop::NewerVersion:
        return stopAll(SyncStop::NewerVersion);
    case ReplicationStop::TooMuch:
        return stopAll(SyncStop::TooMuch);
    case ReplicationStop::BadPeer:
        return stopAll(SyncStop::Refused);
    case ReplicationStop::Storage:
        again_.start(storageAgainAfter);
        return stopAll(SyncStop::Storage);
    case ReplicationStop::Paused:
        look(Seeker::Pace::Patient);
        return setPhase(SyncPhase::PausedThere);
    case ReplicationStop::Bye: // they closed their Mend, or stopped for a reason of theirs
        look(Seeker::Pace::Soon);
        return setPhase(SyncPhase::Looking);
    }
}

// Until a person does something about it: nobody dials and nobody is let in, so that two computers
// of which one has stopped don't call each other all day.
void SyncService::stopAll(SyncStop why) {
    seeker_.end();
    dropPending();
    dropListener();
    stop_ = why;
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
    if (listener_ && listener_->isListening())
        state.listening = typableAt(*listener_);
    return state;
}

} // namespace mend::sync
