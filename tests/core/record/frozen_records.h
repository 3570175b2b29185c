#pragma once
// A log with one record of each kind, the same in every run: its bytes are frozen in
// tests/vectors/records.

#include "core/record/record.h"
#include "tests/support/random_content.h"

namespace mend::test {

// A signing key whose seed is `byte`, 32 times.
crypto::SigningKey keyOf(unsigned char byte);
inline crypto::SigningKey identityKey() {
    return keyOf(1);
}
inline crypto::SigningKey logKey() {
    return keyOf(2);
}
inline crypto::SigningKey otherKey() {
    return keyOf(3);
}

// An id, hash or key whose every byte is `byte`.
template <class Fixed>
Fixed filled(unsigned char byte) {
    return *Fixed::from(QByteArray(qsizetype(Fixed::size), char(byte)));
}

LogId logOf(const crypto::SigningKey& key);
Member signedMember();
Day frozenDay(); // 2026-11-22

// In the order of Kind, each following the one before.
std::vector<record::Draft> frozenDrafts();
std::vector<record::Record> frozenLog();

} // namespace mend::test
