#include "app/demo/history.h"
#include "core/vault/read_store.h"
#include "tests/support/fixed_random.h"

#include <QTemporaryDir>
#include <gtest/gtest.h>
#include <set>

using namespace mend;

namespace {

struct HistoryTest : testing::Test {
    QTemporaryDir folder;
    test::FixedRandom random;
    Day last = *Day::fromIso(u"2026-11-22");
    DemoClock clock{last};
    HistoryPlan plan{folder.filePath(QStringLiteral("sam")),
                     folder.filePath(QStringLiteral("alex")), QStringLiteral("demo"), last};
};

} // namespace

TEST_F(HistoryTest, BothVaultsAgreeAndAreInOrder) {
    int days = 0;
    const auto vaults = writeHistory(plan, clock, random, [&](int) { ++days; });
    ASSERT_TRUE(vaults);
    EXPECT_EQ(days, plan.days - 1);
    auto sam = vaults->hurt->connect();
    auto alex = vaults->betrayer->connect();
    ASSERT_TRUE(sam && alex);
    const auto a = (*sam)->read().older({}, std::nullopt, 5000);
    const auto b = (*alex)->read().older({}, std::nullopt, 5000);
    ASSERT_EQ(a->entries.size(), b->entries.size());
    EXPECT_GT(a->entries.size(), 300u);
    for (std::size_t i = 0; i < a->entries.size(); ++i)
        EXPECT_EQ(a->entries[i].id, b->entries[i].id);
    EXPECT_TRUE((*sam)->verify()->ok());
    EXPECT_TRUE((*alex)->verify()->ok());
}

TEST_F(HistoryTest, HasGoodAndBadDays) {
    const auto vaults = writeHistory(plan, clock, random);
    ASSERT_TRUE(vaults);
    auto sam = vaults->hurt->connect();
    std::set<DayState> states;
    const auto all = (*sam)->read().commitments(last, last.plus(-plan.days), last);
    for (const CommitmentReading& commitment : *all)
        for (const CommitmentDay& day : commitment.days)
            states.insert(day.state);
    for (const DayState state :
         {DayState::Confirmed, DayState::Kept, DayState::Partly, DayState::MissedTold,
          DayState::Missed, DayState::Differs, DayState::Open})
        EXPECT_TRUE(states.contains(state)) << qPrintable(name(state));
    TimelineFilter checkIns;
    checkIns.kinds = {QStringLiteral("checkin")};
    int sealed = 0;
    for (const TimelineEntry& entry : (*sam)->read().older(checkIns, std::nullopt, 500)->entries)
        sealed += entry.seal == SealState::Sealed;
    EXPECT_GT(sealed, 0);
}

TEST_F(HistoryTest, WritesOverNothing) {
    ASSERT_TRUE(writeHistory(plan, clock, random));
    EXPECT_EQ(writeHistory(plan, clock, random).error(), HistoryError::CouldNotCreate);
}
