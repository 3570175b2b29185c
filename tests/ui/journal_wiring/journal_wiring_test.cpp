#include "ui/window/journal_wiring.h"

#include "core/workspace/opening.h"
#include "tests/support/fake_clock.h"

#include <QAbstractButton>
#include <QListView>
#include <QPlainTextEdit>
#include <QTemporaryDir>
#include <QTest>
#include <gtest/gtest.h>

namespace mend::ui {
namespace {

struct JournalWired : testing::Test {
    QTemporaryDir folder;
    test::FakeClock clock;
    Opening opening{folder.filePath(QStringLiteral("vault")), clock, KeyCost::Small};
    std::unique_ptr<Workspace> workspace;

    void SetUp() override {
        auto made = opening.createNow({QStringLiteral("Alex"), Role::Hurt, Relation::Partner},
                                      QStringLiteral("a long walk by the river"));
        ASSERT_TRUE(made);
        workspace = std::move(made->workspace);
    }
    std::vector<JournalEntry> stored(const QString& search = {}) {
        return workspace->journal(search, 1000, 0).value();
    }
};

QAbstractItemModel* listOf(const JournalPage& page) {
    return page.findChild<QListView*>(QStringLiteral("entries"))->model();
}

void write(const JournalPage& page, const QString& text) {
    auto* source = page.findChild<QPlainTextEdit*>(QStringLiteral("source"));
    QTest::keyClicks(source, text);
}

TEST_F(JournalWired, WhatWasTypedSurvivesAndLeavesNoRecord) {
    const quint64 records = workspace->syncState().counts.mine;
    {
        JournalPage page;
        const JournalWiring wiring(page, *workspace);
        page.startNew();
        write(page, QStringLiteral("only mine"));
    }
    // The page went with a keystroke not a second old.
    JournalPage page;
    const JournalWiring wiring(page, *workspace);
    ASSERT_EQ(listOf(page)->rowCount(), 1);
    EXPECT_EQ(listOf(page)->index(0, 0).data().toString(), QStringLiteral("only mine"));
    EXPECT_EQ(workspace->syncState().counts.mine, records);
}

TEST_F(JournalWired, AnEntryGrowsInPlace) {
    JournalPage page;
    JournalWiring wiring(page, *workspace);
    page.startNew();
    write(page, QStringLiteral("one"));
    wiring.settle();
    write(page, QStringLiteral(" two"));
    wiring.settle();
    ASSERT_EQ(stored().size(), 1U);
    EXPECT_EQ(stored().front().text, QStringLiteral("one two"));
}

TEST_F(JournalWired, FindsByWordsAndReadsInParts) {
    for (int i = 0; i < 120; ++i)
        ASSERT_TRUE(
            workspace->addJournal(workspace->today(), i == 7 ? QStringLiteral("the river")
                                                             : QStringLiteral("day %1").arg(i)));
    JournalPage page;
    const JournalWiring wiring(page, *workspace);
    EXPECT_EQ(listOf(page)->rowCount(), 50);
    while (listOf(page)->canFetchMore({}))
        listOf(page)->fetchMore({});
    EXPECT_EQ(listOf(page)->rowCount(), 120);
    Q_EMIT page.searchWanted(QStringLiteral("riv"));
    ASSERT_EQ(listOf(page)->rowCount(), 1);
    EXPECT_EQ(listOf(page)->index(0, 0).data().toString(), QStringLiteral("the river"));
}

TEST_F(JournalWired, ADeletedEntryIsGoneOnceThePageSettles) {
    ASSERT_TRUE(workspace->addJournal(workspace->today(), QStringLiteral("gone")));
    JournalPage page;
    JournalWiring wiring(page, *workspace);
    auto* list = page.findChild<QListView*>(QStringLiteral("entries"));
    list->setCurrentIndex(listOf(page)->index(0, 0));
    page.findChild<QAbstractButton*>(QStringLiteral("remove"))->click();
    EXPECT_EQ(stored().size(), 1U);
    wiring.settle();
    EXPECT_TRUE(stored().empty());
}

TEST_F(JournalWired, ATextThatIsTooLongIsSaidSoAndStaysInTheEditor) {
    JournalPage page;
    JournalWiring wiring(page, *workspace);
    page.startNew();
    auto* source = page.findChild<QPlainTextEdit*>(QStringLiteral("source"));
    source->setPlainText(QString(300 * 1024, QLatin1Char('a')));
    wiring.settle();
    EXPECT_TRUE(page.findChild<QWidget*>(QStringLiteral("problem"))->isVisibleTo(&page));
    EXPECT_EQ(source->toPlainText().size(), 300 * 1024);
    EXPECT_TRUE(stored().empty());
}

} // namespace
} // namespace mend::ui
