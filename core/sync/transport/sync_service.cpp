#include "core/sync/transport/sync_service.h"

#include "core/base/log.h"
#include "core/sync/transport/address.h"

#include <algorithm>
#include <chrono>

namespace mend::sync {

namespace {

using namespace std::chrono_literals;
// Two links younger than this were dialled from both sides at once.
constexpr qint64 dialledAtOnceMs = 3000;
// A disk that was full or a database that was busy may have room again.
constexpr auto storageAgainAfter = 60s;

IdentityId idOf(const OwnKeys& own) {
    return IdentityId(own.identity.publicKey());
}

} // namespace

SyncService::SyncService(TrustStore& store, const Clock& clock, Random& random, QObject* parent)
    : QObject(parent), store_(store), clock_(clock), random_(random), interfaces_(this),
      pairing_(store, interfaces_, clock, random, this),
      seeker_(store, interfaces_, clock, random, this),
      connector_(
          store, clock, random,
          [this](std::unique_ptr<Link> link, const QString& address) {
              ready(std::move(link), address);
          },
          this) {
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
    if (link_) {
        if (replicator_->answered() && !replicator_->ended())
            link_->send(encode(Bye{}));
        Link::part(std::move(link_), this);
    }
    replicator_.reset();
    connector_.end();
}

void SyncService::trustChanged() {
    const bool pausing = replicator_ && replicator_->answered();
    auto read = running_ ? store_.trust() : std::optional<Trust>();
    std::optional<Trust> trust = read ? std::move(*read) : std::nullopt;
    if (trust && trust->paused && pausing) {
        for (const Message& message : replicator_->pause().send)
            link_->send(encode(message));
    }
    halt();
    stop_ = SyncStop::None;
    trust_ = std::move(trust);
    if (!read)
        return stopFor(ReplicationStop::Storage);
    if (!trust_)
        return setPhase(SyncPhase::NotPaired);
    own_ = store_.own();
    if (!own_)
        return stopFor(ReplicationStop::Storage);
    if (trust_->paused)
        return setPhase(SyncPhase::Paused);
    if (trust_->forked)
        return stopAll(SyncStop::Fork);
    connector_.begin(*trust_, *own_, network_.listen);
    look(Seeker::Pace::AtOnce);
    setPhase(trust_->provisional ? SyncPhase::Provisional : SyncPhase::Looking);
}

// Whether somebody, by another process too, has paused, resumed, left or paired since.
bool SyncService::isTrustAsKnown() {
    return store_.isStill(trust_);
}

void SyncService::look(Seeker::Pace pace) {
    seeker_.begin(*trust_, *own_, {network_.peers, network_.multicast}, connector_.port(), pace);
}

// --- Connections

void SyncService::dial(const QString& host, quint16 port) {
    if (!isTrustAsKnown()) // not at once: whoever asks for this would end by it
        QMetaObject::invokeMethod(this, &SyncService::localChanged, Qt::QueuedConnection);
    else if (!link_)
        connector_.dial(host, port);
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

void SyncService::ready(std::unique_ptr<Link> link, const QString& address) {
    if (!isTrustAsKnown()) { // paused or left while this was in its handshake
        Link::letGo(std::move(link));
        return trustChanged();
    }
    if (!supersedes(*link))
        return Link::letGo(std::move(link));
    if (link_) {
        link_->disconnect(this);
        Link::letGo(std::move(link_));
        if (replicator_->answered()) // which ended the search; the new one may come to nothing
            look(Seeker::Pace::Soon);
    }
    link_ = std::move(link);
    linkAddress_ = address;
    linkSince_ = clock_.monotonicMs();
    connect(link_.get(), &Link::received, this, &SyncService::received);
    connect(link_.get(), &Link::closed, this, &SyncService::lost);
    replicator_ = std::make_unique<Replicator>(store_, clock_);
    setPhase(SyncPhase::Connecting);
    perform(replicator_->start());
}

void SyncService::received(const QByteArray& bytes) {
    if (!isTrustAsKnown()) // paused or left this moment: nothing more is said
        return trustChanged();
    const auto message = decode(bytes);
    if (message)
        perform(replicator_->receive(*message));
    else if (message.error() != MessageError::Unknown)
        stopFor(ReplicationStop::BadPeer);
}

void SyncService::lost() {
    log::event(log::Event::Disconnected);
    if (link_->brokeRules())
        return stopFor(ReplicationStop::BadPeer);
    link_->disconnect(this);
    Link::letGo(std::move(link_));
    const bool met = replicator_->answered();
    replicator_.reset();
    if (met) // else the search is still under way, at its own pace
        look(Seeker::Pace::Soon);
    setPhase(trust_->provisional ? SyncPhase::Provisional : SyncPhase::Looking);
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
    if (step.more) // in another turn: what is sent leaves at the end of this one
        QMetaObject::invokeMethod(this, &SyncService::goOn, Qt::QueuedConnection);
    if (replicator_ && replicator_->answered())
        setPhase(!step.more && replicator_->inStep() ? SyncPhase::InStep : SyncPhase::Exchanging);
}

void SyncService::goOn() {
    if (!replicator_)
        return;
    if (!isTrustAsKnown()) // paused or left since it came
        return trustChanged();
    perform(replicator_->goOn());
}

void SyncService::afterAnswer() {
    link_->stopDeadline();
    seeker_.end();
    trust_->provisional = false;
    connector_.dropPending(); // the answered one is enough
    if (!linkAddress_.isEmpty())
        store_.setLastAddress(linkAddress_);
    log::event(log::Event::Connected);
}

void SyncService::stopFor(ReplicationStop why) {
    const bool isError = why != ReplicationStop::Bye && why != ReplicationStop::Paused;
    log::event(isError ? log::Event::SyncError : log::Event::Disconnected, isError ? int(why) : 0);
    if (link_)
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
    connector_.end();
    stop_ = why;
    setPhase(SyncPhase::Stopped);
}

void SyncService::localChanged() {
    if (running_ && !isTrustAsKnown())
        trustChanged();
    else if (replicator_)
        perform(replicator_->localChanged());
}

void SyncService::retryNow() {
    if (phase_ == SyncPhase::Stopped || phase_ == SyncPhase::PausedThere)
        trustChanged();
    else
        seeker_.hurry();
}

void SyncService::allowMuch() {
    if (DayLimit(store_, clock_).allow())
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
    state.noNetwork = !interfaces_.connected();
    state.noMulticast = !seeker_.couldSend();
    state.cantListen = connector_.cantListen();
    state.clocksApart = replicator_ && replicator_->clocksApart();
    state.progressDone = qint64(state.counts.theirs);
    state.progressTotal = replicator_
                              ? std::max(qint64(replicator_->theirCount()), state.progressDone)
                              : state.progressDone;
    state.listening = connector_.typable();
    return state;
}

} // namespace mend::sync
