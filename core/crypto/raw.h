#pragma once
// For the .cpp files of this folder only: what C libraries want for bytes, and what to do when they
// refuse what can't be refused.

#include <QtGlobal>
#include <cstddef>

namespace mend::crypto {

inline const unsigned char* raw(const std::byte* bytes) {
    return reinterpret_cast<const unsigned char*>(bytes);
}
inline unsigned char* raw(std::byte* bytes) {
    return reinterpret_cast<unsigned char*>(bytes);
}
inline const unsigned char* raw(const char* bytes) {
    return reinterpret_cast<const unsigned char*>(bytes);
}
inline unsigned char* raw(char* bytes) {
    return reinterpret_cast<unsigned char*>(bytes);
}

// For calls that can't fail with the sizes their callers' types allow. When one does, the library
// or the memory is broken; going on with half a key would be worse than stopping.
inline void mustSucceed(bool succeeded) {
    if (!succeeded)
        qFatal("a cryptographic primitive failed");
}

} // namespace mend::crypto
