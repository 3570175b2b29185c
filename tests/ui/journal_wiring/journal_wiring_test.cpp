#include "ui/window/journal_wiring.h"

#include "core/workspace/opening.h"
#include "tests/core/guide/shipped.h"
#include "tests/support/fake_clock.h"
#include "tests/support/full_disk.h"
#include "ui/models/journal_model.h"

#include <QAbstractButton>
#include <QListView>
#include <QPlainTextEdit>
#include <QSet>
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

// One that was read further down, and the list began anew since.
TEST_F(JournalWired, AnOldEntryStaysOnItsDayWhenItIsChanged) {
    const Day today = workspace->today();
    for (int back = 119; back >= 0; --back)
        ASSERT_TRUE(workspace->addJournal(today.plus(-back), QStringLiteral("day %1").arg(back)));
    JournalPage page;
    JournalWiring wiring(page, *workspace, texts);
    auto* list = page.findChild<QListView*>(QStringLiteral("entries"));
    listOf(page)->fetchMore({});
    list->setCurrentIndex(listOf(page)->index(70, 0));
    wiring.refresh();
    write(page, QStringLiteral("more of "));
    wiring.settle();
    EXPECT_EQ(stored()[70].text, QStringLiteral("more of day 70"));
    EXPECT_EQ(listOf(page)->rowCount(), 50);
    while (listOf(page)->canFetchMore({}))
        listOf(page)->fetchMore({});
    ASSERT_EQ(listOf(page)->rowCount(), 120);
    for (int back = 0; back < 120; ++back)
        EXPECT_TRUE(listOf(page)->index(back, 0).data().toString().endsWith(
            QStringLiteral("day %1").arg(back)));
}

TEST_F(JournalWired, ANewEntryLeavesWhatWasFoundAlone) {
    for (int i = 0; i < 70; ++i)
        ASSERT_TRUE(workspace->addJournal(workspace->today(), QStringLiteral("river %1").arg(i)));
    JournalPage page;
    JournalWiring wiring(page, *workspace, texts);
    Q_EMIT page.searchWanted(QStringLiteral("river"));
    page.startNew();
    write(page, QStringLiteral("the river again"));
    wiring.settle();
    EXPECT_EQ(listOf(page)->rowCount(), 50);
    listOf(page)->fetchMore({});
    QSet<qint64> ids;
    for (int row = 0; row < listOf(page)->rowCount(); ++row)
        ids << listOf(page)->index(row, 0).data(JournalModel::IdRole).toLongLong();
    EXPECT_EQ(ids.size(), listOf(page)->rowCount()) << "none twice";
    EXPECT_EQ(ids.size(), 70);
    write(page, QStringLiteral(", and again"));
    wiring.settle();
    EXPECT_EQ(stored().size(), 71U);
    EXPECT_EQ(stored().front().text, QStringLiteral("the river again, and again"));
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
    wiring.tryAgain();
    EXPECT_EQ(over.count(), 1);
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
