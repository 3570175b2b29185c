#include "ui/models/journal_model.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <gtest/gtest.h>

namespace mend::ui {
namespace {

JournalEntry entry(qint64 id, const QString& text) {
    return {id, *Day::fromIso(u"2026-11-22"), 0, text};
}

TEST(JournalModel, TitlesAreTheFirstLineWithWords) {
    EXPECT_EQ(JournalModel::titleOf(QStringLiteral("\n  \n## A day\nmore")),
              QStringLiteral("A day"));
    EXPECT_EQ(JournalModel::titleOf(QStringLiteral("- milk")), QStringLiteral("milk"));
    EXPECT_EQ(JournalModel::titleOf(QStringLiteral("#\n\n")), QString());
    EXPECT_EQ(JournalModel::titleOf(QString(500, QLatin1Char('a'))).size(), 80);
}

TEST(JournalModel, ListsEntriesAndAsksForMoreOnce) {
    JournalModel model;
    QSignalSpy more(&model, &JournalModel::moreWanted);
    model.setEntries({entry(3, QStringLiteral("c")), entry(2, QStringLiteral("b"))}, true);
    ASSERT_TRUE(model.canFetchMore({}));
    model.fetchMore({});
    EXPECT_FALSE(model.canFetchMore({}));
    ASSERT_EQ(more.count(), 1);
    EXPECT_EQ(more.first().first().toInt(), 2);
    model.append({entry(1, QStringLiteral("# a"))}, false);
    EXPECT_FALSE(model.canFetchMore({}));
    ASSERT_EQ(model.rowCount(), 3);
    EXPECT_EQ(model.index(2).data().toString(), QStringLiteral("a"));
    EXPECT_EQ(model.index(2).data(JournalModel::TextRole).toString(), QStringLiteral("# a"));
    EXPECT_EQ(model.index(2).data(JournalModel::DayRole).toString(),
              QStringLiteral("Sunday 22 November 2026"));
    EXPECT_TRUE(model.index(2).data(Qt::AccessibleTextRole).toString().startsWith(u'a'));
}

TEST(JournalModel, PutsNewOnesOnTopAndKnownOnesWhereTheyAre) {
    JournalModel model;
    QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    model.setEntries({entry(2, QStringLiteral("b")), entry(1, QStringLiteral("a"))}, false);
    model.setText(1, QStringLiteral("a, changed"));
    model.setText(9, QStringLiteral("not in the list"));
    EXPECT_EQ(model.rowCount(), 2);
    EXPECT_EQ(model.index(1).data().toString(), QStringLiteral("a, changed"));
    model.putOnTop(entry(3, {}));
    EXPECT_EQ(model.rowOf(3), 0);
    EXPECT_EQ(model.index(0).data().toString(), QStringLiteral("Empty entry"));
    model.remove(2);
    model.remove(77);
    EXPECT_EQ(model.rowCount(), 2);
    EXPECT_EQ(model.rowOf(2), -1);
    model.append({entry(1, {}), entry(0, QStringLiteral("older"))}, false);
    EXPECT_EQ(model.rowCount(), 3) << "one that is there already is left out";
    EXPECT_EQ(model.index(2).data().toString(), QStringLiteral("older"));
}

} // namespace
} // namespace mend::ui
