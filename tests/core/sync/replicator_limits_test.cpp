#include "tests/core/sync/replication_fixture.h"

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
    alexsVault.takenToday = {utcDayOf(clock.nowMs()), recordsADay, 0, false};
    samsVault.write(u"one too many"_s);
    sam.take(sam.replicator->localChanged());
    carryAll();
    EXPECT_EQ(alex.stop, ReplicationStop::TooMuch);
    EXPECT_EQ(sam.stop, ReplicationStop::Bye);
    EXPECT_EQ(alexsVault.theirs.records.size(), 1u);

    alexsVault.takenToday.allowed = true;
    meet();
    EXPECT_TRUE(agree());
}

TEST_F(Replication, MoreThanADaysBytesAsksThePerson) {
    meet();
    meet(); // no longer the first
    alexsVault.takenToday = {utcDayOf(clock.nowMs()), 0, bytesADay - 10, false};
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
    alexsVault.takenToday = {utcDayOf(clock.nowMs()), 0, bytesADay, false};
    alex.take(alex.replicator->localChanged());
    carryAll();
    EXPECT_EQ(alex.stop, ReplicationStop::TooMuch);
}

TEST_F(Replication, ANewDayCountsAnew) {
    meet();
    meet(); // no longer the first
    alexsVault.takenToday = {utcDayOf(clock.nowMs()), recordsADay, 0, true};
    clock.advanceDays(1);
    samsVault.write(u"tomorrow"_s);
    sam.take(sam.replicator->localChanged());
    carryAll();
    EXPECT_TRUE(agree());
    EXPECT_FALSE(alexsVault.takenToday.allowed);
    EXPECT_EQ(alexsVault.takenToday.records, 1);
}

TEST_F(Replication, AFirstSyncHasNoLimit) {
    alexsVault.takenToday = {utcDayOf(clock.nowMs()), recordsADay, bytesADay, false};
    writeMany(samsVault, 10);
    meet();
    EXPECT_TRUE(agree());
}

TEST_F(Replication, AReturningSyncHasNoLimitOnceMyOwnWordsCameBack) {
    writeMany(samsVault, 10);
    writeMany(alexsVault, 10);
    meet();
    alexsVault.rollBack(3, 9);
    alexsVault.takenToday = {utcDayOf(clock.nowMs()), recordsADay, bytesADay, false};
    meet();
    EXPECT_TRUE(agree());
}

TEST_F(Replication, ALongerHeadThatIsOnlyClaimedLiftsNoLimit) {
    meet();
    connect();
    Hello claims{{1}, {}, *samsVault.head(Person::Me), *alexsVault.head(Person::Me), clock.nowMs()};
    claims.yours->seq += 1000;
    alex.take(alex.replicator->receive(claims));
    alexsVault.takenToday = {utcDayOf(clock.nowMs()), recordsADay, 0, false};
    samsVault.write(u"more"_s);
    alex.take(alex.replicator->receive(*samsVault.batch(Person::Me, 1)));
    EXPECT_EQ(alex.stop, ReplicationStop::TooMuch);
}

TEST_F(Replication, ALongerHeadThanAnyLogCanHaveIsOnlyAClaim) {
    meet();
    writeMany(samsVault, 9);
    for (const quint64 seq :
         {quint64(samsVault.mine.records.size()), quint64(std::numeric_limits<qint64>::max())}) {
        sam.connect();
        Hello claims{{1}, {}, *alexsVault.head(Person::Me), *samsVault.head(Person::Me), 0};
        claims.yours->seq = seq;
        sam.take(sam.replicator->receive(*decode(encode(claims))));
        EXPECT_EQ(sam.waiting<Batch>(), 0u);
        EXPECT_FALSE(sam.inStep());
        EXPECT_FALSE(sam.stop);
    }
}

TEST_F(Replication, MyOwnWordsOverAndOverCountAsTheOthers) {
    meet();
    meet(); // no longer the first
    alexsVault.takenToday = {utcDayOf(clock.nowMs()), recordsADay, 0, false};
    const Batch mine = *alexsVault.batch(Person::Me, 0);
    alex.take(alex.replicator->receive(mine));
    EXPECT_EQ(alex.stop, ReplicationStop::TooMuch);
}

TEST_F(Replication, WhatCantBeCountedIsNotTaken) {
    meet();
    meet();
    alexsVault.storageFails = true;
    samsVault.write(u"words"_s);
    sam.take(sam.replicator->localChanged());
    carryAll();
    EXPECT_EQ(alex.stop, ReplicationStop::Storage);
    EXPECT_EQ(alexsVault.theirs.records.size(), 1u);
}

TEST_F(Replication, AnEquivocatingPartnerIsAForkAndBothBranchesStop) {
    meet();
    const auto before = samsVault.mine;
    samsVault.write(u"what Alex is told"_s);
    alex.take(alex.replicator->receive(*samsVault.batch(Person::Me, 1)));
    ASSERT_FALSE(alex.stop);
    samsVault.mine = before;
    samsVault.write(u"what Sam says later"_s);
    alex.take(alex.replicator->receive(*samsVault.batch(Person::Me, 1)));
    EXPECT_EQ(alex.stop, ReplicationStop::Fork);
    EXPECT_GT(alex.stored, 0);
    EXPECT_TRUE(alexsVault.forked);
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
    alex.take(alex.replicator->receive(Hello{{1}, {}, *samsVault.head(Person::Me), {}, 0}));
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

TEST_F(Replication, AClockBefore1970StillGreets) {
    clock.advanceMs(-clock.nowMs() - 86'400'000);
    sam.take(Replicator(samsVault, clock).start());
    const auto hello = decode(sam.out.back());
    ASSERT_TRUE(hello);
    EXPECT_EQ(std::get<Hello>(*hello).at, 0);
}
