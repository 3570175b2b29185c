#include "core/crypto/cpace.h"

#include "tests/core/crypto/bytes_of.h"
#include "tests/support/fixed_random.h"

#include <gtest/gtest.h>

using namespace mend;
using namespace mend::crypto;
using mend::test::FixedRandom;

namespace {

class ZeroRandom final : public Random {
public:
    void fill(std::span<std::byte> out) override { std::ranges::fill(out, std::byte{0}); }
};

// Both ends of a run and what each ends with.
struct Exchange {
    QByteArray prsA = "42718630", prsB = prsA;
    QByteArray ciA = "initiator and responder", ciB = ciA;
    QByteArray sidA = "both nonces", sidB = sidA;
    FixedRandom random{};

    std::pair<CpaceSession, CpaceSession> finish() {
        Cpace a = Cpace::start(CpaceRole::Initiator, prsA, ciA, sidA, "from a", random).value();
        Cpace b = Cpace::start(CpaceRole::Responder, prsB, ciB, sidB, "from b", random).value();
        const CpaceMessage toB = a.message(), toA = b.message();
        return {std::move(a).finish(toA).value(), std::move(b).finish(toB).value()};
    }
};

bool confirmed(const std::pair<CpaceSession, CpaceSession>& sessions) {
    const auto& [a, b] = sessions;
    const bool both = a.confirms(b.ownTag()) && b.confirms(a.ownTag());
    EXPECT_EQ(both, a.isk().equals(b.isk()));
    EXPECT_EQ(both, a.confirms(b.ownTag()) || b.confirms(a.ownTag()));
    return both;
}

} // namespace

TEST(Cpace, GivesBothTheSameKeyForTheSameCode) {
    const auto sessions = Exchange().finish();
    EXPECT_TRUE(confirmed(sessions));
    EXPECT_EQ(sessions.first.isk().size(), 64u);
}

TEST(Cpace, ConfirmsNothingWhenCodeChannelOrSessionDiffer) {
    EXPECT_FALSE(confirmed(Exchange{.prsB = "42718631"}.finish()));
    EXPECT_FALSE(confirmed(Exchange{.ciB = "somebody in between"}.finish()));
    EXPECT_FALSE(confirmed(Exchange{.sidB = "other nonces"}.finish()));
}

TEST(Cpace, IsDifferentEachTime) {
    Exchange run;
    const auto first = run.finish();
    const auto second = run.finish();
    EXPECT_FALSE(first.first.isk().equals(second.first.isk()));
    EXPECT_FALSE(first.first.confirms(second.second.ownTag()));
}

TEST(Cpace, ConfirmsNothingWhenAMessageWasChangedOnTheWay) {
    FixedRandom random;
    Cpace a = Cpace::start(CpaceRole::Initiator, "42718630", "ci", "sid", "from a", random).value();
    Cpace b = Cpace::start(CpaceRole::Responder, "42718630", "ci", "sid", "from b", random).value();
    const CpaceMessage toB = a.message();
    CpaceMessage toA = b.message();
    toA.associatedData = "changed";
    const CpaceSession sessionA = std::move(a).finish(toA).value();
    const CpaceSession sessionB = std::move(b).finish(toB).value();
    EXPECT_FALSE(sessionA.confirms(sessionB.ownTag()));
    EXPECT_FALSE(sessionB.confirms(sessionA.ownTag()));
}

TEST(Cpace, TellsItsTwoEndsApart) {
    const auto [a, b] = Exchange().finish();
    EXPECT_NE(a.ownTag(), b.ownTag());
    EXPECT_FALSE(a.confirms(a.ownTag()));
    EXPECT_FALSE(a.confirms(CpaceTag()));
    // Two initiators read the transcript in different orders.
    FixedRandom random;
    Cpace c = Cpace::start(CpaceRole::Initiator, "42718630", "ci", "sid", {}, random).value();
    Cpace d = Cpace::start(CpaceRole::Initiator, "42718630", "ci", "sid", {}, random).value();
    const CpaceMessage toC = d.message(), toD = c.message();
    const CpaceSession sessionC = std::move(c).finish(toC).value();
    EXPECT_FALSE(sessionC.confirms(std::move(d).finish(toD)->ownTag()));
}

TEST(Cpace, RefusesItsOwnMessageSentBack) {
    FixedRandom random;
    Cpace a = Cpace::start(CpaceRole::Initiator, "42718630", "ci", "sid", "ad", random).value();
    const CpaceMessage echo = a.message();
    EXPECT_EQ(std::move(a).finish(echo).error(), CryptoError::BadPoint);
}

TEST(Cpace, RefusesAnEncodingThatIsNoPoint) {
    FixedRandom random;
    Cpace a = Cpace::start(CpaceRole::Responder, "42718630", "ci", "sid", {}, random).value();
    CpaceMessage bad;
    bad.share = *CpaceShare::from(QByteArray(32, '\xff'));
    EXPECT_EQ(std::move(a).finish(bad).error(), CryptoError::BadPoint);
}

TEST(Cpace, NeedsACode) {
    FixedRandom random;
    const auto run = Cpace::start(CpaceRole::Initiator, {}, "ci", "sid", {}, random);
    EXPECT_EQ(run.error(), CryptoError::BadInput);
}

TEST(Cpace, StopsWhenTheRandomnessIsBroken) {
    ZeroRandom zero;
    const auto run = Cpace::start(CpaceRole::Initiator, "42718630", "ci", "sid", {}, zero);
    EXPECT_EQ(run.error(), CryptoError::BadPoint);
}

TEST(CpaceSteps, TakeScalarsAndPointsOf32Bytes) {
    const QByteArray point = QByteArray(31, '\x01');
    EXPECT_EQ(scalarMultVfy(SecretBytes(32), point).error(), CryptoError::BadInput);
    EXPECT_EQ(scalarMultVfy(SecretBytes(31), QByteArray(32, '\0')).error(), CryptoError::BadInput);
}

TEST(CpaceSteps, PadNothingBehindALongPassword) {
    // 200 bytes fill the first block by themselves: an empty padding stays, as the draft's len_zpad
    // says.
    const QByteArray prs(200, 'x');
    EXPECT_EQ(generatorString(prs, "c", "s").view(), "\x11"
                                                     "CPaceRistretto255\xc8\x01" +
                                                         prs + QByteArray("\0\1c\1s", 5));
}
