#include "tests/core/sync/replication_fixture.h"

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

// Whoever waits for words, here or there, waits for nothing else.
TEST_F(Replication, WordsGoOutAndAreToldBeforeAnythingIsAskedOrAnswered) {
    meet();
    samsVault.write(u"now"_s);
    alexsVault.write(u"for later"_s);
    const Replicator::Step given = sam.replicator->localChanged();
    ASSERT_EQ(given.send.size(), 1u);
    ASSERT_TRUE(std::holds_alternative<Batch>(given.send.front()));
    EXPECT_TRUE(given.more);
    EXPECT_TRUE(sam.replicator->goOn().send.empty()); // nothing is lacking

    const Replicator::Step taken = alex.replicator->receive(given.send.front());
    EXPECT_TRUE(taken.stored);
    EXPECT_TRUE(taken.send.empty());
    ASSERT_TRUE(taken.more);
    const Replicator::Step answer = alex.replicator->goOn();
    ASSERT_EQ(answer.send.size(), 2u);
    EXPECT_TRUE(std::holds_alternative<record::Ack>(answer.send[0]));
    EXPECT_TRUE(std::holds_alternative<Batch>(answer.send[1]));
    EXPECT_TRUE(alex.replicator->goOn().send.empty()); // once
}

TEST_F(Replication, TheEndOfALogIsNotLookedForTwice) {
    meet();
    samsVault.batchesRead = 0;
    samsVault.write(u"now"_s);
    sam.take(sam.replicator->localChanged());
    EXPECT_EQ(samsVault.batchesRead, 1);
    writeMany(samsVault, samsVault.batchSize + 1);
    sam.take(sam.replicator->localChanged());
    EXPECT_EQ(samsVault.batchesRead, 3);
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

TEST_F(Replication, TheFirstQuestionAsksForWhatMayHaveBeenGivenBefore) {
    alexsVault.write(u"words"_s);
    samsVault.givenBefore = {alexsVault.mine.records[0].id};
    meet();
    EXPECT_EQ(alexsVault.asked, 1);
    alexsVault.write(u"more"_s);
    alex.take(alex.replicator->localChanged());
    carryAll();
    ASSERT_TRUE(agree());
    EXPECT_EQ(alexsVault.asked, 1); // once a connection is enough
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

TEST_F(Replication, AQuestionIsAlwaysAnswered) {
    meet();
    sam.take(sam.replicator->receive(Lacking{{alexsVault.mine.records[0].id}})); // not Sam's
    ASSERT_EQ(sam.waiting<Bodies>(), 1u);
    EXPECT_TRUE(std::get<Bodies>(*decode(sam.out.back())).bodies.empty());
}

TEST_F(Replication, AQuestionAnsweredWithNothingIsAskedAgainAfterSomethingChanged) {
    samsVault.writeSealed(u"mine"_s);
    meet();
    alexsVault.writeSealed(u"theirs"_s);
    alex.take(alex.replicator->localChanged());
    ASSERT_EQ(alex.out.size(), 2u);
    ASSERT_EQ(alex.waiting<Lacking>(), 1u);
    std::swap(alex.out[0], alex.out[1]); // Sam hears the question before it is due
    carry(alex, sam);
    ASSERT_EQ(sam.waiting<Bodies>(), 1u);
    EXPECT_TRUE(std::get<Bodies>(*decode(sam.out.back())).bodies.empty());
    carry(sam, alex);
    EXPECT_EQ(alex.waiting<Lacking>(), 0u); // an answer of nothing is no reason to ask at once
    const int asked = samsVault.asked;
    carryAll();
    EXPECT_EQ(samsVault.asked, asked + 1);
    EXPECT_EQ(alexsVault.wordsOf(alexsVault.theirs), 2u);
    EXPECT_TRUE(agree());
}

// Else who keeps back one word could see from afar when something private is saved.
TEST_F(Replication, ACommitThatSharesNothingSaysNothingHoweverMuchIsLacking) {
    samsVault.writeSealed(u"mine"_s);
    meet();
    alexsVault.writeSealed(u"theirs"_s);
    samsVault.keepBack = true;
    alex.take(alex.replicator->localChanged());
    carryAll();
    ASSERT_FALSE(alexsVault.lacking(1).empty());
    alex.take(alex.replicator->localChanged());
    EXPECT_TRUE(alex.out.empty());
    samsVault.keepBack = false;
    alexsVault.write(u"shared"_s);
    alex.take(alex.replicator->localChanged());
    carryAll();
    EXPECT_TRUE(alexsVault.lacking(1).empty()); // asked again with the next that is shared
}

TEST_F(Replication, BodiesThatAreNotThoseEndTheConnection) {
    samsVault.writeSealed(u"mine"_s);
    meet();
    alexsVault.writeSealed(u"theirs"_s);
    alex.take(alex.replicator->localChanged()); // asks for Sam's words
    alex.take(alex.replicator->receive(
        Bodies{{{alexsVault.theirs.records.back().id, QByteArray("other words")}}}));
    EXPECT_EQ(alex.stop, ReplicationStop::BadPeer);
    EXPECT_EQ(alexsVault.wordsOf(alexsVault.theirs), 1u);
}

TEST_F(Replication, BodiesThatNobodyAskedForEndTheConnection) {
    samsVault.writeSealed(u"mine"_s);
    meet();
    const record::Record& sealed = samsVault.mine.records.back();
    alex.take(alex.replicator->receive(Bodies{{{sealed.id, *sealed.body}}})); // too early
    EXPECT_EQ(alex.stop, ReplicationStop::BadPeer);
    EXPECT_EQ(alexsVault.wordsOf(alexsVault.theirs), 1u);
}

TEST_F(Replication, WhoAsksTooEarlyGetsNoWords) {
    samsVault.writeSealed(u"mine"_s);
    meet();
    sam.out.clear();
    sam.take(sam.replicator->receive(Lacking{{samsVault.mine.records.back().id}}));
    ASSERT_EQ(sam.out.size(), 1u);
    EXPECT_TRUE(std::get<Bodies>(*decode(sam.out.back())).bodies.empty());
    EXPECT_FALSE(sam.stop);
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

TEST_F(Replication, SealedWordsThatOnlyTheLostDiskHadAreLostAndNothingElseIs) {
    samsVault.writeSealed(u"mine"_s);
    samsVault.write(u"and on"_s);
    meet();
    samsVault.rollBack(2, 0);
    meet();
    alexsVault.writeSealed(u"theirs"_s); // Sam's would be due now
    alex.take(alex.replicator->localChanged());
    carryAll();
    EXPECT_TRUE(agree() && !sam.stop && !alex.stop);
    EXPECT_EQ(samsVault.mine.records.size(), 3u);
    EXPECT_EQ(samsVault.wordsOf(samsVault.mine), 2u);
    EXPECT_EQ(alexsVault.lacking(10), std::vector{samsVault.mine.records[1].id});
}

TEST_F(Replication, WhatIsGivenBackHasAWindowToo) {
    writeMany(samsVault, 40);
    meet();
    samsVault.rollBack(35, 0);
    connect();
    carry(sam, alex); // hello
    EXPECT_EQ(alex.waiting<Batch>(), std::size_t(batchWindow));
    EXPECT_FALSE(alex.inStep());
    carry(alex, sam);           // hello
    EXPECT_FALSE(sam.inStep()); // waits for words of its own
    carry(alex, sam);           // a batch
    while (sam.waiting<record::Ack>() > 0)
        carry(sam, alex);
    EXPECT_EQ(alex.waiting<Batch>(), std::size_t(batchWindow)); // three left and one more
    carryAll();
    EXPECT_EQ(samsVault.mine.records.size(), 41u);
    EXPECT_TRUE(agree());
}

TEST_F(Replication, WhatWasGivenBackIsNotSentAgain) {
    writeMany(samsVault, 40);
    meet();
    samsVault.rollBack(35, 0);
    connect();
    int fromSam = 0;
    do {
        fromSam += int(sam.waiting<Batch>());
        sam.out.erase(std::remove_if(sam.out.begin(), sam.out.end(),
                                     [](const QByteArray& bytes) {
                                         return std::holds_alternative<Batch>(*decode(bytes));
                                     }),
                      sam.out.end());
    } while (carry(sam, alex) || carry(alex, sam));
    EXPECT_EQ(fromSam, 0);
    samsVault.write(u"and on"_s);
    sam.take(sam.replicator->localChanged());
    carryAll();
    EXPECT_TRUE(agree());
}

TEST_F(Replication, AnAckThatNeverComesHoldsBackTheRest) {
    writeMany(samsVault, 40);
    meet();
    samsVault.rollBack(35, 0);
    connect();
    carry(sam, alex);
    for (int i = 0; i < 10; ++i) {
        alexsVault.write(u"live %1"_s.arg(i));
        alex.take(alex.replicator->localChanged());
    }
    EXPECT_EQ(alex.waiting<Batch>(), std::size_t(2 * batchWindow)); // of each log
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

TEST_F(Replication, AVaultThatCannotBeReadIsNoForkAndNotEmpty) {
    writeMany(samsVault, 3);
    meet();
    samsVault.unreadable = true;
    sam.connect();
    EXPECT_EQ(sam.stop, ReplicationStop::Storage);
    EXPECT_EQ(sam.waiting<Hello>(), 0u); // it would ask for everything again
    samsVault.unreadable = false;
    connect();
    samsVault.unreadable = true;
    ASSERT_TRUE(carry(alex, sam));
    EXPECT_EQ(sam.stop, ReplicationStop::Storage);
    EXPECT_FALSE(sam.replicator->answered());
    carryAll();
    EXPECT_NE(alex.stop, ReplicationStop::ByeFork);
}
