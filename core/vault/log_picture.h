#pragma once
// How the logs of both people stand to each other, as their records and the order in which they
// were paired with say it: what projection_logs.h keeps in tables.

#include "core/domain/member.h"
#include "core/vault/connection.h"

#include <map>
#include <optional>
#include <set>
#include <vector>

namespace mend::vault {

// From which seq on a log speaks to which strand of the other.
using Facings = std::vector<std::pair<qint64, std::optional<qint64>>>;

struct LogFacts {
    qint64 log = 0; // logs are numbered as they were paired with
    LogId key;
    qint64 owner = 0;
    std::optional<qint64> pairing;
    bool begun = false; // a record of it is here
    std::vector<LogHead> continued;
    std::set<qint64> ancestors; // logs it goes on from, near and far
    qint64 rank = 1;
    qint64 strand = 0;
    std::optional<qint64> forkFrom;
    bool closed = false;
    Facings facings;
};
using AllLogs = std::map<LogId, LogFacts>;

struct PairPoint {
    qint64 log = 0;
    qint64 seq = 0;
    LogId other;
    auto operator<=>(const PairPoint&) const = default;
};

struct Picture {
    AllLogs logs;
    std::set<PairPoint> pairs;
};
Picture readPicture(Connection& connection);

} // namespace mend::vault
