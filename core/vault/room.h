#pragma once
// How often one log may say something of one thing (RECORDS.md): what counts together is read
// together, so whoever says more makes each further word cost as much as all before it.

#include "core/base/bytes.h"
#include "core/base/day.h"

#include <QString>
#include <optional>

namespace mend::vault {

class Connection;

inline constexpr int sayingsADay = 256;  // check-ins, outcomes, views: each kind, of one day
inline constexpr int consentLimit = 256; // about one commitment
inline constexpr int changeLimit = 1024; // likewise; years of pausing and resuming
inline constexpr int namingLimit = 16;   // each of `open` and `withdraw`, about one record
inline constexpr qint64 pairLimit = 256; // in all

// Before the record is inserted. True for kinds that are never read together.
bool hasRoom(Connection& connection, qint64 log, const QString& kind, const std::optional<Day>& day,
             const std::optional<RecordId>& about);

// In record.replaces: there was no room, or none for one more version. No record's hash, so it
// waits for ever.
inline const RecordId nowhere;

} // namespace mend::vault
