// Entries of the timeline: versions, withdrawals, what a newer Mend wrote, forks.

#include "tests/core/vault/two_authors.h"

namespace mend::vault::test {
namespace {

using namespace Qt::StringLiterals;

struct ProjectionTest : TwoAuthors {
    TimelineEntry only() {
        const auto entries = vault.timeline();
        EXPECT_EQ(entries.size(), 1u);
        return entries.empty() ? TimelineEntry() : entries.front();
    }
};

QString noteText(const TimelineEntry& entry) {
    const Note* content = entry.content ? std::get_if<Note>(&*entry.content) : nullptr;
    return content ? (*content)->text : QString();
}

TEST_F(ProjectionTest, ANoteIsAnEntryOfItsDay) {
    const auto record = theirs(note(u"At work"_s));
    const TimelineEntry entry = only();
    EXPECT_EQ(entry.id, record.id);
    EXPECT_EQ(entry.newest, record.id);
    EXPECT_EQ(entry.kind, u"note"_s);
    EXPECT_EQ(entry.day, sunday);
    EXPECT_EQ(entry.at, noonOf(sunday));
    EXPECT_EQ(entry.by, Person::Partner);
    EXPECT_EQ(entry.seal, SealState::None);
    EXPECT_EQ(noteText(entry), u"At work"_s);
    EXPECT_FALSE(entry.edited || entry.late || entry.forked);
}

TEST_F(ProjectionTest, TheLogsOwnAffairsAreNoEntries) {
    mine(member(true), {.day = {}});
    mine(pairWith(alex.log), {.day = {}});
    mine(*Pause::create({true}), {.day = {}});
    const RecordId nothingHere = me.write(note(u"never sent"_s)).id;
    me.forgetLast();
    mine(opening(nothingHere), {.day = {}});
    mine(withdrawal(nothingHere), {.day = {}});
    EXPECT_TRUE(vault.timeline().empty());
}

TEST_F(ProjectionTest, AnEditKeepsTheEntryAndItsPlaceAndShowsTheNewestWords) {
    const auto first = mine(note(u"at work"_s));
    const auto second =
        mine(note(u"at the office"_s), {.replaces = first.id, .at = noonOf(sunday) + 3600000});
    const TimelineEntry entry = only();
    EXPECT_EQ(entry.id, first.id);
    EXPECT_EQ(entry.newest, second.id);
    EXPECT_EQ(entry.at, noonOf(sunday));
    EXPECT_TRUE(entry.edited);
    EXPECT_EQ(noteText(entry), u"at the office"_s);
    const auto earlier = vault.read().earlier(first.id);
    ASSERT_EQ(earlier->size(), 1u);
    EXPECT_EQ(noteText(earlier->front()), u"at work"_s);
}

TEST_F(ProjectionTest, OfTwoEditsOfOneVersionTheHighestSeqWins) {
    const auto first = mine(note(u"one"_s));
    mine(note(u"two"_s), {.replaces = first.id});
    mine(note(u"three"_s), {.replaces = first.id});
    EXPECT_EQ(noteText(only()), u"three"_s);
}

TEST_F(ProjectionTest, AnEditWaitsForWhatItReplaces) {
    const auto first = alex.write(note(u"one"_s));
    const auto second = alex.write(note(u"two"_s), {.replaces = first.id});
    vault.take(alex, second);
    EXPECT_TRUE(vault.timeline().empty());
    vault.take(alex, first);
    EXPECT_EQ(noteText(only()), u"two"_s);
}

TEST_F(ProjectionTest, NobodyEditsTheOthersWordsOrAnotherKindOrDay) {
    const auto first = mine(note(u"mine"_s));
    theirs(note(u"not yours"_s), {.replaces = first.id});
    mine(moment(u"a moment"_s), {.replaces = first.id});
    mine(note(u"yesterday"_s), {.day = sunday.plus(-1), .replaces = first.id});
    EXPECT_EQ(noteText(only()), u"mine"_s);
}

TEST_F(ProjectionTest, WithdrawingLeavesTheFactAndTakesEveryWord) {
    const auto first = mine(note(u"secret one"_s));
    mine(note(u"secret two"_s), {.replaces = first.id});
    mine(withdrawal(first.id), {.day = {}});
    const TimelineEntry entry = only();
    EXPECT_EQ(entry.id, first.id);
    EXPECT_EQ(entry.seal, SealState::Withdrawn);
    EXPECT_FALSE(entry.content.has_value());
    EXPECT_TRUE(vault.read().earlier(first.id)->empty());
    EXPECT_TRUE(vault.timeline(having(u"secret"_s)).empty());
}

TEST_F(ProjectionTest, WithdrawnWordsLeaveTheSearchIndexesPages) {
    const auto first = mine(note(u"xylophone"_s));
    mine(withdrawal(first.id), {.day = {}});
    Statement blocks(vault.connection(), "SELECT count(*) FROM entry_text_data"
                                         " WHERE instr(block, CAST('xylophone' AS BLOB)) > 0");
    EXPECT_EQ(integerOf(blocks), 0);
}

TEST_F(ProjectionTest, WordsWithdrawnBeforeTheyCameAreOneQuietLine) {
    const auto first = alex.write(note(u"one"_s));
    const auto second = alex.write(note(u"two"_s), {.replaces = first.id});
    vault.takeSealed(alex, first);
    vault.takeSealed(alex, second);
    EXPECT_TRUE(vault.timeline().empty());
    theirs(withdrawal(second.id), {.day = {}});
    EXPECT_EQ(only().id, second.id);
    EXPECT_EQ(only().seal, SealState::Withdrawn);
}

TEST_F(ProjectionTest, NobodyWithdrawsTheOthersWordsNorAPromise) {
    const auto first = mine(note(u"stays"_s));
    theirs(withdrawal(first.id), {.day = {}});
    EXPECT_EQ(only().seal, SealState::None);
    const auto promised = mine(commitment(promise(u"Home by 18:30"_s)));
    mine(withdrawal(promised.id), {.day = {}});
    EXPECT_EQ(vault.read().entry(promised.id)->seal, SealState::None);
}

TEST_F(ProjectionTest, AWithdrawalMayComeBeforeWhatItNames) {
    const auto first = alex.write(note(u"one"_s));
    theirs(withdrawal(first.id), {.day = {}});
    vault.take(alex, first);
    EXPECT_EQ(only().seal, SealState::Withdrawn);
}

TEST_F(ProjectionTest, AKindOfANewerMendIsKeptWithoutWords) {
    vault.take(alex, alex.writeRaw(u"gratitude"_s, "\xa0"));
    vault.take(alex, alex.writeRaw(u"gratitude.reply"_s, "\xa0", {.day = {}}));
    const TimelineEntry entry = only();
    EXPECT_EQ(entry.kind, u"gratitude"_s);
    EXPECT_FALSE(entry.content.has_value());
    EXPECT_EQ(entry.seal, SealState::None);
}

TEST_F(ProjectionTest, ASealedRecordOfANewerMendIsSealedUntilItsBodyComes) {
    const auto record = alex.writeRaw(u"aim"_s, "\xa0", {.seal = record::Seal::Together});
    vault.takeSealed(alex, record);
    EXPECT_EQ(only().seal, SealState::Sealed);
    vault.takeBody(record);
    EXPECT_EQ(only().seal, SealState::None);
}

TEST_F(ProjectionTest, ABodyThatCantBeReadIsKeptWithoutWords) {
    vault.take(alex, alex.writeRaw(u"note"_s, "not CBOR"));
    const TimelineEntry entry = only();
    EXPECT_EQ(entry.kind, u"note"_s);
    EXPECT_FALSE(entry.content.has_value());
}

TEST_F(ProjectionTest, WhatBreaksARuleOfItsKindProjectsToNothing) {
    const QByteArray body = *record::encodeBody({note(u"a"_s), {}}, Salt());
    vault.take(alex, alex.writeRaw(u"note"_s, body, {.day = {}}));
    vault.take(alex, alex.writeRaw(u"note"_s, body, {.seal = record::Seal::Together}));
    vault.take(alex, alex.writeRaw(u"checkin"_s, body, {.seal = record::Seal::WhenAsked}));
    const QByteArray strong = *record::encodeBody({moment(u"x"_s), {}}, Salt());
    QByteArray tooStrong = strong;
    tooStrong[tooStrong.indexOf("strength") + 8] = 11; // 0 to 10
    vault.take(alex, alex.writeRaw(u"moment"_s, tooStrong));
    EXPECT_TRUE(vault.timeline().empty());
}

TEST_F(ProjectionTest, MoreThanThreeDaysAfterItsDayIsLate) {
    mine(note(u"in time"_s), {.at = noonOf(sunday.plus(3))});
    EXPECT_FALSE(only().late);
    mine(note(u"late"_s), {.at = noonOf(sunday.plus(4))});
    EXPECT_TRUE(vault.timeline().front().late);
}

TEST_F(ProjectionTest, BothBranchesOfAForkAreShownAndMarked) {
    theirs(note(u"before"_s));
    theirs(note(u"here"_s));
    alex.forgetLast();
    theirs(note(u"there"_s));
    theirs(note(u"after"_s));
    const auto entries = vault.timeline();
    ASSERT_EQ(entries.size(), 4u);
    for (const TimelineEntry& entry : entries)
        EXPECT_EQ(entry.forked, noteText(entry) != u"before"_s);
}

TEST_F(ProjectionTest, ANewerLogOfAPersonComesAfterAnOlder) {
    const auto start = theirs(member(false), {.day = {}});
    const auto first = theirs(note(u"old log"_s));
    theirs(note(u"old log, last word"_s), {.replaces = first.id});
    Author later(Person::Partner, 3);
    const std::vector<LogHead> heads = {first.head()};
    const auto opened = later.write(member(false, heads), {.day = {}});
    const auto edit = later.write(note(u"new log"_s), {.replaces = first.id});
    vault.take(later, edit); // its seq is the lowest of all; its log isn't known to be newer yet
    vault.take(later, opened);
    EXPECT_EQ(noteText(only()), u"new log"_s);
    EXPECT_NE(start.id, opened.id);
}

TEST_F(ProjectionTest, TwoLogsThatGoOnFromOneHeadAreAFork) {
    const auto first = theirs(note(u"together"_s));
    Author left(Person::Partner, 3);
    Author right(Person::Partner, 4);
    vault.take(left, left.write(member(false, {first.head()}), {.day = {}}));
    vault.take(left, left.write(note(u"left"_s)));
    EXPECT_FALSE(vault.timeline(having(u"left"_s)).front().forked);
    vault.take(right, right.write(member(false, {first.head()}), {.day = {}}));
    EXPECT_TRUE(vault.timeline(having(u"left"_s)).front().forked);
    EXPECT_FALSE(vault.timeline(having(u"together"_s)).front().forked);
}

TEST_F(ProjectionTest, SharedStepsAreTheNewestThatStand) {
    theirs(step(u"B4"_s, StepState::Working));
    EXPECT_TRUE(vault.read().steps(Person::Partner)->empty()); // of nobody I am paired with
    mine(pairWith(alex.log), {.day = {}});
    const auto done = theirs(step(u"B4"_s, StepState::Done));
    mine(step(u"H1"_s, StepState::Done));
    auto steps = vault.read().steps(Person::Partner);
    ASSERT_EQ(steps->size(), 1u);
    EXPECT_EQ(steps->front().id, u"B4"_s);
    EXPECT_EQ(steps->front().state, StepState::Done);
    EXPECT_TRUE(steps->front().shared);
    theirs(withdrawal(done.id), {.day = {}});
    EXPECT_EQ(vault.read().steps(Person::Partner)->front().state, StepState::Working);
}

TEST_F(ProjectionTest, ApplyingTwiceChangesNothing) {
    const auto first = mine(note(u"once"_s));
    const QByteArray before = vault.projection().digest();
    Transaction transaction(vault.connection());
    const auto n = vault.store().record(first.id)->n;
    ASSERT_TRUE(vault.projection().apply(n).has_value());
    EXPECT_EQ(before, vault.projection().digest());
}

TEST_F(ProjectionTest, TheDigestSeesEveryDifference) {
    const QByteArray nothing = vault.projection().digest();
    mine(note(u"a"_s));
    const QByteArray one = vault.projection().digest();
    EXPECT_NE(nothing, one);
    Transaction transaction(vault.connection());
    ASSERT_TRUE(vault.connection().execute("UPDATE entry_text SET text = 'b'").has_value());
    EXPECT_NE(one, vault.projection().digest());
}

TEST_F(TwoAuthors, NobodyGoesOnFromTheLogOfAnotherPair) {
    Author kim(Person::Partner, 3);
    theirs(member(true), {.day = {}});
    const LogHead alexs = theirs(note(QStringLiteral("by Alex"))).head();
    vault.take(kim, kim.write(member(true, {alexs}), {.day = {}}));
    const auto strands = [&] {
        EXPECT_TRUE(vault.projection().rebuild());
        Statement rows(vault.connection(), "SELECT count(DISTINCT strand) FROM log_order");
        return integerOf(rows);
    };
    EXPECT_EQ(strands(), 1);
    ASSERT_TRUE(vault.connection().execute("PRAGMA foreign_keys = OFF;"
                                           "UPDATE log SET pairing = id"));
    EXPECT_EQ(strands(), 2);
}

} // namespace
} // namespace mend::vault::test
