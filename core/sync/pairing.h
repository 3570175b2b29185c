#pragma once
// One run of pairing over an open TLS connection, as a state machine without a socket (PROTOCOL.md,
// Pairing). The typer is CPace's initiator, confirms first, and so is the one whose wrong code is
// found out.
//
//   typer → nonce    shower → nonce
//   typer → share    shower → share
//   typer → confirm  shower → confirm     a wrong one from the typer burns the code
//   both  → who      identity, sealing key, name, role, relation, under a key from the ISK
//   both  → log      the log to be shared, and the identity's signature over all of the above
//   both  → decide   after their person pressed Pair, or not
//
// Any message out of its place, changed, doubled or malformed ends the run.

#include "core/base/random.h"
#include "core/crypto/cpace.h"
#include "core/crypto/pairing_code.h"
#include "core/record/cbor.h"
#include "core/sync/replica.h"

#include <functional>
#include <memory>

namespace mend::sync {

enum class PairingSide { Shower, Typer };
enum class PairingFailure {
    WrongCode,    // the other's confirmation is wrong: the shower's code is burnt
    NotMend,      // malformed, out of place, or changed on the way
    NewerVersion, // the other speaks only a later version
    Declined,     // the other pressed "don't"
    SamePerson,   // the other shows my own identity
    Storage,      // no log could be made ready
};

// What my side brings. `prepareLog` is asked once the other's identity is proven.
struct PairingSelf {
    Introduction introduction;
    const crypto::SigningKey& identity;
    std::function<std::optional<LogId>(const IdentityId& partner)> prepareLog;
};
// Certificates as seen on this connection's socket, by SHA-256.
struct SeenCertificates {
    CertificateHash mine;
    CertificateHash theirs;
};

class PairingRun {
public:
    // What a step leads to: messages to send, in order, and what has become of the run.
    struct Step {
        std::vector<QByteArray> send;
        std::optional<PairingFailure> failure;
        bool ask = false;  // both are proven: show partner() and ask
        bool done = false; // both pressed Pair: take result()
    };

    PairingRun(PairingSide side, const crypto::PairingCode& code, const SeenCertificates& seen,
               PairingSelf self, Random& random);
    ~PairingRun();

    Step start();
    Step receive(QByteArrayView message);
    // After ask. No: tells the other and ends.
    Step decide(bool yes);

    const Introduction& partner() const { return *partner_; } // from ask on
    Paired result();                                          // after done, once
    // The typer has sent its confirmation, or the shower has checked one: a try was made.
    bool tried() const { return tried_; }

private:
    enum class Await { Nonce, Share, Confirm, Who, Log, Decision, Nothing };
    Step failed(PairingFailure why);
    Step takeNonce(const cbor::Value& message);
    Step takeShare(const cbor::Value& message);
    Step takeConfirm(const cbor::Value& message);
    Step takeSealed(const cbor::Value& message);
    Step takeWho(const cbor::Value& inner);
    Step takeLog(const cbor::Value& inner);
    Step takeDecision(const cbor::Value& inner);
    void startCpace(const QByteArray& theirNonce);
    QByteArray nonceMessage() const;
    QByteArray shareMessage() const;
    QByteArray confirmMessage() const;
    QByteArray whoMessage();
    Result<QByteArray, PairingFailure> logMessage();
    QByteArray seal(const cbor::Value& inner);
    std::optional<cbor::Value> unseal(const cbor::Value& message);
    // What an identity signs: everything both sides have said of `whose` keys, bound to this run.
    QByteArray signedWords(const Introduction& whose, const LogId& log,
                           const CertificateHash& certificate) const;
    bool isTyper() const { return side_ == PairingSide::Typer; }
    Step finishIfAgreed(Step step);

    PairingSide side_;
    crypto::PairingCode code_;
    SeenCertificates seen_;
    PairingSelf self_;
    Random& random_;
    Await await_ = Await::Nonce;
    QByteArray myNonce_;
    QByteArray sid_; // the typer's nonce ‖ the shower's
    std::optional<crypto::Cpace> cpace_;
    std::optional<crypto::CpaceSession> session_;
    std::optional<crypto::Key> sendKey_;
    std::optional<crypto::Key> receiveKey_;
    quint64 sent_ = 0;
    quint64 received_ = 0;
    std::optional<Introduction> partner_;
    std::optional<LogId> partnerLog_;
    std::optional<LogId> ownLog_;
    std::optional<bool> myDecision_;
    bool theirYes_ = false;
    bool tried_ = false;
};

} // namespace mend::sync
