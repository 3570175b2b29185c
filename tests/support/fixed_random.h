#pragma once
// Randomness that is the same in every run (a counter through SplitMix64); for tests only.

#include "core/base/random.h"

namespace mend::test {

class FixedRandom final : public Random {
public:
    explicit FixedRandom(quint64 seed = 1) : state_(seed) {}
    void fill(std::span<std::byte> out) override {
        for (auto& b : out)
            b = std::byte(next() >> 56);
    }
    quint64 next() {
        quint64 z = (state_ += 0x9e3779b97f4a7c15ULL);
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
        return z ^ (z >> 31);
    }

private:
    quint64 state_;
};

} // namespace mend::test
