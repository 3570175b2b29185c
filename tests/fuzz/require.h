#pragma once
// What must hold of every input: a fuzz target that finds otherwise stops the run, and whoever runs
// it (libFuzzer, or replay.cpp) keeps the input.

#include <QByteArrayView>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>

namespace mend::fuzz {

inline void require(bool holds, const char* what) {
    if (holds)
        return;
    std::fprintf(stderr, "does not hold: %s\n", what);
    std::abort();
}

inline QByteArrayView view(const uint8_t* data, std::size_t size) {
    return QByteArrayView(reinterpret_cast<const char*>(data), qsizetype(size));
}

} // namespace mend::fuzz
