#pragma once
// The SELECT behind a page of the timeline: a range of the index entry_by_key, read in its order and filtered
// without leaving it, so that a page costs the same at any depth.

#include "core/domain/timeline.h"
#include "core/vault/statement.h"

#include <map>
#include <string>
#include <variant>
#include <vector>

namespace mend::vault {

class TimelineQuery {
public:
    enum class Side { Older, Newer, AtOrOlder, AtOrNewer };

    explicit TimelineQuery(const TimelineFilter& filter);
    TimelineQuery& beyond(const TimelineKey& key, Side side);
    TimelineQuery& since(Day day);
    TimelineQuery& until(Day day);

    // Record numbers of the first versions: newest first towards Older, oldest first towards Newer.
    std::vector<qint64> numbers(Connection& connection, Side towards, int limit) const;
    qint64 count(Connection& connection) const;
    std::map<Day, int> perDay(Connection& connection) const;

    // The SQL of numbers(), for tests of its plan.
    std::string pageSql(Side towards) const;

private:
    using Value = std::variant<qint64, QString, RecordId>;
    void add(const char* condition, std::initializer_list<Value> values);
    void addKinds(const TimelineFilter& filter);
    void addSearch(const QString& search);
    void bindTo(Statement& statement) const;

    std::string where_ = "1";
    std::vector<Value> values_;
};

} // namespace mend::vault
