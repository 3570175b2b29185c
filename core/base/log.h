#pragma once
// A log that can't know content: an event is one of a fixed list, with at most one number (a count,
// a port, an error kind). Off unless somebody turns it on; written to stderr only, never to a file,
// because a file of times would tell whoever reads this computer when Mend was used.

#include <QtGlobal>

namespace mend::log {

enum class Event {
    Started,
    Unlocked,
    Locked,
    PairingStarted,
    PairingEnded,
    Listening,
    Dialled,
    Connected,
    Disconnected,
    VaultError,
    SyncError,
};

void enable(bool on);
void event(Event what, qint64 number = 0);

} // namespace mend::log
