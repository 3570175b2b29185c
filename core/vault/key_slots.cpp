#include "core/vault/key_slots.h"

#include "core/crypto/aead.h"
#include "core/crypto/hash.h"
#include "core/crypto/hkdf.h"
#include "core/record/cbor.h"
#include "core/vault/durable_file.h"

namespace mend::vault {
namespace {

using crypto::Key;
using crypto::Labels;

constexpr int fileVersion = 1;
const QString passphraseKind = QStringLiteral("passphrase");
const QString recoveryKind = QStringLiteral("recovery");
constexpr qsizetype wrappedSize = qsizetype(Key::keySize) + crypto::aeadTagSize;

cbor::Value headerOf(const Slot& slot, const QString& kind) {
    return cbor::Array{fileVersion, kind, qint64(slot.cost.memoryKiB), qint64(slot.cost.passes),
                       slot.salt.toByteArray()};
}

cbor::Value valueOf(const Slot& slot, const QString& kind) {
    return cbor::Array{headerOf(slot, kind), slot.nonce, slot.wrapped};
}

// Exactly what valueOf() makes, or nothing.
std::optional<Slot> slotFrom(const cbor::Value& value, const QString& kind) {
    const cbor::Array* parts = value.array();
    if (!parts || parts->size() != 3)
        return std::nullopt;
    const cbor::Array* header = (*parts)[0].array();
    const QByteArray* nonce = (*parts)[1].bytes();
    const QByteArray* wrapped = (*parts)[2].bytes();
    if (!header || header->size() != 5 || !nonce || !wrapped || wrapped->size() != wrappedSize)
        return std::nullopt;
    const auto memory = (*header)[2].unsignedInteger();
    const auto passes = (*header)[3].unsignedInteger();
    const QByteArray* saltBytes = (*header)[4].bytes();
    const auto salt = saltBytes ? Salt::from(*saltBytes) : std::nullopt;
    if (!memory || !passes || !salt || *memory > UINT32_MAX || *passes > UINT32_MAX)
        return std::nullopt;
    Slot slot{{quint32(*memory), quint32(*passes)}, *salt, *nonce, *wrapped};
    if (!crypto::Nonce::from(slot.nonce) || valueOf(slot, kind) != value)
        return std::nullopt;
    return slot;
}

QByteArray checkOf(const cbor::Value& content) {
    const auto digest = crypto::sha256(cbor::encode(content));
    return QByteArray(reinterpret_cast<const char*>(digest.data()), qsizetype(digest.size()));
}

Result<Key, VaultError> passphraseKey(const crypto::Passphrase& passphrase, const Slot& slot) {
    // OutOfMemory is what is left once the cost has been checked.
    const auto derived = crypto::argon2id(passphrase, slot.salt, slot.cost);
    if (!derived)
        return fail(VaultError::NoMemory);
    return crypto::hkdf(*derived, {}, Labels::slotPassphrase);
}

Key recoveryKey(const crypto::RecoveryCode& code, const Slot& slot) {
    return crypto::hkdf(code.secret(), slot.salt.view(), Labels::slotRecovery);
}

void wrap(Slot& slot, const QString& kind, const Key& wrappingKey, const Key& dataKey,
          Random& random) {
    const auto nonce = random.fixed<crypto::Nonce>();
    slot.nonce = nonce.toByteArray();
    slot.wrapped =
        crypto::aeadSeal(wrappingKey, nonce, dataKey.view(), cbor::encode(headerOf(slot, kind)));
}

Result<Key, VaultError> unwrap(const Slot& slot, const QString& kind, const Key& wrappingKey,
                               VaultError wrong) {
    auto secret = crypto::aeadOpenSecret(wrappingKey, *crypto::Nonce::from(slot.nonce),
                                         slot.wrapped, cbor::encode(headerOf(slot, kind)));
    if (!secret)
        return fail(wrong);
    auto key = Key::from(std::move(*secret));
    if (!key)
        return fail(VaultError::SlotsDamaged);
    return std::move(*key);
}

} // namespace

Result<KeySlots, VaultError> KeySlots::create(const Key& dataKey,
                                              const crypto::Passphrase& passphrase,
                                              const crypto::RecoveryCode& code,
                                              crypto::Argon2Cost cost, Random& random) {
    KeySlots slots;
    if (const auto set = slots.setPassphrase(dataKey, passphrase, cost, random); !set)
        return fail(set.error());
    slots.setRecoveryCode(dataKey, code, random);
    return slots;
}

Result<KeySlots, VaultError> KeySlots::decode(QByteArrayView bytes) {
    const auto file = cbor::decode(bytes, sizeLimit);
    const cbor::Array* parts = file ? file->array() : nullptr;
    if (!parts || parts->size() != 2 || !(*parts)[1].bytes() ||
        *(*parts)[1].bytes() != checkOf((*parts)[0]))
        return fail(VaultError::SlotsDamaged);
    const cbor::Array* content = (*parts)[0].array();
    const auto version =
        content && !content->empty() ? (*content)[0].unsignedInteger() : std::nullopt;
    if (version && *version > fileVersion)
        return fail(VaultError::TooNew);
    const cbor::Array* list = version && content->size() == 2 ? (*content)[1].array() : nullptr;
    if (version != quint64(fileVersion) || !list || list->size() != 2)
        return fail(VaultError::SlotsDamaged);
    const auto passphrase = slotFrom((*list)[0], passphraseKind);
    const auto recovery = slotFrom((*list)[1], recoveryKind);
    if (!passphrase || !recovery || !crypto::argon2Limits.allow(passphrase->cost) ||
        recovery->cost != crypto::Argon2Cost{0, 0})
        return fail(VaultError::SlotsDamaged);
    KeySlots slots;
    slots.passphrase_ = *passphrase;
    slots.recovery_ = *recovery;
    return slots;
}

QByteArray KeySlots::encode() const {
    const cbor::Value content =
        cbor::Array{fileVersion, cbor::Array{valueOf(passphrase_, passphraseKind),
                                             valueOf(recovery_, recoveryKind)}};
    return cbor::encode(cbor::Array{content, checkOf(content)});
}

Result<KeySlots, VaultError> KeySlots::read(const QString& path) {
    const auto bytes = readFile(path, sizeLimit);
    if (!bytes)
        return fail(bytes.error() == VaultError::Damaged ? VaultError::SlotsDamaged
                                                         : bytes.error());
    return decode(*bytes);
}

Result<Key, VaultError> KeySlots::unlock(const crypto::Passphrase& passphrase) const {
    const auto key = passphraseKey(passphrase, passphrase_);
    if (!key)
        return fail(key.error());
    return unwrap(passphrase_, passphraseKind, *key, VaultError::WrongPassphrase);
}

Result<Key, VaultError> KeySlots::unlock(const crypto::RecoveryCode& code) const {
    return unwrap(recovery_, recoveryKind, recoveryKey(code, recovery_),
                  VaultError::WrongRecoveryCode);
}

Result<void, VaultError> KeySlots::setPassphrase(const Key& dataKey,
                                                 const crypto::Passphrase& passphrase,
                                                 crypto::Argon2Cost cost, Random& random) {
    Slot slot{cost, random.fixed<Salt>(), {}, {}};
    const auto key = passphraseKey(passphrase, slot);
    if (!key)
        return fail(key.error());
    wrap(slot, passphraseKind, *key, dataKey, random);
    passphrase_ = slot;
    return {};
}

void KeySlots::setRecoveryCode(const Key& dataKey, const crypto::RecoveryCode& code,
                               Random& random) {
    Slot slot{{0, 0}, random.fixed<Salt>(), {}, {}};
    wrap(slot, recoveryKind, recoveryKey(code, slot), dataKey, random);
    recovery_ = slot;
}

} // namespace mend::vault
