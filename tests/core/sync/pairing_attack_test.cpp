// Pairing, message by message, with somebody in between or at the other end.

#include "tests/core/sync/pairing_fixture.h"

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

// The name by which each message is known below, in the order they go.
const char* const order[] = {"typer nonce",  "shower nonce",  "typer share",
                             "shower share", "typer confirm", "shower confirm"};

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

TEST_F(Pairing, ClaimingSomebodyElsesIdentityEndsTheRun) {
    End third{PairingSide::Typer, u"Mallory"_s, 9};
    typer.introduction.identity = third.introduction.identity; // signed with another key
    begin();
    carryAll();
    EXPECT_EQ(shower.failure, PairingFailure::NotMend);
    EXPECT_FALSE(shower.ask);
}

TEST_F(Pairing, AConfirmationThatIsNoneIsNoTry) {
    begin();
    for (int i = 0; i < 2; ++i) {
        carry(typer, shower);
        carry(shower, typer);
    }
    shower.take(shower.run->receive(cbor::encode(Map{{u"confirm"_s, QByteArray(63, 'c')}})));
    EXPECT_EQ(shower.failure, PairingFailure::NotMend);
    EXPECT_FALSE(shower.run->tried());
    EXPECT_FALSE(shower.askedFor);
}

TEST_F(Pairing, AFalseShowerLearnsNothingAndTheTyperKnows) {
    begin(otherCode(), code()); // guesses the code
    carry(typer, shower);
    carry(shower, typer);
    carry(typer, shower);
    carry(shower, typer);
    typer.take(typer.run->receive(cbor::encode(Map{{u"confirm"_s, QByteArray(64, 'c')}})));
    EXPECT_EQ(typer.failure, PairingFailure::WrongCode);
    EXPECT_FALSE(typer.askedFor);    // its name was not told
    EXPECT_EQ(typer.out.size(), 1u); // its own confirmation, and nothing sealed
}
