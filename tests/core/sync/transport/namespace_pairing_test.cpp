// Pairing by nine digits alone, on a network with computers and cables of Linux's own.

#ifdef __linux__
#include "tests/core/sync/transport/networks_fixture.h"

namespace {

// Randomness whose next code begins with these two digits.
FixedRandom showingNameplate(int nameplate) {
    for (quint64 seed = 1000;; ++seed) {
        FixedRandom tried(seed);
        if (crypto::PairingCode::random(tried).nameplate() == nameplate)
            return FixedRandom(seed);
    }
}

struct PairingByDigits : Networks {
    static void show(Computer& on, Living* who) {
        on.run([who] {
            who->pairing = std::make_unique<PairingService>(who->vault, who->interfaces, who->clock,
                                                            who->random);
            who->pairing->show(Before::ShareAll, {}, 60);
        });
    }
    static void type(Computer& on, Living* who, const QString& code) {
        on.run([who, code] {
            who->pairing = std::make_unique<PairingService>(who->vault, who->interfaces, who->clock,
                                                            who->random);
            who->pairing->enter(*crypto::PairingCode::parse(code), {}, Before::ShareAll, 60);
        });
    }
    static PairingPhase phase(Computer& on, Living* who) {
        return on.ask<PairingPhase>([who] { return who->pairing->phase(); });
    }
};

} // namespace

TEST_F(PairingByDigits, WithoutANetworkIsSaidAtOnce) {
    Living* sam = person(b, u"Sam"_s, 2);
    type(b, sam, u"123456786"_s);
    EXPECT_EQ(phase(b, sam), PairingPhase::Ended);
    EXPECT_EQ(b.ask<PairingEnd>([&] { return sam->pairing->end(); }), PairingEnd::NoNetwork);
    b.run([&] { sam->pairing.reset(); });
}

TEST_F(PairingByDigits, ACodeAloneIsEnoughToPair) {
    ASSERT_TRUE(wired(u"eth1"_s, 10, Ip::Both));
    Living* alex = person(a, u"Alex"_s, 1);
    Living* sam = person(b, u"Sam"_s, 2);
    show(a, alex);
    type(b, sam, a.ask<QString>([&] { return alex->pairing->code(); }));
    EXPECT_TRUE(waitUntil([&] {
        return phase(a, alex) == PairingPhase::Asking && phase(b, sam) == PairingPhase::Asking;
    }));
    a.run([&] { alex->pairing->cancel(); });
    EXPECT_TRUE(waitUntil([&] { return phase(b, sam) == PairingPhase::Ended; }));
    a.run([&] { alex->pairing.reset(); });
    b.run([&] { sam->pairing.reset(); });
}

TEST_F(PairingByDigits, OfTwoThatShowOneNameplateNoneIsTried) {
    ASSERT_TRUE(wired(u"eth1"_s, 11, Ip::V4));
    Living* alex = person(a, u"Alex"_s, 1);
    show(a, alex);
    const QString code = a.ask<QString>([&] { return alex->pairing->code(); });
    Living* other = person(b, u"Kim"_s, 3);
    other->random = showingNameplate(crypto::PairingCode::parse(code)->nameplate());
    show(b, other);
    Living* sam = person(b, u"Sam"_s, 2);
    type(b, sam, code);
    ASSERT_TRUE(waitUntil([&] { return phase(b, sam) == PairingPhase::Ended; }));
    EXPECT_EQ(b.ask<PairingEnd>([&] { return sam->pairing->end(); }), PairingEnd::SeveralFound);
    EXPECT_EQ(phase(a, alex), PairingPhase::Showing);
    for (auto [computer, who] : {std::pair(&a, alex), std::pair(&b, other), std::pair(&b, sam)})
        computer->run([living = who] { living->pairing.reset(); });
}

#endif
