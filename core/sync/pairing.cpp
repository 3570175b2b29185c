#include "core/sync/pairing.h"

#include "core/crypto/aead.h"
#include "core/crypto/cpace_steps.h"
#include "core/crypto/hkdf.h"
#include "core/domain/text.h"
#include "core/sync/frame.h"
#include "core/sync/pairing_words.h"

#include <QtEndian>

namespace mend::sync {

using cbor::Map;
using cbor::Value;
using crypto::Labels;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 pairingVersion = 1;
constexpr qsizetype nonceSize = 16; // Bytes, from each side.

crypto::Nonce counterNonce(quint64 counter) {
    crypto::Nonce nonce;
    qToBigEndian(counter, nonce.data() + crypto::Nonce::size - sizeof counter);
    return nonce;
}

} // namespace

PairingRun::PairingRun(PairingSide side, const crypto::PairingCode& code,
                       const SeenCertificates& seen, PairingSelf self, Random& random)
    : side_(side), code_(code), seen_(seen), self_(std::move(self)), random_(random),
      myNonce_(random.bytes(nonceSize)) {}

PairingRun::~PairingRun() = default;

PairingRun::Step PairingRun::start() {
    Step step;
    if (isTyper())
        step.send.push_back(nonceMessage());
    return step;
}

PairingRun::Step PairingRun::failed(PairingFailure why) {
    await_ = Await::Nothing;
    cpace_.reset();
    session_.reset();
    Step step;
    step.failure = why;
    return step;
}

PairingRun::Step PairingRun::receive(QByteArrayView bytes) {
    const auto message = cbor::decode(bytes, pairingFrameLimit);
    if (!message)
        return failed(PairingFailure::NotMend);
    switch (await_) {
    case Await::Nonce:
        return takeNonce(*message);
    case Await::Share:
        return takeShare(*message);
    case Await::Confirm:
        return takeConfirm(*message);
    case Await::Who:
    case Await::Log:
    case Await::Decision:
        return takeSealed(*message);
    case Await::Nothing:
        break;
    }
    return failed(PairingFailure::NotMend);
}

// --- CPace
// ---------------------------------------------------------------------------------------------

PairingRun::Step PairingRun::takeNonce(const Value& message) {
    const Value* version = message.at(u"v");
    const Value* nonce = message.at(u"nonce");
    if (!version || !version->integer() || !nonce || !nonce->bytes() ||
        nonce->bytes()->size() != nonceSize)
        return failed(PairingFailure::NotMend);
    if (*version->integer() != pairingVersion)
        return failed(PairingFailure::NewerVersion);
    startCpace(*nonce->bytes());
    await_ = Await::Share;
    Step step;
    step.send.push_back(isTyper() ? shareMessage() : nonceMessage());
    return step;
}

void PairingRun::startCpace(const QByteArray& theirNonce) {
    sid_ = isTyper() ? myNonce_ + theirNonce : theirNonce + myNonce_;
    const auto& typers = isTyper() ? seen_.mine : seen_.theirs;
    const auto& showers = isTyper() ? seen_.theirs : seen_.mine;
    const QByteArray ci = crypto::lvCat({Labels::pair.view(), typers.view(), showers.view()});
    const auto role = isTyper() ? crypto::CpaceRole::Initiator : crypto::CpaceRole::Responder;
    // A pairing code always gives a password, so there is nothing for start() to refuse.
    cpace_.emplace(crypto::Cpace::start(role, code_.prs(), ci, sid_, {}, random_).value());
}

PairingRun::Step PairingRun::takeShare(const Value& message) {
    const Value* share = message.at(u"share");
    const auto point =
        share && share->bytes() ? crypto::CpaceShare::from(*share->bytes()) : std::nullopt;
    if (!point)
        return failed(PairingFailure::NotMend);
    const QByteArray mine = shareMessage();
    auto session = std::move(*cpace_).finish({*point, {}});
    if (!session)
        return failed(PairingFailure::NotMend);
    session_.emplace(std::move(*session));
    await_ = Await::Confirm;
    Step step;
    if (isTyper()) {
        tried_ = true;
        step.send.push_back(confirmMessage());
    } else {
        step.send.push_back(mine);
    }
    return step;
}

PairingRun::Step PairingRun::takeConfirm(const Value& message) {
    const Value* value = message.at(u"confirm");
    const auto tag =
        value && value->bytes() ? crypto::CpaceTag::from(*value->bytes()) : std::nullopt;
    if (!tag)
        return failed(PairingFailure::NotMend);
    tried_ = true;
    if (!session_->confirms(*tag))
        return failed(PairingFailure::WrongCode);
    const QByteArrayView typers("typer");
    const QByteArrayView showers("shower");
    sendKey_.emplace(
        crypto::hkdf(session_->isk(), isTyper() ? typers : showers, Labels::pairMessage));
    receiveKey_.emplace(
        crypto::hkdf(session_->isk(), isTyper() ? showers : typers, Labels::pairMessage));
    await_ = Await::Who;
    Step step;
    if (!isTyper())
        step.send.push_back(confirmMessage());
    step.send.push_back(whoMessage());
    return step;
}

QByteArray PairingRun::nonceMessage() const {
    return cbor::encode(Map{{u"v"_s, pairingVersion}, {u"nonce"_s, myNonce_}});
}
QByteArray PairingRun::shareMessage() const {
    return cbor::encode(Map{{u"share"_s, cpace_->message().share.toByteArray()}});
}
QByteArray PairingRun::confirmMessage() const {
    return cbor::encode(Map{{u"confirm"_s, session_->ownTag().toByteArray()}});
}

// --- Under the key from the ISK
// ---------------------------------------------------------------------

QByteArray PairingRun::seal(const Value& inner) {
    const QByteArray sealed = crypto::aeadSeal(*sendKey_, counterNonce(sent_++),
                                               cbor::encode(inner), Labels::pairMessage.view());
    return cbor::encode(Map{{u"sealed"_s, sealed}});
}

std::optional<Value> PairingRun::unseal(const Value& message) {
    const Value* sealed = message.at(u"sealed");
    if (!sealed || !sealed->bytes())
        return std::nullopt;
    const auto plain = crypto::aeadOpen(*receiveKey_, counterNonce(received_++), *sealed->bytes(),
                                        Labels::pairMessage.view());
    if (!plain)
        return std::nullopt;
    auto inner = cbor::decode(*plain, pairingFrameLimit);
    return inner ? std::optional(std::move(*inner)) : std::nullopt;
}

PairingRun::Step PairingRun::takeSealed(const Value& message) {
    const auto inner = unseal(message);
    if (!inner)
        return failed(PairingFailure::NotMend);
    if (await_ == Await::Who)
        return takeWho(*inner);
    return await_ == Await::Log ? takeLog(*inner) : takeDecision(*inner);
}

QByteArray PairingRun::whoMessage() {
    return seal(words::encode(self_.introduction));
}

PairingRun::Step PairingRun::takeWho(const Value& inner) {
    auto partner = words::decode(inner);
    if (!partner)
        return failed(PairingFailure::NotMend);
    if (partner->identity == self_.introduction.identity)
        return failed(PairingFailure::SamePerson);
    partner_ = std::move(partner);
    auto log = logMessage();
    if (!log)
        return failed(log.error());
    await_ = Await::Log;
    Step step;
    step.send.push_back(std::move(*log));
    return step;
}

QByteArray PairingRun::signedWords(const Introduction& whose, const LogId& log,
                                   const CertificateHash& certificate) const {
    return sid_ + certificate.toByteArray() + log.toByteArray() +
           cbor::encode(words::encode(whose));
}

Result<QByteArray, PairingFailure> PairingRun::logMessage() {
    ownLog_ = self_.prepareLog(partner_->identity);
    if (!ownLog_)
        return fail(PairingFailure::Storage);
    const QByteArray said = signedWords(self_.introduction, *ownLog_, seen_.mine);
    const Signature signature = self_.identity.sign(Labels::pairKeys, {said});
    return seal(Map{{u"log"_s, ownLog_->toByteArray()}, {u"sig"_s, signature.toByteArray()}});
}

PairingRun::Step PairingRun::takeLog(const Value& inner) {
    const Value* log = inner.at(u"log");
    const Value* sig = inner.at(u"sig");
    const auto id = log && log->bytes() ? LogId::from(*log->bytes()) : std::nullopt;
    const auto signature = sig && sig->bytes() ? Signature::from(*sig->bytes()) : std::nullopt;
    if (!id || !signature)
        return failed(PairingFailure::NotMend);
    const QByteArray said = signedWords(*partner_, *id, seen_.theirs);
    if (!crypto::verify(partner_->identity.span(), Labels::pairKeys, {said}, *signature))
        return failed(PairingFailure::NotMend);
    partnerLog_ = id;
    await_ = Await::Decision;
    Step step;
    step.ask = true;
    return step;
}

PairingRun::Step PairingRun::takeDecision(const Value& inner) {
    const Value* yes = inner.at(u"pair");
    if (theirYes_ || !yes || !yes->boolean())
        return failed(PairingFailure::NotMend);
    if (!*yes->boolean())
        return failed(PairingFailure::Declined);
    theirYes_ = true;
    return finishIfAgreed({});
}

PairingRun::Step PairingRun::decide(bool yes) {
    if (await_ != Await::Decision || myDecision_)
        return {};
    myDecision_ = yes;
    Step step;
    step.send.push_back(seal(Map{{u"pair"_s, yes}}));
    if (!yes)
        await_ = Await::Nothing;
    return finishIfAgreed(std::move(step));
}

PairingRun::Step PairingRun::finishIfAgreed(Step step) {
    if (theirYes_ && myDecision_.value_or(false)) {
        await_ = Await::Nothing;
        step.done = true;
    }
    return step;
}

Paired PairingRun::result() {
    return {*partner_, *partnerLog_, *ownLog_,
            crypto::hkdf(session_->isk(), sid_, Labels::pairKey)};
}

} // namespace mend::sync
