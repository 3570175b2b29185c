#include "core/vault/timeline_query.h"

#include "core/domain/content.h"
#include "core/vault/search_words.h"

#include <algorithm>

namespace mend::vault {
namespace {

// Without a hint SQLite may start from a search's hits and sort them, every page anew.
constexpr char fromEntries[] = " FROM entry e INDEXED BY entry_by_key WHERE ";

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
    addSearch(filter.search);
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

void TimelineQuery::addSearch(const QString& search) {
    const QString query = searchQuery(search);
    if (!query.isEmpty())
        add("e.n IN (SELECT rowid FROM entry_text WHERE entry_text MATCH ?)", {query});
}

std::string TimelineQuery::where() const {
    std::string where = fromEntries + conditions_;
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
    for (const Value& value : values_)
        std::visit([&](const auto& each) { statement.bind(each); }, value);
    if (since_)
        statement.bind(*since_);
    if (until_)
        statement.bind(*until_);
    if (bound_)
        statement.bind(bound_->key.day, bound_->key.at, bound_->key.id);
}

std::string TimelineQuery::pageSql(Side towards) const {
    const char* order = isTowardsNewer(towards)
                            ? " ORDER BY e.day, e.at, e.id LIMIT ?"
                            : " ORDER BY e.day DESC, e.at DESC, e.id DESC LIMIT ?";
    return "SELECT e.n" + where() + order;
}

std::vector<qint64> TimelineQuery::numbers(Connection& connection, Side towards, int limit) const {
    const std::string sql = pageSql(towards);
    Statement rows(connection, sql);
    bindTo(rows);
    rows.bind(std::max(0, limit)); // a negative LIMIT is none
    std::vector<qint64> numbers;
    while (rows.next())
        numbers.push_back(rows.integer(0));
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
