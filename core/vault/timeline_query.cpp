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
    const std::initializer_list<Value> values = {qint64(key.day.epochDays()), key.at, key.id};
    switch (side) {
    case Side::Older:
        add("(e.day, e.at, e.id) < (?, ?, ?)", values);
        break;
    case Side::Newer:
        add("(e.day, e.at, e.id) > (?, ?, ?)", values);
        break;
    case Side::AtOrOlder:
        add("(e.day, e.at, e.id) <= (?, ?, ?)", values);
        break;
    case Side::AtOrNewer:
        add("(e.day, e.at, e.id) >= (?, ?, ?)", values);
        break;
    }
    return *this;
}

TimelineQuery& TimelineQuery::since(Day day) {
    add("e.day >= ?", {qint64(day.epochDays())});
    return *this;
}

TimelineQuery& TimelineQuery::until(Day day) {
    add("e.day <= ?", {qint64(day.epochDays())});
    return *this;
}

void TimelineQuery::add(const char* condition, std::initializer_list<Value> values) {
    where_ += " AND ";
    where_ += condition;
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

void TimelineQuery::bindTo(Statement& statement) const {
    for (const Value& value : values_)
        std::visit([&](const auto& each) { statement.bind(each); }, value);
}

std::string TimelineQuery::pageSql(Side towards) const {
    const char* order = isTowardsNewer(towards) ? " ORDER BY e.day, e.at, e.id LIMIT ?"
                                                : " ORDER BY e.day DESC, e.at DESC, e.id DESC LIMIT ?";
    return "SELECT e.n" + (fromEntries + where_) + order;
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
    const std::string sql = "SELECT count(*)" + (fromEntries + where_);
    Statement row(connection, sql);
    bindTo(row);
    return integerOf(row).value_or(0);
}

std::map<Day, int> TimelineQuery::perDay(Connection& connection) const {
    const std::string sql = "SELECT e.day, count(*)" + (fromEntries + where_) + " GROUP BY e.day";
    Statement rows(connection, sql);
    bindTo(rows);
    std::map<Day, int> days;
    while (rows.next())
        if (const auto day = rows.day(0))
            days.emplace(*day, int(rows.integer(1)));
    return days;
}

} // namespace mend::vault
