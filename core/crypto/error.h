#pragma once
// What can go wrong in this folder, as kinds a caller acts on.

namespace mend::crypto {

enum class CryptoError {
    BadInput,       // a length or a character that can't be right; nothing was computed
    BadKey,         // a key of the wrong size, or one that no honest machine makes
    TooCostly,      // Argon2 parameters outside argon2Limits: refused before any work
    OutOfMemory,    // Argon2 could not have the memory it asks for
    Forged,         // ciphertext that does not open: wrong key, or altered
    BadPoint,       // CPace: not a group element, or the identity. The run is over
    BadCertificate, // not a certificate and key that belong together
    Malformed,      // a typed code that has not the form of one
    Mistyped, // a typed code of the right form whose check does not fit: a slip of the fingers
};

} // namespace mend::crypto
