#pragma once
// Two pairing runs, and the wire between them.

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

inline crypto::PairingCode code(const char16_t* text = u"427 186 304") {
    if (const auto parsed = crypto::PairingCode::parse(QStringView(text)))
        return *parsed;
    FixedRandom random(99); // any code; the digits above need not pass the check
    return crypto::PairingCode::random(random);
}
inline crypto::PairingCode otherCode() {
    FixedRandom random(100);
    return crypto::PairingCode::random(random);
}
inline CertificateHash certificate(char byte) {
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
