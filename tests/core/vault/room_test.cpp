// Somebody who says one thing over and over: what counts has an end, so each further word costs as
// much as the one before it.

#include "core/vault/due.h"
#include "core/vault/room.h"
#include "tests/core/vault/folded.h"
#include "tests/core/vault/vault_fixture.h"

namespace mend::vault::test {
namespace {

using namespace Qt::StringLiterals;

struct Room : testing::Test {
    Author alex{Person::Partner, 2};
    Folded vault;

    RecordId said(const Content& content, const How& how = {}) {
        return vault.take(alex, alex.write(content, how)).id;
    }
    // Kept, and not looked at.
    void kept(const Content& content, const How& how = {}) {
        const auto log = vault.store().log(alex.log);
        ASSERT_TRUE(log);
        vault.store().insert(*log, alex.write(content, how));
    }
    bool hasRoomFor(Kind kind, const std::optional<Day>& day, const std::optional<RecordId>& id) {
        return hasRoom(vault.connection(), vault.store().log(alex.log)->number, name(kind), day,
                       id);
    }
    std::optional<RecordId> replacedBy(const RecordId& id) {
        return vault.store().record(id)->replaces;
    }
};

TEST_F(Room, ForOutcomesOfADayEndsAndTheLastThatFoundSomeCounts) {
    const RecordId promised = said(commitment(promise(u"On time"_s)));
    for (int i = 0; i < sayingsADay - 1; ++i)
        said(outcome(promised, OutcomeState::Missed));
    said(outcome(promised, OutcomeState::Kept));
    const RecordId over = said(outcome(promised, OutcomeState::Partly));
    EXPECT_EQ(replacedBy(over), nowhere);
    said(outcome(promised, OutcomeState::Partly), {.day = sunday.plus(1)}); // another day has some
    const auto read = vault.read().commitment(promised, sunday, sunday, sunday.plus(1));
    ASSERT_EQ(read->days.size(), 2u);
    EXPECT_EQ(read->days[0].state, DayState::Kept);
    EXPECT_EQ(read->days[1].state, DayState::Partly);
}

TEST_F(Room, ForCheckInsOfADayEndsSealedOrNot) {
    said(checkIn(u"first"_s));
    for (int i = 0; i < sayingsADay - 2; ++i)
        kept(checkIn(u"again"_s));
    said(checkIn(u"the last that counts"_s));
    const auto shown = [&] {
        const auto entries = vault.timeline();
        EXPECT_EQ(entries.size(), 1u);
        return entries.front().newest;
    };
    const RecordId last = shown();
    said(checkIn(u"one too many"_s));
    const auto sealed = alex.write(checkIn(u"and sealed"_s), {.seal = record::Seal::Together});
    vault.takeSealed(alex, sealed);
    EXPECT_FALSE(DueWords(vault.connection()).include(*vault.store().record(sealed.id)));
    vault.takeBody(sealed);
    EXPECT_EQ(replacedBy(sealed.id), nowhere); // its words make no room
    EXPECT_EQ(shown(), last);
    said(checkIn(u"tomorrow"_s), {.day = sunday.plus(1)});
    EXPECT_EQ(vault.timeline().size(), 2u);
}

TEST_F(Room, ForAnswersAboutACommitmentEnds) {
    const RecordId promised = said(commitment(promise(u"On time"_s)));
    const auto fill = [&](Kind kind, int limit, const Content& content) {
        for (int i = 0; i < limit; ++i) {
            EXPECT_TRUE(hasRoomFor(kind, {}, promised)) << i;
            kept(content, {.day = sunday.plus(i)});
        }
        EXPECT_FALSE(hasRoomFor(kind, {}, promised));
        EXPECT_TRUE(hasRoomFor(kind, {}, said(commitment(promise(u"Another"_s)))));
    };
    fill(Kind::Consent, consentLimit, consent(promised, Answer::Yes));
    fill(Kind::CommitmentChange, changeLimit, change(promised, ChangeKind::Pause));
}

TEST_F(Room, ForOpeningAndTakingBackEnds) {
    const RecordId words = said(checkIn(u"words"_s), {.seal = record::Seal::Together});
    for (int i = 0; i < namingLimit; ++i) {
        EXPECT_TRUE(hasRoomFor(Kind::Open, {}, words));
        said(opening(words), {.day = {}});
    }
    EXPECT_FALSE(hasRoomFor(Kind::Open, {}, words));
    EXPECT_TRUE(hasRoomFor(Kind::Withdraw, {}, words));
    const RecordId over = said(opening(words), {.day = {}});
    EXPECT_EQ(replacedBy(over), nowhere);
    EXPECT_FALSE(vault.store().record(over)->about);
    said(withdrawal(words), {.day = {}});
    EXPECT_EQ(vault.timeline().front().seal, SealState::Withdrawn);
}

TEST_F(Room, ForPairsEnds) {
    said(pairWith(alex.log), {.day = {}});
    for (int i = 1; i < pairLimit; ++i)
        said(pairWith(alex.log), {.day = {}});
    EXPECT_FALSE(hasRoomFor(Kind::Pair, {}, {}));
    said(pairWith(alex.log), {.day = {}});
    Statement points(vault.connection(), "SELECT count(*) FROM pair_point");
    EXPECT_LE(integerOf(points), pairLimit);
    vault.read(); // folding anew gives the same
}

TEST_F(Room, OfOneLogIsNotTakenByTheOther) {
    Author sam{Person::Me, 1};
    const RecordId promised = said(commitment(promise(u"On time"_s)));
    for (int i = 0; i < sayingsADay; ++i)
        said(outcome(promised, OutcomeState::Kept));
    vault.take(sam, sam.write(view(promised, ViewState::Differs)));
    EXPECT_EQ(vault.read().commitment(promised, sunday, sunday, sunday)->days[0].state,
              DayState::Differs);
    const auto mine = vault.store().log(sam.log)->number;
    EXPECT_TRUE(hasRoom(vault.connection(), mine, name(Kind::Outcome), sunday, promised));
}

TEST(OwnRoom, EndsWithAWord) {
    mend::test::TestVault sam;
    const auto promised =
        sam.append(mend::test::commitment(u"On time"_s, sam.today())).value_or(RecordId());
    const auto say = [&] {
        return sam.append(*Outcome::create({promised, OutcomeState::Kept, {}}));
    };
    for (int i = 0; i < sayingsADay; ++i)
        ASSERT_TRUE(say()) << i;
    EXPECT_EQ(mend::test::errorIn(say()), VaultError::AgainstRules);
    EXPECT_TRUE(sam.vault->verify()->ok());
}

} // namespace
} // namespace mend::vault::test
