// Pairing, message by message: who gets in, and what a try costs.

#include "tests/core/sync/pairing_fixture.h"

TEST_F(Pairing, BothSeeEachOtherAndAgreeOnKeys) {
    begin();
    carryAll();
    ASSERT_TRUE(shower.ask && typer.ask);
    EXPECT_EQ(typer.run->partner().name, u"Alex"_s);
    EXPECT_EQ(typer.run->partner().role, Role::Hurt);
    EXPECT_EQ(typer.run->partner().port, 61234);
    EXPECT_EQ(shower.run->partner().identity, typer.introduction.identity);
    EXPECT_EQ(shower.askedFor, typer.introduction.identity);
    EXPECT_FALSE(shower.done || typer.done);
    bothSayYes();
    ASSERT_TRUE(shower.done && typer.done);
    const Paired a = shower.run->result();
    const Paired b = typer.run->result();
    EXPECT_TRUE(a.pairKey.equals(b.pairKey));
    EXPECT_EQ(a.partnerLog, b.ownLog);
    EXPECT_EQ(b.partnerLog, a.ownLog);
    EXPECT_EQ(a.partner.sealingKey, typer.introduction.sealingKey);
    EXPECT_TRUE(shower.run->tried() && typer.run->tried());
}

TEST_F(Pairing, TwoRunsGiveTwoPairKeys) {
    begin();
    carryAll();
    bothSayYes();
    const auto first = shower.run->result().pairKey.copy();
    begin();
    carryAll();
    bothSayYes();
    EXPECT_FALSE(first.equals(shower.run->result().pairKey));
}

TEST_F(Pairing, EqualRolesMayPair) {
    typer.introduction.role = Role::Hurt;
    begin();
    carryAll();
    bothSayYes();
    EXPECT_TRUE(shower.done && typer.done);
}

TEST_F(Pairing, NothingReadableGoesBeforeTheCodeIsProven) {
    begin();
    QByteArray all;
    const auto listen = [&](End& from, End& to) {
        if (!from.out.empty())
            all += from.out.front();
        return carry(from, to);
    };
    while (listen(typer, shower) || listen(shower, typer)) {
    }
    ASSERT_TRUE(shower.ask);
    for (const QByteArray& secret :
         {QByteArray("Alex"), QByteArray("Sam"), typer.introduction.identity.toByteArray(),
          shower.introduction.sealingKey.toByteArray(), shower.log->toByteArray()})
        EXPECT_FALSE(all.contains(secret));
}

TEST_F(Pairing, AWrongCodeBurnsAndShowsNothing) {
    begin(code(), otherCode());
    carryAll();
    EXPECT_EQ(shower.failure, PairingFailure::WrongCode);
    EXPECT_TRUE(shower.run->tried());
    EXPECT_FALSE(typer.failure || typer.ask || shower.ask);
    EXPECT_FALSE(shower.askedFor || typer.askedFor); // nobody learnt an identity
}

TEST_F(Pairing, StoppingBeforeConfirmingBurnsNothing) {
    begin();
    carry(typer, shower); // nonce
    carry(shower, typer);
    carry(typer, shower); // share
    EXPECT_FALSE(shower.run->tried());
    carry(shower, typer);
    EXPECT_TRUE(typer.run->tried()); // has said what it knows
    EXPECT_FALSE(shower.run->tried());
}

TEST_F(Pairing, ALaterVersionIsSaidToBeNewer) {
    typer.begin(code(), typers, showers);
    typer.take(typer.run->start());
    typer.take(
        typer.run->receive(cbor::encode(Map{{u"v"_s, 2}, {u"nonce"_s, QByteArray(16, 'n')}})));
    EXPECT_EQ(typer.failure, PairingFailure::NewerVersion);
}

// --- People

TEST_F(Pairing, ShowingMyOwnIdentityIsTheSamePerson) {
    typer.identity = crypto::SigningKey::fromSeed(shower.identity.seed());
    typer.introduction.identity = shower.introduction.identity;
    begin();
    carryAll();
    EXPECT_EQ(shower.failure, PairingFailure::SamePerson);
    EXPECT_FALSE(typer.ask || shower.ask);
}

TEST_F(Pairing, OneNoEndsItForBoth) {
    begin();
    carryAll();
    typer.take(typer.run->decide(true));
    shower.take(shower.run->decide(false));
    carryAll();
    EXPECT_EQ(typer.failure, PairingFailure::Declined);
    EXPECT_FALSE(typer.done || shower.done);
}

TEST_F(Pairing, ADecisionIsMadeOnceAndOnlyWhenAsked) {
    begin();
    typer.take(typer.run->decide(true));
    EXPECT_EQ(typer.out.size(), 1u); // only the nonce
    carryAll();
    typer.take(typer.run->decide(true));
    typer.out.clear();
    typer.take(typer.run->decide(false));
    EXPECT_TRUE(typer.out.empty());
}

TEST_F(Pairing, WithoutALogToShareThereIsNoPairing) {
    shower.log.reset();
    begin();
    carryAll();
    EXPECT_EQ(shower.failure, PairingFailure::Storage);
    EXPECT_FALSE(typer.ask);
}

TEST_F(Pairing, NamesThatDressUpAreRefused) {
    const QString names[] = {u"Sa\u202Em"_s, u"Sam\u0007"_s, u"Sam\nAlex"_s, u""_s,
                             QString(61, u'a')};
    for (const QString& name : names) {
        renew(shower, PairingSide::Shower, u"Alex"_s, 1);
        renew(typer, PairingSide::Typer, name, 2);
        begin();
        carryAll();
        EXPECT_EQ(shower.failure, PairingFailure::NotMend) << name.toStdString();
        EXPECT_FALSE(shower.ask);
    }
    renew(typer, PairingSide::Typer, QString(60, u'a'), 2);
    renew(shower, PairingSide::Shower, u"Alex"_s, 1);
    begin();
    carryAll();
    EXPECT_TRUE(shower.ask);
}
