#pragma once
// The SELECT behind a page of the timeline: a range of the index entry_by_key, read in its order
// and filtered without leaving it, so that a page costs the same at any depth. With a search it is
// a range of the search index, which stands in the order of days.

#include "core/domain/timeline.h"
#include "core/vault/statement.h"

#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace mend::vault {

class TimelineQuery {
public:
    enum class Side { Older, Newer, AtOrOlder, AtOrNewer };

    explicit TimelineQuery(const TimelineFilter& filter);
    // At most one key.
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
    bool isSearch() const { return !search_.isEmpty(); }
    Day earliest() const; // of the range
    Day latest() const;
    std::vector<qint64> foundNumbers(Connection& connection, Side towards, int limit) const;
    std::string where() const;
    void bindTo(Statement& statement) const;

    std::string conditions_ = "1"; // on what the index holds besides its order
    std::vector<Value> values_;
    QString search_; // as FTS5 reads it; empty: none
    // The range of the index. Of a key and a day only the narrower one is asked for: given both,
    // SQLite may start from the wider.
    std::optional<Day> since_;
    std::optional<Day> until_;
    struct Bound {
        TimelineKey key;
        Side side = Side::Older;
    };
    std::optional<Bound> bound_;
};

} // namespace mend::vault
