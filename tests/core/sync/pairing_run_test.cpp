// Pairing, message by message: who gets in, who doesn't, and what a try costs.

#include "core/crypto/tls_identity.h"
#include "core/sync/pairing.h"
#include "core/sync/pairing_words.h"
#include "tests/support/fixed_random.h"

#include <deque>
#include <gtest/gtest.h>

using namespace mend;
using namespace mend::sync;
using namespace mend::test;
using namespace Qt::StringLiterals;
using cbor::Map;
using cbor::Value;

namespace {

crypto::PairingCode code(const char16_t* text = u"427 186 304") {
    if (const auto parsed = crypto::PairingCode::parse(QStringView(text)))
        return *parsed;
    FixedRandom random(99); // any code; the digits above need not pass the check
    return crypto::PairingCode::random(random);
}
crypto::PairingCode otherCode() {
    FixedRandom random(100);
    return crypto::PairingCode::random(random);
}
CertificateHash certificate(char byte) {
    return *CertificateHash::from(QByteArray(32, byte));
}

// One side with its keys.
struct End {
    End(PairingSide onSide, const QString& name, quint64 seed)
        : side(onSide), random(seed), identity(crypto::SigningKey::generate(random)) {
        introduction = {IdentityId(identity.publicKey()),
                        random.fixed<SealingKeyId>(),
                        name,
                        onSide == PairingSide::Shower ? Role::Hurt : Role::Betrayer,
                        Relation::Partner,
                        61234};
        log = random.fixed<LogId>();
    }
    void begin(const crypto::PairingCode& with, const CertificateHash& mine,
               const CertificateHash& theirs) {
        PairingSelf self{introduction, identity, [this](const IdentityId& partner) {
                             askedFor = partner;
                             return log;
                         }};
        run.emplace(side, with, SeenCertificates{mine, theirs}, std::move(self), random);
    }
    void take(PairingRun::Step step) {
        for (QByteArray& message : step.send)
            out.push_back(std::move(message));
        failure = failure ? failure : step.failure;
        ask = ask || step.ask;
        done = done || step.done;
    }

    PairingSide side;
    FixedRandom random;
    crypto::SigningKey identity;
    Introduction introduction;
    std::optional<LogId> log;
    std::optional<IdentityId> askedFor;
    std::optional<PairingRun> run;
    std::deque<QByteArray> out;
    std::optional<PairingFailure> failure;
    bool ask = false;
    bool done = false;
};

struct Pairing : testing::Test {
    End shower{PairingSide::Shower, u"Alex"_s, 1};
    End typer{PairingSide::Typer, u"Sam"_s, 2};
    const CertificateHash showers = certificate(1);
    const CertificateHash typers = certificate(2);

    void begin(const crypto::PairingCode& shown = code(),
               const crypto::PairingCode& typed = code()) {
        shower.begin(shown, showers, typers);
        typer.begin(typed, typers, showers);
        start();
    }
    void start() {
        shower.take(shower.run->start());
        typer.take(typer.run->start());
    }
    static void renew(End& end, PairingSide side, const QString& name, quint64 seed) {
        std::destroy_at(&end);
        std::construct_at(&end, side, name, seed);
    }
    // Hands over one message; false if `from` has none.
    static bool carry(End& from, End& to) {
        if (from.out.empty())
            return false;
        const QByteArray message = from.out.front();
        from.out.pop_front();
        to.take(to.run->receive(message));
        return true;
    }
    void carryAll() {
        while (carry(typer, shower) || carry(shower, typer)) {
        }
    }
    void bothSayYes() {
        shower.take(shower.run->decide(true));
        typer.take(typer.run->decide(true));
        carryAll();
    }
};

// The name by which each message is known below, in the order they go.
const char* const order[] = {"typer nonce",  "shower nonce",  "typer share",
                             "shower share", "typer confirm", "shower confirm"};

} // namespace

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

TEST_F(Pairing, AManInTheMiddleWithHisOwnCertificatesIsFoundOut) {
    // He relays every byte, but each end sees his certificate on its socket.
    shower.begin(code(), showers, certificate(66));
    typer.begin(code(), typers, certificate(66));
    start();
    carryAll();
    EXPECT_EQ(shower.failure, PairingFailure::WrongCode);
    EXPECT_FALSE(typer.ask || shower.ask || shower.askedFor);
}

TEST_F(Pairing, OneLegRelayedWithAnotherCertificateIsFoundOut) {
    shower.begin(code(), showers, certificate(66));
    typer.begin(code(), typers, showers);
    start();
    carryAll();
    EXPECT_EQ(shower.failure, PairingFailure::WrongCode);
}

TEST_F(Pairing, ATyperWhoseWordsAreReflectedStops) {
    typer.begin(code(), typers, showers);
    typer.take(typer.run->start());
    for (int i = 0; i < 8 && !typer.failure; ++i) {
        const QByteArray own = typer.out.front();
        typer.out.pop_front();
        typer.take(typer.run->receive(own));
    }
    EXPECT_EQ(typer.failure, PairingFailure::NotMend);
    EXPECT_FALSE(typer.run->tried());
}

TEST_F(Pairing, AShowerWhoseWordsAreReflectedStops) {
    shower.begin(code(), showers, typers);
    shower.take(shower.run->receive(typer.out.empty() ? QByteArray() : typer.out.front()));
    EXPECT_EQ(shower.failure, PairingFailure::NotMend);
    End again{PairingSide::Shower, u"Alex"_s, 5};
    again.begin(code(), showers, typers);
    typer.begin(code(), typers, showers);
    typer.take(typer.run->start());
    carry(typer, again); // a true nonce, then nothing but the shower's own words
    for (int i = 0; i < 8 && !again.failure && !again.out.empty(); ++i) {
        const QByteArray own = again.out.front();
        again.out.pop_front();
        again.take(again.run->receive(own));
    }
    EXPECT_EQ(again.failure, PairingFailure::NotMend);
    EXPECT_FALSE(again.run->tried());
}

// --- Every message, spoilt

namespace {

enum class Spoilt { Dropped, Doubled, Bit, NotCbor, EmptyMap };

} // namespace

class SpoiltRun : public Pairing, public testing::WithParamInterface<int> {
protected:
    // Carries everything, spoiling the nth message. True if both ended with a pairing.
    bool runSpoiling(int nth, Spoilt how) {
        begin();
        int count = 0;
        const auto step = [&](End& from, End& to) {
            if (from.out.empty())
                return false;
            QByteArray message = from.out.front();
            from.out.pop_front();
            if (count++ != nth) {
                to.take(to.run->receive(message));
                return true;
            }
            if (how == Spoilt::Dropped)
                return true;
            if (how == Spoilt::Doubled)
                to.take(to.run->receive(message));
            if (how == Spoilt::Bit)
                message[message.size() - 1] = char(message[message.size() - 1] ^ 4);
            if (how == Spoilt::NotCbor)
                message = "\xff";
            if (how == Spoilt::EmptyMap)
                message = cbor::encode(Map{});
            to.take(to.run->receive(message));
            return true;
        };
        bool decided = false;
        for (;;) {
            while (step(typer, shower) || step(shower, typer)) {
            }
            if (decided || !shower.ask || !typer.ask)
                break;
            decided = true;
            shower.take(shower.run->decide(true));
            typer.take(typer.run->decide(true));
        }
        reached_ = count;
        return shower.done && typer.done;
    }
    int reached_ = 0;
};

TEST_P(SpoiltRun, LeavesNoTrustOnBothSides) {
    for (const Spoilt how :
         {Spoilt::Dropped, Spoilt::Doubled, Spoilt::Bit, Spoilt::NotCbor, Spoilt::EmptyMap}) {
        renew(shower, PairingSide::Shower, u"Alex"_s, 1);
        renew(typer, PairingSide::Typer, u"Sam"_s, 2);
        const bool paired = runSpoiling(GetParam(), how);
        ASSERT_GT(reached_, GetParam()) << "there is no such message";
        if (how == Spoilt::Doubled && GetParam() >= 10)
            continue; // the run is over for whoever hears a decision twice
        EXPECT_FALSE(paired) << "message " << GetParam() << ", spoilt " << int(how);
        if (how != Spoilt::Dropped) {
            EXPECT_TRUE(shower.failure || typer.failure);
        }
    }
}

INSTANTIATE_TEST_SUITE_P(Pairing, SpoiltRun, testing::Range(0, 12), [](const auto& nth) {
    return nth.param < 6 ? QString::fromLatin1(order[nth.param]).remove(u' ').toStdString()
                         : "sealed" + std::to_string(nth.param);
});

TEST_F(Pairing, MessagesOutOfOrderEndTheRun) {
    begin();
    carry(typer, shower);
    carry(shower, typer);
    carry(typer, shower);
    carry(shower, typer); // now the typer's confirmation waits
    carry(typer, shower); // and now the shower's confirmation and introduction
    ASSERT_EQ(shower.out.size(), 2u);
    std::swap(shower.out[0], shower.out[1]);
    carry(shower, typer);
    EXPECT_EQ(typer.failure, PairingFailure::NotMend);
}

TEST_F(Pairing, ALaterVersionIsSaidToBeNewer) {
    typer.begin(code(), typers, showers);
    typer.take(typer.run->start());
    typer.take(
        typer.run->receive(cbor::encode(Map{{u"v"_s, 2}, {u"nonce"_s, QByteArray(16, 'n')}})));
    EXPECT_EQ(typer.failure, PairingFailure::NewerVersion);
}

TEST_F(Pairing, ANonceOfAnotherLengthIsRefused) {
    shower.begin(code(), showers, typers);
    shower.take(
        shower.run->receive(cbor::encode(Map{{u"v"_s, 1}, {u"nonce"_s, QByteArray(15, 'n')}})));
    EXPECT_EQ(shower.failure, PairingFailure::NotMend);
}

TEST_F(Pairing, PointsThatAreNoneAreRefused) {
    for (const QByteArray& point : {QByteArray(32, '\0'), QByteArray(32, '\xff')}) {
        renew(shower, PairingSide::Shower, u"Alex"_s, 1);
        shower.begin(code(), showers, typers);
        shower.take(
            shower.run->receive(cbor::encode(Map{{u"v"_s, 1}, {u"nonce"_s, QByteArray(16, 'n')}})));
        shower.out.clear();
        shower.take(shower.run->receive(cbor::encode(Map{{u"share"_s, point}})));
        EXPECT_EQ(shower.failure, PairingFailure::NotMend);
        EXPECT_TRUE(shower.out.empty());
        EXPECT_FALSE(shower.run->tried());
    }
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

TEST_F(Pairing, ClaimingSomebodyElsesIdentityEndsTheRun) {
    End third{PairingSide::Typer, u"Mallory"_s, 9};
    typer.introduction.identity = third.introduction.identity; // signed with another key
    begin();
    carryAll();
    EXPECT_EQ(shower.failure, PairingFailure::NotMend);
    EXPECT_FALSE(shower.ask);
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

TEST(PairingWords, EachFieldIsNeededAndOfItsType) {
    End sam{PairingSide::Typer, u"Sam"_s, 3};
    const Value good = words::encode(sam.introduction);
    ASSERT_TRUE(words::decode(good));
    for (const auto& [key, value] : *good.map()) {
        Map without = *good.map();
        without.erase(key);
        EXPECT_FALSE(words::decode(without)) << key.toStdString();
        Map other = *good.map();
        other[key] = Value(true);
        EXPECT_FALSE(words::decode(other)) << key.toStdString();
    }
    Map port = *good.map();
    port[u"port"_s] = 65536;
    EXPECT_FALSE(words::decode(port));
    Map role = *good.map();
    role[u"role"_s] = u"judge"_s;
    EXPECT_FALSE(words::decode(role));
}
