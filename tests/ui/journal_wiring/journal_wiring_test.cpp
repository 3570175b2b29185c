#include "ui/window/journal_wiring.h"

#include "core/workspace/opening.h"
#include "tests/core/guide/shipped.h"
#include "tests/support/fake_clock.h"
#include "tests/support/full_disk.h"

#include <QAbstractButton>
#include <QListView>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <gtest/gtest.h>

namespace mend::ui {
namespace {

struct JournalWired : testing::Test {
    QTemporaryDir folder;
    test::FakeClock clock;
    Opening opening{folder.filePath(QStringLiteral("vault")), clock, KeyCost::Small};
    guide::Guide texts = guide::shippedGuide();
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
        const JournalWiring wiring(page, *workspace, texts);
        page.startNew();
        write(page, QStringLiteral("only mine"));
    }
    // The page went with a keystroke not a second old.
    JournalPage page;
    const JournalWiring wiring(page, *workspace, texts);
    ASSERT_EQ(listOf(page)->rowCount(), 1);
    EXPECT_EQ(listOf(page)->index(0, 0).data().toString(), QStringLiteral("only mine"));
    EXPECT_EQ(workspace->syncState().counts.mine, records);
}

TEST_F(JournalWired, AnEntryGrowsInPlace) {
    JournalPage page;
    JournalWiring wiring(page, *workspace, texts);
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
    const JournalWiring wiring(page, *workspace, texts);
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
    JournalWiring wiring(page, *workspace, texts);
    auto* list = page.findChild<QListView*>(QStringLiteral("entries"));
    list->setCurrentIndex(listOf(page)->index(0, 0));
    page.findChild<QAbstractButton*>(QStringLiteral("remove"))->click();
    EXPECT_EQ(stored().size(), 1U);
    wiring.settle();
    EXPECT_TRUE(stored().empty());
}

TEST_F(JournalWired, ATextThatIsTooLongIsSaidSoAndStaysInTheEditor) {
    JournalPage page;
    JournalWiring wiring(page, *workspace, texts);
    page.startNew();
    auto* source = page.findChild<QPlainTextEdit*>(QStringLiteral("source"));
    source->setPlainText(QString(300 * 1024, QLatin1Char('a')));
    wiring.settle();
    EXPECT_TRUE(page.findChild<QWidget*>(QStringLiteral("problem"))->isVisibleTo(&page));
    EXPECT_EQ(source->toPlainText().size(), 300 * 1024);
    EXPECT_TRUE(stored().empty());
}

TEST_F(JournalWired, WhatCannotBeSavedIsNeverLeftForAnother) {
    ASSERT_TRUE(workspace->addJournal(workspace->today(), QStringLiteral("older")));
    JournalPage page;
    JournalWiring wiring(page, *workspace, texts);
    page.startNew();
    auto* source = page.findChild<QPlainTextEdit*>(QStringLiteral("source"));
    auto* list = page.findChild<QListView*>(QStringLiteral("entries"));
    source->setPlainText(QString(300 * 1024, QLatin1Char('a')));
    list->setCurrentIndex(listOf(page)->index(0, 0));
    EXPECT_EQ(source->toPlainText().size(), 300 * 1024);
    EXPECT_FALSE(list->selectionModel()->currentIndex().isValid());
    page.startNew();
    EXPECT_EQ(source->toPlainText().size(), 300 * 1024);
    source->setPlainText(QStringLiteral("short enough"));
    list->setCurrentIndex(listOf(page)->index(0, 0));
    EXPECT_EQ(source->toPlainText(), QStringLiteral("older"));
    EXPECT_EQ(stored().size(), 2U);
}

TEST_F(JournalWired, AFullDiskIsTroubleUntilTheEntryIsKept) {
    JournalPage page;
    JournalWiring wiring(page, *workspace, texts);
    QSignalSpy troubled(&wiring, &JournalWiring::troubled);
    QSignalSpy over(&wiring, &JournalWiring::troubleOver);
    page.startNew();
    {
        const test::FullDisk full;
        write(page, QStringLiteral("kept after all"));
        wiring.settle();
        ASSERT_EQ(troubled.count(), 1);
        EXPECT_EQ(troubled[0][0].value<Problem>(), Problem::DiskFull);
    }
    ASSERT_TRUE(over.wait(10'000)) << "it tries again by itself";
    EXPECT_EQ(stored().front().text, QStringLiteral("kept after all"));
}

// --- What was kept on Today ---

TEST_F(JournalWired, HardMomentsOfEveryDayAreFoundByTheirWords) {
    const Day today = workspace->today();
    ASSERT_TRUE(
        workspace->keepMoment(today.plus(-30), {7, Need::Space, QStringLiteral("the song")}));
    ASSERT_TRUE(workspace->keepMoment(today, {3, std::nullopt, QStringLiteral("a door")}));
    JournalPage page;
    const JournalWiring wiring(page, *workspace, texts);
    auto* list = page.findChild<QListView*>(QStringLiteral("momentsList"));
    ASSERT_EQ(list->model()->rowCount(), 2);
    EXPECT_EQ(list->model()->index(0, 0).data().toString(), QStringLiteral("a door"));
    Q_EMIT page.momentSearchWanted(QStringLiteral("SONG space"));
    ASSERT_EQ(list->model()->rowCount(), 1);
    EXPECT_EQ(list->model()->index(0, 0).data().toString(), QStringLiteral("the song"));
    Q_EMIT page.momentSearchWanted(QStringLiteral("song rain"));
    EXPECT_EQ(list->model()->rowCount(), 0);
}

// Years of them: neither the page nor a search waits until all are read.
TEST_F(JournalWired, WhatWasKeptIsReadAPartAtATime) {
    const Day today = workspace->today();
    constexpr int kept = 450;
    for (int back = 0; back < kept; ++back) {
        const QString words = back == kept - 1 ? QStringLiteral("the first song")
                                               : QStringLiteral("moment %1").arg(back);
        ASSERT_TRUE(workspace->keepMoment(today.plus(-back), {3, std::nullopt, words}));
    }
    JournalPage page;
    const JournalWiring wiring(page, *workspace, texts);
    auto* model = page.findChild<QListView*>(QStringLiteral("momentsList"))->model();
    EXPECT_EQ(model->rowCount(), 50);
    QSignalSpy anew(model, &QAbstractItemModel::modelReset);
    model->fetchMore({});
    EXPECT_EQ(model->rowCount(), 100);
    EXPECT_EQ(anew.count(), 0) << "whoever scrolls stays where they are";
    EXPECT_EQ(model->index(99, 0).data().toString(), QStringLiteral("moment 99"));
    Q_EMIT page.momentSearchWanted(QStringLiteral("first song"));
    EXPECT_EQ(model->rowCount(), 100) << "it is looked for behind the window's back";
    EXPECT_TRUE(QTest::qWaitFor([&] { return model->rowCount() == 1; }));
    EXPECT_EQ(model->index(0, 0).data().toString(), QStringLiteral("the first song"));
    EXPECT_FALSE(model->canFetchMore({}));
    Q_EMIT page.momentSearchWanted({});
    while (model->canFetchMore({})) {
        const int before = model->rowCount();
        model->fetchMore({});
        ASSERT_TRUE(QTest::qWaitFor([&] { return model->rowCount() > before; }));
    }
    EXPECT_EQ(model->rowCount(), kept);
}

TEST_F(JournalWired, PrivateCheckInsOfEveryDayAreThereAndGoAfterTheUndo) {
    CheckInFields fields;
    fields.texts[CheckInText::Hard] = QStringLiteral("the empty chair");
    const Day day = workspace->today().plus(-400);
    ASSERT_TRUE(workspace->saveCheckIn(day, fields, {}));
    JournalPage page;
    JournalWiring wiring(page, *workspace, texts);
    auto* list = page.findChild<QListView*>(QStringLiteral("checkInsList"));
    ASSERT_EQ(list->model()->rowCount(), 1);
    QSignalSpy days(&wiring, &JournalWiring::dayWanted);
    list->setCurrentIndex(list->model()->index(0, 0));
    page.findChild<QAbstractButton*>(QStringLiteral("checkInsGoTo"))->click();
    ASSERT_EQ(days.count(), 1);
    EXPECT_EQ(days[0][0].value<Day>(), day);
    page.findChild<QAbstractButton*>(QStringLiteral("checkInsRemove"))->click();
    EXPECT_EQ(list->model()->rowCount(), 0);
    EXPECT_EQ(workspace->privateCheckIns(day, day)->size(), 1U);
    wiring.settle();
    EXPECT_TRUE(workspace->privateCheckIns(day, day)->empty());
}

TEST_F(JournalWired, WhatIsKeptOnTodayIsHereWhenThePageIsLookedAt) {
    JournalPage page;
    const JournalWiring wiring(page, *workspace, texts);
    ASSERT_TRUE(workspace->keepMoment(workspace->today(), {3, std::nullopt, QStringLiteral("x")}));
    page.show();
    EXPECT_EQ(page.findChild<QListView*>(QStringLiteral("momentsList"))->model()->rowCount(), 1);
}

} // namespace
} // namespace mend::ui
