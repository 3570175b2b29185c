#pragma once
// A record's header (RECORDS.md): the part that always travels, is chained, and is covered by the
// head's signature. Deterministic CBOR array, at most 1 KiB.

#include "core/base/bytes.h"
#include "core/base/clock.h"
#include "core/base/result.h"

#include <QString>
#include <optional>

namespace mend::record {

enum class RecordError {
    TooLarge,     // over a limit; nothing else was looked at
    Malformed,    // not deterministic CBOR, or not of a record's shape
    NewerVersion, // a header version this Mend does not know
    WrongLog,     // belongs to another log than it was offered for
    BrokenChain,  // seq or prev do not follow
    BadHash,      // the body is not the one the header names
    UnknownKind,  // kept and passed on, but not readable here
    Unreadable,   // a body this version can't make sense of
    AgainstRules, // readable, but breaks a rule of domain/
};

inline constexpr qsizetype headerLimit = 1024;    // Bytes.
inline constexpr qsizetype bodyLimit = 64 * 1024; // Bytes.
// CBOR values that a body which is read may have: half again as many as the longest `member` has.
// The price of reading lies in their number.
inline constexpr qsizetype bodyValues = 512;
inline constexpr int batchRecordLimit = 512;        // Records.
inline constexpr qsizetype batchLimit = 512 * 1024; // Bytes of headers and bodies.

enum class Seal { None = 0, Together = 1, WhenAsked = 2 };

struct Header {
    LogId log;
    quint64 seq = 0;
    std::optional<RecordId> prev; // nothing for seq 0
    QString kind;                 // at most 64 bytes, also unknown ones
    std::optional<Day> day;
    UtcMillis at = 0; // whole minutes
    quint64 seen = 0;
    Seal seal = Seal::None;
    BodyHash bodyHash;
    bool operator==(const Header&) const = default;
};

QByteArray encode(const Header& header);
Result<Header, RecordError> decodeHeader(QByteArrayView bytes);

// BLAKE2b-256 with personalisation "mend/record/1" and "mend/body/1".
RecordId recordId(QByteArrayView headerBytes);
BodyHash bodyHash(QByteArrayView bodyBytes);

} // namespace mend::record
