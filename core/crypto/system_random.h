#pragma once
// The machine's own randomness (libsodium's randombytes_buf, so getrandom on Linux).

#include "core/base/random.h"

namespace mend::crypto {

class SystemRandom final : public Random {
public:
    void fill(std::span<std::byte> out) override;
};

} // namespace mend::crypto
