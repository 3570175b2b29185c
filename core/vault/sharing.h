#pragma once
// Whom this vault is paired with, and through which two logs. For vault/ alone.

#include "core/vault/log_store.h"
#include "core/vault/sync_store.h"

#include <string>

namespace mend::vault {

struct PairingRow {
    qint64 number = 0;
    Pairing pairing;
    bool shared = false; // confirmed at least once
};
// The pairing that has not ended, provisional or not.
std::optional<PairingRow> activePairing(Connection& connection);
// Whether I pause: then nothing leaves this computer for the other, and nobody is let in.
bool isPaused(Connection& connection);
crypto::SecretBytes pairKeyOf(Connection& connection, qint64 pairing);

struct Sharing {
    qint64 pairing = 0;
    Partner partner;
    LogRow mine;
    LogRow theirs;
    bool paused = false; // by me: nothing of either log is given, asked for or told
    bool forked() const { return mine.forked || theirs.forked; }
};
// NotPaired unless a pairing is confirmed.
Result<Sharing, VaultError> sharing(Connection& connection);
// In LogStore's values: how many records of mine the other has signed for holding.
std::string theyHoldKey(const Sharing& shared);
// Asked again in each transaction that stores what was judged before it: NotPaired once somebody
// has left in between.
Result<void, VaultError> checkStillShared(Connection& connection, const Sharing& before);

} // namespace mend::vault
