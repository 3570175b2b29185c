#pragma once
// What sync and pairing look like from outside: value snapshots, sent by signal whenever they
// change.

#include "core/base/clock.h"
#include "core/domain/reading.h"
#include "core/domain/role.h"
#include "core/workspace/problem.h"

#include <QString>
#include <QStringList>
#include <optional>

namespace mend {

struct PartnerReading {
    QString name;
    std::optional<Role> role;
    Relation relation = Relation::Partner;
    QString fingerprint;      // of the identity key, in groups
    bool mayBeAsked = false;  // for commitments
    bool provisional = false; // paired, and the first conversation hasn't happened yet
    bool operator==(const PartnerReading&) const = default;
};

struct SyncReading {
    enum class Phase {
        NotPaired,
        Provisional, // paired, and the first conversation hasn't happened yet
        Paused,      // by me
        PausedThere, // the other said they paused
        Looking,     // beacons and addresses
        Connecting,
        Exchanging,
        InStep,    // connected; both hold the same
        Stopped,   // see `stop`
        Elsewhere, // another process on this computer syncs this vault
    };
    enum class Stop { None, Fork, NewerVersion, TooMuch, Refused, Storage };
    Phase phase = Phase::NotPaired;
    Stop stop = Stop::None;
    bool connected = false;
    SharingCounts counts;
    bool noNetwork = false;   // no interface is up
    bool noMulticast = false; // beacons can't be sent; type an address
    bool cantListen = false;  // the port or address asked for is taken, or not this computer's
    bool clocksApart = false; // more than ten minutes
    QString listening;        // host:port list others can type, newline separated
    qint64 progressDone = 0;  // records of a long sync
    qint64 progressTotal = 0;
};

struct PairingReading {
    enum class Phase {
        Idle,
        Showing,   // the code is shown, somebody may connect
        Searching, // the code was typed, looking for who shows it
        Proving,   // the code is being checked
        Asking,    // both see each other's name and role: press Pair, or don't
        Waiting,   // I pressed Pair, the other has not yet
        Done,
        Failed,
    };
    Phase phase = Phase::Idle;
    QString code; // "427 186 304", while Showing
    UtcMillis validUntil = 0;
    QString address;                       // of this computer, host:port, for typing by hand
    std::optional<PartnerReading> partner; // from Asking on
    bool sameRoles = false;
    PairingProblem problem = PairingProblem::None;
};

} // namespace mend
