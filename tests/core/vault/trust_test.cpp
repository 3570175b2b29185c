#include "tests/core/vault/two_vaults.h"

#include "core/crypto/tls_identity.h"
#include "core/vault/log_store.h"

namespace mend::vault {
namespace {

using namespace mend::test;

IdentityId identityOf(TestVault& vault) {
    return IdentityId(vault.vault->sync().own()->identity.publicKey());
}

std::optional<VaultError> store(TestVault& vault, const Partner& partner, ShareBefore share) {
    const auto key = crypto::SecretBytes::random(32, vault.random);
    const auto log = vault.vault->sync().prepareLog(partner.identity, share);
    return log ? errorIn(vault.vault->sync().storePairing(partner, key, *log))
               : std::optional(log.error());
}

TEST(Trust, OwnKeysBelongTogetherAndStay) {
    TestVault sam;
    const auto own = sam.vault->sync().own();
    ASSERT_TRUE(own);
    EXPECT_TRUE(crypto::TlsIdentity::fromDer(own->certificateDer, own->tlsKeyDer));
    const Member member = sam.vault->member();
    EXPECT_EQ(member->identity, IdentityId(own->identity.publicKey()));
    EXPECT_EQ(member->certificate, crypto::certificateFingerprint(own->certificateDer));
    EXPECT_EQ(member->sealingKey, own->sealingKey);
    sam.open();
    EXPECT_EQ(sam.vault->sync().own()->certificateDer, own->certificateDer);
    EXPECT_EQ(sam.vault->sync().own()->incarnation, own->incarnation);
    ASSERT_TRUE(sam.raw()->execute("DELETE FROM meta WHERE key = 'identity'"));
    EXPECT_EQ(errorIn(sam.vault->sync().own()), VaultError::Damaged);
}

TEST(Trust, ProvisionalUntilConfirmedAndSharesNothingBefore) {
    TwoVaults two(1, false);
    SyncStore& sync = two.sam.vault->sync();
    ASSERT_TRUE(sync.pairing()->has_value());
    EXPECT_TRUE((*sync.pairing())->provisional);
    EXPECT_EQ((*sync.pairing())->partner.name, u"Alex");
    const auto keyed = sync.keyedPairing();
    ASSERT_TRUE(keyed && *keyed);
    EXPECT_EQ((*keyed)->key.size(), 32u);
    EXPECT_TRUE(sync.isPairKey((*keyed)->key));
    EXPECT_FALSE(sync.isPairKey(crypto::SecretBytes(32)));
    EXPECT_EQ(errorIn(sync.batch(Person::Me, 0)), VaultError::NotPaired);
    EXPECT_EQ(errorIn(sync.batch(Person::Partner, 0)), VaultError::NotPaired);
    EXPECT_EQ(errorIn(sync.receive({}, {})), VaultError::NotPaired);
    EXPECT_EQ(errorIn(sync.bodies({})), VaultError::NotPaired);
    EXPECT_EQ(errorIn(sync.receiveBodies({})), VaultError::NotPaired);
    EXPECT_EQ(errorIn(sync.receiveAck({})), VaultError::NotPaired);
    EXPECT_EQ(errorIn(sync.setPaused(true)), VaultError::NotPaired);
    EXPECT_EQ(sync.ack(), std::nullopt);
    EXPECT_TRUE(sync.lacking(10).empty());
    const quint64 before = sync.counts().mine;
    ASSERT_TRUE(sync.confirmPairing());
    ASSERT_TRUE(sync.confirmPairing()); // once is enough
    EXPECT_EQ(sync.counts().mine, before + 1);
    EXPECT_FALSE((*sync.pairing())->provisional);
}

TEST(Trust, HowFarBothHaveComeIsKnownBeforeAPairingIsConfirmed) {
    TwoVaults two(1, false);
    SyncStore& sync = two.sam.vault->sync();
    EXPECT_TRUE(*sync.head(Person::Me)); // so that the first hello can say it
    EXPECT_FALSE(*sync.head(Person::Partner));
    ASSERT_TRUE(sync.unpair());
    EXPECT_FALSE(*sync.head(Person::Me)); // nobody to tell
}

TEST(Trust, ConfirmingNeedsAPairing) {
    TestVault sam;
    EXPECT_EQ(errorIn(sam.vault->sync().confirmPairing()), VaultError::NotPaired);
    EXPECT_EQ(errorIn(sam.vault->sync().unpair()), VaultError::NotPaired);
    ASSERT_TRUE(sam.vault->sync().pairing());
    EXPECT_FALSE(sam.vault->sync().pairing()->has_value());
}

TEST(Trust, AProvisionalPairingGivesWayAConfirmedOneDoesNot) {
    TestVault sam;
    TestVault alex(QStringLiteral("Alex"), 2);
    TestVault kim(QStringLiteral("Kim"), 3);
    SyncStore& sync = sam.vault->sync();
    const Incarnation first = sync.own()->incarnation;
    EXPECT_EQ(store(sam, partnerFrom(alex, alex.vault->liveLog()), ShareBefore::All), std::nullopt);
    EXPECT_NE(sync.own()->incarnation, first);
    EXPECT_EQ(store(sam, partnerFrom(kim, kim.vault->liveLog()), ShareBefore::All), std::nullopt);
    EXPECT_EQ((*sync.pairing())->partner.name, u"Kim");
    ASSERT_TRUE(sync.confirmPairing());
    EXPECT_EQ(store(sam, partnerFrom(alex, alex.vault->liveLog()), ShareBefore::All),
              VaultError::AlreadyPaired);
    EXPECT_TRUE(sam.vault->verify()->ok());
}

TEST(Trust, NothingIsStoredOverALogThatIsAnothers) {
    TestVault sam;
    TestVault alex(QStringLiteral("Alex"), 2);
    Partner partner = partnerFrom(alex, sam.vault->liveLog()); // claims my own log
    EXPECT_EQ(store(sam, partner, ShareBefore::All), VaultError::BadRecord);
    const auto key = crypto::SecretBytes::random(32, sam.random);
    partner = partnerFrom(alex, alex.vault->liveLog());
    EXPECT_EQ(errorIn(sam.vault->sync().storePairing(partner, key, sam.random.fixed<LogId>())),
              VaultError::UnknownId);
    EXPECT_FALSE(sam.vault->sync().pairing()->has_value());
}

TEST(Trust, WithoutItsLogKeyNobodyIsPaired) {
    TestVault sam;
    TestVault alex(QStringLiteral("Alex"), 2);
    for (const QString& file : filesOf(sam.folder))
        if (file.endsWith(QStringLiteral(".key")))
            QFile::remove(file);
    EXPECT_EQ(store(sam, partnerFrom(alex, alex.vault->liveLog()), ShareBefore::All),
              VaultError::LogKeyMissing);
}

TEST(Trust, FromTodayStartsANewLogThatSaysWhoIAm) {
    TestVault sam;
    TestVault alex(QStringLiteral("Alex"), 2);
    ASSERT_TRUE(sam.append(note(QStringLiteral("before"))));
    const LogId old = sam.vault->liveLog();
    SyncStore& sync = sam.vault->sync();
    const auto prepared = sync.prepareLog(identityOf(alex), ShareBefore::FromToday);
    EXPECT_NE(*prepared, old);
    EXPECT_EQ(sam.vault->liveLog(), old); // nothing has happened yet
    EXPECT_EQ(*sync.prepareLog(identityOf(alex), ShareBefore::FromToday), *prepared);
    EXPECT_EQ(store(sam, partnerFrom(alex, alex.vault->liveLog()), ShareBefore::FromToday),
              std::nullopt);
    EXPECT_EQ(sam.vault->liveLog(), *prepared);
    ASSERT_TRUE(sync.confirmPairing());
    EXPECT_EQ(sam.vault->member()->name, u"Sam");
    const auto batch = sync.batch(Person::Me, 0);
    ASSERT_TRUE(batch);
    ASSERT_EQ(batch->records.size(), 2u); // member and pair; nothing of before
    EXPECT_TRUE(batch->last);
    EXPECT_EQ(batch->records[0].header.log, *prepared);
    EXPECT_TRUE(sam.vault->verify()->ok());
}

TEST(Trust, FromTodayThatCameToNothingLeavesWhatWasLiveBefore) {
    TestVault sam;
    TestVault alex(QStringLiteral("Alex"), 2);
    TestVault kim(QStringLiteral("Kim"), 3);
    const Partner partner = partnerFrom(alex, alex.vault->liveLog());
    ASSERT_TRUE(sam.append(note(QStringLiteral("before"))));
    const LogId old = sam.vault->liveLog();
    SyncStore& sync = sam.vault->sync();
    ASSERT_EQ(store(sam, partner, ShareBefore::FromToday), std::nullopt);
    MemberFields renamed = sam.vault->member().fields();
    renamed.name = QStringLiteral("Samuel");
    ASSERT_TRUE(sam.vault->changeMember(renamed));
    ASSERT_TRUE(sam.append(note(QStringLiteral("meanwhile"))));
    ASSERT_TRUE(sync.unpair());
    EXPECT_EQ(sam.vault->liveLog(), old);
    EXPECT_EQ(sam.vault->member()->name, renamed.name);
    EXPECT_EQ(wordsHere(sam, name(Kind::Note)), 2);
    EXPECT_TRUE(sam.vault->verify()->ok()); // the projection is a rebuild
    // A second try in place of the first, with somebody else, who is to have all.
    ASSERT_EQ(store(sam, partner, ShareBefore::FromToday), std::nullopt);
    EXPECT_NE(sam.vault->liveLog(), old);
    ASSERT_EQ(store(sam, partnerFrom(kim, kim.vault->liveLog()), ShareBefore::All), std::nullopt);
    EXPECT_EQ(sam.vault->liveLog(), old);
    ASSERT_TRUE(sync.confirmPairing());
    EXPECT_EQ(sync.batch(Person::Me, 0)->records.front().header.log, old);
    EXPECT_TRUE(sam.vault->verify()->ok());
}

TEST(Trust, FromTodayThatCameToNothingLeavesNoLogAndNoKey) {
    TestVault sam;
    TestVault alex(QStringLiteral("Alex"), 2);
    TestVault kim(QStringLiteral("Kim"), 3);
    SyncStore& sync = sam.vault->sync();
    const QStringList files = filesOf(sam.folder);
    const auto ownLogs = [&] {
        const auto raw = sam.raw();
        Statement count(*raw, "SELECT count(*) FROM log WHERE owner = 0");
        return integerOf(count);
    };
    ASSERT_TRUE(sync.prepareLog(identityOf(alex), ShareBefore::FromToday));
    EXPECT_NE(filesOf(sam.folder), files);
    ASSERT_TRUE(sync.forgetPreparedLog()); // never stored
    EXPECT_EQ(ownLogs(), 1);
    EXPECT_EQ(filesOf(sam.folder), files);
    const Partner partner = partnerFrom(alex, alex.vault->liveLog());
    ASSERT_EQ(store(sam, partner, ShareBefore::FromToday), std::nullopt);
    ASSERT_TRUE(sync.forgetPreparedLog()); // it is another's business
    EXPECT_EQ(ownLogs(), 2);
    ASSERT_TRUE(sync.unpair()); // never confirmed
    EXPECT_EQ(ownLogs(), 1);
    EXPECT_EQ(filesOf(sam.folder), files);
    ASSERT_EQ(store(sam, partner, ShareBefore::FromToday), std::nullopt);
    ASSERT_EQ(store(sam, partnerFrom(kim, kim.vault->liveLog()), ShareBefore::All), std::nullopt);
    EXPECT_EQ(ownLogs(), 1); // another took its place
    EXPECT_EQ(filesOf(sam.folder), files);
    EXPECT_TRUE(sam.vault->verify()->ok());
    EXPECT_TRUE(sam.append(note(QStringLiteral("goes on"))));
}

TEST(Trust, FromTodayThatCameToNothingLeavesWhatWasSharedBefore) {
    TwoVaults two;
    ASSERT_TRUE(two.sam.append(note(QStringLiteral("before"))));
    two.exchange();
    const LogId shared = two.sam.vault->liveLog();
    const Partner alex = partnerFrom(two.alex, two.alex.vault->liveLog());
    SyncStore& sync = two.sam.vault->sync();
    ASSERT_TRUE(sync.unpair());
    ASSERT_EQ(store(two.sam, alex, ShareBefore::FromToday), std::nullopt);
    EXPECT_NE(two.sam.vault->liveLog(), shared);
    EXPECT_EQ(*sync.prepareLog(alex.identity, ShareBefore::All), shared);
    ASSERT_TRUE(sync.unpair());
    EXPECT_EQ(two.sam.vault->liveLog(), shared);
    EXPECT_EQ(*sync.prepareLog(alex.identity, ShareBefore::All), shared);
    EXPECT_TRUE(two.sam.vault->verify()->ok());
}

TEST(Trust, ALogIsSharedWithOnePersonEver) {
    TwoVaults two;
    const LogId withAlex = two.sam.vault->liveLog();
    ASSERT_TRUE(two.sam.append(note(QStringLiteral("for Alex"))));
    two.exchange();
    SyncStore& sync = two.sam.vault->sync();
    ASSERT_TRUE(sync.unpair());
    EXPECT_FALSE(sync.pairing()->has_value());
    EXPECT_EQ(wordsHere(two.sam, name(Kind::Note)), 1); // both copies stay
    TestVault kim(QStringLiteral("Kim"), 9);
    EXPECT_EQ(store(two.sam, partnerFrom(kim, kim.vault->liveLog()), ShareBefore::All),
              std::nullopt);
    EXPECT_NE(two.sam.vault->liveLog(), withAlex);
    ASSERT_TRUE(sync.confirmPairing());
    for (const OutBatch& batch : batchesOf(two.sam))
        for (const record::Record& each : batch.records)
            EXPECT_NE(each.header.log, withAlex);
    // With the same person again it goes on where it was.
    ASSERT_TRUE(sync.unpair());
    const Partner alex = partnerFrom(two.alex, two.alex.vault->liveLog());
    EXPECT_EQ(*sync.prepareLog(alex.identity, ShareBefore::All), withAlex);
    EXPECT_EQ(store(two.sam, alex, ShareBefore::All), std::nullopt);
    EXPECT_EQ(two.sam.vault->liveLog(), withAlex);
    // A try that came to nothing does not undo what was shared.
    EXPECT_EQ(store(two.sam, partnerFrom(kim, kim.vault->liveLog()), ShareBefore::All),
              std::nullopt);
    EXPECT_EQ(*sync.prepareLog(alex.identity, ShareBefore::All), withAlex);
}

TEST(Trust, PausingIsSaidOnceAndEnds) {
    TwoVaults two;
    SyncStore& sync = two.sam.vault->sync();
    const quint64 before = sync.counts().mine;
    ASSERT_TRUE(sync.setPaused(true));
    ASSERT_TRUE(sync.setPaused(true));
    EXPECT_TRUE((*sync.pairing())->paused);
    EXPECT_EQ(sync.counts().mine, before + 1);
    ASSERT_TRUE(sync.setPaused(false));
    EXPECT_FALSE((*sync.pairing())->paused);
    EXPECT_EQ(sync.counts().mine, before + 2);
}

TEST(Trust, UnpairingAProvisionalPairingLeavesNoTraceOfIt) {
    TwoVaults two(1, false);
    ASSERT_TRUE(two.sam.vault->sync().unpair());
    const auto db = two.sam.raw();
    EXPECT_EQ(LogStore(*db).logs().size(), 1u);
    EXPECT_FALSE(LogStore(*db).logs().front().pairing);
}

TEST(Trust, WhatThePartnerSaysOfThemselvesIsKnownOnceItIsHere) {
    TwoVaults two;
    EXPECT_EQ(*TestVault().vault->sync().partnerMember(), std::nullopt); // nobody there
    EXPECT_EQ(*two.sam.vault->sync().partnerMember(), std::nullopt);
    MemberFields renamed = two.alex.vault->member().fields();
    renamed.name = QStringLiteral("Alexandra");
    ASSERT_TRUE(two.alex.vault->changeMember(renamed));
    two.exchange();
    const auto member = *two.sam.vault->sync().partnerMember();
    ASSERT_TRUE(member);
    EXPECT_EQ((*member)->name, renamed.name);
}

TEST(Trust, ARoleIsChangedAfterPairingAndARelationIsNot) {
    TwoVaults two;
    MemberFields changed = two.alex.vault->member().fields();
    changed.relation = Relation::Colleague;
    EXPECT_EQ(errorIn(two.alex.vault->changeMember(changed)), VaultError::AgainstRules);
    changed.relation = two.alex.vault->member()->relation;
    changed.role = changed.role == Role::Hurt ? Role::Betrayer : Role::Hurt;
    ASSERT_TRUE(two.alex.vault->changeMember(changed));
    two.exchange();
    EXPECT_EQ((**two.sam.vault->sync().partnerMember())->role, changed.role);
    EXPECT_TRUE(two.alex.vault->verify()->ok());
    EXPECT_TRUE(two.sam.vault->verify()->ok());
}

} // namespace
} // namespace mend::vault
