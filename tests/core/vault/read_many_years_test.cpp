// Reading a timeline of 66,000 entries: what a page, a filter, a search and a day look at.

#include "core/vault/projection_days.h"
#include "core/vault/timeline_query.h"
#include "tests/core/vault/folded.h"

#include <gtest/gtest.h>

namespace mend::vault::test {
namespace {

using namespace Qt::StringLiterals;

constexpr char manyEntries[] = R"sql(
INSERT INTO log(id, key, owner, identity, live) VALUES (9, randomblob(32), 1, x'', 1);
WITH RECURSIVE i(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM i WHERE i < 66000)
INSERT INTO record(n, id, log, seq, kind, day, at, seen, seal, header)
SELECT i, randomblob(32), 9, i, 'note', 18000 + i / 30, 1600000000000 + i, 0, 1, x'' FROM i;
INSERT INTO entry(n, id, newest, kind, day, at, author, seal, edited, changed_before,
                  changed_after, late, forked)
SELECT n, id, n, kind, day, at, n % 2, 1, 0, 0, 0, 0, 0 FROM record;
INSERT INTO entry_text(rowid, text) SELECT (day << 40) + n, 'word' || (n % 1000) FROM record;
)sql";

std::string planOf(Connection& connection, const std::string& query) {
    const std::string sql = "EXPLAIN QUERY PLAN " + query;
    Statement rows(connection, sql);
    std::string plan;
    while (rows.next())
        plan += rows.text(3).toStdString() + "\n";
    return plan;
}

TEST(ReadStoreOfManyYears, APageIsARangeOfTheIndexWithoutSorting) {
    Database database;
    using Side = TimelineQuery::Side;
    TimelineFilter narrow;
    narrow.kinds = {u"note"_s, u"checkin"_s};
    narrow.by = Person::Me;
    narrow.from = sunday.plus(-1000);
    for (const TimelineFilter& filter : {TimelineFilter(), narrow}) {
        for (const Side side : {Side::Older, Side::Newer}) {
            TimelineQuery query(filter);
            query.beyond({sunday, 0, RecordId()}, side);
            const std::string plan = planOf(database.connection(), query.pageSql(side));
            EXPECT_NE(plan.find("SEARCH e USING COVERING INDEX entry_by_key"), std::string::npos)
                << plan;
            EXPECT_NE(plan.find("(day,at,id)"), std::string::npos) << plan;
            EXPECT_EQ(plan.find("TEMP B-TREE"), std::string::npos) << plan;
            EXPECT_EQ(plan.find("SCAN e "), std::string::npos) << plan;
        }
    }
}

TEST(ReadStoreOfManyYears, ASearchReadsTheSearchIndexInItsOrderWithoutSorting) {
    Database database;
    using Side = TimelineQuery::Side;
    TimelineFilter everything = having(u"word7"_s);
    everything.kinds = {u"note"_s, u"checkin"_s};
    everything.by = Person::Me;
    everything.from = sunday.plus(-1000);
    for (const TimelineFilter& filter : {having(u"word7"_s), everything}) {
        for (const Side side : {Side::Older, Side::Newer}) {
            TimelineQuery query(filter);
            query.beyond({sunday, 0, RecordId()}, side);
            const std::string plan = planOf(database.connection(), query.pageSql(side));
            EXPECT_EQ(plan.find("SCAN entry_text VIRTUAL TABLE"), 0u) << plan;
            EXPECT_NE(plan.find("SEARCH e USING INTEGER PRIMARY KEY"), std::string::npos) << plan;
            EXPECT_EQ(plan.find("TEMP B-TREE"), std::string::npos) << plan;
        }
    }
}

TEST(ReadStoreOfManyYears, ASearchIsReadPageByPageBothWays) {
    Database database;
    Connection& connection = database.connection();
    ASSERT_TRUE(connection.execute(manyEntries).has_value());
    ReadStore read(connection);
    const TimelineFilter filter = having(u"word12"_s); // word12 and word120 … word129
    std::vector<TimelineEntry> down;
    auto page = read.older(filter, {}, 50);
    for (; !page->entries.empty(); page = read.older(filter, keyOf(down.back()), 50)) {
        EXPECT_FALSE(page->entries.size() < 50 && page->moreOlder);
        down.insert(down.end(), page->entries.begin(), page->entries.end());
    }
    EXPECT_EQ(down.size(), 66u * 11u);
    for (std::size_t i = 1; i < down.size(); ++i)
        EXPECT_LT(keyOf(down[i]), keyOf(down[i - 1]));
    const auto up = read.newer(filter, keyOf(down.back()), 50);
    ASSERT_EQ(up->entries.size(), 50u);
    for (std::size_t i = 0; i < 50; ++i)
        EXPECT_EQ(up->entries[49 - i].id, down[down.size() - 2 - i].id);
}

TEST(ReadStoreOfManyYears, AnyPageIsTheRightOne) {
    Database database;
    Connection& connection = database.connection();
    ASSERT_TRUE(connection.execute(manyEntries).has_value());
    ReadStore read(connection);
    EXPECT_EQ(read.count({}), 66000);
    EXPECT_EQ(read.count(having(u"word7"_s)), 66 * 111); // word7, word70 … word79, word700 …
    const Day middle = *Day::fromEpochDays(18000 + 33000 / 30);
    const auto page = read.around({}, middle, 50);
    ASSERT_EQ(page->entries.size(), 50u);
    EXPECT_EQ(page->entries.front().day, middle);
    EXPECT_EQ(page->entries.front().at, 1600000000000 + 33029);
    EXPECT_EQ(page->entries.back().at, 1600000000000 + 33029 - 49);
    const auto newer = read.newer({}, keyOf(page->entries.front()), 50);
    EXPECT_EQ(newer->entries.back().at, 1600000000000 + 33030);
    EXPECT_EQ(read.perDay({}, middle, middle.plus(364))->size(), 365u);
    const auto rare = read.older(having(u"word999"_s), {}, 50);
    EXPECT_EQ(rare->entries.size(), 50u);
    EXPECT_TRUE(rare->moreOlder);
}

// Not all that was said that day, and not all that was ever said about it.
TEST(ReadStoreOfManyYears, WhatWasSaidOfAPromiseOnOneDayIsInOnePlace) {
    Database database;
    const std::string plan = planOf(database.connection(), saidOnDay);
    EXPECT_NE(plan.find("USING INDEX record_by_about (about=? AND kind=? AND day=?)"),
              std::string::npos)
        << plan;
}

} // namespace
} // namespace mend::vault::test
