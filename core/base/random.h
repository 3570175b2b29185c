#pragma once
// Randomness is passed in. The real one is crypto::SystemRandom; tests bring a fixed one.

#include "core/base/bytes.h"

#include <cstddef>
#include <span>

namespace mend {

class Random {
public:
    virtual ~Random() = default;
    virtual void fill(std::span<std::byte> out) = 0;

    template <class Fixed>
    Fixed fixed() {
        Fixed result;
        fill(result.span());
        return result;
    }
    // Uniform in [0, bound), bound > 0, without bias (rejection).
    quint32 below(quint32 bound);
    QByteArray bytes(qsizetype count);
};

} // namespace mend
