#include "app/demo/history.h"

#include "app/demo/pair_in_process.h"
#include "app/demo/story_writer.h"
#include "core/crypto/argon2.h"
#include "core/crypto/passphrase.h"

namespace mend {

using namespace Qt::StringLiterals;

namespace {

// The demo's vaults hold nobody's words; the benchmarks measure the full cost in a vault of their
// own.
constexpr crypto::Argon2Cost demoCost{1024, 1};

constexpr int morning = 7 * 60; // Minutes after midnight.

Result<std::shared_ptr<vault::Store>, HistoryError> create(const QString& folder,
                                                           const vault::NewVault& person,
                                                           const QString& passphrase,
                                                           DemoClock& clock, Random& random) {
    const auto secret = crypto::Passphrase::fromText(passphrase);
    auto made = secret ? vault::Store::create(folder, person, *secret, {clock, random, demoCost})
                       : fail(vault::VaultError::WrongPassphrase);
    if (!made)
        return fail(HistoryError::CouldNotCreate);
    return std::move(made->store);
}

} // namespace

Result<HistoryVaults, HistoryError> writeHistory(const HistoryPlan& plan, DemoClock& clock,
                                                 Random& random,
                                                 const std::function<void(int)>& progress) {
    const Day first = plan.last.plus(-plan.days);
    clock.set(first, morning);
    auto hurt = create(plan.folderOfHurt, {u"Sam"_s, Role::Hurt, Relation::Partner},
                       plan.passphrase, clock, random);
    auto betrayer = create(plan.folderOfBetrayer, {u"Alex"_s, Role::Betrayer, Relation::Partner},
                           plan.passphrase, clock, random);
    if (!hurt || !betrayer)
        return fail(HistoryError::CouldNotCreate);
    auto a = (*hurt)->connect();
    auto b = (*betrayer)->connect();
    if (!a || !b || !pairInProcess(**a, **b, random))
        return fail(HistoryError::CouldNotWrite);
    StoryWriter writer(plan, clock, **a, **b);
    bool fine = writer.begin(first);
    for (int number = 1; fine && number < plan.days; ++number) {
        fine = writer.writeDay(first.plus(number), number);
        if (progress)
            progress(number);
    }
    if (!fine || !writer.writeMorning(plan.last))
        return fail(HistoryError::CouldNotWrite);
    return HistoryVaults{std::move(*hurt), std::move(*betrayer)};
}

} // namespace mend
