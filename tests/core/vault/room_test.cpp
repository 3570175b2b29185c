// Somebody who says one thing over and over: what counts has an end, so each further word costs as
// much as the one before it.

#include "core/record/cbor.h"
#include "core/vault/due.h"
#include "core/vault/migrations/migrations.h"
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
        return hasRoom(vault.connection(),
                       {vault.store().log(alex.log)->number, name(kind), day, id});
    }
    std::optional<RecordId> replacedBy(const RecordId& id) {
        return vault.store().record(id)->replaces;
    }
    // With a field of a later Mend that nobody looks at.
    RecordId saidAtLength(const Content& content, qsizetype bytes) {
        const auto body = record::encodeBody({content, {}}, Salt());
        cbor::Map map = *cbor::decode(*body, record::bodyLimit)->map();
        map[u"zz"_s] = QByteArray(bytes, 'z');
        return vault.take(alex, alex.writeRaw(name(kindOf(content)), cbor::encode(map))).id;
    }
    qint64 integer(std::string_view sql) {
        Statement row(vault.connection(), sql);
        return integerOf(row).value_or(-1);
    }
    QStringList rooms() {
        Statement rows(vault.connection(), "SELECT log, kind, what, records, bytes FROM room"
                                           " ORDER BY log, kind, what");
        QStringList all;
        while (rows.next())
            all << u"%1 %2 %3: %4, %5"_s.arg(rows.integer(0))
                       .arg(rows.text(1), QString::fromLatin1(rows.blob(2).toHex()))
                       .arg(rows.integer(3))
                       .arg(rows.integer(4));
        return all;
    }
};

TEST_F(Room, ForOutcomesOfADayEndsAndTheLastThatFoundSomeCounts) {
    const RecordId promised = said(commitment(promise(u"On time"_s)));
    for (int i = 0; i < answersADay.records - 1; ++i)
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
    for (int i = 0; i < checkInsADay.records - 2; ++i)
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
    const auto fill = [&](Kind kind, qint64 limit, const Content& content) {
        for (int i = 0; i < limit; ++i) {
            EXPECT_TRUE(hasRoomFor(kind, {}, promised)) << i;
            kept(content, {.day = sunday.plus(i)});
        }
        EXPECT_FALSE(hasRoomFor(kind, {}, promised));
        EXPECT_TRUE(hasRoomFor(kind, {}, said(commitment(promise(u"Another"_s)))));
    };
    fill(Kind::Consent, consentLimit.records, consent(promised, Answer::Yes));
    fill(Kind::CommitmentChange, changeLimit.records, change(promised, ChangeKind::Pause));
}

// Number alone would let 64 MiB be read with every promise.
TEST_F(Room, ForWhatIsLongEndsSooner) {
    const RecordId promised = said(commitment(promise(u"On time"_s)));
    const qsizetype most = changeLimit.bytes / (60 * 1024);
    for (qsizetype i = 0; i < most; ++i)
        EXPECT_NE(replacedBy(saidAtLength(change(promised, ChangeKind::Pause), 60 * 1024)),
                  nowhere);
    const RecordId over = saidAtLength(change(promised, ChangeKind::End), 60 * 1024);
    EXPECT_EQ(replacedBy(over), nowhere);
    EXPECT_FALSE(vault.store().record(over)->about);
    const RecordId brief = said(change(promised, ChangeKind::Resume));
    EXPECT_NE(replacedBy(brief), nowhere); // it fits
    EXPECT_LE(integer("SELECT sum(length(body)) FROM record WHERE about IS NOT NULL"),
              changeLimit.bytes);
    const auto read = vault.read().commitment(promised, sunday.plus(1), sunday, sunday.plus(1));
    EXPECT_EQ(read->state, CommitmentState::Active);
}

TEST_F(Room, ForAnswersOfADayAndAboutOnePromiseEndsByTheirLength) {
    const RecordId promised = said(commitment(promise(u"On time"_s)));
    const QString length(16000, u'x');
    std::size_t found = 0;
    for (int i = 0; i < 80; ++i)
        found += replacedBy(said(outcome(promised, OutcomeState::Kept, length))) != nowhere;
    EXPECT_EQ(found, 65u); // of 1 MiB
    found = 0;
    for (int i = 0; i < 40; ++i)
        found += replacedBy(said(consent(promised, Answer::Yes, length))) != nowhere;
    EXPECT_EQ(found, 32u); // of 512 KiB
}

TEST_F(Room, ForPromisesInAllEnds) {
    const RecordId first = said(commitment(promise(u"First"_s)));
    said(consent(first, Answer::Yes));
    said(change(first, ChangeKind::Pause));
    const auto fill = [&](RoomLimit limit) {
        Statement set(vault.connection(), "UPDATE room SET records = ? - 1 WHERE what = x''");
        ASSERT_TRUE(set.bind(limit.records).run());
    };
    fill(commitmentsInAll);
    EXPECT_NE(replacedBy(said(commitment(promise(u"The last"_s)))), nowhere);
    EXPECT_EQ(replacedBy(said(commitment(promise(u"One too many"_s)))), nowhere);
    fill(consentsInAll);
    EXPECT_NE(replacedBy(said(consent(first, Answer::Yes))), nowhere);
    EXPECT_EQ(replacedBy(said(consent(first, Answer::No))), nowhere);
    fill(changesInAll);
    EXPECT_NE(replacedBy(said(change(first, ChangeKind::Resume))), nowhere);
    EXPECT_EQ(replacedBy(said(change(first, ChangeKind::End))), nowhere);
    const auto all = vault.read().commitments(sunday, sunday, sunday);
    EXPECT_EQ(all->size(), 2u);
}

// Else its words would come later, and uncounted.
TEST_F(Room, IsNotTakenByWhatIsSealedAgainstTheRules) {
    const RecordId promised = said(commitment(promise(u"On time"_s)));
    const QByteArray body =
        *record::encodeBody({outcome(promised, OutcomeState::Kept), {}}, Salt());
    const auto sealed = alex.writeRaw(name(Kind::Outcome), body, {.seal = record::Seal::Together});
    vault.takeSealed(alex, sealed);
    vault.takeBody(sealed);
    EXPECT_EQ(replacedBy(sealed.id), nowhere);
    EXPECT_FALSE(vault.store().record(sealed.id)->about);
    EXPECT_EQ(integer("SELECT count(*) FROM room WHERE kind = 'outcome'"), 0);
}

// One computer has the words and another hasn't: both leave out the same records.
TEST_F(Room, IsTheSameWithAndWithoutWordsThatComeAndGo) {
    Folded without;
    for (int i = 0; i < checkInsADay.records + 3; ++i) {
        record::Record each = alex.write(
            checkIn(u"words"_s), {.seal = i % 2 ? record::Seal::Together : record::Seal::None});
        const auto log = vault.store().log(alex.log);
        if (!log) {
            vault.take(alex, each);
            without.takeSealed(alex, each);
            continue;
        }
        vault.store().insert(*log, each);
        each.body.reset();
        without.store().insert(*without.store().log(alex.log), each);
    }
    const auto left = [](Folded& folded) {
        Statement rows(folded.connection(), "SELECT count(*) FROM record WHERE replaces = ?");
        rows.bind(nowhere);
        return integerOf(rows);
    };
    EXPECT_EQ(left(vault), 3);
    EXPECT_EQ(left(without), 3);
    EXPECT_EQ(integer("SELECT sum(bytes) FROM room"), 0);
}

TEST_F(Room, OfAVaultFromBeforeIsWhatWasTaken) {
    const RecordId promised = said(commitment(promise(u"On time"_s, Person::Partner)));
    said(change(promised, ChangeKind::Edit, promise(u"In time"_s, Person::Partner)));
    said(consent(promised, Answer::Yes, u"words"_s));
    const RecordId word = said(note(u"here"_s));
    said(outcome(promised, OutcomeState::Kept, u"words"_s));
    said(checkIn(u"words"_s), {.seal = record::Seal::Together});
    said(withdrawal(word), {.day = {}});
    for (int i = 0; i < pairLimit.records + 1; ++i)
        kept(pairWith(alex.log), {.day = {}});
    const QStringList taken = rooms();
    EXPECT_EQ(taken.size(), 9);
    ASSERT_TRUE(vault.connection().execute(
        "DROP TABLE room; DROP INDEX record_by_kind_in_log; CREATE TABLE tick(a);"
        "ALTER TABLE log ADD COLUMN closed_seq"));
    ASSERT_TRUE(migrate0006Room(vault.connection()));
    EXPECT_EQ(rooms(), taken);
}

TEST_F(Room, ForOpeningAndTakingBackEnds) {
    const RecordId words = said(checkIn(u"words"_s), {.seal = record::Seal::Together});
    for (int i = 0; i < namingLimit.records; ++i) {
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
    for (int i = 1; i < pairLimit.records; ++i)
        said(pairWith(alex.log), {.day = {}});
    EXPECT_FALSE(hasRoomFor(Kind::Pair, {}, {}));
    said(pairWith(alex.log), {.day = {}});
    Statement points(vault.connection(), "SELECT count(*) FROM pair_point");
    EXPECT_LE(integerOf(points), pairLimit.records);
    vault.read(); // folding anew gives the same
}

TEST_F(Room, OfOneLogIsNotTakenByTheOther) {
    Author sam{Person::Me, 1};
    const RecordId promised = said(commitment(promise(u"On time"_s)));
    for (int i = 0; i < answersADay.records; ++i)
        said(outcome(promised, OutcomeState::Kept));
    vault.take(sam, sam.write(view(promised, ViewState::Differs)));
    EXPECT_EQ(vault.read().commitment(promised, sunday, sunday, sunday)->days[0].state,
              DayState::Differs);
    const auto mine = vault.store().log(sam.log)->number;
    EXPECT_TRUE(hasRoom(vault.connection(), {mine, name(Kind::Outcome), sunday, promised}));
}

TEST(OwnRoom, EndsWithAWord) {
    mend::test::TestVault sam;
    const auto promised =
        sam.append(mend::test::commitment(u"On time"_s, sam.today())).value_or(RecordId());
    const auto say = [&] {
        return sam.append(*Outcome::create({promised, OutcomeState::Kept, {}}));
    };
    for (int i = 0; i < answersADay.records; ++i)
        ASSERT_TRUE(say()) << i;
    EXPECT_EQ(mend::test::errorIn(say()), VaultError::AgainstRules);
    EXPECT_TRUE(sam.vault->verify()->ok());
}

} // namespace
} // namespace mend::vault::test
