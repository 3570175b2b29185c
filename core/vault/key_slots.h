#pragma once
// The key-slot file: the data key, wrapped once by a passphrase and once by the recovery code.
//
// Deterministic CBOR (core/record/cbor.h), at most 4 KiB:
//   file    = [ [ 1, [ slot, … ] ], SHA-256 of the first element's encoding ]
//   slot    = [ header, nonce (24 B), wrapped data key (48 B) ]
//   header  = [ 1, "passphrase" | "recovery", memory in KiB, passes, salt (16 B) ]   0, 0 for
//   recovery
// Exactly one slot of each kind, in this order. The wrapping key is HKDF by the kind's label from
// Argon2id of the passphrase, or from the recovery code's 128 random bits; XChaCha20-Poly1305 with
// the header's encoding as associated data. The hash tells damage from a wrong passphrase; it
// protects nothing.

#include "core/crypto/argon2.h"
#include "core/crypto/recovery_code.h"
#include "core/vault/vault_error.h"

#include <QByteArray>

namespace mend::vault {

struct Slot {
    crypto::Argon2Cost cost; // of a passphrase slot; 0, 0 for the recovery slot
    Salt salt;
    QByteArray nonce;
    QByteArray wrapped;
    bool operator==(const Slot&) const = default;
};

class KeySlots {
public:
    // NoMemory: the machine could not give what `cost` asks for.
    static Result<KeySlots, VaultError> create(const crypto::Key& dataKey,
                                               const crypto::Passphrase& passphrase,
                                               const crypto::RecoveryCode& code,
                                               crypto::Argon2Cost cost, Random& random);
    // SlotsDamaged for anything odd, costs outside argon2Limits included; TooNew for a higher
    // version.
    static Result<KeySlots, VaultError> decode(QByteArrayView bytes);
    QByteArray encode() const;
    // NotThere, SlotsDamaged, TooNew, Io.
    static Result<KeySlots, VaultError> read(const QString& path);

    Result<crypto::Key, VaultError> unlock(const crypto::Passphrase& passphrase) const;
    Result<crypto::Key, VaultError> unlock(const crypto::RecoveryCode& code) const;

    Result<void, VaultError> setPassphrase(const crypto::Key& dataKey,
                                           const crypto::Passphrase& passphrase,
                                           crypto::Argon2Cost cost, Random& random);
    void setRecoveryCode(const crypto::Key& dataKey, const crypto::RecoveryCode& code,
                         Random& random);

    static constexpr qsizetype sizeLimit = 4096; // Bytes. Two slots take some 300.

private:
    Slot passphrase_;
    Slot recovery_;
};

} // namespace mend::vault
