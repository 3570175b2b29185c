#include "core/sync/transport/seeker.h"

#include <algorithm>

namespace mend::sync {

namespace {
constexpr qint64 shortestMs = 1000;
constexpr qint64 longestMs = 60'000;
// Beacons that are acted upon. A partner's rounds go out a second apart at the fastest, and begin
// anew when somebody asks or a network comes or goes: a few times in a row.
constexpr int beaconsAtOnce = 8;
constexpr qint64 beaconEveryMs = 1000;
} // namespace

Seeker::Seeker(TrustStore& store, Interfaces& interfaces, const Clock& clock, Random& random,
               QObject* parent)
    : QObject(parent), store_(store), interfaces_(interfaces), clock_(clock), random_(random),
      admission_(store, clock, beaconsAtOnce, beaconEveryMs) {
    timer_.setSingleShot(true);
    connect(&timer_, &QTimer::timeout, this, &Seeker::round);
    connect(&interfaces_, &Interfaces::changed, this, &Seeker::hurry);
}

void Seeker::begin(const Trust& trust, const OwnKeys& own, const Choice& choice, quint16 listensOn,
                   Pace pace) {
    const IdentityId me(own.identity.publicKey());
    choice_ = choice;
    pairKey_.emplace(trust.pairKey.copy());
    mine_.emplace(AnnouncementKeys::ofSender(trust.pairKey, me));
    theirs_.emplace(AnnouncementKeys::ofSender(trust.pairKey, trust.partner));
    incarnation_ = own.incarnation;
    listensOn_ = listensOn;
    finder_.reset();
    if (choice.multicast) {
        finder_ = std::make_unique<Finder>(interfaces_, beaconSize);
        connect(finder_.get(), &Finder::heard, this, &Seeker::hear);
    }
    if (pace == Pace::AtOnce)
        return hurry();
    intervalMs_ = pace == Pace::Soon ? shortestMs : longestMs;
    timer_.start(int(intervalMs_));
}

void Seeker::end() {
    timer_.stop();
    finder_.reset();
    pairKey_.reset();
    mine_.reset();
    theirs_.reset();
}

void Seeker::hurry() {
    if (!pairKey_)
        return;
    intervalMs_ = shortestMs;
    timer_.start(0);
}

// Listens where the two may meet: around midnight, and with clocks that differ, that is more than
// one place.
void Seeker::meet() {
    const qint64 today = utcDayOf(clock_.nowMs());
    finder_->listen({rendezvous(*pairKey_, today), rendezvous(*pairKey_, today - 1),
                     rendezvous(*pairKey_, today + 1)});
}

// Where the two last met, the other may have begun anew since: on a port of today, the second of
// them where the first was taken. So today's ports are tried there, too.
QStringList Seeker::addresses() {
    const QStringList known = store_.addresses();
    QStringList all = known;
    if (const auto last = parseHostPort(known.value(0))) {
        const bool here = QHostAddress(last->host).isLoopback();
        for (const quint16 port : rendezvous(*pairKey_, utcDayOf(clock_.nowMs())).tcpPorts)
            if (!here || port != listensOn_) // where this one listens itself
                all << HostPort{last->host, port}.text();
    }
    all += choice_.peers;
    all.removeDuplicates();
    return all;
}

void Seeker::round() {
    if (!pairKey_)
        return;
    const auto counter = finder_ ? store_.nextCounter() : std::nullopt;
    if (counter) {
        meet();
        const Announcement announcement{incarnation_, *counter, listensOn_};
        const UtcMillis now = clock_.nowMs();
        const auto sealed = [&] { return sealBeacon(mine_->beacon, announcement, now, random_); };
        couldSend_ = finder_->send(sealed, rendezvous(*pairKey_, utcDayOf(now)), false);
    }
    for (const QString& text : addresses())
        if (const auto address = parseHostPort(text))
            Q_EMIT dial(address->host, address->port);
    timer_.start(int(intervalMs_ + random_.below(quint32(intervalMs_ / 2 + 1))));
    intervalMs_ = std::min(intervalMs_ * 2, longestMs);
    Q_EMIT looked();
}

void Seeker::hear(const QByteArray& datagram, const QHostAddress& from) {
    const auto heard =
        theirs_ ? openBeacon(theirs_->beacon, datagram, clock_.nowMs()) : std::nullopt;
    // The counter is stored before anything is done: a beacon heard twice, or played again, does
    // nothing.
    if (heard && heard->port && admission_.admits(*heard))
        Q_EMIT dial(from.toString(), heard->port);
}

} // namespace mend::sync
