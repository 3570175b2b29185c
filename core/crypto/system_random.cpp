#include "core/crypto/system_random.h"

#include <sodium.h>

namespace mend::crypto {

void SystemRandom::fill(std::span<std::byte> out) {
    randombytes_buf(out.data(), out.size());
}

} // namespace mend::crypto
