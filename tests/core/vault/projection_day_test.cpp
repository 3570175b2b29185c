// The days of a promise: its owner's word, and what the other saw.

#include "core/vault/migrations/migrations.h"
#include "tests/core/vault/promises_fixture.h"

namespace mend::vault::test {
namespace {

using ProjectionDay = Promises;

TEST_F(ProjectionDay, ADayIsItsOwnersWordAndWhatTheOtherSaw) {
    const auto record = minePromised();
    const auto kept = mine(outcome(record.id, OutcomeState::Kept, u"on the dot"_s));
    EXPECT_EQ(dayOf(record.id).state, DayState::Kept);
    EXPECT_EQ(dayOf(record.id).outcome, OutcomeState::Kept);
    EXPECT_EQ(dayOf(record.id).outcomeId, kept.id);
    EXPECT_EQ(dayOf(record.id).outcomeNote, u"on the dot"_s);
    const auto seen = theirs(view(record.id, ViewState::Confirmed, u"yes"_s));
    theirs(view(record.id, ViewState::Thanks));
    EXPECT_EQ(dayOf(record.id).state, DayState::Confirmed);
    EXPECT_EQ(dayOf(record.id).view, ViewState::Confirmed);
    EXPECT_EQ(dayOf(record.id).viewId, seen.id);
    EXPECT_EQ(dayOf(record.id).viewNote, u"yes"_s);
    EXPECT_TRUE(dayOf(record.id).thanked);
    theirs(view(record.id, ViewState::Differs), {.replaces = seen.id});
    EXPECT_EQ(dayOf(record.id).state, DayState::Differs);
    EXPECT_EQ(dayOf(record.id, sunday.plus(1)).state, DayState::Open);
}

// Expected on Monday, Wednesday and Friday, and spoken about before those, between them and on one.
TEST_F(ProjectionDay, DaysAreReadInOrderThoseExpectedAmongThoseSpokenAbout) {
    CommitmentFields fields = promise(u"Swim"_s);
    fields.schedule = TimesAWeek{2};
    const auto record = mine(commitment(fields));
    for (const int day : {0, 2, 3})
        mine(outcome(record.id, OutcomeState::Partly), {.day = sunday.plus(day)});
    fields.schedule = OnWeekdays{{1, 3, 5}};
    mine(change(record.id, ChangeKind::Edit, fields), {.day = sunday});
    std::vector<std::pair<int, bool>> days;
    for (const CommitmentDay& day : reading(record.id).days)
        days.emplace_back(day.day.daysSince(sunday), day.outcome.has_value());
    EXPECT_EQ(days, (std::vector<std::pair<int, bool>>{
                        {0, true}, {1, false}, {2, true}, {3, true}, {5, false}}));
}

TEST_F(ProjectionDay, TheWrongPersonsWordCountsForNothing) {
    const auto record = minePromised();
    theirs(outcome(record.id, OutcomeState::Missed));
    mine(view(record.id, ViewState::Confirmed));
    theirs(change(record.id, ChangeKind::End));
    EXPECT_EQ(dayOf(record.id).state, DayState::Open);
    EXPECT_EQ(kinds(), std::vector{u"commitment"_s});
}

TEST_F(ProjectionDay, AMissToldBeforeTheOtherSpokeIsToldFirst) {
    const auto record = minePromised();
    mine(outcome(record.id, OutcomeState::Missed), {.seen = held});
    theirs(view(record.id, ViewState::Differs), {.day = sunday.plus(-1)});
    EXPECT_EQ(dayOf(record.id).state, DayState::MissedTold);
    theirs(view(record.id, ViewState::Noticed)); // written holding nothing of mine
    EXPECT_EQ(dayOf(record.id).state, DayState::Missed);
    EXPECT_TRUE(dayOf(record.id).noticed);
}

// Weeks later, or a minute: who was told can't say any more that it took no telling.
TEST_F(ProjectionDay, WhoWasToldTakesNoToldFirstAway) {
    const auto record = minePromised();
    const auto told = mine(outcome(record.id, OutcomeState::Missed), {.seen = held});
    theirs(view(record.id, ViewState::Noticed), {.seen = told.header.seq + 1});
    EXPECT_EQ(dayOf(record.id).state, DayState::MissedTold);
    EXPECT_TRUE(dayOf(record.id).noticed);
}

TEST_F(ProjectionDay, AVaultThatReadToldFirstByAnotherRuleReadsItAnew) {
    const auto record = minePromised();
    const auto told = mine(outcome(record.id, OutcomeState::Missed), {.seen = held});
    theirs(view(record.id, ViewState::Noticed), {.seen = told.header.seq + 1});
    const auto before = std::to_string(int(DayState::Missed));
    ASSERT_TRUE(vault.connection().execute(
        ("UPDATE commitment_day SET state = " + before +
         "; ALTER TABLE log DROP COLUMN held_seq; DROP TABLE facing; DROP TABLE room;"
         "DROP INDEX record_by_kind_in_log; ALTER TABLE log ADD COLUMN closed_seq;"
         "CREATE TABLE tick(day); PRAGMA user_version = 2")
            .c_str()));
    ASSERT_TRUE(migrate(vault.connection()));
    EXPECT_EQ(dayOf(record.id).state, DayState::MissedTold);
}

TEST_F(ProjectionDay, AMissToldHoldingTheOthersViewIsNot) {
    const auto record = minePromised();
    const auto differs = theirs(view(record.id, ViewState::Differs)); // seq 2 of theirs
    theirs(view(record.id, ViewState::Confirmed), {.replaces = differs.id});
    EXPECT_EQ(dayOf(record.id).state, DayState::Open);
    const auto told = mine(outcome(record.id, OutcomeState::Missed), {.seen = held + 1});
    EXPECT_EQ(dayOf(record.id).state, DayState::Missed);
    mine(outcome(record.id, OutcomeState::Missed, u"traffic"_s),
         {.replaces = told.id, .seen = held + 1});
    EXPECT_EQ(dayOf(record.id).outcomeNote, u"traffic"_s);
    EXPECT_EQ(vault.timeline(onlyKind(u"outcome"_s)).size(), 1u);
}

TEST_F(ProjectionDay, WhatIsSaidAboutOneNotHereYetWaits) {
    const auto record = alex.write(commitment(promise(u"Call at noon"_s)));
    theirs(outcome(record.id, OutcomeState::Kept));
    mine(view(record.id, ViewState::Confirmed));
    EXPECT_TRUE(vault.timeline().empty());
    vault.take(alex, record);
    EXPECT_EQ(kinds(), (std::vector{u"commitment"_s, u"outcome"_s, u"view"_s}));
    EXPECT_EQ(dayOf(record.id).state, DayState::Confirmed);
}

TEST_F(ProjectionDay, WhatIsSaidAboutAProposalWaitsForItsYes) {
    const auto record = theirsAsked();
    theirs(view(record.id, ViewState::Confirmed));
    EXPECT_TRUE(vault.timeline().empty());
    mine(consent(record.id, Answer::Yes), {.seen = held + 1});
    EXPECT_EQ(kinds(), (std::vector{u"commitment"_s, u"consent"_s, u"view"_s}));
}

TEST_F(ProjectionDay, ADaysShardsAreWhatWasExpectedOrSpokenAbout) {
    const auto daily = minePromised();
    CommitmentFields sometimes = promise(u"Twice a week"_s);
    sometimes.schedule = TimesAWeek{2};
    const auto picked = theirs(commitment(sometimes));
    mine(outcome(daily.id, OutcomeState::Partly));
    theirs(outcome(picked.id, OutcomeState::Kept), {.day = sunday.plus(1)});
    theirsAsked();
    const auto shards = vault.read().shards(sunday, sunday.plus(1));
    ASSERT_EQ(shards->size(), 2u);
    EXPECT_EQ((*shards)[0].states, std::vector{DayState::Partly});
    auto next = (*shards)[1].states;
    std::sort(next.begin(), next.end());
    EXPECT_EQ(next, (std::vector{DayState::Kept, DayState::Open}));
}

} // namespace
} // namespace mend::vault::test
