#include "core/vault/log_picture.h"

#include "core/record/body.h"
#include "core/vault/room.h"
#include "core/vault/statement.h"

#include <algorithm>

namespace mend::vault {
namespace {

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
    Statement rows(connection, "SELECT id, key, owner, pairing, EXISTS"
                               " (SELECT 1 FROM record WHERE record.log = log.id) FROM log");
    while (rows.next()) {
        LogFacts facts;
        facts.log = rows.integer(0);
        facts.key = rows.fixed<LogId>(1);
        facts.owner = rows.integer(2);
        facts.pairing = rows.optionalInteger(3);
        facts.begun = rows.boolean(4);
        facts.strand = facts.log;
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
            earlier->second.pairing == of.pairing && into.insert(earlier->second.log).second)
            collectAncestors(logs, earlier->second, into);
    }
}

std::map<qint64, LogFacts*> byNumber(AllLogs& logs) {
    std::map<qint64, LogFacts*> numbered;
    for (auto& [key, facts] : logs)
        numbered.emplace(facts.log, &facts);
    return numbered;
}

// What a log goes on from stands before it; of others the one that was paired with first.
class Ranking {
public:
    explicit Ranking(AllLogs& logs) : numbered_(byNumber(logs)) {
        for (const auto& [number, facts] : numbered_)
            rank(*facts);
    }

private:
    void rank(LogFacts& facts) {
        if (!seen_.insert(facts.log).second)
            return;
        for (const qint64 ancestor : facts.ancestors)
            rank(*numbered_.at(ancestor));
        if (facts.begun)
            facts.rank = ++ranked_[facts.owner];
    }

    std::map<qint64, LogFacts*> numbered_;
    std::set<qint64> seen_;
    std::map<qint64, qint64> ranked_; // how many of each owner
};

// A log and all that go on from each other have the number of the first of them.
void joinStrands(AllLogs& logs) {
    const auto join = [&](qint64 a, qint64 b) {
        for (auto& [key, facts] : logs)
            if (facts.strand == std::max(a, b))
                facts.strand = std::min(a, b);
    };
    const std::map<qint64, LogFacts*> numbered = byNumber(logs);
    for (const auto& [number, facts] : numbered)
        for (const qint64 ancestor : facts->ancestors)
            join(facts->strand, numbered.at(ancestor)->strand);
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
                if (a != b && a->pairing == b->pairing && !a->ancestors.contains(b->log) &&
                    !b->ancestors.contains(a->log))
                    a->forkFrom = 0;
}

// The other's words that aren't here never come; nobody closes a log of their own, or one of
// another pair.
void close(AllLogs& logs, const LogFacts& by, const Pair& pair) {
    for (const LogHead& head : pair->closes) {
        const auto closed = logs.find(head.log);
        if (closed != logs.end() && closed->second.owner != by.owner &&
            closed->second.pairing == by.pairing)
            closed->second.closed = true;
    }
}

std::set<PairPoint> readPairs(Connection& connection, AllLogs& logs) {
    std::set<PairPoint> points;
    Statement rows(connection, "SELECT r.log, r.seq, r.body, l.key FROM record r"
                               " JOIN log l ON l.id = r.log WHERE r.kind = 'pair' AND"
                               " r.body IS NOT NULL AND r.replaces IS NOT ?");
    rows.bind(nowhere);
    while (rows.next()) {
        const auto pair = decodeAs<Pair>(u"pair", rows.blob(2));
        if (!pair)
            continue;
        points.insert({rows.integer(0), rows.integer(1), (*pair)->log});
        if (const auto by = logs.find(rows.fixed<LogId>(3)); by != logs.end())
            close(logs, by->second, *pair);
    }
    return points;
}

std::optional<qint64> strandOf(const AllLogs& logs, const LogFacts& from, const LogId& other) {
    const auto named = logs.find(other);
    const bool others = named != logs.end() && named->second.owner != from.owner;
    return others ? std::optional(named->second.strand) : std::nullopt;
}

// Before a log says so itself, it speaks to the log that named it first.
std::optional<qint64> firstNaming(const Picture& picture, const LogFacts& named) {
    const LogFacts* first = nullptr;
    for (const auto& [key, facts] : picture.logs) {
        const bool names =
            std::any_of(picture.pairs.begin(), picture.pairs.end(), [&](const PairPoint& point) {
                return point.log == facts.log && point.other == named.key;
            });
        if (names && facts.owner != named.owner && (!first || facts.rank < first->rank))
            first = &facts;
    }
    return first ? std::optional(first->strand) : std::nullopt;
}

// What was written before a log's first pair is shared with the one it names.
Facings facingsOf(const Picture& picture, const LogFacts& facts) {
    Facings facings;
    std::optional<qint64> last;
    for (const PairPoint& point : picture.pairs) {
        if (point.log != facts.log || last == point.seq)
            continue; // of two branches one counts
        last = point.seq;
        const auto strand = strandOf(picture.logs, facts, point.other);
        if (facings.empty() || facings.back().second != strand)
            facings.emplace_back(facings.empty() ? 0 : point.seq, strand);
    }
    if (facings.empty())
        facings.emplace_back(0, firstNaming(picture, facts));
    return facings;
}

} // namespace

Picture readPicture(Connection& connection) {
    Picture picture;
    picture.logs = readLogs(connection);
    for (auto& [key, facts] : picture.logs)
        collectAncestors(picture.logs, facts, facts.ancestors);
    const Ranking ranked(picture.logs);
    joinStrands(picture.logs);
    markTwins(picture.logs);
    picture.pairs = readPairs(connection, picture.logs);
    for (auto& [key, facts] : picture.logs)
        facts.facings = facingsOf(picture, facts);
    std::erase_if(picture.logs, [](const auto& each) { return !each.second.begun; });
    return picture;
}

} // namespace mend::vault
