#pragma once
// The steps of CPace as pure functions, named as in draft-irtf-cfrg-cpace-21: encodings (Appendix
// A), and the group ristretto255 with SHA-512 (section 8.3, RFC 9496). Cpace puts them together.

#include "core/crypto/hash.h"
#include "core/crypto/secret_bytes.h"

#include <QByteArray>

namespace mend::crypto {

using CpaceShare = FixedBytes<struct CpaceShareTag, 32>; // Ya or Yb: an encoded group element

// lv_cat: each part behind its length in LEB128. Nothing can slide from one part into the next.
QByteArray lvCat(Parts parts);

// transcript_ir(Ya, ADa, Yb, ADb): the initiator's message first.
QByteArray transcriptIr(const CpaceShare& ya, QByteArrayView ada, const CpaceShare& yb,
                        QByteArrayView adb);

// generator_string: DSI and password fill at least the hash's first block.
SecretBytes generatorString(QByteArrayView prs, QByteArrayView ci, QByteArrayView sid);

// calculate_generator: the group element both derive from the password, encoded.
SecretBytes calculateGenerator(QByteArrayView prs, QByteArrayView ci, QByteArrayView sid);

// scalar_mult_vfy. BadPoint where the draft returns the identity: `point` is no element, or the
// product is the identity. Both are of 32 bytes; BadInput otherwise.
Result<SecretBytes, CryptoError> scalarMultVfy(const SecretBytes& scalar, QByteArrayView point);

} // namespace mend::crypto
