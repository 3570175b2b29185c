#include "core/crypto/cpace.h"

namespace mend::crypto {

namespace {

constexpr char dsiIsk[] = "CPaceRistretto255_ISK";
constexpr char macPrefix[] = "CPaceMac";

// sample_scalar: 32 random bytes without the bits above group_size_bits (252).
SecretBytes sampleScalar(Random& random) {
    SecretBytes scalar = SecretBytes::random(CpaceShare::size, random);
    scalar.span().back() &= std::byte{0x0f};
    return scalar;
}

// Key confirmation (section 10.4): each side proves the ISK over the message it sent.
CpaceTag confirmationTag(const SecretBytes& macKey, const CpaceMessage& sent) {
    return CpaceTag(hmacSha512(macKey, {lvCat({sent.share.view(), sent.associatedData})}));
}

} // namespace

bool CpaceSession::confirms(const CpaceTag& theirTag) const {
    return constantTimeEquals(theirTag.view(), expectedTag_.view());
}

Cpace::Cpace(CpaceRole role, SecretBytes scalar, QByteArray sid, CpaceMessage message)
    : role_(role), scalar_(std::move(scalar)), sid_(std::move(sid)), message_(std::move(message)) {}

Result<Cpace, CryptoError> Cpace::start(CpaceRole role, QByteArrayView prs, QByteArrayView ci,
                                        QByteArrayView sid, QByteArrayView associatedData,
                                        Random& random) {
    if (prs.isEmpty())
        return fail(CryptoError::BadInput);
    SecretBytes scalar = sampleScalar(random);
    const auto share = scalarMultVfy(scalar, calculateGenerator(prs, ci, sid).view());
    if (!share)
        return fail(share.error()); // a scalar of zero: the randomness is broken
    CpaceMessage message{*CpaceShare::from(share->view()), associatedData.toByteArray()};
    return Cpace(role, std::move(scalar), sid.toByteArray(), std::move(message));
}

Result<CpaceSession, CryptoError> Cpace::finish(const CpaceMessage& theirs) && {
    const SecretBytes scalar = std::move(scalar_);
    // My own message sent back would make both tags the same, so the sender could echo my tag as
    // theirs and seem to know the password.
    if (theirs.share == message_.share)
        return fail(CryptoError::BadPoint);
    const auto k = scalarMultVfy(scalar, theirs.share.view());
    if (!k)
        return fail(k.error());

    const bool initiator = role_ == CpaceRole::Initiator;
    const CpaceMessage& a = initiator ? message_ : theirs;
    const CpaceMessage& b = initiator ? theirs : message_;
    // lv_cat(DSI ‖ "_ISK", sid, K), in parts: K stays in locked memory.
    const QByteArray head = lvCat({dsiIsk, sid_});
    const char lengthOfK[] = {char(CpaceShare::size)};
    SecretBytes isk = sha512({head, QByteArrayView(lengthOfK, 1), k->view(),
                              transcriptIr(a.share, a.associatedData, b.share, b.associatedData)});
    const SecretBytes macKey = sha512({macPrefix, sid_, isk.view()});
    return CpaceSession(std::move(isk), confirmationTag(macKey, message_),
                        confirmationTag(macKey, theirs));
}

} // namespace mend::crypto
