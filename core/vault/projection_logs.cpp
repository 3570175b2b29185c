#include "core/vault/projection_logs.h"

#include "core/record/body.h"
#include "core/vault/room.h"
#include "core/vault/statement.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace mend::vault {
namespace {

struct LogFacts {
    qint64 log = 0;
    LogId key;
    qint64 owner = 0;
    std::vector<LogHead> continued;
    std::set<qint64> ancestors; // logs it goes on from, near and far
    qint64 rank = 1;
    std::optional<qint64> forkFrom;
    bool closed = false;
};
using AllLogs = std::map<LogId, LogFacts>;

struct PairPoint {
    qint64 log = 0;
    qint64 seq = 0;
    LogId other;
    auto operator<=>(const PairPoint&) const = default;
};

template <class T>
std::optional<T> decodeAs(QStringView kind, const QByteArray& bytes) {
    const auto body = record::decodeBody(kind, bytes);
    const T* content = body ? std::get_if<T>(&body->content) : nullptr;
    return content ? std::optional<T>(*content) : std::nullopt;
}

std::vector<LogHead> continuedBy(Connection& connection, qint64 log) {
    Statement first(connection, "SELECT body FROM record WHERE log = ? AND seq = 0 AND"
                                " kind = 'member' AND body IS NOT NULL ORDER BY id LIMIT 1");
    first.bind(log);
    if (!first.next())
        return {};
    const auto member = decodeAs<Member>(u"member", first.blob(0));
    return member ? (*member)->continues : std::vector<LogHead>{};
}

std::optional<qint64> firstFork(Connection& connection, qint64 log) {
    Statement fork(connection, "SELECT seq FROM record WHERE log = ? GROUP BY seq"
                               " HAVING count(*) > 1 ORDER BY seq LIMIT 1");
    fork.bind(log);
    return integerOf(fork);
}

AllLogs readLogs(Connection& connection) {
    AllLogs logs;
    Statement rows(connection, "SELECT id, key, owner FROM log WHERE EXISTS"
                               " (SELECT 1 FROM record WHERE record.log = log.id)");
    while (rows.next()) {
        LogFacts facts;
        facts.log = rows.integer(0);
        facts.key = rows.fixed<LogId>(1);
        facts.owner = rows.integer(2);
        facts.continued = continuedBy(connection, facts.log);
        facts.forkFrom = firstFork(connection, facts.log);
        logs.emplace(facts.key, std::move(facts));
    }
    return logs;
}

// Heads are hashes of what came before, so logs can't go on from each other in a circle; what
// claims so is walked once all the same.
void collectAncestors(const AllLogs& logs, const LogFacts& of, std::set<qint64>& into) {
    for (const LogHead& head : of.continued) {
        const auto earlier = logs.find(head.log);
        if (earlier != logs.end() && earlier->second.owner == of.owner &&
            into.insert(earlier->second.log).second)
            collectAncestors(logs, earlier->second, into);
    }
}

// More ancestors means later; of two that can't be told apart (a copied folder) the keys decide.
void rankLogs(AllLogs& logs) {
    for (auto& [key, facts] : logs)
        collectAncestors(logs, facts, facts.ancestors);
    const auto order = [](const LogFacts& f) { return std::tuple(f.ancestors.size(), f.key); };
    for (auto& [key, facts] : logs)
        for (const auto& [otherKey, other] : logs)
            if (other.owner == facts.owner && order(other) < order(facts))
                ++facts.rank;
}

// Two logs that go on from one head, neither from the other: two computers from one copy.
void markTwins(AllLogs& logs) {
    std::map<RecordId, std::vector<LogFacts*>> heirs;
    for (auto& [key, facts] : logs)
        for (const LogHead& head : facts.continued)
            heirs[head.id].push_back(&facts);
    for (const auto& [head, facts] : heirs)
        for (LogFacts* a : facts)
            for (const LogFacts* b : facts)
                if (a != b && !a->ancestors.contains(b->log) && !b->ancestors.contains(a->log))
                    a->forkFrom = 0;
}

std::set<PairPoint> readPairs(Connection& connection, AllLogs& logs) {
    std::set<PairPoint> points;
    Statement rows(connection, "SELECT log, seq, body FROM record WHERE kind = 'pair' AND"
                               " body IS NOT NULL AND replaces IS NOT ?");
    rows.bind(nowhere);
    while (rows.next()) {
        const auto pair = decodeAs<Pair>(u"pair", rows.blob(2));
        if (!pair)
            continue;
        points.insert({rows.integer(0), rows.integer(1), (*pair)->log});
        for (const LogHead& head : (*pair)->closes)
            if (const auto closed = logs.find(head.log); closed != logs.end())
                closed->second.closed = true;
    }
    return points;
}

struct Picture {
    AllLogs logs;
    std::set<PairPoint> pairs;
};

Picture readPicture(Connection& connection) {
    Picture picture;
    picture.logs = readLogs(connection);
    rankLogs(picture.logs);
    markTwins(picture.logs);
    picture.pairs = readPairs(connection, picture.logs);
    return picture;
}

void store(Connection& connection, const Picture& picture) {
    (void)connection.execute("DELETE FROM log_order; DELETE FROM pair_point;");
    for (const auto& [key, facts] : picture.logs) {
        Statement insert(connection, "INSERT INTO log_order(log, rank, fork_from, closed)"
                                     " VALUES (?, ?, ?, ?)");
        (void)insert.bind(facts.log, facts.rank, facts.forkFrom, facts.closed).run();
    }
    for (const PairPoint& point : picture.pairs) {
        Statement insert(connection, "INSERT INTO pair_point(log, seq, other) VALUES (?, ?, ?)");
        (void)insert.bind(point.log, point.seq, point.other).run();
    }
}

using StoredLog = std::tuple<qint64, std::optional<qint64>, bool>; // rank, fork, closed

std::map<qint64, StoredLog> storedLogs(Connection& connection) {
    std::map<qint64, StoredLog> logs;
    Statement rows(connection, "SELECT log, rank, fork_from, closed FROM log_order");
    while (rows.next())
        logs.emplace(rows.integer(0),
                     StoredLog(rows.integer(1), rows.optionalInteger(2), rows.boolean(3)));
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

// A log that is new and the first of its person changes nothing that was there.
bool isFirstOfPerson(const Picture& now, qint64 log) {
    qint64 owner = -1;
    for (const auto& [key, facts] : now.logs)
        if (facts.log == log)
            owner = facts.owner;
    return std::count_if(now.logs.begin(), now.logs.end(),
                         [&](const auto& each) { return each.second.owner == owner; }) == 1;
}

bool hasLater(Connection& connection, const PairPoint& point) {
    Statement later(connection, "SELECT 1 FROM record WHERE log = ? AND seq > ? LIMIT 1");
    later.bind(point.log, point.seq);
    return later.next();
}

bool changesOthers(Connection& connection, const Picture& now) {
    const auto logsBefore = storedLogs(connection);
    for (const auto& [key, facts] : now.logs) {
        const auto before = logsBefore.find(facts.log);
        if (before == logsBefore.end()
                ? !isFirstOfPerson(now, facts.log)
                : before->second != StoredLog(facts.rank, facts.forkFrom, facts.closed))
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

bool refreshLogs(Connection& connection, qint64 record) {
    if (!isRelevant(connection, record))
        return false;
    const Picture now = readPicture(connection);
    const bool others = changesOthers(connection, now);
    store(connection, now);
    return others;
}

void rebuildLogs(Connection& connection) {
    store(connection, readPicture(connection));
}

} // namespace mend::vault
