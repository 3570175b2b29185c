#include "tests/core/vault/two_vaults.h"

#include "core/record/cbor.h"
#include "core/vault/log_store.h"

namespace mend::vault {
namespace {

using namespace mend::test;
using record::Seal;

TEST(Sync, BothEndWithTheSameRecords) {
    TwoVaults two;
    ASSERT_TRUE(two.sam.append(note(QStringLiteral("one"))));
    ASSERT_TRUE(two.alex.append(checkIn(QStringLiteral("two"))));
    two.exchange();
    EXPECT_EQ(heldRecords(two.sam, true), heldRecords(two.alex, true));
    EXPECT_TRUE(two.sam.vault->verify()->ok());
    EXPECT_TRUE(two.alex.vault->verify()->ok());
    const SharingCounts counts = two.sam.vault->sync().counts();
    EXPECT_EQ(counts.mine, 3u);
    EXPECT_EQ(counts.theirs, 3u);
    EXPECT_EQ(counts.theyHold, 3u);
    EXPECT_EQ(counts.waiting(), 0u);
}

TEST(Sync, ADoubleChangesNothing) {
    TwoVaults two;
    ASSERT_TRUE(two.sam.append(note(QStringLiteral("one"))));
    two.exchange();
    const auto held = heldRecords(two.alex);
    for (const OutBatch& batch : batchesOf(two.sam)) {
        const auto again = two.alex.vault->sync().receive(batch.records, batch.head);
        ASSERT_TRUE(again);
        EXPECT_EQ(*again, Received::Nothing);
    }
    EXPECT_EQ(*two.alex.vault->sync().receive({}, {}), Received::Nothing);
    EXPECT_EQ(heldRecords(two.alex), held);
}

TEST(Sync, WhatBreaksChainHashSignatureOrLimitsIsNotStored) {
    TwoVaults two;
    for (int i = 0; i < 3; ++i)
        ASSERT_TRUE(two.sam.append(note(QStringLiteral("note"))));
    const OutBatch good = batchesOf(two.sam).front();
    const auto before = heldRecords(two.alex);
    const auto refuse = [&](const char* what, auto change) {
        OutBatch bad = good;
        change(bad);
        EXPECT_EQ(offered(two.alex, bad), VaultError::BadRecord) << what;
        EXPECT_EQ(heldRecords(two.alex), before) << what;
    };
    refuse("gap", [](OutBatch& b) { b.records.erase(b.records.begin() + 2); });
    refuse("start", [](OutBatch& b) { b.records.erase(b.records.begin()); });
    refuse("order", [](OutBatch& b) { std::swap(b.records[1], b.records[2]); });
    refuse("signature", [](OutBatch& b) { b.head.signature.data()[5] ^= 1; });
    refuse("other head", [](OutBatch& b) { b.records.pop_back(); });
    refuse("header", [](OutBatch& b) { b.records[3].headerBytes[40] = 0; });
    refuse("body", [](OutBatch& b) { (*b.records[3].body)[9] = '!'; });
    refuse("id", [](OutBatch& b) { b.records[3].id.data()[0] ^= 1; });
    refuse("field", [](OutBatch& b) { b.records[3].header.seen = 9; });
    refuse("no words that stay", [](OutBatch& b) { b.records[1].body.reset(); });
    refuse("no member words", [](OutBatch& b) { b.records[0].body.reset(); });
    refuse("too many", [](OutBatch& b) { b.records.resize(513, b.records.back()); });
    refuse("another's log", [&](OutBatch& b) { b.records[0].header.log = LogId(); });
    EXPECT_EQ(offered(two.alex, good), std::nullopt);
}

TEST(Sync, ALogOpensWithTheMemberWhoWasPaired) {
    TwoVaults two;
    TestVault kim(QStringLiteral("Kim"), 9);
    // Alex's vault trusts Sam, but with another identity or certificate than Sam's log says.
    ASSERT_TRUE(two.alex.raw()->execute("UPDATE pairing SET certificate = x'00'"));
    EXPECT_EQ(offered(two.alex, batchesOf(two.sam).front()), VaultError::BadRecord);
    two.sam.open();
    EXPECT_EQ(*two.alex.vault->sync().head(Person::Partner), std::nullopt);
    const auto stranger = forged(kim, noteDraft(kim), 0, LogHead{kim.vault->liveLog(), 0, {}});
    EXPECT_EQ(offered(two.alex, stranger), VaultError::BadRecord);
    const auto noMember = [&] {
        record::LogPosition position;
        position.log = two.sam.vault->liveLog();
        position.at = two.sam.clock.nowMs();
        auto made = record::make(noteDraft(two.sam), position, two.sam.random);
        return OutBatch{{*made}, record::signHead(made->head(), logKeyOf(two.sam))};
    }();
    EXPECT_EQ(offered(two.alex, noMember), VaultError::BadRecord);
}

TEST(Sync, AMemberSignedByAnotherIdentityIsRefused) {
    TwoVaults two;
    two.exchange();
    MemberFields fields = two.sam.vault->member().fields();
    fields.name = QStringLiteral("Eve");
    fields.signature.data()[3] ^= 1;
    const OutBatch batch = forged(two.sam, {{*Member::create(fields), {}}, {}, {}}, 99);
    EXPECT_EQ(offered(two.alex, batch), VaultError::BadRecord);
}

TEST(Sync, NobodyUnsees) {
    TwoVaults two;
    ASSERT_TRUE(two.sam.append(note(QStringLiteral("one"))));
    ASSERT_TRUE(two.alex.append(note(QStringLiteral("two"))));
    two.exchange();
    ASSERT_TRUE(two.sam.append(note(QStringLiteral("after"))));
    two.exchange();
    // Lower than the record before says, then lower than what was signed for in an ack.
    EXPECT_EQ(offered(two.alex, forged(two.sam, noteDraft(two.sam), 1)), VaultError::BadRecord);
    ASSERT_TRUE(two.alex.append(note(QStringLiteral("three"))));
    two.exchange();
    EXPECT_EQ(offered(two.alex, forged(two.sam, noteDraft(two.sam), 3)), VaultError::BadRecord);
    EXPECT_EQ(offered(two.alex, forged(two.sam, noteDraft(two.sam), 4)), std::nullopt);
}

TEST(Sync, SeenCountsWhatIsHeldOfThePairedLog) {
    TwoVaults two;
    const auto seenOf = [&](const RecordId& id) {
        return LogStore(*two.sam.raw()).record(id)->seen;
    };
    const auto before = two.sam.append(note(QStringLiteral("one")));
    EXPECT_EQ(seenOf(*before), 0u);
    two.exchange(); // Alex: member, pair
    const auto after = two.sam.append(note(QStringLiteral("two")));
    EXPECT_EQ(seenOf(*after), 2u);
}

TEST(Sync, UnknownKindsAreKeptAndPassedOn) {
    TwoVaults two;
    two.exchange();
    record::Header header;
    header.log = two.sam.vault->liveLog();
    const auto head = *two.sam.vault->sync().head(Person::Me);
    header.seq = head->seq + 1;
    header.prev = head->id;
    header.kind = QStringLiteral("holiday");
    header.at = wholeMinute(two.sam.clock.nowMs());
    header.seen = 2;
    const QByteArray body =
        cbor::encode(cbor::Map{{QStringLiteral("salt"), QByteArray(16, 's')},
                               {QStringLiteral("where"), QStringLiteral("by the sea")}});
    header.bodyHash = record::bodyHash(body);
    const QByteArray bytes = record::encode(header);
    const auto made = record::read(bytes, QByteArrayView(body));
    ASSERT_TRUE(made);
    const auto signedHead = record::signHead(made->head(), logKeyOf(two.sam));
    EXPECT_EQ(offered(two.alex, {*made}, signedHead), std::nullopt);
    EXPECT_TRUE(two.alex.vault->verify()->ok());
    const auto back = two.alex.vault->sync().batch(Person::Partner, header.seq);
    ASSERT_EQ(back->records.size(), 1u);
    EXPECT_EQ(back->records[0].headerBytes, bytes);
    EXPECT_EQ(back->records[0].body, body);
}

TEST(Sync, WhatBreaksARuleIsKeptAndCounted) {
    TwoVaults two;
    const auto promise = two.sam.append(commitment(QStringLiteral("Call"), two.sam.today()));
    two.exchange();
    // Alex answers for Sam: not theirs to say.
    const Outcome outcome = *Outcome::create({*promise, OutcomeState::Kept, {}});
    const auto batch = forged(two.alex, {{outcome, {}}, two.alex.today(), Seal::None}, 9);
    EXPECT_EQ(offered(two.sam, batch), std::nullopt);
    const auto report = two.sam.vault->verify();
    ASSERT_EQ(report->problems.size(), 1u);
    EXPECT_EQ(report->problems[0].what, Problem::What::AgainstRules);
    EXPECT_EQ(report->problems[0].count, 1);
    EXPECT_TRUE(report->ok());
}

TEST(Sync, BodiesMustBeTheOnesTheirHeadersName) {
    TwoVaults two;
    const auto id = two.sam.append(checkIn(QStringLiteral("mine")), {}, Seal::Together);
    ASSERT_TRUE(two.alex.append(checkIn(QStringLiteral("theirs"))));
    two.give(two.sam, two.alex);
    two.give(two.alex, two.sam);
    auto bodies = *two.sam.vault->sync().bodies(two.alex.vault->sync().lacking(10));
    ASSERT_EQ(bodies.size(), 1u);
    SyncStore& alex = two.alex.vault->sync();
    auto bad = bodies;
    bad[0].second[4] = '!';
    EXPECT_EQ(errorIn(alex.receiveBodies(bad)), VaultError::BadRecord);
    bad = bodies;
    bad[0].first = two.sam.random.fixed<RecordId>();
    EXPECT_EQ(errorIn(alex.receiveBodies(bad)), VaultError::BadRecord);
    EXPECT_EQ(*alex.receiveBodies(bodies), Received::Stored);
    EXPECT_EQ(*alex.receiveBodies(bodies), Received::Nothing);
    EXPECT_EQ(bodies[0].first, *id);
}

TEST(Sync, AcksAreBelievedOnlyWhenSignedAndTrue) {
    TwoVaults two;
    ASSERT_TRUE(two.sam.append(note(QStringLiteral("one"))));
    two.exchange();
    SyncStore& sam = two.sam.vault->sync();
    const record::Ack good = *two.alex.vault->sync().ack();
    EXPECT_TRUE(sam.receiveAck(good));
    record::Ack bad = good;
    bad.signature.data()[0] ^= 1;
    EXPECT_EQ(errorIn(sam.receiveAck(bad)), VaultError::BadRecord);
    EXPECT_EQ(errorIn(sam.receiveAck(*sam.ack())), VaultError::BadRecord); // my own
    const auto key = logKeyOf(two.alex);
    const LogHead never{good.held.log, good.held.seq + 1, two.sam.random.fixed<RecordId>()};
    EXPECT_EQ(errorIn(sam.receiveAck(record::signAck(good.mine, never, key))),
              VaultError::BadRecord);
    // An old one that comes late doesn't take the newer back.
    const LogHead first{good.held.log, 0, *LogStore(*two.sam.raw()).idAt(1, 0)};
    EXPECT_TRUE(sam.receiveAck(record::signAck(good.mine, first, key)));
    EXPECT_EQ(sam.counts().theyHold, good.held.seq + 1);
}

// Whoever signs for holding my words, and names a head of their own that nobody has, doesn't get
// out of what they signed before, nor of what they sign later.
TEST(Sync, AHeadThatNobodyHasUnbindsNobody) {
    TwoVaults two;
    two.exchange();
    SyncStore& sam = two.sam.vault->sync();
    const auto key = logKeyOf(two.alex);
    const record::Ack before = *two.alex.vault->sync().ack();
    const LogHead far{before.mine.log, quint64(1) << 62, two.sam.random.fixed<RecordId>()};
    const LogHead false_{before.mine.log, before.mine.seq, two.sam.random.fixed<RecordId>()};
    for (const LogHead& mine : {far, false_}) {
        ASSERT_TRUE(two.sam.append(note(QStringLiteral("another"))));
        two.give(two.sam, two.alex);
        const record::Ack good = *two.alex.vault->sync().ack();
        EXPECT_TRUE(sam.receiveAck(record::signAck(mine, good.held, key)));
        EXPECT_EQ(sam.counts().theyHold, good.held.seq + 1); // that much is true
        const quint64 held = good.held.seq + 1;
        EXPECT_EQ(offered(two.sam, forged(two.alex, noteDraft(two.alex), before.held.seq)),
                  VaultError::BadRecord);
        EXPECT_TRUE(sam.receiveAck(good));
        EXPECT_EQ(offered(two.sam, forged(two.alex, noteDraft(two.alex), held - 1)),
                  VaultError::BadRecord);
    }
}

// Their records that are on their way were written before they held what they sign for.
TEST(Sync, WhatWasOnItsWayWhenTheySignedIsNotBound) {
    TwoVaults two;
    two.exchange();
    ASSERT_TRUE(two.alex.append(note(QStringLiteral("on its way"))));
    ASSERT_TRUE(two.sam.append(note(QStringLiteral("another"))));
    two.give(two.sam, two.alex); // and its ack is here before Alex's note
    two.give(two.alex, two.sam);
    EXPECT_EQ(heldRecords(two.sam), heldRecords(two.alex));
}

TEST(Sync, ALongLogGoesInSeveralBatches) {
    TwoVaults two;
    for (int i = 0; i < 45; ++i)
        ASSERT_TRUE(two.sam.append(note(QString(15000, QLatin1Char('x')))));
    const auto batches = batchesOf(two.sam);
    EXPECT_GE(batches.size(), 2u);
    for (const OutBatch& batch : batches) {
        qsizetype size = 0;
        for (const record::Record& each : batch.records)
            size += each.headerBytes.size() + (each.body ? each.body->size() : 0);
        EXPECT_LE(size, record::batchLimit);
        EXPECT_EQ(batch.last, &batch == &batches.back());
        EXPECT_EQ(offered(two.alex, batch), std::nullopt);
    }
    // Given back, they end at a head that was kept.
    const auto back = two.alex.vault->sync().batch(Person::Partner, 1);
    ASSERT_TRUE(back);
    EXPECT_TRUE(record::verify(back->head));
    EXPECT_EQ(back->records.back().head(), back->head.head);
}

TEST(Sync, WithoutItsLogKeyNothingIsSent) {
    TwoVaults two;
    two.exchange();
    for (const QString& file : filesOf(two.sam.folder))
        if (file.endsWith(QStringLiteral(".key")))
            QFile::remove(file);
    EXPECT_EQ(errorIn(two.sam.vault->sync().batch(Person::Me, 0)), VaultError::LogKeyMissing);
    EXPECT_EQ(two.sam.vault->sync().ack(), std::nullopt);
}

// A fork would be told to both, and stop both.
TEST(Heads, ThatCannotBeReadAreAnError) {
    TwoVaults two;
    ASSERT_TRUE(two.sam.append(note(QStringLiteral("one"))));
    two.exchange();
    SyncStore& sam = two.sam.vault->sync();
    const LogHead held = **two.alex.vault->sync().head(Person::Partner);
    ASSERT_EQ(sam.compare(held), SyncStore::Known::Mine);
    ASSERT_TRUE(two.sam.raw()->execute("ALTER TABLE record RENAME COLUMN seq TO other"));
    EXPECT_EQ(errorIn(sam.compare(held)), VaultError::Damaged);
    EXPECT_EQ(errorIn(sam.head(Person::Me)), VaultError::Damaged);
    EXPECT_EQ(errorIn(sam.head(Person::Partner)), VaultError::Damaged); // not: nothing held
}

TEST(Heads, AreNotComparedWithSomebodyWhoLeft) {
    TwoVaults two;
    const LogHead held = **two.alex.vault->sync().head(Person::Partner);
    ASSERT_TRUE(two.sam.vault->sync().unpair());
    EXPECT_EQ(errorIn(two.sam.vault->sync().compare(held)), VaultError::NotPaired);
}

} // namespace
} // namespace mend::vault
