#pragma once
// Writes a believable history of two people into two new vaults, day by day: good and bad days,
// commitments kept, missed and told first, missed and not, seen differently, sealed check-ins,
// private things. The same numbers give the same history. Used by the demo and, over years, by the
// benchmarks.

#include "app/demo/demo_clock.h"
#include "core/crypto/argon2.h"
#include "core/vault/store.h"
#include "core/vault/vault.h"

#include <functional>
#include <memory>

namespace mend {

// The demo's vaults hold nobody's words.
inline constexpr crypto::Argon2Cost demoCost{1024, 1};

struct HistoryPlan {
    QString folderOfHurt; // made new
    QString folderOfBetrayer;
    QString passphrase;
    Day last; // the history's last day: its morning, so that Sam's day is still to be written
    int days = 60;
    quint64 seed = 1;
    bool everyDay = false; // long histories: both check in each day, several commitments, about 18
                           // records a day
    crypto::Argon2Cost cost = demoCost; // of both passphrases
    // Called once when both are paired and nothing is written yet, with both files at rest; false
    // ends it.
    std::function<bool()> paired = [] { return true; };
};
struct HistoryVaults {
    std::shared_ptr<vault::Store> hurt;
    std::shared_ptr<vault::Store> betrayer;
};
enum class HistoryError { CouldNotCreate, CouldNotWrite };

// `progress` is told the day's number, 1 to plan.days. `clock` ends at the morning of plan.last.
Result<HistoryVaults, HistoryError> writeHistory(const HistoryPlan& plan, DemoClock& clock,
                                                 Random& random,
                                                 const std::function<void(int)>& progress = {});

} // namespace mend
