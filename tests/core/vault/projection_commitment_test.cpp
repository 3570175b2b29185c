// Promises: asked, agreed, changed, ended.

#include "tests/core/vault/promises_fixture.h"

namespace mend::vault::test {
namespace {

using ProjectionCommitment = Promises;

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
