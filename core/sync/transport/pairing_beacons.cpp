#include "core/sync/transport/pairing_beacons.h"

#include <algorithm>
#include <chrono>

namespace mend::sync {

namespace {

using namespace std::chrono_literals;
constexpr auto beaconEvery = 1s;
constexpr auto collectFor =
    3s; // Long enough to hear a second computer that shows the same two digits.
constexpr std::size_t enough = 2; // More than one is several; a crowd is not worth remembering.

} // namespace

PairingBeacons::PairingBeacons(Interfaces& interfaces, const Clock& clock, Random& random,
                               QObject* parent)
    : QObject(parent), interfaces_(interfaces), clock_(clock), random_(random) {
    connect(&every_, &QTimer::timeout, this, &PairingBeacons::sendOne);
    connect(&collecting_, &QTimer::timeout, this, &PairingBeacons::choose);
    collecting_.setSingleShot(true);
}

void PairingBeacons::begin(int nameplate) {
    end();
    key_.emplace(std::move(AnnouncementKeys::ofNameplate(nameplate).beacon));
    finder_ = std::make_unique<Finder>(interfaces_, beaconSize);
}

void PairingBeacons::send(int nameplate, quint16 port) {
    begin(nameplate);
    session_ = random_.fixed<Incarnation>();
    port_ = port;
    every_.start(beaconEvery);
    sendOne();
}

void PairingBeacons::collect(int nameplate) {
    begin(nameplate);
    connect(finder_.get(), &Finder::heard, this, &PairingBeacons::hear);
    finder_->listen({pairingRendezvous()});
}

void PairingBeacons::end() {
    every_.stop();
    collecting_.stop();
    found_.clear();
    if (!finder_)
        return;
    finder_->disconnect(this);
    finder_.release()->deleteLater(); // it may be calling us
}

void PairingBeacons::sendOne() {
    const Announcement announcement{session_, quint64(std::max<UtcMillis>(clock_.nowMs(), 0)),
                                    port_};
    const auto sealed = [&] { return sealBeacon(*key_, announcement, clock_.nowMs(), random_); };
    finder_->send(sealed, pairingRendezvous(), true);
}

void PairingBeacons::hear(const QByteArray& datagram, const QHostAddress& from) {
    const auto heard = openBeacon(*key_, datagram, clock_.nowMs());
    if (!heard || heard->port == 0 || found_.size() >= enough)
        return;
    const auto same = [&](const Found& f) { return f.session == heard->incarnation; };
    if (std::any_of(found_.begin(), found_.end(), same))
        return;
    if (found_.empty())
        collecting_.start(collectFor);
    found_.push_back({heard->incarnation, from, heard->port});
}

void PairingBeacons::choose() {
    const Found one = found_.front();
    const bool alone = found_.size() == 1;
    end();
    if (alone)
        Q_EMIT found(one.address.toString(), one.port);
    else
        Q_EMIT several();
}

} // namespace mend::sync
