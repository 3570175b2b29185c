#pragma once
// What a function that can fail gives back: a value, or an error kind its caller acts on.
// Error kinds are enums, one a folder (VaultError, CryptoError, …); core never makes sentences.

#include <tl/expected.hpp>

namespace mend {

template <class T, class E>
using Result = tl::expected<T, E>;

template <class E>
constexpr auto fail(E kind) {
    return tl::make_unexpected(kind);
}

} // namespace mend
