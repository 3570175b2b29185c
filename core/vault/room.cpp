#include "core/vault/room.h"

#include "core/domain/content.h"
#include "core/vault/statement.h"

#include <algorithm>
#include <vector>

namespace mend::vault {
namespace {

// What is read together, as it is named in the table `room`.
struct Together {
    QByteArray what; // a day's number, the id of a record, or nothing for all of the log
    RoomLimit limit;
};
using Rooms = std::vector<Together>;

Together thatDay(Day day, RoomLimit limit) {
    return {QByteArray::number(day.epochDays()), limit};
}

Rooms roomsOf(Kind kind, const std::optional<Day>& day, const std::optional<RecordId>& about) {
    Rooms rooms;
    const auto ofItsDay = [&](RoomLimit limit) {
        if (day)
            rooms.push_back(thatDay(*day, limit));
    };
    const auto aboutOne = [&](RoomLimit limit) {
        if (about)
            rooms.push_back({about->toByteArray(), limit});
    };
    const auto inAll = [&](RoomLimit limit) { rooms.push_back({QByteArray(""), limit}); };
    switch (kind) {
    case Kind::CheckIn:
        ofItsDay(checkInsADay);
        break;
    case Kind::Outcome:
    case Kind::View:
        ofItsDay(answersADay);
        break;
    case Kind::Consent:
        aboutOne(consentLimit);
        inAll(consentsInAll);
        break;
    case Kind::CommitmentChange:
        aboutOne(changeLimit);
        inAll(changesInAll);
        break;
    case Kind::Commitment:
        inAll(commitmentsInAll);
        break;
    case Kind::Open:
    case Kind::Withdraw:
        aboutOne(namingLimit);
        break;
    case Kind::Pair:
        inAll(pairLimit);
        break;
    case Kind::Member: // the newest alone is read
    case Kind::Note:   // the newest few are (read_days.cpp)
    case Kind::Moment:
    case Kind::Step:
    case Kind::Pause:
        break;
    }
    return rooms;
}

Rooms roomsOf(const Saying& saying) {
    const auto kind = kindFromName(saying.kind);
    return kind ? roomsOf(*kind, saying.day, saying.about) : Rooms();
}

// Words that can be taken back, or come once they are due, are here on one computer and not on
// another.
qint64 countedBytes(const Saying& saying) {
    const auto kind = kindFromName(saying.kind);
    return kind && !mayWithdraw(*kind) && !maySealTogether(*kind) ? saying.bytes : 0;
}

struct Taken {
    qint64 records = 0;
    qint64 bytes = 0;
};
Taken takenOf(Connection& db, const Saying& saying, const QByteArray& what) {
    Statement row(db, "SELECT records, bytes FROM room WHERE log = ? AND kind = ? AND what = ?");
    row.bind(saying.log, saying.kind, what);
    return row.next() ? Taken{row.integer(0), row.integer(1)} : Taken();
}

qint64 inEveryLog(Connection& db, Kind kind, Kind orKind, const QByteArray& what) {
    Statement rows(db, "SELECT sum(records) FROM room WHERE log IN (SELECT id FROM log) AND"
                       " kind IN (?, ?) AND what = ?");
    rows.bind(name(kind), name(orKind), what);
    return integerOf(rows).value_or(0);
}

} // namespace

bool hasRoom(Connection& connection, const Saying& saying) {
    const Rooms rooms = roomsOf(saying);
    return std::all_of(rooms.begin(), rooms.end(), [&](const Together& room) {
        const Taken taken = takenOf(connection, saying, room.what);
        return taken.records < room.limit.records &&
               countedBytes(saying) <= room.limit.bytes - taken.bytes;
    });
}

void takeRoom(Connection& connection, const Saying& saying) {
    for (const Together& room : roomsOf(saying)) {
        Statement take(connection,
                       "INSERT INTO room(log, kind, what, records, bytes) VALUES(?, ?, ?, 1, ?)"
                       " ON CONFLICT DO UPDATE SET records = records + 1,"
                       " bytes = bytes + excluded.bytes");
        (void)take.bind(saying.log, saying.kind, room.what, countedBytes(saying)).run();
    }
}

qint64 readWith(Connection& connection, const Saying& saying) {
    const auto kind = kindFromName(saying.kind);
    const QByteArray day = saying.day ? thatDay(*saying.day, checkInsADay).what : QByteArray("");
    switch (kind.value_or(Kind::Pause)) {
    case Kind::CheckIn:
        return inEveryLog(connection, Kind::CheckIn, Kind::CheckIn, day);
    case Kind::Outcome:
    case Kind::View:
        return inEveryLog(connection, Kind::Outcome, Kind::View, day);
    case Kind::Consent:
    case Kind::CommitmentChange:
        return saying.about ? inEveryLog(connection, Kind::Consent, Kind::CommitmentChange,
                                         saying.about->toByteArray())
                            : 0;
    case Kind::Open:
    case Kind::Withdraw:
        return checkInsADay.records; // what they name, and its day
    default:
        return 0;
    }
}

} // namespace mend::vault
