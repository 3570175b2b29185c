#include "core/vault/room.h"

#include "core/domain/content.h"
#include "core/vault/statement.h"

namespace mend::vault {
namespace {

// Each count ends at its limit, and is taken from an index.
bool hasFewer(Statement& rows, qint64 limit) {
    return integerOf(rows).value_or(0) < limit;
}

bool hasRoomThatDay(Connection& db, qint64 log, const QString& kind, Day day) {
    Statement rows(db, "SELECT count(*) FROM (SELECT 1 FROM record INDEXED BY record_by_kind WHERE"
                       " kind = ? AND day = ? AND log = ? LIMIT ?)");
    rows.bind(kind, day, log, sayingsADay);
    return hasFewer(rows, sayingsADay);
}

bool hasRoomAbout(Connection& db, qint64 log, const QString& kind, const RecordId& about,
                  qint64 limit) {
    Statement rows(db, "SELECT count(*) FROM (SELECT 1 FROM record INDEXED BY record_by_about WHERE"
                       " about = ? AND kind = ? AND log = ? LIMIT ?)");
    rows.bind(about, kind, log, limit);
    return hasFewer(rows, limit);
}

bool hasRoomInLog(Connection& db, qint64 log, const QString& kind, qint64 limit) {
    Statement rows(db, "SELECT count(*) FROM (SELECT 1 FROM record INDEXED BY record_by_kind WHERE"
                       " kind = ? AND log = ? LIMIT ?)");
    rows.bind(kind, log, limit);
    return hasFewer(rows, limit);
}

} // namespace

bool hasRoom(Connection& connection, qint64 log, const QString& kindName,
             const std::optional<Day>& day, const std::optional<RecordId>& about) {
    const auto kind = kindFromName(kindName);
    if (!kind)
        return true;
    switch (*kind) {
    case Kind::CheckIn:
    case Kind::Outcome:
    case Kind::View:
        return !day || hasRoomThatDay(connection, log, kindName, *day);
    case Kind::Consent:
        return !about || hasRoomAbout(connection, log, kindName, *about, consentLimit);
    case Kind::CommitmentChange:
        return !about || hasRoomAbout(connection, log, kindName, *about, changeLimit);
    case Kind::Open:
    case Kind::Withdraw:
        return !about || hasRoomAbout(connection, log, kindName, *about, namingLimit);
    case Kind::Pair:
        return hasRoomInLog(connection, log, kindName, pairLimit);
    case Kind::Member:
    case Kind::Commitment:
    case Kind::Note:
    case Kind::Moment:
    case Kind::Step:
    case Kind::Pause:
        break;
    }
    return true;
}

} // namespace mend::vault
