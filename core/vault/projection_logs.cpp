#include "core/vault/projection_logs.h"

#include "core/vault/log_picture.h"
#include "core/vault/room.h"
#include "core/vault/statement.h"

#include <algorithm>

namespace mend::vault {
namespace {

void storeLog(Connection& connection, const LogFacts& facts) {
    Statement insert(connection, "INSERT INTO log_order(log, rank, fork_from, closed, strand)"
                                 " VALUES (?, ?, ?, ?, ?)");
    (void)insert.bind(facts.log, facts.rank, facts.forkFrom, facts.closed, facts.strand).run();
    for (const auto& [seq, strand] : facts.facings) {
        Statement facing(connection, "INSERT INTO facing(log, seq, strand) VALUES (?, ?, ?)");
        (void)facing.bind(facts.log, seq, strand).run();
    }
}

void store(Connection& connection, const Picture& picture) {
    (void)connection.execute("DELETE FROM log_order; DELETE FROM facing; DELETE FROM pair_point;");
    for (const auto& [key, facts] : picture.logs)
        storeLog(connection, facts);
    for (const PairPoint& point : picture.pairs) {
        Statement insert(connection, "INSERT INTO pair_point(log, seq, other) VALUES (?, ?, ?)");
        (void)insert.bind(point.log, point.seq, point.other).run();
    }
}

struct StoredLog {
    qint64 rank = 0;
    std::optional<qint64> forkFrom;
    bool closed = false;
    qint64 strand = 0;
    Facings facings;

    bool isAs(const LogFacts& facts) const {
        return rank == facts.rank && forkFrom == facts.forkFrom && closed == facts.closed &&
               strand == facts.strand;
    }
};
using StoredLogs = std::map<qint64, StoredLog>;

StoredLogs storedLogs(Connection& connection) {
    StoredLogs logs;
    Statement rows(connection, "SELECT log, rank, fork_from, closed, strand FROM log_order");
    while (rows.next())
        logs.emplace(
            rows.integer(0),
            StoredLog{
                rows.integer(1), rows.optionalInteger(2), rows.boolean(3), rows.integer(4), {}});
    Statement facings(connection, "SELECT log, seq, strand FROM facing ORDER BY log, seq");
    while (facings.next())
        logs[facings.integer(0)].facings.emplace_back(facings.integer(1),
                                                      facings.optionalInteger(2));
    return logs;
}

std::set<PairPoint> storedPairs(Connection& connection) {
    std::set<PairPoint> points;
    Statement rows(connection, "SELECT log, seq, other FROM pair_point");
    while (rows.next())
        points.insert({rows.integer(0), rows.integer(1), rows.fixed<LogId>(2)});
    return points;
}

bool isRelevant(Connection& connection, qint64 record) {
    Statement row(
        connection,
        "SELECT (r.kind = 'pair' AND r.replaces IS NOT ?) OR (r.kind = 'member' AND r.seq = 0) OR"
        " NOT EXISTS (SELECT 1 FROM log_order o WHERE o.log = r.log) OR"
        " EXISTS (SELECT 1 FROM record t JOIN log_order o ON o.log = t.log"
        "  WHERE t.log = r.log AND t.seq = r.seq AND t.n <> r.n AND"
        "  (o.fork_from IS NULL OR o.fork_from > r.seq))"
        " FROM record r WHERE r.n = ?");
    row.bind(nowhere, record);
    return row.next() && row.boolean(0);
}

bool hasLater(Connection& connection, const PairPoint& point) {
    Statement later(connection, "SELECT 1 FROM record WHERE log = ? AND seq > ? LIMIT 1");
    later.bind(point.log, point.seq);
    return later.next();
}

// What is said of a log that is new changes nothing that was there, unless it is a later one and
// somebody claims to hold something of it already.
bool newLogChangesOthers(Connection& connection, const Picture& now, const LogFacts& facts) {
    return facts.rank > 1 && std::any_of(now.pairs.begin(), now.pairs.end(), [&](const auto& p) {
               return p.other == facts.key && hasLater(connection, p);
           });
}

// The strand that was spoken to at `seq`.
std::optional<qint64> facingAt(const Facings& facings, qint64 seq) {
    std::optional<qint64> strand;
    for (const auto& [from, to] : facings)
        if (from <= seq)
            strand = to;
    return strand;
}

// Check-ins alone are read by whom they are for.
bool movesCheckIns(Connection& connection, const LogFacts& now, const StoredLog& before) {
    Statement rows(connection, "SELECT seq FROM record WHERE log = ? AND kind = 'checkin'");
    rows.bind(now.log);
    while (rows.next())
        if (facingAt(now.facings, rows.integer(0)) != facingAt(before.facings, rows.integer(0)))
            return true;
    return false;
}

// A whole log that gets to be for somebody who hasn't said anything yet reads as it did.
bool facingChangesOthers(Connection& connection, const StoredLogs& logsBefore, const LogFacts& now,
                         const StoredLog& before) {
    if (now.facings == before.facings)
        return false;
    const bool wasForNobody = before.facings == Facings{{0, std::nullopt}};
    const bool silent = now.facings.size() == 1 &&
                        std::none_of(logsBefore.begin(), logsBefore.end(), [&](const auto& log) {
                            return log.second.strand == now.facings.front().second;
                        });
    return !(wasForNobody && silent) && movesCheckIns(connection, now, before);
}

bool changesOthers(Connection& connection, const Picture& now) {
    const StoredLogs logsBefore = storedLogs(connection);
    for (const auto& [key, facts] : now.logs) {
        const auto before = logsBefore.find(facts.log);
        if (before == logsBefore.end()
                ? newLogChangesOthers(connection, now, facts)
                : !before->second.isAs(facts) ||
                      facingChangesOthers(connection, logsBefore, facts, before->second))
            return true;
    }
    const std::set<PairPoint> pairsBefore = storedPairs(connection);
    for (const PairPoint& point : now.pairs)
        if (!pairsBefore.contains(point) && hasLater(connection, point))
            return true;
    return std::any_of(pairsBefore.begin(), pairsBefore.end(),
                       [&](const PairPoint& point) { return !now.pairs.contains(point); });
}

} // namespace

bool refreshLogs(Connection& connection) {
    const Picture now = readPicture(connection);
    const bool others = changesOthers(connection, now);
    store(connection, now);
    return others;
}

bool refreshLogs(Connection& connection, qint64 record) {
    return isRelevant(connection, record) && refreshLogs(connection);
}

void rebuildLogs(Connection& connection) {
    store(connection, readPicture(connection));
}

} // namespace mend::vault
