#include "app/demo/history.h"

#include "app/demo/pair_in_process.h"
#include "app/demo/story_writer.h"
#include "core/crypto/passphrase.h"
#include "core/vault/bulk.h"

#include <algorithm>

namespace mend {

using namespace Qt::StringLiterals;

namespace {

constexpr int morning = 7 * 60; // Minutes after midnight.
constexpr int daysAtOnce = 30;  // A transaction: nobody waits for these vaults.

Result<std::shared_ptr<vault::Store>, HistoryError> create(const QString& folder,
                                                           const vault::NewVault& person,
                                                           const QString& passphrase,
                                                           const vault::Environment& environment) {
    const auto secret = crypto::Passphrase::fromText(passphrase);
    auto made = secret ? vault::Store::create(folder, person, *secret, environment)
                       : fail(vault::VaultError::WrongPassphrase);
    if (!made)
        return fail(HistoryError::CouldNotCreate);
    return std::move(made->store);
}

bool writeDays(const HistoryPlan& plan, DemoClock& clock, vault::Vault& hurt,
               vault::Vault& betrayer, const std::function<void(int)>& progress) {
    const Day first = plan.last.plus(-plan.days);
    StoryWriter writer(plan, clock, hurt, betrayer);
    for (int number = 0; number < plan.days;) {
        const auto ofHurt = hurt.bulk();
        const auto ofBetrayer = betrayer.bulk();
        for (const int end = std::min(number + daysAtOnce, plan.days); number < end; ++number) {
            if (!(number == 0 ? writer.begin(first) : writer.writeDay(first.plus(number), number)))
                return false;
            if (progress && number > 0)
                progress(number);
        }
        if (!ofHurt->commit() || !ofBetrayer->commit())
            return false;
    }
    return writer.writeMorning(plan.last);
}

} // namespace

Result<HistoryVaults, HistoryError> writeHistory(const HistoryPlan& plan, DemoClock& clock,
                                                 Random& random,
                                                 const std::function<void(int)>& progress) {
    const Day first = plan.last.plus(-plan.days);
    clock.set(first, morning);
    const vault::Environment environment{clock, random, plan.cost};
    auto hurt = create(plan.folderOfHurt, {u"Sam"_s, Role::Hurt, Relation::Partner},
                       plan.passphrase, environment);
    auto betrayer = create(plan.folderOfBetrayer, {u"Alex"_s, Role::Betrayer, Relation::Partner},
                           plan.passphrase, environment);
    if (!hurt || !betrayer)
        return fail(HistoryError::CouldNotCreate);
    auto a = (*hurt)->connect();
    auto b = (*betrayer)->connect();
    if (!a || !b || !pairInProcess(**a, **b, random) || !plan.paired() ||
        !writeDays(plan, clock, **a, **b, progress))
        return fail(HistoryError::CouldNotWrite);
    return HistoryVaults{std::move(*hurt), std::move(*betrayer)};
}

} // namespace mend
