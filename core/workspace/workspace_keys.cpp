// Passphrase, recovery code, pairing and addresses: what is typed and must not stay.

#include "core/crypto/passphrase.h"
#include "core/sync/transport/address.h"
#include "core/workspace/job.h"
#include "core/workspace/parts.h"
#include "core/workspace/typed_secret.h"

#include <algorithm>

namespace mend {

namespace {

sync::Before beforeOf(BeforePairing before) {
    return before == BeforePairing::FromToday ? sync::Before::FromToday : sync::Before::ShareAll;
}

constexpr int addressLimit = 16; // Typed addresses. A person has two or three.

} // namespace

void Workspace::checkPassphrase(QString passphrase, std::function<void(Attempt<void>)> done) {
    auto typed = takePassphrase(passphrase);
    if (!typed)
        return done(fail(Problem::WrongPassphrase));
    runJob<Attempt<void>>(
        this,
        [store = parts_->store, p = std::move(*typed)]() -> Attempt<void> {
            return attempt(store->checkPassphrase(p));
        },
        std::move(done));
}

void Workspace::changePassphrase(QString current, QString next,
                                 std::function<void(Attempt<void>)> done) {
    auto old = takePassphrase(current);
    auto fresh = takePassphrase(next);
    if (!old)
        return done(fail(Problem::WrongPassphrase));
    if (!fresh)
        return done(fail(fresh.error()));
    runJob<Attempt<void>>(
        this,
        [store = parts_->store, o = std::move(*old), n = std::move(*fresh)]() -> Attempt<void> {
            if (const auto right = store->checkPassphrase(o); !right)
                return fail(problemOf(right.error()));
            return attempt(store->changePassphrase(n));
        },
        std::move(done));
}

void Workspace::newRecoveryCode(QString passphrase, std::function<void(Attempt<QString>)> done) {
    auto typed = takePassphrase(passphrase);
    if (!typed)
        return done(fail(Problem::WrongPassphrase));
    runJob<Attempt<QString>>(
        this,
        [store = parts_->store, p = std::move(*typed)]() -> Attempt<QString> {
            if (const auto right = store->checkPassphrase(p); !right)
                return fail(problemOf(right.error()));
            const auto code = store->newRecoveryCode();
            return code ? Attempt<QString>(code->toGroups()) : fail(problemOf(code.error()));
        },
        std::move(done));
}

// --- Pairing
// ---------------------------------------------------------------------------------------------

PairingReading Workspace::pairing() const {
    return parts_->sync->pairing();
}

Attempt<void> Workspace::mayPair() const {
    if (!me().role)
        return fail(Problem::NoRole);
    const auto other = partner();
    if (other && !other->provisional)
        return fail(Problem::AlreadyPaired);
    if (!parts_->sync->isRunning())
        return fail(Problem::InUse);
    using P = PairingReading::Phase;
    const auto phase = pairing().phase;
    if (phase != P::Idle && phase != P::Done && phase != P::Failed)
        return fail(Problem::PairingRunning);
    return {};
}

Attempt<void> Workspace::showCode(BeforePairing before, const QString& bind, int timeoutSeconds) {
    if (const auto may = mayPair(); !may)
        return may;
    if (!sync::parseBind(bind))
        return fail(Problem::BadAddress);
    parts_->sync->showCode(beforeOf(before), bind, timeoutSeconds);
    return {};
}

Attempt<void> Workspace::enterCode(const QString& code, const QString& peer, BeforePairing before,
                                   int timeoutSeconds) {
    if (const auto may = mayPair(); !may)
        return may;
    const auto parsed = crypto::PairingCode::parse(code);
    if (!parsed)
        return fail(parsed.error() == crypto::CryptoError::Mistyped ? Problem::CodeSlip
                                                                    : Problem::BadCode);
    if (!peer.isEmpty() && !sync::parseHostPort(peer))
        return fail(Problem::BadAddress);
    parts_->sync->enterCode(*parsed, peer, beforeOf(before), timeoutSeconds);
    return {};
}

void Workspace::confirmPairing(bool yes) {
    parts_->sync->confirmPairing(yes);
}

void Workspace::cancelPairing() {
    parts_->sync->cancelPairing();
}

// --- Addresses
// -------------------------------------------------------------------------------------------

bool isPossible(const NetworkChoice& network) {
    return sync::parseBind(network.listen) &&
           std::all_of(network.peers.begin(), network.peers.end(), sync::parseHostPort);
}

Attempt<void> Workspace::setAddresses(const QStringList& hostPorts) {
    QStringList normal;
    for (const QString& text : hostPorts) {
        const auto address = sync::parseHostPort(text);
        if (!address)
            return fail(Problem::BadAddress);
        normal << address->text();
    }
    if (normal.size() > addressLimit)
        return fail(Problem::TooLong);
    auto set = attempt(parts_->vault->sync().setTypedAddresses(normal));
    if (set)
        parts_->sync->retryNow();
    return set;
}

QStringList Workspace::addresses() const {
    return parts_->vault->sync().addresses();
}

} // namespace mend
