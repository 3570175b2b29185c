// Replication between two real vaults, message by message.

#include "tests/core/workspace/real_replica.h"
#include "tests/support/disk_syncs.h"

#include <gtest/gtest.h>

using namespace mend;
using namespace mend::sync;
using namespace mend::test;
using namespace Qt::StringLiterals;

namespace {

struct RealReplication : testing::Test {
    FakeClock clock;
    RealReplica sam{u"Sam"_s, 1, clock};
    RealReplica alex{u"Alex"_s, 2, clock};

    void meet() { RealReplica::meet(sam, alex); }
    static bool holds(RealReplica& copy, RealReplica& original) {
        return *copy.store->head(Person::Partner) == *original.store->head(Person::Me) &&
               copy.store->lacking(1000).empty();
    }
    bool agree() { return holds(sam, alex) && holds(alex, sam); }
    bool clean() { return sam.vault->verify()->ok() && alex.vault->verify()->ok(); }
};

} // namespace

TEST_F(RealReplication, BothEndWithBothLogsAndVerify) {
    RealReplica::pair(sam, alex);
    for (int i = 0; i < 20; ++i)
        sam.note(u"words %1"_s.arg(i));
    meet();
    EXPECT_FALSE(sam.stop || alex.stop);
    EXPECT_TRUE(agree());
    EXPECT_FALSE((*sam.store->trust())->provisional);
    EXPECT_TRUE(sam.replicator->inStep() && alex.replicator->inStep());
    EXPECT_EQ(alex.store->counts().theirs, sam.store->counts().mine);
    EXPECT_TRUE(clean());
}

// Counting what a day brings, and noting what was given, go to the disk with what was written for
// its own sake.
TEST_F(RealReplication, ARecordOnItsWayWaitsForTheDiskOnce) {
    RealReplica::pair(sam, alex);
    sam.note(u"first"_s);
    meet();
    meet(); // not a first sync any more: what comes is counted
    const qint64 counted = alex.store->taken().records;
    sam.note(u"second"_s);
    const int before = diskSyncs;
    sam.act(sam.replicator->localChanged());
    EXPECT_EQ(diskSyncs, before);
    ASSERT_TRUE(RealReplica::carry(sam, alex));
    EXPECT_EQ(diskSyncs, before + 1);
    EXPECT_EQ(alex.store->taken().records, counted + 1);
    EXPECT_TRUE(holds(alex, sam));
}

// The pause may be stored between the look at it and the words that would leave.
TEST_F(RealReplication, WhatIsWrittenAfterAPauseStaysWheneverThePauseIsSeen) {
    RealReplica::pair(sam, alex);
    sam.sealedCheckIn(u"sealed"_s);
    meet();
    alex.sealedCheckIn(u"mine"_s);
    meet();
    ASSERT_TRUE(agree());
    const auto given = sam.vault->read().myCheckIn(clock.today());
    ASSERT_TRUE(given && given->shared);
    const RecordId words = given->shared->id;
    ASSERT_EQ(sam.store->bodies({words})->size(), 1u);
    ASSERT_FALSE(sam.store->batch(Person::Partner, 0)->records.empty());
    ASSERT_TRUE(sam.vault->sync().setPaused(true)); // the window's connection, as another process
    sam.note(u"for later"_s);
    sam.act(sam.replicator->localChanged());
    EXPECT_TRUE(sam.out.empty() && !sam.stop);
    EXPECT_TRUE(sam.store->bodies({words})->empty());
    EXPECT_TRUE(sam.store->batch(Person::Partner, 0)->records.empty());
    EXPECT_FALSE(sam.store->ack()); // it would tell how much there is
    ASSERT_TRUE(sam.vault->sync().setPaused(false));
    meet();
    EXPECT_TRUE(agree() && clean());
}

TEST_F(RealReplication, WhatIsPrivateSendsNothing) {
    RealReplica::pair(sam, alex);
    meet();
    ASSERT_TRUE(agree());
    const Day day = clock.today();
    const auto sendsNothing = [this] {
        sam.act(sam.replicator->localChanged());
        return sam.out.empty() && !sam.stop;
    };
    // All that it says when it connects: heads, counts and what it lacks.
    const auto greeting = [this] {
        sam.connect();
        alex.connect();
        QByteArray said;
        while (!sam.out.empty() || !alex.out.empty()) {
            if (!sam.out.empty())
                said += sync::encode(sam.out.front());
            if (!RealReplica::carry(sam, alex))
                RealReplica::carry(alex, sam);
        }
        return said;
    };
    const QByteArray before = greeting();
    CheckInFields fields;
    fields.role = Role::Hurt;
    fields.texts[CheckInText::Hard] = u"the door"_s;
    fields.ticks = {u"H6"_s};
    vault::PrivateStore mine = sam.vault->mine();
    ASSERT_TRUE(mine.addCheckIn(day, *CheckIn::create(fields)));
    EXPECT_TRUE(sendsNothing()) << "a check-in";
    ASSERT_TRUE(mine.addMoment(day, *Moment::create({7, Need::Listen, u"a car"_s})));
    EXPECT_TRUE(sendsNothing()) << "a hard moment";
    const auto entry = mine.addJournal(day, u"what I never said"_s);
    ASSERT_TRUE(entry && mine.changeJournal(*entry, u"what I never said aloud"_s));
    EXPECT_TRUE(sendsNothing()) << "the journal";
    ASSERT_TRUE(mine.saveDraft(u"today"_s, "half a sent"));
    EXPECT_TRUE(sendsNothing()) << "a draft";
    ASSERT_TRUE(mine.setStep(u"H4"_s, StepState::Working));
    EXPECT_TRUE(sendsNothing()) << "the checklist";
    ASSERT_TRUE(mine.setSetting(u"look"_s, "dark"));
    EXPECT_TRUE(sendsNothing()) << "a setting";
    EXPECT_EQ(greeting(), before) << "nor does it show at the next meeting";
    sam.note(u"shared"_s);
    EXPECT_FALSE(sendsNothing());
    while (RealReplica::carry(sam, alex) || RealReplica::carry(alex, sam)) {
    }
    EXPECT_TRUE(agree());
    EXPECT_NE(greeting(), before);
}

TEST_F(RealReplication, PairedAgainNothingIsSentTwice) {
    RealReplica::pair(sam, alex);
    for (int i = 0; i < 5; ++i)
        sam.note(u"words %1"_s.arg(i));
    meet();
    ASSERT_TRUE(agree());
    for (RealReplica* one : {&sam, &alex})
        ASSERT_TRUE(one->vault->sync().unpair());
    EXPECT_FALSE(*sam.store->head(Person::Me)); // nobody to tell
    RealReplica::pair(sam, alex);
    sam.batches = alex.batches = 0;
    meet();
    EXPECT_TRUE(agree());
    EXPECT_EQ(sam.batches, 1); // the `pair` record
    EXPECT_EQ(alex.batches, 1);
}

TEST_F(RealReplication, AnOlderDiskGetsItsOwnWordsBackAndGoesOn) {
    RealReplica::pair(sam, alex);
    meet();
    sam.keep();
    for (int i = 0; i < 30; ++i) {
        sam.note(u"after the copy %1"_s.arg(i));
        meet(); // each a batch of its own
    }
    alex.note(u"and something of Alex's"_s);
    meet();
    const auto before = **sam.store->head(Person::Me);
    sam.putBack();
    ASSERT_NE(*sam.store->head(Person::Me), before);
    meet();
    EXPECT_FALSE(sam.stop || alex.stop);
    EXPECT_EQ(*sam.store->head(Person::Me), before);
    EXPECT_TRUE(agree());
    sam.note(u"and on"_s);
    meet();
    EXPECT_TRUE(agree());
    EXPECT_TRUE(clean());
}

TEST_F(RealReplication, WordsWrittenOnAnOlderDiskAreAForkThatBothKeep) {
    RealReplica::pair(sam, alex);
    meet();
    sam.keep();
    sam.note(u"one future"_s);
    meet();
    sam.putBack();
    sam.note(u"another future"_s);
    meet();
    EXPECT_TRUE(sam.stop && alex.stop);
    const auto told = {sam.stop, alex.stop};
    EXPECT_EQ(std::count(told.begin(), told.end(), ReplicationStop::Fork), 1);
    EXPECT_EQ(std::count(told.begin(), told.end(), ReplicationStop::ByeFork), 1);
}

TEST_F(RealReplication, SealedWordsWaitForBothAndThenAgree) {
    RealReplica::pair(sam, alex);
    sam.sealedCheckIn(u"mine"_s);
    meet();
    EXPECT_FALSE(alex.vault->read().partnerCard(clock.today())->checkIn->content);
    alex.sealedCheckIn(u"theirs"_s);
    meet();
    EXPECT_TRUE(alex.vault->read().partnerCard(clock.today())->checkIn->content);
    EXPECT_TRUE(sam.vault->read().partnerCard(clock.today())->checkIn->content);
    EXPECT_TRUE(agree());
}

TEST_F(RealReplication, RandomWritesCutAnywhereEndEqualAndVerify) {
    RealReplica::pair(sam, alex);
    FixedRandom random(3);
    meet();
    for (int i = 0; i < 120; ++i) {
        RealReplica& one = random.below(2) ? sam : alex;
        RealReplica& other = &one == &sam ? alex : sam;
        switch (random.below(8)) {
        case 0:
            one.note(u"words %1"_s.arg(i));
            one.act(one.replicator->localChanged());
            break;
        case 1:
            one.sealedCheckIn(u"sealed %1"_s.arg(i));
            one.act(one.replicator->localChanged());
            break;
        case 2: // the connection breaks
            sam.connect();
            alex.connect();
            break;
        default:
            RealReplica::carry(one, other);
        }
        ASSERT_FALSE(sam.stop || alex.stop) << "step " << i;
    }
    meet();
    EXPECT_TRUE(agree());
    EXPECT_TRUE(clean());
}

// --- What else the transport asks of a vault

TEST_F(RealReplication, WithoutAPairingThereIsNothingToGive) {
    ASSERT_TRUE(sam.store->trust());
    EXPECT_FALSE(sam.store->trust()->has_value());
    EXPECT_TRUE(sam.store->own());
    EXPECT_EQ(sam.store->introduction()->name, u"Sam"_s);
    EXPECT_FALSE(*sam.store->head(Person::Me) || sam.store->ack());
    EXPECT_TRUE(sam.store->lacking(10).empty());
    EXPECT_EQ(sam.store->batch(Person::Me, 0).error(), ReplicaError::Storage);
    EXPECT_EQ(sam.store->bodies({}).error(), ReplicaError::Storage);
    EXPECT_EQ(sam.store->receive({}).error(), ReplicaError::Storage);
    EXPECT_EQ(sam.store->receiveBodies({}).error(), ReplicaError::Storage);
    EXPECT_EQ(sam.store->receiveAck({}).error(), ReplicaError::Storage);
    EXPECT_EQ(sam.store->confirmPairing().error(), ReplicaError::Storage);
    EXPECT_EQ(sam.store->compare({}).error(), ReplicaError::Storage); // no fork
}

TEST_F(RealReplication, WhoIsPairedIsNotPairedOver) {
    RealReplica::pair(sam, alex);
    meet();
    RealReplica kim{u"Kim"_s, 3, clock};
    const auto who = kim.store->introduction().value();
    const LogId log = sam.store->prepareLog(who.identity, Before::FromToday).value();
    const Paired paired{who, kim.random.fixed<LogId>(), log,
                        *crypto::Key::from(crypto::SecretBytes::random(32, kim.random))};
    EXPECT_EQ(sam.store->storePairing(paired, kim.store->own()->tls.certificateDer()),
              TrustStore::Stored::PairedAlready);
    EXPECT_EQ((*sam.store->trust())->partner, alex.store->introduction()->identity);
}

TEST_F(RealReplication, TrustIsStillWhatItWasUntilSomebodyChangesIt) {
    EXPECT_TRUE(sam.store->isStill(std::nullopt));
    RealReplica::pair(sam, alex);
    meet();
    EXPECT_FALSE(sam.store->isStill(std::nullopt));
    const auto known = sam.store->trust().value();
    EXPECT_TRUE(sam.store->isStill(known));
    ASSERT_TRUE(sam.vault->sync().setPaused(true));
    EXPECT_FALSE(sam.store->isStill(known));
    ASSERT_TRUE(sam.vault->sync().setPaused(false));
    EXPECT_TRUE(sam.store->isStill(known));
    ASSERT_TRUE(sam.vault->sync().unpair());
    EXPECT_FALSE(sam.store->isStill(known));
    ASSERT_TRUE(alex.vault->sync().unpair());
    RealReplica::pair(sam, alex); // with another key
    EXPECT_FALSE(sam.store->isStill(known));
    EXPECT_TRUE(sam.store->isStill(sam.store->trust().value()));
}

TEST_F(RealReplication, WhatADayBroughtIsKeptUntilSomebodyElseIsPairedWith) {
    EXPECT_EQ(sam.store->taken(), Taken{});
    const Taken much{20779, 12'345, 1 << 30, true};
    ASSERT_TRUE(sam.store->keepTaken(much));
    sam.close();
    sam.open();
    EXPECT_EQ(sam.store->taken(), much);
    ASSERT_TRUE(sam.vault->mine().setSetting(u"sync.taken"_s, "no list"));
    EXPECT_EQ(sam.store->taken(), Taken{});
    ASSERT_TRUE(sam.store->keepTaken(much));
    RealReplica::pair(sam, alex);
    EXPECT_EQ(sam.store->taken(), Taken{});
}

TEST_F(RealReplication, CountersGoUpThroughARestart) {
    const quint64 first = *sam.store->nextCounter();
    EXPECT_EQ(first, quint64(clock.nowMs()));
    sam.close();
    sam.open();
    EXPECT_EQ(sam.store->nextCounter(), first + 1);
    const auto from = alex.random.fixed<Incarnation>();
    EXPECT_TRUE(sam.store->acceptCounter(from, 5));
    sam.close();
    sam.open();
    EXPECT_FALSE(sam.store->acceptCounter(from, 5));
    EXPECT_TRUE(sam.store->acceptCounter(from, 6));
}

TEST_F(RealReplication, TheLastAddressThatWorkedComesFirst) {
    ASSERT_TRUE(sam.vault->sync().setTypedAddresses({u"alex:5000"_s}));
    sam.store->setLastAddress(u"10.0.0.2:61000"_s);
    EXPECT_EQ(sam.store->addresses(), (QStringList{u"10.0.0.2:61000"_s, u"alex:5000"_s}));
}
