#include "ui/models/timeline_model.h"

#include "fake_timeline.h"

#include <QAbstractItemModelTester>
#include <gtest/gtest.h>
#include <random>

using namespace mend;
using namespace mend::ui;
using mend::test::dayOf;
using mend::test::FakeTimeline;
using mend::test::noteEntry;
using mend::test::recordId;

namespace {

const Day today = dayOf("2026-11-22");
using Reports = QAbstractItemModelTester::FailureReportingMode;

struct TimelineModelTest : testing::Test {
    FakeTimeline source;
    TimelineModel model{source};
    QAbstractItemModelTester tester{&model, Reports::Fatal};
    void SetUp() override { model.setReader({QStringLiteral("Sam"), today, {}, {}}); }
    QString title(int row) { return model.row(row).text.body; }
};

// Rows are neighbours in the source, without a gap.
void expectContiguous(const TimelineModel& model, const FakeTimeline& source) {
    ASSERT_GT(model.rowCount(), 0);
    const auto first =
        std::find_if(source.entries.begin(), source.entries.end(),
                     [&](const TimelineEntry& each) { return each.id == model.entryAt(0).id; });
    ASSERT_LE(model.rowCount(), source.entries.end() - first);
    for (int i = 0; i < model.rowCount(); ++i)
        ASSERT_EQ(model.entryAt(i).id, (first + i)->id) << i;
    EXPECT_EQ(model.hasNewer(), first != source.entries.begin());
    EXPECT_EQ(model.hasOlder(), first + model.rowCount() != source.entries.end());
}

} // namespace

TEST_F(TimelineModelTest, HoldsThreePagesOfAHundredThousandEntries) {
    source.fill(100'000, today);
    model.reload();
    EXPECT_EQ(model.rowCount(), TimelineModel::pageSize);
    for (int i = 0; i < 20; ++i) {
        ASSERT_TRUE(model.fetchOlder());
        ASSERT_LE(model.rowCount(), TimelineModel::mostRows);
    }
    expectContiguous(model, source);
    EXPECT_EQ(title(0), QStringLiteral("Entry 900"));
    model.jumpToOldest();
    EXPECT_EQ(title(model.rowCount() - 1), QStringLiteral("Entry 99999"));
    EXPECT_FALSE(model.hasOlder());
    expectContiguous(model, source);
    model.jumpToNewest();
    EXPECT_EQ(title(0), QStringLiteral("Entry 0"));
    EXPECT_LE(source.longestAsked, TimelineModel::mostRows);
}

TEST_F(TimelineModelTest, StaysContiguousInAnyOrderOfFetching) {
    source.fill(730, today, 3);
    model.reload();
    std::mt19937 random(7);
    for (int i = 0; i < 300; ++i) {
        switch (random() % 7) {
        case 0:
        case 1:
            model.fetchOlder();
            break;
        case 2:
        case 3:
            model.fetchNewer();
            break;
        case 4:
            model.jumpTo(today.plus(-int(random() % 260)));
            break;
        case 5:
            source.entries.erase(source.entries.begin() + long(random() % source.entries.size()));
            model.reload();
            break;
        case 6:
            source.add(noteEntry(1000 + quint64(i), today.plus(-int(random() % 240)), Person::Me,
                                 QStringLiteral("New")));
            model.reload();
            break;
        }
        ASSERT_LE(model.rowCount(), TimelineModel::mostRows);
        ASSERT_NO_FATAL_FAILURE(expectContiguous(model, source));
    }
}

TEST_F(TimelineModelTest, KeepsTheIndexOfARowWhileOthersComeAndGo) {
    source.fill(400, today);
    model.reload();
    model.fetchOlder();
    const QPersistentModelIndex anchor = model.index(80);
    const RecordId id = model.entryAt(anchor.row()).id;
    model.fetchOlder();
    model.fetchOlder();
    source.add(noteEntry(5000, today, Person::Partner, QStringLiteral("New")));
    model.reload();
    model.fetchNewer();
    ASSERT_TRUE(anchor.isValid());
    EXPECT_EQ(model.entryAt(anchor.row()).id, id);
}

TEST_F(TimelineModelTest, ShowsWhatIsNewOnTopWhenTheReaderIsThere) {
    source.fill(10, today);
    model.reload();
    source.add(noteEntry(99, today, Person::Partner, QStringLiteral("Just now")));
    model.reload();
    EXPECT_EQ(title(0), QStringLiteral("Just now"));
    EXPECT_EQ(model.rowCount(), 11);
    EXPECT_TRUE(model.row(0).first);
    EXPECT_TRUE(model.row(10).last);
}

TEST_F(TimelineModelTest, DoesNotGrowWithEachChange) {
    source.fill(400, today);
    model.reload();
    for (int i = 0; i < 3; ++i) {
        source.add(noteEntry(1000 + quint64(i), today, Person::Partner, QStringLiteral("New")));
        source.longestAsked = 0;
        model.reload();
        EXPECT_EQ(model.rowCount(), TimelineModel::pageSize + 1 + i);
        EXPECT_LT(source.longestAsked, TimelineModel::pageSize + 10);
        ASSERT_NO_FATAL_FAILURE(expectContiguous(model, source));
    }
}

// However many came at once, who reads at the lower end goes on reading.
TEST_F(TimelineModelTest, KeepsItsLastRowBelowMuchThatIsNew) {
    source.fill(400, today);
    model.reload();
    const RecordId last = model.entryAt(model.rowCount() - 1).id;
    for (int i = 0; i < 60; ++i)
        source.add(noteEntry(1000 + quint64(i), today, Person::Partner, QStringLiteral("New")));
    model.reload();
    EXPECT_EQ(model.entryAt(model.rowCount() - 1).id, last);
    EXPECT_EQ(model.rowCount(), TimelineModel::pageSize + 60);
    ASSERT_NO_FATAL_FAILURE(expectContiguous(model, source));
}

TEST_F(TimelineModelTest, TakesWhatChangedIntoItsRow) {
    source.fill(5, today);
    model.reload();
    const QPersistentModelIndex row = model.index(2);
    source.entries[2].content = test::noteOf(QStringLiteral("Other words"));
    source.entries[2].edited = true;
    model.reload();
    ASSERT_TRUE(row.isValid());
    EXPECT_EQ(title(2), QStringLiteral("Other words"));
    EXPECT_TRUE(model.row(2).text.remarks.contains(QStringLiteral("edited")));
}

TEST_F(TimelineModelTest, JumpsToADayOrTheNextOlderOne) {
    source.fill(300, today, 1);
    source.entries.erase(source.entries.begin() + 100);
    model.reload();
    const int exact = model.jumpTo(today.plus(-200));
    EXPECT_EQ(model.entryAt(exact).day, today.plus(-200));
    EXPECT_GT(exact, 0); // newer ones stand above it
    const int gap = model.jumpTo(today.plus(-100));
    EXPECT_EQ(model.entryAt(gap).day, today.plus(-101));
    const int before = model.jumpTo(today.plus(-5000));
    EXPECT_EQ(before, model.rowCount() - 1);
    EXPECT_EQ(model.entryAt(before).day, today.plus(-299));
}

TEST_F(TimelineModelTest, IsEmptyWithoutEntries) {
    model.reload();
    EXPECT_EQ(model.rowCount(), 0);
    EXPECT_EQ(model.jumpTo(today), -1);
    EXPECT_FALSE(model.fetchOlder());
    EXPECT_FALSE(model.fetchNewer());
}

TEST_F(TimelineModelTest, FiltersFromTheNewestOn) {
    source.fill(300, today);
    model.reload();
    model.fetchOlder();
    TimelineFilter filter;
    filter.by = Person::Partner;
    model.setFilter(filter);
    EXPECT_EQ(model.rowCount(), TimelineModel::pageSize);
    for (int i = 0; i < model.rowCount(); ++i)
        EXPECT_EQ(model.row(i).by, Person::Partner);
    filter.search = QStringLiteral("nowhere");
    model.setFilter(filter);
    EXPECT_EQ(model.rowCount(), 0);
}

TEST_F(TimelineModelTest, HeadsEachDayOnceWithItsMarks) {
    source.fill(6, today, 2);
    source.marks[today] = {DayState::Confirmed, DayState::Confirmed, DayState::Open};
    source.marks[today.plus(-1)] = {DayState::MissedTold};
    model.reload();
    EXPECT_EQ(model.row(0).heading, QStringLiteral("Today"));
    EXPECT_EQ(model.row(0).shards.size(), 3u);
    EXPECT_EQ(model.row(1).heading, QString());
    EXPECT_TRUE(model.row(1).shards.empty());
    EXPECT_EQ(model.row(2).heading, QStringLiteral("Yesterday"));
    EXPECT_EQ(model.row(4).heading, QStringLiteral("Friday 20 November 2026"));
}

TEST_F(TimelineModelTest, LaysGoldBetweenTwoDaysByTheLaterOne) {
    source.fill(6, today, 2);
    source.marks[today] = {DayState::Confirmed, DayState::Confirmed, DayState::Kept};
    source.marks[today.plus(-1)] = {DayState::Missed};
    model.reload();
    EXPECT_EQ(model.row(0).confirmedAbove, 0);
    EXPECT_EQ(model.row(0).confirmedBelow, 2); // from its marks on
    EXPECT_EQ(model.row(1).confirmedAbove, 2);
    EXPECT_EQ(model.row(1).confirmedBelow, 2);
    EXPECT_EQ(model.row(2).confirmedAbove, 2); // down to the marks of the day before
    EXPECT_EQ(model.row(3).confirmedBelow, 0);
}

TEST_F(TimelineModelTest, SaysAllOfARowToAScreenReader) {
    source.fill(2, today);
    source.marks[today] = {DayState::Confirmed};
    source.entries[1].late = true;
    model.reload();
    EXPECT_EQ(model.index(0).data(Qt::AccessibleTextRole).toString(),
              QStringLiteral("Today. Marks of the day: 1 kept, and confirmed. You: Plan of the day "
                             "Entry 0"));
    EXPECT_EQ(model.index(1).data(Qt::AccessibleTextRole).toString(),
              QStringLiteral("Sam: Plan of the day Entry 1 (written later)"));
}

TEST_F(TimelineModelTest, AsksForTheDaysItHoldsAndNotForAllBetween) {
    source.add(noteEntry(1, dayOf("2001-01-01"), Person::Me, QStringLiteral("Long ago")));
    source.add(noteEntry(2, today, Person::Me, QStringLiteral("Now")));
    source.add(noteEntry(3, dayOf("2190-01-01"), Person::Partner, QStringLiteral("A wrong clock")));
    model.reload();
    EXPECT_EQ(model.rowCount(), 3);
    EXPECT_EQ(source.daysAsked, 3);
}

TEST_F(TimelineModelTest, ShowsAnEntryAsTakenBackWhileThatCanBeUndone) {
    source.fill(3, today);
    model.reload();
    const RecordId id = model.entryAt(2).id;
    model.setTakingBack(id);
    EXPECT_TRUE(model.row(2).text.quiet);
    EXPECT_EQ(model.row(2).text.title, QStringLiteral("You took back what was here."));
    model.setTakingBack(std::nullopt);
    EXPECT_FALSE(model.row(2).text.quiet);
}

TEST_F(TimelineModelTest, SaysWhoToldFirstFromTheDaysState) {
    TimelineEntry entry = noteEntry(9, today, Person::Partner, QStringLiteral("-"));
    entry.kind = name(Kind::Outcome);
    entry.content = Content(*Outcome::create({recordId(1), OutcomeState::Missed, {}}));
    entry.commitment = recordId(1);
    entry.commitmentTitle = QStringLiteral("Home by 18:30");
    source.add(entry);
    source.saidDays[{recordId(1), today}] = DayState::MissedTold;
    model.reload();
    EXPECT_EQ(model.index(0).data().toString(),
              QStringLiteral("Home by 18:30: not kept. Sam said so first."));
}

TEST_F(TimelineModelTest, GivesTheDayOfARow) {
    source.fill(1, today);
    model.reload();
    EXPECT_EQ(model.index(0).data(TimelineModel::DateRole).toDate(), today.date());
}
