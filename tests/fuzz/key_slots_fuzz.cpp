// The key-slot file. The file ends with a hash of what it says, which chance never meets: each
// input is tried as it is, and as what a file says, with the hash that fits.

#include "core/crypto/hash.h"
#include "core/crypto/process.h"
#include "core/record/cbor.h"
#include "core/vault/key_slots.h"
#include "tests/fuzz/require.h"
#include "tests/support/fixed_random.h"

using namespace mend;
using fuzz::require;
using vault::KeySlots;

namespace {

void decode(QByteArrayView bytes) {
    const auto slots = KeySlots::decode(bytes);
    if (!slots) {
        require(slots.error() == vault::VaultError::SlotsDamaged ||
                    slots.error() == vault::VaultError::TooNew,
                "a file that can't be read says so");
        return;
    }
    require(slots->encode() == bytes, "a file has one spelling");
    static test::FixedRandom random;
    static const auto code = crypto::RecoveryCode::random(random);
    const auto key = slots->unlock(code);
    require(!key && key.error() == vault::VaultError::WrongRecoveryCode,
            "another's code opens nothing");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, std::size_t size) {
    static const bool ready = crypto::initialise();
    require(ready, "libsodium starts");
    const QByteArrayView bytes = fuzz::view(data, size);
    decode(bytes);
    if (const auto said = cbor::decode(bytes, KeySlots::sizeLimit)) {
        const auto digest = crypto::sha256(bytes);
        const QByteArray check(reinterpret_cast<const char*>(digest.data()),
                               qsizetype(digest.size()));
        decode(cbor::encode(cbor::Array{*said, check}));
    }
    return 0;
}
