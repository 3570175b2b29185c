#pragma once
// CPace, a key exchange that a short password protects against everything but guessing online, one
// guess a run: draft-irtf-cfrg-cpace-21, suite CPACE-RISTR255-SHA512, initiator and responder.
//
//   auto run = Cpace::start(CpaceRole::Initiator, prs, ci, sid, {}, random);
//   send run->message(); receive theirs
//   auto session = std::move(*run).finish(theirs);      // BadPoint ends the run
//   send session->ownTag(); check session->confirms(their tag); only then use session->isk()

#include "core/crypto/cpace_steps.h"
#include "core/crypto/secret_bytes.h"

#include <QByteArray>

namespace mend::crypto {

enum class CpaceRole { Initiator, Responder };

using CpaceTag = FixedBytes<struct CpaceTagTag, 64>; // HMAC-SHA-512 over what its sender sent

// What each side sends. Nothing in it is secret.
struct CpaceMessage {
    CpaceShare share;
    QByteArray associatedData; // ADa or ADb, may be empty
};

// What both sides have when the password was the same and nobody stood between; until the other's
// tag is checked, one side does not know that the other has it.
class CpaceSession {
public:
    const SecretBytes& isk() const { return isk_; } // 64 bytes; goes through hkdf() before use
    const CpaceTag& ownTag() const { return ownTag_; }
    bool confirms(const CpaceTag& theirTag) const; // In constant time.

private:
    friend class Cpace;
    CpaceSession(SecretBytes isk, const CpaceTag& own, const CpaceTag& expected)
        : isk_(std::move(isk)), ownTag_(own), expectedTag_(expected) {}
    SecretBytes isk_;
    CpaceTag ownTag_;
    CpaceTag expectedTag_;
};

class Cpace {
public:
    // Picks a fresh scalar. prs: the password; ci: both ends and their roles; sid: new for each
    // run. BadInput: an empty password.
    static Result<Cpace, CryptoError> start(CpaceRole role, QByteArrayView prs, QByteArrayView ci,
                                            QByteArrayView sid, QByteArrayView associatedData,
                                            Random& random);

    const CpaceMessage& message() const { return message_; }

    // Ends the run: the scalar is used once. BadPoint: no group element, the identity, or my own
    // share come back (reflection).
    Result<CpaceSession, CryptoError> finish(const CpaceMessage& theirs) &&;

private:
    Cpace(CpaceRole role, SecretBytes scalar, QByteArray sid, CpaceMessage message);
    CpaceRole role_;
    SecretBytes scalar_;
    QByteArray sid_;
    CpaceMessage message_;
};

} // namespace mend::crypto
