#pragma once
// How much one log may say of one thing (RECORDS.md): what counts together is read together, so
// whoever says more makes each further word cost as much as all before it.
//
// Counted is in the order of the log, by what each record of it brings to everybody who takes it:
// so both sides, and whoever takes the log again, leave out the same ones. That is why the length
// of words that come later, or go, is never counted, and why those are fewer.

#include "core/base/bytes.h"
#include "core/base/day.h"

#include <QString>
#include <limits>
#include <optional>

namespace mend::vault {

class Connection;

struct RoomLimit {
    qint64 records;
    qint64 bytes; // of their bodies together
};
inline constexpr qint64 anyLength = std::numeric_limits<qint64>::max();

// Of one day, each kind for itself.
inline constexpr RoomLimit checkInsADay{128, anyLength};
inline constexpr RoomLimit answersADay{256, 1024 * 1024}; // outcomes; views
// About one commitment.
inline constexpr RoomLimit consentLimit{256, 512 * 1024};
inline constexpr RoomLimit changeLimit{1024, 512 * 1024}; // years of pausing and resuming
// In all: each page that shows promises reads what was said about every one.
inline constexpr RoomLimit commitmentsInAll{4096, 2 * 1024 * 1024};
inline constexpr RoomLimit consentsInAll{4096, 2 * 1024 * 1024};
inline constexpr RoomLimit changesInAll{8192, 2 * 1024 * 1024};
inline constexpr RoomLimit pairLimit{256, 1024 * 1024};
// About one record: of `open` and `withdraw` each.
inline constexpr RoomLimit namingLimit{16, anyLength};

// A record as far as others are read together with it.
struct Saying {
    qint64 log;
    QString kind;
    std::optional<Day> day;
    std::optional<RecordId> about;
    qsizetype bytes = 0; // of its body; counted where room is asked for or taken
};

// Before the record is inserted. True for kinds that are never read together.
bool hasRoom(Connection& connection, const Saying& saying);
// It found room, and takes it.
void takeRoom(Connection& connection, const Saying& saying);
// How many records are read again when this one comes.
qint64 readWith(Connection& connection, const Saying& saying);

// In record.replaces: there was no room, or none for one more version. No record's hash, so it
// waits for ever.
inline const RecordId nowhere;

} // namespace mend::vault
