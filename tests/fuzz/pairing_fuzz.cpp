// What somebody without the code says to who shows it, or types it, message by message: frames, the
// first byte before them choosing the side. Nobody is let in, and nobody's name is told.

#include "core/sync/frame.h"
#include "core/sync/pairing.h"
#include "tests/fuzz/require.h"
#include "tests/support/fixed_random.h"

using namespace mend;
using namespace mend::sync;
using fuzz::require;

namespace {

struct Owner {
    test::FixedRandom random{1};
    crypto::SigningKey identity = crypto::SigningKey::generate(random);
    crypto::PairingCode code = crypto::PairingCode::random(random);
    Introduction who{IdentityId(identity.publicKey()),
                     random.fixed<SealingKeyId>(),
                     QStringLiteral("Sam"),
                     Role::Hurt,
                     Relation::Partner,
                     0};
};

void meet(PairingSide side, const std::vector<QByteArray>& messages) {
    static Owner owner;
    test::FixedRandom random(2);
    bool asked = false;
    PairingSelf self{owner.who, owner.identity, [&](const IdentityId&) {
                         asked = true;
                         return std::optional<LogId>();
                     }};
    PairingRun run(
        side, owner.code,
        {*CertificateHash::from(QByteArray(32, 1)), *CertificateHash::from(QByteArray(32, 2))},
        std::move(self), random);
    PairingRun::Step step = run.start();
    bool failed = false;
    for (const QByteArray& message : messages) {
        step = run.receive(message);
        require(!step.ask && !step.done && !asked, "nobody gets in without the code");
        require(!failed || (step.failure && step.send.empty()), "a run that failed stays so");
        failed = failed || step.failure;
        for (const QByteArray& said : step.send)
            require(!said.contains("sealed"), "nothing is told before the code is proven");
    }
    require(run.decide(true).send.empty(), "who was not asked can't decide");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, std::size_t size) {
    if (size == 0)
        return 0;
    FrameReader reader(pairingFrameLimit);
    const auto messages = reader.feed(fuzz::view(data, size).sliced(1));
    if (messages)
        meet(data[0] % 2 ? PairingSide::Typer : PairingSide::Shower, *messages);
    return 0;
}
