#include "core/sync/transport/pairing_service.h"

#include "core/base/log.h"
#include "core/sync/transport/address.h"
#include "core/sync/transport/raw_socket.h"
#include "core/sync/transport/tls.h"

#include <algorithm>
#include <chrono>

namespace mend::sync {

namespace {

using namespace std::chrono_literals;
constexpr auto lookAtClockEvery = 1s;
constexpr auto decidedWithin = 10min; // People compare fingerprints aloud before they agree.

PairingEnd endOf(PairingFailure failure) {
    switch (failure) {
    case PairingFailure::WrongCode:
        return PairingEnd::WrongCode;
    case PairingFailure::NewerVersion:
        return PairingEnd::NewerVersion;
    case PairingFailure::Declined:
        return PairingEnd::CancelledThere;
    case PairingFailure::Storage:
        return PairingEnd::Storage;
    case PairingFailure::NotMend:
    case PairingFailure::SamePerson:
        break;
    }
    return PairingEnd::NotMend;
}

} // namespace

PairingService::PairingService(TrustStore& store, Interfaces& interfaces, const Clock& clock,
                               Random& random, QObject* parent)
    : QObject(parent), store_(store), clock_(clock), random_(random),
      beacons_(interfaces, clock, random, this) {
    connect(&beacons_, &PairingBeacons::found, this, &PairingService::dial);
    connect(&beacons_, &PairingBeacons::several, this,
            [this] { finish(PairingEnd::SeveralFound); });
    connect(&expiry_, &QTimer::timeout, this, &PairingService::expire);
    expiry_.setSingleShot(true);
    connect(&clockLook_, &QTimer::timeout, this, [this] {
        if (isOver())
            expire();
    });
}

PairingService::~PairingService() = default;

QString PairingService::code() const {
    return phase_ == PairingPhase::Showing && code_ ? code_->text() : QString();
}

QString PairingService::address() const {
    if (!listener_)
        return {};
    const QHostAddress bound = listener_->serverAddress();
    const bool all = bound == QHostAddress::Any || bound == QHostAddress::AnyIPv4 ||
                     bound == QHostAddress::AnyIPv6;
    const QStringList typable = typableAddresses();
    const QString host = all ? typable.value(0, QStringLiteral("127.0.0.1")) : bound.toString();
    return HostPort{host, listener_->serverPort()}.text();
}

const Introduction* PairingService::partner() const {
    const bool known = phase_ == PairingPhase::Asking || phase_ == PairingPhase::Waiting;
    return known && run_ ? &run_->partner() : nullptr;
}

// --- Beginning
// ---------------------------------------------------------------------------------------

bool PairingService::begin(Before before, int timeoutSeconds, PairingPhase phase) {
    clear();
    own_ = store_.own();
    introduction_ = store_.introduction();
    if (introduction_)
        introduction_->port = listenPort_;
    before_ = before;
    endWithin(std::chrono::seconds(timeoutSeconds));
    clockLook_.start(lookAtClockEvery);
    preambleKey_.emplace(std::move(AnnouncementKeys::ofNameplate(code_->nameplate()).preamble));
    log::event(log::Event::PairingStarted);
    if (own_ && introduction_)
        phase_ = phase;
    else
        finish(PairingEnd::Storage);
    return own_ && introduction_;
}

void PairingService::endWithin(std::chrono::milliseconds time) {
    expiry_.start(time);
    validUntil_ = clock_.nowMs() + time.count();
}

void PairingService::show(Before before, const QString& bind, int timeoutSeconds) {
    code_ = crypto::PairingCode::random(random_);
    if (!begin(before, timeoutSeconds, PairingPhase::Showing))
        return;
    listener_ = std::make_unique<Listener>([this](const QByteArray& bytes) {
        return openPreamble(*preambleKey_, bytes, clock_.nowMs());
    });
    connect(listener_.get(), &Listener::proven, this, [this](qintptr socket) { take(socket); });
    const auto where = parseBind(bind).value_or(HostPort{});
    const std::vector<quint16> ports =
        where.port ? std::vector{where.port} : std::vector<quint16>{};
    if (!listener_->start(where.host.isEmpty() ? QHostAddress() : QHostAddress(where.host), ports,
                          where.port == 0)) {
        finish(PairingEnd::CantListen);
        return;
    }
    beacons_.send(code_->nameplate(), listener_->serverPort());
    Q_EMIT changed();
}

void PairingService::enter(const crypto::PairingCode& code, const QString& peer, Before before,
                           int timeoutSeconds) {
    code_ = code;
    if (!begin(before, timeoutSeconds, PairingPhase::Searching))
        return;
    Q_EMIT changed();
    if (const auto typed = parseHostPort(peer))
        dial(typed->host, typed->port);
    else if (connectedInterfaces().isEmpty())
        finish(PairingEnd::NoNetwork);
    else
        beacons_.collect(code_->nameplate());
}

QByteArray PairingService::preamble() {
    const Announcement announcement{random_.fixed<Incarnation>(),
                                    quint64(std::max<UtcMillis>(clock_.nowMs(), 0)), 0};
    return sealPreamble(*preambleKey_, announcement, clock_.nowMs(), random_);
}

// --- The run
// -----------------------------------------------------------------------------------------

void PairingService::dial(const QString& host, quint16 port) {
    auto link = std::make_unique<Link>(Link::Dialled::ByMe, pairingTls(own_->tls), std::nullopt,
                                       pairingFrameLimit);
    Link* raw = link.get();
    watch(std::move(link), PairingSide::Typer);
    raw->dial(host, port, [this] { return preamble(); });
}

// By the clock on the wall too: timers stand still while a computer sleeps, and nine digits must
// not be good for longer by that.
bool PairingService::isOver() const {
    return clock_.nowMs() > validUntil_;
}

void PairingService::expire() {
    const bool nobody = phase_ == PairingPhase::Searching && !link_ && !beacons_.hasHeard();
    finish(nobody ? PairingEnd::NotFound : PairingEnd::TimedOut);
}

void PairingService::take(qintptr socket) {
    if (link_ || isOver()) { // one run at a time
        raw::close(socket);
        if (isOver())
            finish(PairingEnd::TimedOut);
        return;
    }
    auto link = std::make_unique<Link>(Link::Dialled::ByThem, pairingTls(own_->tls), std::nullopt,
                                       pairingFrameLimit);
    Link* taken = link.get();
    watch(std::move(link), PairingSide::Shower);
    taken->accept(socket);
}

void PairingService::watch(std::unique_ptr<Link> link, PairingSide side) {
    link_ = std::move(link);
    connect(link_.get(), &Link::ready, this, [this, side] { ready(side); });
    connect(link_.get(), &Link::received, this, [this](const QByteArray& message) {
        if (run_)
            perform(run_->receive(message));
    });
    connect(link_.get(), &Link::closed, this, &PairingService::lost);
}

void PairingService::ready(PairingSide side) {
    const SeenCertificates seen{own_->tls.fingerprint(), link_->peer()};
    PairingSelf self{*introduction_, own_->identity, [this](const IdentityId& partner) {
                         return store_.prepareLog(partner, before_);
                     }};
    run_ = std::make_unique<PairingRun>(side, *code_, seen, std::move(self), random_);
    if (side == PairingSide::Typer)
        setPhase(PairingPhase::Proving);
    perform(run_->start());
}

void PairingService::perform(PairingRun::Step step) {
    for (const QByteArray& message : step.send)
        link_->send(message);
    if (step.failure)
        fail(*step.failure);
    else if (step.ask) {
        link_->stopDeadline(); // people are slower than ten seconds, and than finding each other
        endWithin(decidedWithin);
        beacons_.end();
        setPhase(PairingPhase::Asking);
    } else if (step.done)
        store();
}

void PairingService::fail(PairingFailure failure) {
    // Until a try was made a stranger may be at the other end: the shower goes on showing.
    const bool goesOn = phase_ == PairingPhase::Showing && !run_->tried();
    if (goesOn)
        lost();
    else
        finish(endOf(failure));
}

void PairingService::lost() {
    const bool tried = run_ && run_->tried();
    const bool silent = link_ && link_->timedOut();
    if (link_) {
        link_->disconnect(this); // what it still says is not for the next run
        Link::letGo(std::move(link_));
    }
    run_.reset();
    switch (phase_) {
    case PairingPhase::Showing: // they stopped before confirming: nothing is burnt
        break;
    case PairingPhase::Searching:
        finish(PairingEnd::CantReach);
        break;
    case PairingPhase::Proving: // whoever shows the code closes without a word when it is wrong
        if (silent)             // which says nothing about the code
            finish(PairingEnd::CancelledThere);
        else
            finish(tried ? PairingEnd::WrongCode : PairingEnd::NotMend);
        break;
    case PairingPhase::Asking:
    case PairingPhase::Waiting:
        finish(PairingEnd::CancelledThere);
        break;
    case PairingPhase::Idle:
    case PairingPhase::Ended:
        break;
    }
}

void PairingService::decide(bool yes) {
    if (phase_ != PairingPhase::Asking)
        return;
    PairingRun::Step step = run_->decide(yes);
    const bool done = step.done;
    if (yes && !done)
        setPhase(PairingPhase::Waiting);
    perform(std::move(step));
    if (!yes)
        finish(PairingEnd::Cancelled);
}

void PairingService::store() {
    const Paired paired = run_->result();
    switch (store_.storePairing(paired, link_->peerCertificateDer())) {
    case TrustStore::Stored::Yes:
        break;
    case TrustStore::Stored::PairedAlready:
        return finish(PairingEnd::OtherPerson);
    case TrustStore::Stored::No:
        return finish(PairingEnd::Storage);
    }
    rememberAddress(paired);
    finish(PairingEnd::Paired);
    Q_EMIT this->paired();
}

void PairingService::rememberAddress(const Paired& paired) {
    const quint16 port = paired.partner.port;
    const quint16 today = rendezvous(paired.pairKey, utcDayOf(clock_.nowMs())).tcpPorts[0];
    store_.setLastAddress(HostPort{plainHost(link_->address()), port ? port : today}.text());
}

// --- Ending
// ------------------------------------------------------------------------------------------

void PairingService::cancel() {
    if (!isRunning())
        return;
    if (run_ && phase_ == PairingPhase::Asking)
        decide(false);
    else
        finish(PairingEnd::Cancelled);
}

void PairingService::setPhase(PairingPhase phase) {
    phase_ = phase;
    Q_EMIT changed();
}

void PairingService::finish(PairingEnd end) {
    if (phase_ == PairingPhase::Ended)
        return;
    end_ = end;
    clear();
    if (end != PairingEnd::Paired)
        store_.forgetPreparedLog();
    log::event(log::Event::PairingEnded, int(end));
    setPhase(PairingPhase::Ended);
}

void PairingService::clear() {
    beacons_.end();
    expiry_.stop();
    clockLook_.stop();
    run_.reset();
    if (link_) // it may be calling us; what it still has to say goes out first
        Link::part(std::move(link_), this);
    if (listener_) {
        listener_->stop();
        listener_->disconnect(this);
        listener_.release()->deleteLater();
    }
    preambleKey_.reset();
    own_.reset();
    phase_ = PairingPhase::Idle;
}

} // namespace mend::sync
