#include "core/vault/timeline_query.h"

#include "core/domain/content.h"
#include "core/vault/projection_entries.h"
#include "core/vault/search_words.h"

#include <algorithm>

namespace mend::vault {
namespace {

constexpr char fromEntries[] = " FROM entry e INDEXED BY entry_by_key WHERE ";
constexpr char fromFound[] =
    " FROM entry_text CROSS JOIN entry e ON e.n = (entry_text.rowid & 1099511627775)"
    " WHERE entry_text MATCH ? AND entry_text.rowid BETWEEN ? AND ? AND ";
constexpr qint64 mostOfDay = (qint64(1) << searchRowBits) - 1;
static_assert(mostOfDay == 1099511627775);

std::set<QString> commitmentKinds() {
    return {name(Kind::Commitment), name(Kind::CommitmentChange), name(Kind::Consent),
            name(Kind::Outcome), name(Kind::View)};
}

bool isTowardsNewer(TimelineQuery::Side side) {
    return side == TimelineQuery::Side::Newer || side == TimelineQuery::Side::AtOrNewer;
}

const char* comparison(TimelineQuery::Side side) {
    switch (side) {
    case TimelineQuery::Side::Older:
        return "<";
    case TimelineQuery::Side::Newer:
        return ">";
    case TimelineQuery::Side::AtOrOlder:
        return "<=";
    case TimelineQuery::Side::AtOrNewer:
        break;
    }
    return ">=";
}

} // namespace

TimelineQuery::TimelineQuery(const TimelineFilter& filter) {
    addKinds(filter);
    if (filter.by)
        add("e.author = ?", {qint64(*filter.by)});
    if (filter.from)
        since(*filter.from);
    if (filter.to)
        until(*filter.to);
    search_ = searchQuery(filter.search);
}

TimelineQuery& TimelineQuery::beyond(const TimelineKey& key, Side side) {
    std::optional<Day>& day = isTowardsNewer(side) ? since_ : until_;
    const bool dayIsNarrower = day && (isTowardsNewer(side) ? *day > key.day : *day < key.day);
    if (dayIsNarrower)
        return *this;
    day.reset();
    bound_ = Bound{key, side};
    return *this;
}

TimelineQuery& TimelineQuery::since(Day day) {
    since_ = std::max(since_.value_or(day), day);
    return *this;
}

TimelineQuery& TimelineQuery::until(Day day) {
    until_ = std::min(until_.value_or(day), day);
    return *this;
}

void TimelineQuery::add(const char* condition, std::initializer_list<Value> values) {
    conditions_ += " AND ";
    conditions_ += condition;
    values_.insert(values_.end(), values);
}

void TimelineQuery::addKinds(const TimelineFilter& filter) {
    std::set<QString> kinds = filter.kinds;
    if (filter.onlyCommitments) {
        const std::set<QString> commitments = commitmentKinds();
        if (kinds.empty())
            kinds = commitments;
        else
            std::erase_if(kinds, [&](const QString& kind) { return !commitments.contains(kind); });
        if (kinds.empty())
            add("0", {});
    }
    if (kinds.empty())
        return;
    std::string condition = "e.kind IN (?";
    for (std::size_t i = 1; i < kinds.size(); ++i)
        condition += ", ?";
    add((condition + ")").c_str(), {});
    values_.insert(values_.end(), kinds.begin(), kinds.end());
}

std::string TimelineQuery::where() const {
    std::string where = (isSearch() ? fromFound : fromEntries) + conditions_;
    if (since_)
        where += " AND e.day >= ?";
    if (until_)
        where += " AND e.day <= ?";
    if (bound_)
        where += std::string(" AND (e.day, e.at, e.id) ") + comparison(bound_->side) + " (?, ?, ?)";
    return where;
}

// In the order of where().
void TimelineQuery::bindTo(Statement& statement) const {
    if (isSearch())
        statement.bind(search_, searchRow(earliest(), 0), searchRow(latest(), 0) + mostOfDay);
    for (const Value& value : values_)
        std::visit([&](const auto& each) { statement.bind(each); }, value);
    if (since_)
        statement.bind(*since_);
    if (until_)
        statement.bind(*until_);
    if (bound_)
        statement.bind(bound_->key.day, bound_->key.at, bound_->key.id);
}

Day TimelineQuery::earliest() const {
    const bool bounded = bound_ && isTowardsNewer(bound_->side);
    return bounded ? bound_->key.day : since_.value_or(Day());
}

Day TimelineQuery::latest() const {
    const bool bounded = bound_ && !isTowardsNewer(bound_->side);
    return bounded ? bound_->key.day : until_.value_or(*Day::fromEpochDays(Day::last));
}

std::string TimelineQuery::pageSql(Side towards) const {
    if (isSearch())
        return "SELECT e.n, e.day, e.at, e.id" + where() +
               (isTowardsNewer(towards) ? " ORDER BY entry_text.rowid"
                                        : " ORDER BY entry_text.rowid DESC");
    const char* order = isTowardsNewer(towards)
                            ? " ORDER BY e.day, e.at, e.id LIMIT ?"
                            : " ORDER BY e.day DESC, e.at DESC, e.id DESC LIMIT ?";
    return "SELECT e.n" + where() + order;
}

std::vector<qint64> TimelineQuery::numbers(Connection& connection, Side towards, int limit) const {
    if (isSearch())
        return foundNumbers(connection, towards, limit);
    const std::string sql = pageSql(towards);
    Statement rows(connection, sql);
    bindTo(rows);
    rows.bind(std::max(0, limit)); // a negative LIMIT is none
    std::vector<qint64> numbers;
    while (rows.next())
        numbers.push_back(rows.integer(0));
    return numbers;
}

// Reads to the end of the day that has the last of them: the search index knows no order within
// one.
std::vector<qint64> TimelineQuery::foundNumbers(Connection& connection, Side towards,
                                                int limit) const {
    const std::string sql = pageSql(towards);
    Statement rows(connection, sql);
    bindTo(rows);
    std::vector<std::pair<TimelineKey, qint64>> found;
    while (rows.next()) {
        const TimelineKey key{rows.day(1).value_or(Day()), rows.integer(2),
                              rows.fixed<RecordId>(3)};
        if (int(found.size()) >= limit && (found.empty() || found.back().first.day != key.day))
            break;
        found.emplace_back(key, rows.integer(0));
    }
    std::sort(found.begin(), found.end(), [&](const auto& a, const auto& b) {
        return isTowardsNewer(towards) ? a.first < b.first : b.first < a.first;
    });
    std::vector<qint64> numbers;
    for (const auto& [key, n] : found)
        if (int(numbers.size()) < limit)
            numbers.push_back(n);
    return numbers;
}

qint64 TimelineQuery::count(Connection& connection) const {
    const std::string sql = "SELECT count(*)" + where();
    Statement row(connection, sql);
    bindTo(row);
    return integerOf(row).value_or(0);
}

std::map<Day, int> TimelineQuery::perDay(Connection& connection) const {
    const std::string sql = "SELECT e.day, count(*)" + where() + " GROUP BY e.day";
    Statement rows(connection, sql);
    bindTo(rows);
    std::map<Day, int> days;
    while (rows.next())
        if (const auto day = rows.day(0))
            days.emplace(*day, int(rows.integer(1)));
    return days;
}

} // namespace mend::vault
