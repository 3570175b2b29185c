#include "core/workspace/sync_reading.h"

namespace mend {

namespace {

SyncReading::Phase phaseOf(sync::SyncPhase phase) {
    using P = SyncReading::Phase;
    switch (phase) {
    case sync::SyncPhase::NotPaired:
        return P::NotPaired;
    case sync::SyncPhase::Provisional:
        return P::Provisional;
    case sync::SyncPhase::Paused:
        return P::Paused;
    case sync::SyncPhase::PausedThere:
        return P::PausedThere;
    case sync::SyncPhase::Looking:
        return P::Looking;
    case sync::SyncPhase::Connecting:
        return P::Connecting;
    case sync::SyncPhase::Exchanging:
        return P::Exchanging;
    case sync::SyncPhase::InStep:
        return P::InStep;
    case sync::SyncPhase::Stopped:
        break;
    }
    return P::Stopped;
}

SyncReading::Stop stopOf(sync::SyncStop stop) {
    using S = SyncReading::Stop;
    switch (stop) {
    case sync::SyncStop::None:
        return S::None;
    case sync::SyncStop::Fork:
        return S::Fork;
    case sync::SyncStop::NewerVersion:
        return S::NewerVersion;
    case sync::SyncStop::TooMuch:
        return S::TooMuch;
    case sync::SyncStop::Refused:
        return S::Refused;
    case sync::SyncStop::Storage:
        break;
    }
    return S::Storage;
}

PairingReading::Phase phaseOf(const sync::PairingService& pairing) {
    using P = PairingReading::Phase;
    switch (pairing.phase()) {
    case sync::PairingPhase::Idle:
        return P::Idle;
    case sync::PairingPhase::Showing:
        return P::Showing;
    case sync::PairingPhase::Searching:
        return P::Searching;
    case sync::PairingPhase::Proving:
        return P::Proving;
    case sync::PairingPhase::Asking:
        return P::Asking;
    case sync::PairingPhase::Waiting:
        return P::Waiting;
    case sync::PairingPhase::Ended:
        break;
    }
    return pairing.end() == sync::PairingEnd::Paired ? P::Done : P::Failed;
}

} // namespace

PairingProblem problemOf(sync::PairingEnd end) {
    switch (end) {
    case sync::PairingEnd::Paired:
        return PairingProblem::None;
    case sync::PairingEnd::Cancelled:
        return PairingProblem::Cancelled;
    case sync::PairingEnd::CancelledThere:
        return PairingProblem::CancelledThere;
    case sync::PairingEnd::TimedOut:
        return PairingProblem::TimedOut;
    case sync::PairingEnd::NotFound:
        return PairingProblem::NotFound;
    case sync::PairingEnd::NoNetwork:
        return PairingProblem::NoNetwork;
    case sync::PairingEnd::SeveralFound:
        return PairingProblem::SeveralFound;
    case sync::PairingEnd::CantReach:
        return PairingProblem::CantReach;
    case sync::PairingEnd::CantListen:
        return PairingProblem::CantListen;
    case sync::PairingEnd::WrongCode:
        return PairingProblem::WrongCode;
    case sync::PairingEnd::NotMend:
        return PairingProblem::NotMend;
    case sync::PairingEnd::NewerVersion:
        return PairingProblem::NewerVersion;
    case sync::PairingEnd::OtherPerson:
        return PairingProblem::OtherPerson;
    case sync::PairingEnd::Storage:
        break;
    }
    return PairingProblem::Storage;
}

SyncReading readingOf(const sync::SyncState& state) {
    SyncReading reading;
    reading.phase = phaseOf(state.phase);
    reading.stop = stopOf(state.stop);
    reading.connected = state.connected;
    reading.counts = state.counts;
    reading.noNetwork = state.noNetwork;
    reading.noMulticast = state.noMulticast;
    reading.cantListen = state.cantListen;
    reading.clocksApart = state.clocksApart;
    reading.listening = state.listening;
    reading.progressDone = state.progressDone;
    reading.progressTotal = state.progressTotal;
    return reading;
}

PairingReading readingOf(const sync::PairingService& pairing,
                         const std::optional<sync::Introduction>& me) {
    PairingReading reading;
    reading.phase = phaseOf(pairing);
    reading.code = pairing.code();
    reading.validUntil = pairing.validUntil();
    reading.address = pairing.address();
    if (const sync::Introduction* partner = pairing.partner()) {
        reading.partner = PartnerReading{
            partner->name, partner->role, partner->relation, fingerprintOf(partner->identity),
            false,         true};
        reading.sameRoles = me && me->role == partner->role;
    }
    if (reading.phase == PairingReading::Phase::Failed)
        reading.problem = problemOf(pairing.end());
    return reading;
}

QString fingerprintOf(const IdentityId& identity) {
    constexpr int groups = 8; // of four hex digits: 128 bits are enough to compare
    const QString hex = identity.toHex();
    QStringList parts;
    for (int i = 0; i < groups; ++i)
        parts << hex.mid(4 * i, 4);
    return parts.join(u' ');
}

} // namespace mend
