// Replication between two vaults in memory, message by message.

#include "core/sync/replicator.h"

#include "core/sync/rendezvous.h"
#include "tests/core/sync/memory_vault.h"

#include <deque>
#include <gtest/gtest.h>

using namespace mend;
using namespace mend::sync;
using namespace mend::test;
using namespace Qt::StringLiterals;

namespace {

// One end of a connection; what it sends goes through bytes.
struct Side {
    explicit Side(MemoryVault& itsVault) : vault(itsVault) {}
    void connect() {
        replicator.emplace(vault, vault.clock, taken);
        out.clear();
        stop.reset();
        take(replicator->start());
    }
    void take(Replicator::Step step) {
        for (const Message& message : step.send)
            out.push_back(encode(message));
        stop = step.stop ? step.stop : stop;
        answered += step.answered;
        stored += step.stored;
        moved += step.moved;
    }
    template <class M>
    std::size_t waiting() const {
        return std::size_t(std::count_if(out.begin(), out.end(), [](const QByteArray& bytes) {
            return std::holds_alternative<M>(*decode(bytes));
        }));
    }
    bool inStep() const { return replicator->inStep(); }

    MemoryVault& vault;
    Taken taken;
    std::optional<Replicator> replicator;
    std::deque<QByteArray> out;
    std::optional<ReplicationStop> stop;
    int answered = 0;
    int stored = 0;
    int moved = 0;
};

struct Replication : testing::Test {
    FakeClock clock;
    MemoryVault samsVault{u"Sam"_s, 1, clock};
    MemoryVault alexsVault{u"Alex"_s, 2, clock};
    Side sam{samsVault};
    Side alex{alexsVault};

    Replication() { MemoryVault::pair(samsVault, alexsVault); }

    static bool carry(Side& from, Side& to) {
        if (from.out.empty() || to.stop)
            return false;
        const QByteArray bytes = from.out.front();
        from.out.pop_front();
        to.take(to.replicator->receive(*decode(bytes)));
        return true;
    }
    int carryAll() {
        int count = 0;
        while (carry(sam, alex) || carry(alex, sam))
            ++count;
        return count;
    }
    void connect() {
        sam.connect();
        alex.connect();
    }
    void meet() {
        connect();
        carryAll();
    }
    void writeMany(MemoryVault& vault, int count) {
        for (int i = 0; i < count; ++i)
            vault.write(u"words %1"_s.arg(i));
    }
    bool agree() { return equal(samsVault, alexsVault) && sam.inStep() && alex.inStep(); }
};

} // namespace

TEST_F(Replication, BothEndWithBothLogs) {
    writeMany(samsVault, 20);
    writeMany(alexsVault, 5);
    meet();
    EXPECT_TRUE(agree());
    EXPECT_FALSE(sam.stop || alex.stop);
    EXPECT_EQ(sam.answered, 1);
    EXPECT_FALSE(samsVault.provisional || alexsVault.provisional);
    EXPECT_EQ(samsVault.theyHold, samsVault.mine.records.size());
    EXPECT_GT(alex.stored, 0);
    EXPECT_GT(sam.moved, 0);
    EXPECT_EQ(alex.replicator->theirCount(), 21u);
}

TEST_F(Replication, AHelloAloneIsNoConnection) {
    connect();
    EXPECT_FALSE(sam.replicator->answered());
    EXPECT_FALSE(sam.inStep());
    samsVault.write(u"too early"_s);
    sam.take(sam.replicator->localChanged());
    EXPECT_EQ(sam.out.size(), 1u); // the hello
    EXPECT_TRUE(samsVault.provisional);
    carry(alex, sam);
    EXPECT_TRUE(sam.replicator->answered());
}

TEST_F(Replication, WhatIsWrittenLaterGoesOutAtOnce) {
    meet();
    samsVault.write(u"now"_s);
    sam.take(sam.replicator->localChanged());
    EXPECT_FALSE(sam.inStep());
    carryAll();
    EXPECT_TRUE(agree());
}

TEST_F(Replication, AtMostFourBatchesAreOnTheirWay) {
    writeMany(samsVault, 40);
    connect();
    carry(alex, sam);
    EXPECT_EQ(sam.waiting<Batch>(), std::size_t(batchWindow));
    carry(sam, alex); // hello
    carry(sam, alex); // a batch
    while (alex.waiting<record::Ack>() > 0)
        carry(alex, sam);
    EXPECT_EQ(sam.waiting<Batch>(), std::size_t(batchWindow)); // three left and one more
    carryAll();
    EXPECT_TRUE(agree());
}

TEST_F(Replication, ASecondMeetingSendsNothingTwice) {
    writeMany(samsVault, 20);
    meet();
    connect();
    carry(alex, sam);
    EXPECT_EQ(sam.waiting<Batch>(), 0u);
    carryAll();
    EXPECT_TRUE(agree());
}

// --- Sealed words

TEST_F(Replication, SealedWordsTravelOnceBothHaveTheirs) {
    samsVault.writeSealed(u"mine"_s);
    meet();
    EXPECT_EQ(alexsVault.wordsOf(alexsVault.theirs), 1u);
    alexsVault.writeSealed(u"theirs"_s);
    alex.take(alex.replicator->localChanged());
    carryAll();
    EXPECT_TRUE(agree());
    EXPECT_EQ(alexsVault.wordsOf(alexsVault.theirs), 2u);
    EXPECT_EQ(samsVault.wordsOf(samsVault.theirs), 2u);
}

TEST_F(Replication, LackingWordsAreAskedForOneQuestionAtATime) {
    samsVault.batchSize = 1;
    for (int i = 0; i < 10; ++i)
        samsVault.writeSealed(u"mine %1"_s.arg(i));
    meet();
    alexsVault.writeSealed(u"theirs"_s);
    alex.take(alex.replicator->localChanged());
    carryAll();
    EXPECT_EQ(alexsVault.wordsOf(alexsVault.theirs), 11u);
    EXPECT_LE(samsVault.asked, 3);
}

TEST_F(Replication, AQuestionIsAlwaysAnsweredAndAskedAgainAfterSomethingChanged) {
    meet();
    sam.take(sam.replicator->receive(Lacking{{alexsVault.mine.records[0].id}})); // not Sam's
    ASSERT_EQ(sam.waiting<Bodies>(), 1u);
    EXPECT_TRUE(std::get<Bodies>(*decode(sam.out.back())).bodies.empty());
}

TEST_F(Replication, BodiesThatAreNotThoseEndTheConnection) {
    samsVault.writeSealed(u"mine"_s);
    meet();
    alex.take(alex.replicator->receive(
        Bodies{{{alexsVault.theirs.records.back().id, QByteArray("other words")}}}));
    EXPECT_EQ(alex.stop, ReplicationStop::BadPeer);
    EXPECT_EQ(alexsVault.wordsOf(alexsVault.theirs), 1u);
}

// --- Set back

TEST_F(Replication, WhoWasSetBackGetsTheirOwnWordsAgain) {
    writeMany(samsVault, 12);
    writeMany(alexsVault, 12);
    meet();
    samsVault.rollBack(5, 4);
    ASSERT_FALSE(equal(samsVault, alexsVault));
    meet();
    EXPECT_FALSE(sam.stop || alex.stop);
    EXPECT_EQ(samsVault.mine.records.size(), 13u);
    EXPECT_TRUE(agree());
}

TEST_F(Replication, BothSetBackGetTheirOwnWordsAgain) {
    writeMany(samsVault, 12);
    writeMany(alexsVault, 12);
    meet();
    samsVault.rollBack(6, 0);
    alexsVault.rollBack(3, 0);
    meet();
    EXPECT_TRUE(agree());
    EXPECT_EQ(alexsVault.mine.records.size(), 13u);
}

TEST_F(Replication, AnEmptyPartnerDeletesNothing) {
    writeMany(samsVault, 6);
    writeMany(alexsVault, 6);
    meet();
    alexsVault.rollBack(100, 100);
    meet();
    EXPECT_TRUE(agree());
    EXPECT_EQ(samsVault.theirs.records.size(), 7u);
    EXPECT_EQ(alexsVault.mine.records.size(), 7u);
}

TEST_F(Replication, WritingAfterBeingSetBackIsAForkAndBothAreTold) {
    writeMany(samsVault, 6);
    meet();
    samsVault.rollBack(3, 0);
    writeMany(samsVault, 4);
    meet();
    const bool samKnows = sam.stop == ReplicationStop::Fork || sam.stop == ReplicationStop::ByeFork;
    const bool alexKnows =
        alex.stop == ReplicationStop::Fork || alex.stop == ReplicationStop::ByeFork;
    EXPECT_TRUE(samKnows);
    EXPECT_TRUE(alexKnows);
    EXPECT_EQ(alexsVault.theirs.records.size(), 7u); // nothing was dropped
}

TEST_F(Replication, ShorterThanBeforeAndWrittenSinceIsAForkToo) {
    writeMany(samsVault, 6);
    meet();
    samsVault.rollBack(4, 0);
    writeMany(samsVault, 1); // Alex's head looks like my own future
    meet();
    EXPECT_TRUE(sam.stop == ReplicationStop::Fork || sam.stop == ReplicationStop::ByeFork);
    EXPECT_TRUE(alex.stop == ReplicationStop::Fork || alex.stop == ReplicationStop::ByeFork);
    EXPECT_EQ(alexsVault.theirs.records.size(), 7u);
}

TEST_F(Replication, AForkFoundWhileSendingStopsAsAFork) {
    meet();
    samsVault.forked = true;
    sam.take(sam.replicator->localChanged());
    EXPECT_EQ(sam.stop, ReplicationStop::Fork);
    carry(sam, alex);
    EXPECT_EQ(alex.stop, ReplicationStop::ByeFork);
}

// --- Limits and wrongs

TEST_F(Replication, ALaterVersionStopsBothAndLosesNothing) {
    sam.connect();
    alex.connect();
    alex.take(alex.replicator->receive(Hello{{2, 3}, {}, {}, {}, clock.nowMs()}));
    EXPECT_EQ(alex.stop, ReplicationStop::NewerVersion);
    EXPECT_TRUE(alexsVault.provisional);
    alex.out.pop_front(); // its hello
    carry(alex, sam);
    EXPECT_EQ(sam.stop, ReplicationStop::NewerVersion);
}

TEST_F(Replication, MoreThanADaysRecordsAsksThePerson) {
    meet();
    meet(); // no longer the first
    alex.taken = {utcDayOf(clock.nowMs()), recordsADay, 0, false};
    samsVault.write(u"one too many"_s);
    sam.take(sam.replicator->localChanged());
    carryAll();
    EXPECT_EQ(alex.stop, ReplicationStop::TooMuch);
    EXPECT_EQ(sam.stop, ReplicationStop::Bye);
    EXPECT_EQ(alexsVault.theirs.records.size(), 1u);

    alex.taken.allowed = true;
    meet();
    EXPECT_TRUE(agree());
}

TEST_F(Replication, MoreThanADaysBytesAsksThePerson) {
    meet();
    meet(); // no longer the first
    alex.taken = {utcDayOf(clock.nowMs()), 0, bytesADay - 10, false};
    samsVault.write(u"one too many"_s);
    sam.take(sam.replicator->localChanged());
    carryAll();
    EXPECT_EQ(alex.stop, ReplicationStop::TooMuch);
}

TEST_F(Replication, BodiesCountAsTheirBytes) {
    samsVault.writeSealed(u"mine"_s);
    meet();
    meet();
    alexsVault.writeSealed(u"theirs"_s);
    alex.taken = {utcDayOf(clock.nowMs()), 0, bytesADay, false};
    alex.take(alex.replicator->localChanged());
    carryAll();
    EXPECT_EQ(alex.stop, ReplicationStop::TooMuch);
}

TEST_F(Replication, ANewDayCountsAnew) {
    meet();
    meet(); // no longer the first
    alex.taken = {utcDayOf(clock.nowMs()), recordsADay, 0, true};
    clock.advanceDays(1);
    samsVault.write(u"tomorrow"_s);
    sam.take(sam.replicator->localChanged());
    carryAll();
    EXPECT_TRUE(agree());
    EXPECT_FALSE(alex.taken.allowed);
    EXPECT_EQ(alex.taken.records, 1);
}

TEST_F(Replication, AFirstSyncHasNoLimit) {
    alex.taken = {utcDayOf(clock.nowMs()), recordsADay, bytesADay, false};
    writeMany(samsVault, 10);
    meet();
    EXPECT_TRUE(agree());
}

TEST_F(Replication, AReturningSyncHasNoLimitOnceMyOwnWordsCameBack) {
    writeMany(samsVault, 10);
    writeMany(alexsVault, 10);
    meet();
    alexsVault.rollBack(3, 9);
    alex.taken = {utcDayOf(clock.nowMs()), recordsADay, bytesADay, false};
    meet();
    EXPECT_TRUE(agree());
}

TEST_F(Replication, ALongerHeadThatIsOnlyClaimedLiftsNoLimit) {
    meet();
    connect();
    Hello claims{{1}, {}, samsVault.head(Person::Me), alexsVault.head(Person::Me), clock.nowMs()};
    claims.yours->seq += 1000;
    alex.take(alex.replicator->receive(claims));
    alex.taken = {utcDayOf(clock.nowMs()), recordsADay, 0, false};
    samsVault.write(u"more"_s);
    alex.take(alex.replicator->receive(*samsVault.batch(Person::Me, 1)));
    EXPECT_EQ(alex.stop, ReplicationStop::TooMuch);
}

TEST_F(Replication, WhateverComesBeforeHelloIsABadPeer) {
    const Batch batch = *samsVault.batch(Person::Me, 0);
    const record::Ack ack = record::signAck(batch.head.head, batch.head.head, samsVault.logKey);
    for (const Message& early : {Message(batch), Message(ack), Message(Lacking{}),
                                 Message(Bodies{}), Message(PauseNow{})}) {
        alex.connect();
        alex.take(alex.replicator->receive(early));
        EXPECT_EQ(alex.stop, ReplicationStop::BadPeer) << early.index();
        EXPECT_TRUE(alexsVault.theirs.records.empty());
    }
}

TEST_F(Replication, ASecondHelloIsABadPeer) {
    meet();
    alex.take(alex.replicator->receive(Hello{{1}, {}, {}, {}, 0}));
    EXPECT_EQ(alex.stop, ReplicationStop::BadPeer);
}

TEST_F(Replication, ARecordThatBreaksItsChainIsNotStored) {
    meet();
    writeMany(samsVault, 6);
    alex.take(alex.replicator->receive(*samsVault.batch(Person::Me, 4))); // a gap
    EXPECT_EQ(alex.stop, ReplicationStop::BadPeer);
    EXPECT_EQ(alexsVault.theirs.records.size(), 1u);
}

TEST_F(Replication, AnAckThatClaimsWhatNeverWasIsABadPeer) {
    meet();
    LogHead never = samsVault.mine.records.back().head();
    never.seq += 7;
    sam.take(sam.replicator->receive(
        record::signAck(alexsVault.mine.records.back().head(), never, alexsVault.logKey)));
    EXPECT_EQ(sam.stop, ReplicationStop::BadPeer);
}

TEST_F(Replication, AFullDiskEndsItAndNothingIsLost) {
    writeMany(samsVault, 4);
    alexsVault.failWith = ReplicaError::Storage;
    meet();
    EXPECT_EQ(alex.stop, ReplicationStop::Storage);
    EXPECT_EQ(sam.stop, ReplicationStop::Bye);
    meet();
    EXPECT_TRUE(agree());
}

TEST_F(Replication, AfterAStopNothingLeadsToAnything) {
    connect();
    alex.take(alex.replicator->receive(Lacking{}));
    ASSERT_EQ(alex.stop, ReplicationStop::BadPeer);
    EXPECT_TRUE(alex.replicator->ended());
    alex.out.clear();
    alex.stop.reset();
    alex.take(alex.replicator->receive(Hello{{1}, {}, samsVault.head(Person::Me), {}, 0}));
    alex.take(alex.replicator->receive(*samsVault.batch(Person::Me, 0)));
    alex.take(alex.replicator->localChanged());
    EXPECT_TRUE(alex.out.empty());
    EXPECT_FALSE(alex.stop);
    EXPECT_TRUE(alexsVault.theirs.records.empty());
}

// --- Parting

TEST_F(Replication, APauseIsToldToTheOther) {
    meet();
    sam.take(sam.replicator->pause());
    EXPECT_EQ(sam.stop, ReplicationStop::Paused);
    carry(sam, alex);
    EXPECT_EQ(alex.stop, ReplicationStop::Paused);
}

TEST_F(Replication, GoodbyesSayWhyOnlyWhereTheOtherCanDoSomething) {
    const std::pair<Bye::Why, ReplicationStop> cases[] = {
        {Bye::Why::Done, ReplicationStop::Bye},
        {Bye::Why::TooMuch, ReplicationStop::Bye},
        {Bye::Why::Storage, ReplicationStop::Bye},
        {Bye::Why::Fork, ReplicationStop::ByeFork},
        {Bye::Why::NewerVersion, ReplicationStop::NewerVersion}};
    for (const auto& [why, stop] : cases) {
        alex.connect();
        alex.take(alex.replicator->receive(Bye{why}));
        EXPECT_EQ(alex.stop, stop) << int(why);
    }
}

TEST_F(Replication, ClocksFarApartAreNoticedAndChangeNothing) {
    sam.connect();
    sam.take(sam.replicator->receive(Hello{{1}, {}, {}, {}, clock.nowMs() + clocksApartMs}));
    EXPECT_FALSE(sam.replicator->clocksApart());
    sam.connect();
    sam.take(sam.replicator->receive(Hello{{1}, {}, {}, {}, clock.nowMs() + clocksApartMs + 1}));
    EXPECT_TRUE(sam.replicator->clocksApart());
    EXPECT_FALSE(sam.stop);
    sam.connect();
    sam.take(sam.replicator->receive(Hello{{1}, {}, {}, {}, std::numeric_limits<qint64>::max()}));
    EXPECT_TRUE(sam.replicator->clocksApart());
}

// --- Anything, cut anywhere

TEST_F(Replication, CutAfterEveryMessageAndResumedBothEndEqual) {
    const auto history = [&](MemoryVault& a, MemoryVault& b) {
        MemoryVault::pair(a, b);
        writeMany(a, 9);
        a.writeSealed(u"mine"_s);
        writeMany(b, 7);
        b.writeSealed(u"theirs"_s);
    };
    history(samsVault, alexsVault);
    connect();
    const int whole = carryAll();
    ASSERT_GT(whole, 10);
    for (int cut = 0; cut <= whole; ++cut) {
        MemoryVault a(u"Sam"_s, 3, clock);
        MemoryVault b(u"Alex"_s, 4, clock);
        history(a, b);
        Side one(a);
        Side two(b);
        one.connect();
        two.connect();
        for (int i = 0; i < cut && (carry(one, two) || carry(two, one)); ++i) {
        }
        one.connect(); // whatever was on its way is gone
        two.connect();
        while (carry(one, two) || carry(two, one)) {
        }
        ASSERT_TRUE(equal(a, b)) << "cut after " << cut;
        ASSERT_TRUE(one.inStep() && two.inStep()) << "cut after " << cut;
        ASSERT_EQ(a.wordsOf(a.theirs), b.mine.records.size()) << "cut after " << cut;
    }
}

TEST(ReplicationProperty, RandomWritesCutAndSetBackEndEqual) {
    for (quint64 seed = 1; seed <= 60; ++seed) {
        FakeClock clock;
        FixedRandom random(seed);
        MemoryVault a(u"Sam"_s, seed * 2, clock);
        MemoryVault b(u"Alex"_s, seed * 2 + 1, clock);
        MemoryVault::pair(a, b);
        Side one(a);
        Side two(b);
        one.connect();
        two.connect();
        for (int i = 0; i < 120; ++i) {
            Side& side = random.below(2) ? one : two;
            switch (random.below(10)) {
            case 0:
                side.vault.write(u"words %1"_s.arg(i));
                side.take(side.replicator->localChanged());
                break;
            case 1:
                side.vault.writeSealed(u"sealed %1"_s.arg(i));
                side.take(side.replicator->localChanged());
                break;
            case 2:
                clock.advanceDays(1);
                break;
            case 3: // the connection breaks
                one.connect();
                two.connect();
                break;
            default:
                Replication::carry(one, two);
                Replication::carry(two, one);
            }
            ASSERT_FALSE(one.stop || two.stop) << "seed " << seed << ", step " << i;
        }
        while (Replication::carry(one, two) || Replication::carry(two, one)) {
        }
        ASSERT_TRUE(equal(a, b)) << "seed " << seed;
        ASSERT_TRUE(one.inStep() && two.inStep()) << "seed " << seed;
        ASSERT_TRUE(a.lacking(1000).empty() && b.lacking(1000).empty()) << "seed " << seed;
    }
}
