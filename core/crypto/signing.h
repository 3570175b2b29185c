#pragma once
// Ed25519 (RFC 8032). What Mend signs always begins with a label: sign(Labels::head, {…}).

#include "core/base/bytes.h"
#include "core/crypto/hash.h"
#include "core/crypto/labels.h"

namespace mend::crypto {

using PublicKey = std::array<std::byte, 32>; // Becomes LogId(key.publicKey()) or IdentityId(…).

class SigningKey {
public:
    static SigningKey generate(Random& random);
    static SigningKey fromSeed(const Key& seed);

    const PublicKey& publicKey() const { return publicKey_; }
    // What to wrap and store; the key is made from it again.
    Key seed() const;

    // Over label ‖ parts. All parts but the last are of a fixed size, so that nothing can slide
    // between them.
    Signature sign(Label label, Parts parts) const;
    // Over the message as it is; for the published vectors.
    Signature signRaw(QByteArrayView message) const;

private:
    SigningKey(SecretBytes secret, const PublicKey& publicKey);
    SecretBytes secret_; // seed ‖ public key
    PublicKey publicKey_;
};

// False for a signature by another key, over other words, in a form that isn't canonical, or by a
// key of small order.
bool verify(std::span<const std::byte, 32> publicKey, Label label, Parts parts,
            const Signature& signature);
bool verifyRaw(std::span<const std::byte, 32> publicKey, QByteArrayView message,
               const Signature& signature);

} // namespace mend::crypto
