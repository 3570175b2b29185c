// Promises: asked, agreed, changed, kept or not, and what the other saw.

#include "tests/core/vault/folded.h"

#include <gtest/gtest.h>

namespace mend::vault::test {
namespace {

using namespace Qt::StringLiterals;

struct ProjectionCommitment : testing::Test {
    Author me{Person::Me, 1};
    Author alex{Person::Partner, 2};
    Folded vault;

    ProjectionCommitment() {
        vault.take(me, me.write(member(true), {.day = {}}));
        vault.take(alex, alex.write(member(true), {.day = {}}));
        vault.take(me, me.write(pairWith(alex.log), {.day = {}}));
        vault.take(alex, alex.write(pairWith(me.log), {.day = {}}));
    }
    static constexpr quint64 held = 2;

    record::Record mine(const Content& content, const How& how = {}) {
        return vault.take(me, me.write(content, how));
    }
    record::Record theirs(const Content& content, const How& how = {}) {
        return vault.take(alex, alex.write(content, how));
    }
    record::Record minePromised() { return mine(commitment(promise(u"Home by 18:30"_s))); }
    record::Record theirsAsked() {
        return theirs(commitment(promise(u"Call at noon"_s, Person::Partner)));
    }
    CommitmentReading reading(const RecordId& id, Day today = sunday) {
        auto read = vault.read().commitment(id, today, sunday, sunday.plus(6));
        EXPECT_TRUE(read.has_value());
        return read ? *read : CommitmentReading();
    }
    CommitmentDay dayOf(const RecordId& id, Day day = sunday) {
        for (const CommitmentDay& each : reading(id).days)
            if (each.day == day)
                return each;
        ADD_FAILURE() << "no such day";
        return {};
    }
    std::vector<QString> kinds() {
        std::vector<QString> all;
        for (const TimelineEntry& entry : vault.timeline())
            all.push_back(entry.kind);
        std::sort(all.begin(), all.end());
        return all;
    }
};

TEST_F(ProjectionCommitment, MineIsActiveAtOnce) {
    const auto record = minePromised();
    const CommitmentReading read = reading(record.id);
    EXPECT_EQ(read.owner, Person::Me);
    EXPECT_EQ(read.proposer, Person::Me);
    EXPECT_EQ(read.state, CommitmentState::Active);
    EXPECT_EQ(read.now.title, u"Home by 18:30"_s);
    EXPECT_FALSE(read.answer.has_value());
    EXPECT_EQ(read.days.size(), 7u); // daily
    EXPECT_EQ(vault.timeline().front().by, Person::Me);
}

TEST_F(ProjectionCommitment, AProposalShowsOnTheTimelineOnceItsOwnerSaidYes) {
    const auto record = theirsAsked();
    EXPECT_TRUE(vault.timeline().empty());
    EXPECT_EQ(reading(record.id).state, CommitmentState::Proposed);
    EXPECT_TRUE(reading(record.id).days.empty());
    mine(consent(record.id, Answer::Yes), {.seen = held + 1});
    EXPECT_EQ(kinds(), (std::vector{u"commitment"_s, u"consent"_s}));
    const auto entry = vault.read().entry(record.id);
    EXPECT_EQ(entry->by, Person::Me);
    EXPECT_EQ(reading(record.id).state, CommitmentState::Active);
    EXPECT_EQ(reading(record.id).answer, Answer::Yes);
    EXPECT_EQ(reading(record.id).owner, Person::Me);
    EXPECT_EQ(reading(record.id).proposer, Person::Partner);
}

TEST_F(ProjectionCommitment, DecliningLeavesNoTrace) {
    const auto record = theirsAsked();
    mine(consent(record.id, Answer::Change, u"at one"_s), {.seen = held + 1});
    EXPECT_EQ(kinds(), std::vector{u"consent"_s});
    EXPECT_EQ(reading(record.id).state, CommitmentState::Proposed);
    EXPECT_EQ(reading(record.id).answerNote, u"at one"_s);
    mine(consent(record.id, Answer::No), {.seen = held + 1});
    EXPECT_TRUE(vault.timeline().empty());
    EXPECT_EQ(reading(record.id).state, CommitmentState::Declined);
}

TEST_F(ProjectionCommitment, OnlyItsOwnerAnswers) {
    const auto record = theirsAsked();
    theirs(consent(record.id, Answer::Yes));
    EXPECT_EQ(reading(record.id).state, CommitmentState::Proposed);
    EXPECT_TRUE(vault.timeline().empty());
}

TEST_F(ProjectionCommitment, WhoDoesNotWishToBeAskedSeesNoProposal) {
    mine(member(false), {.day = {}});
    const auto record = theirsAsked();
    EXPECT_TRUE(vault.read().commitments(sunday, sunday, sunday)->empty());
    EXPECT_EQ(vault.read().commitment(record.id, sunday, sunday, sunday).error(),
              VaultError::UnknownId);
    mine(member(true), {.day = {}});
    EXPECT_EQ(reading(record.id).state, CommitmentState::Proposed);
    const auto myOwn = mine(commitment(promise(u"Will you?"_s, Person::Partner)));
    mine(member(false), {.day = {}});
    EXPECT_EQ(vault.read().commitments(sunday, sunday, sunday)->front().id, myOwn.id);
}

TEST_F(ProjectionCommitment, WhatWasAgreedToIsWhatItsOwnerHeld) {
    const auto record = theirsAsked();
    theirs(change(record.id, ChangeKind::Edit, promise(u"Call at one"_s, Person::Partner)));
    theirs(change(record.id, ChangeKind::Edit, promise(u"Call all day"_s, Person::Partner)));
    mine(consent(record.id, Answer::Yes), {.seen = held + 2}); // the last hadn't come
    EXPECT_EQ(reading(record.id).now.title, u"Call at one"_s);
    const auto entry = vault.read().entry(record.id);
    const Commitment* words = std::get_if<Commitment>(&*entry->content);
    ASSERT_NE(words, nullptr);
    EXPECT_EQ((*words)->title, u"Call at one"_s);
    EXPECT_TRUE(entry->edited);
    EXPECT_EQ(vault.read().earlier(record.id)->size(), 1u);
    EXPECT_EQ(kinds(), (std::vector{u"commitment"_s, u"consent"_s}));
}

TEST_F(ProjectionCommitment, WhatWasAgreedToMayBeLookedAtHalfAYearAfterItsEdit) {
    const auto record = theirsAsked();
    CommitmentFields edited = promise(u"Call at one"_s, Person::Partner);
    edited.review = sunday.plus(100 + 26 * 7); // more than half a year after the first day
    theirs(change(record.id, ChangeKind::Edit, edited), {.day = sunday.plus(100)});
    mine(consent(record.id, Answer::Yes), {.day = sunday.plus(101), .seen = held + 2});
    const auto entry = vault.read().entry(record.id);
    ASSERT_TRUE(entry && entry->content);
    const Commitment* words = std::get_if<Commitment>(&*entry->content);
    ASSERT_NE(words, nullptr);
    EXPECT_EQ((*words)->title, u"Call at one"_s);
    EXPECT_EQ((*words)->review, edited.review);
}

// What a changed program may write all the same is kept, and projects to nothing.
TEST_F(ProjectionCommitment, AnEditToWhatCannotBeAskedCountsForNothing) {
    const auto record = theirsAsked();
    CommitmentFields edited = promise(u"Not alone"_s);
    edited.step = u"B26"_s;
    theirs(change(record.id, ChangeKind::Edit, edited));
    EXPECT_EQ(reading(record.id).now.title, u"Call at noon"_s);
    mine(consent(record.id, Answer::Yes), {.seen = held + 2});
    EXPECT_EQ(reading(record.id).now.title, u"Call at noon"_s);
    EXPECT_EQ(reading(record.id).now.step, QString());
}

TEST_F(ProjectionCommitment, AnEditThatEndsBeforeTheFirstDayCountsForNothing) {
    const auto record = minePromised();
    CommitmentFields edited = promise(u"Home by seven"_s);
    edited.from = sunday.plus(-9);
    edited.until = sunday.plus(-1);
    mine(change(record.id, ChangeKind::Edit, edited));
    EXPECT_EQ(reading(record.id).now.title, u"Home by 18:30"_s);
    EXPECT_EQ(kinds(), std::vector{u"commitment"_s});
}

TEST_F(ProjectionCommitment, AProposalCanBeTakenBackUntilThereIsAYes) {
    const auto record = theirsAsked();
    theirs(change(record.id, ChangeKind::End));
    EXPECT_EQ(reading(record.id).state, CommitmentState::Ended);
    mine(consent(record.id, Answer::Yes), {.seen = held + 2});
    EXPECT_EQ(reading(record.id).state, CommitmentState::Ended);
    EXPECT_TRUE(vault.timeline().empty());
}

TEST_F(ProjectionCommitment, AfterAYesOnlyItsOwnerChangesIt) {
    const auto record = theirsAsked();
    mine(consent(record.id, Answer::Yes), {.seen = held + 1});
    theirs(change(record.id, ChangeKind::End));
    EXPECT_EQ(reading(record.id).state, CommitmentState::Active);
    mine(change(record.id, ChangeKind::End));
    EXPECT_EQ(reading(record.id).state, CommitmentState::Ended);
    EXPECT_EQ(kinds(), (std::vector{u"commitment"_s, u"commitment.change"_s, u"consent"_s}));
}

TEST_F(ProjectionCommitment, AYesTakenBackEndsItAndKeepsWhatWas) {
    const auto record = theirsAsked();
    const auto yes = mine(consent(record.id, Answer::Yes), {.seen = held + 1});
    mine(outcome(record.id, OutcomeState::Kept));
    mine(consent(record.id, Answer::No), {.replaces = yes.id, .seen = held + 1});
    EXPECT_EQ(reading(record.id).state, CommitmentState::Ended);
    EXPECT_EQ(kinds(), (std::vector{u"commitment"_s, u"outcome"_s}));
    EXPECT_EQ(dayOf(record.id).state, DayState::Kept);
}

TEST_F(ProjectionCommitment, ChangesAreEntriesAndCountFromTheDayAfter) {
    const auto record = minePromised();
    mine(change(record.id, ChangeKind::Pause));
    EXPECT_EQ(kinds(), (std::vector{u"commitment"_s, u"commitment.change"_s}));
    EXPECT_EQ(reading(record.id).state, CommitmentState::Paused);
    EXPECT_EQ(reading(record.id).days.size(), 1u); // today still counts
    mine(change(record.id, ChangeKind::Resume), {.day = sunday.plus(2)});
    EXPECT_EQ(reading(record.id, sunday.plus(2)).state, CommitmentState::Active);
    EXPECT_EQ(reading(record.id).days.size(), 5u);
    CommitmentFields edited = promise(u"Home by 19:00"_s);
    edited.from = sunday.plus(9); // stays as it was
    mine(change(record.id, ChangeKind::Edit, edited), {.day = sunday.plus(3)});
    EXPECT_EQ(reading(record.id, sunday.plus(3)).now.title, u"Home by 19:00"_s);
    EXPECT_EQ(reading(record.id, sunday.plus(3)).now.from, sunday);
    EXPECT_EQ(vault.timeline().front().commitmentTitle, u"Home by 19:00"_s);
    EXPECT_EQ(vault.timeline().front().commitment, record.id);
}

TEST_F(ProjectionCommitment, OneWithAnEndOfItsOwnEnds) {
    CommitmentFields once = promise(u"Tell your mother"_s);
    once.schedule = Once{sunday.plus(1)};
    const auto record = mine(commitment(once));
    EXPECT_EQ(reading(record.id).state, CommitmentState::Active);
    EXPECT_EQ(reading(record.id, sunday.plus(2)).state, CommitmentState::Ended);
    CommitmentFields until = promise(u"Every day this week"_s);
    until.until = sunday.plus(1);
    EXPECT_EQ(reading(mine(commitment(until)).id, sunday.plus(2)).state, CommitmentState::Ended);
}

TEST_F(ProjectionCommitment, ADayIsItsOwnersWordAndWhatTheOtherSaw) {
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

TEST_F(ProjectionCommitment, TheWrongPersonsWordCountsForNothing) {
    const auto record = minePromised();
    theirs(outcome(record.id, OutcomeState::Missed));
    mine(view(record.id, ViewState::Confirmed));
    theirs(change(record.id, ChangeKind::End));
    EXPECT_EQ(dayOf(record.id).state, DayState::Open);
    EXPECT_EQ(kinds(), std::vector{u"commitment"_s});
}

TEST_F(ProjectionCommitment, AMissToldBeforeTheOtherSpokeIsToldFirst) {
    const auto record = minePromised();
    mine(outcome(record.id, OutcomeState::Missed), {.seen = held});
    theirs(view(record.id, ViewState::Differs), {.day = sunday.plus(-1)});
    EXPECT_EQ(dayOf(record.id).state, DayState::MissedTold);
    theirs(view(record.id, ViewState::Noticed));
    EXPECT_EQ(dayOf(record.id).state, DayState::Missed);
    EXPECT_TRUE(dayOf(record.id).noticed);
}

TEST_F(ProjectionCommitment, AMissToldHoldingTheOthersViewIsNot) {
    const auto record = minePromised();
    theirs(view(record.id, ViewState::Confirmed)); // seq 2 of theirs
    EXPECT_EQ(dayOf(record.id).state, DayState::Open);
    const auto told = mine(outcome(record.id, OutcomeState::Missed), {.seen = held + 1});
    EXPECT_EQ(dayOf(record.id).state, DayState::Missed);
    mine(outcome(record.id, OutcomeState::Missed, u"traffic"_s),
         {.replaces = told.id, .seen = held + 1});
    EXPECT_EQ(dayOf(record.id).outcomeNote, u"traffic"_s);
    EXPECT_EQ(vault.timeline(onlyKind(u"outcome"_s)).size(), 1u);
}

TEST_F(ProjectionCommitment, WhatIsSaidAboutOneNotHereYetWaits) {
    const auto record = alex.write(commitment(promise(u"Call at noon"_s)));
    theirs(outcome(record.id, OutcomeState::Kept));
    mine(view(record.id, ViewState::Confirmed));
    EXPECT_TRUE(vault.timeline().empty());
    vault.take(alex, record);
    EXPECT_EQ(kinds(), (std::vector{u"commitment"_s, u"outcome"_s, u"view"_s}));
    EXPECT_EQ(dayOf(record.id).state, DayState::Confirmed);
}

TEST_F(ProjectionCommitment, WhatIsSaidAboutAProposalWaitsForItsYes) {
    const auto record = theirsAsked();
    theirs(view(record.id, ViewState::Confirmed));
    EXPECT_TRUE(vault.timeline().empty());
    mine(consent(record.id, Answer::Yes), {.seen = held + 1});
    EXPECT_EQ(kinds(), (std::vector{u"commitment"_s, u"consent"_s, u"view"_s}));
}

TEST_F(ProjectionCommitment, ADaysShardsAreWhatWasExpectedOrSpokenAbout) {
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

TEST_F(ProjectionCommitment, AWeekSumsItsOwnersCommitments) {
    const Day monday = sunday.plus(-6);
    CommitmentFields fields = promise(u"Daily"_s);
    fields.from = monday;
    const auto one = mine(commitment(fields), {.day = monday});
    const auto two = mine(commitment(fields), {.day = monday});
    theirs(commitment(fields), {.day = monday});
    mine(outcome(one.id, OutcomeState::Kept), {.day = monday});
    mine(outcome(two.id, OutcomeState::Partly), {.day = monday});
    mine(outcome(two.id, OutcomeState::Missed), {.day = monday.plus(1)});
    theirs(view(one.id, ViewState::Confirmed), {.day = monday});
    const auto week = vault.read().keptInWeek(Person::Me, monday, sunday);
    EXPECT_EQ(week->monday, monday);
    EXPECT_EQ(week->expected, 14);
    EXPECT_EQ(week->answered, 3);
    EXPECT_EQ(week->keptHalves, 3);
    EXPECT_EQ(week->confirmed, 1);
    EXPECT_EQ(week->agreedHalves, 2);
    EXPECT_EQ(week->open, 11);
    EXPECT_EQ(week->toldFirst, 1);
}

TEST_F(ProjectionCommitment, NewestFirstAndUnknownIdsAreSaid) {
    const auto first = minePromised();
    const auto second = mine(commitment(promise(u"Later"_s)), {.day = sunday.plus(1)});
    const auto all = vault.read().commitments(sunday, sunday, sunday);
    ASSERT_EQ(all->size(), 2u);
    EXPECT_EQ((*all)[0].id, second.id);
    EXPECT_EQ((*all)[1].id, first.id);
    EXPECT_EQ(vault.read().commitment(RecordId(), sunday, sunday, sunday).error(),
              VaultError::UnknownId);
}

} // namespace
} // namespace mend::vault::test
