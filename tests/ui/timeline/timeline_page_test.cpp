#include "tests/support/page_walk.h"
#include "tests/ui/timeline/page_fixture.h"
#include "ui/pages/timeline/year_jump.h"

#include <QAccessible>
#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QElapsedTimer>
#include <QLineEdit>
#include <QScrollBar>
#include <QSignalSpy>
#include <QToolButton>
#include <gtest/gtest.h>

using namespace mend;
using namespace mend::ui;
using namespace mend::test;

TEST_F(TimelinePageTest, ScrollsThroughAHundredThousandEntriesWithThreePages) {
    showPage(100'000);
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < 60; ++i) {
        list->verticalScrollBar()->setValue(list->verticalScrollBar()->maximum());
        ASSERT_LE(model.rowCount(), TimelineModel::mostRows);
    }
    EXPECT_GT(model.entryAt(0).day.daysSince(today), -10'000);
    EXPECT_LT(model.entryAt(0).day, today.plus(-100));
    EXPECT_TRUE(model.hasNewer());
    EXPECT_LT(timer.elapsed(), 60'000);
}

TEST_F(TimelinePageTest, NothingJumpsWhenRowsComeAndGoAbove) {
    showPage(1000);
    for (int i = 0; i < 8; ++i)
        list->verticalScrollBar()->setValue(list->verticalScrollBar()->maximum());
    ASSERT_TRUE(model.hasNewer());
    list->verticalScrollBar()->setValue(list->verticalScrollBar()->maximum() / 2);
    const QString before = idAtTop();
    const int y = list->visualRect(list->topIndex()).top();
    list->keepPlace([this] { model.fetchNewer(); });
    EXPECT_EQ(idAtTop(), before);
    EXPECT_EQ(list->visualRect(list->topIndex()).top(), y);
    source.add(noteEntry(5000, today, mend::Person::Partner, QStringLiteral("New")));
    page.reload();
    EXPECT_EQ(idAtTop(), before);
    EXPECT_EQ(list->visualRect(list->topIndex()).top(), y);
}

TEST_F(TimelinePageTest, ShowsWhatIsNewWhileTheReaderIsAtTheTop) {
    showPage(200);
    source.add(noteEntry(5000, today, mend::Person::Partner, QStringLiteral("New")));
    page.reload();
    EXPECT_EQ(list->verticalScrollBar()->value(), 0);
    EXPECT_EQ(idAtTop(), recordId(5000).toHex());
}

TEST_F(TimelinePageTest, KeepsItsPlaceWhenTheWindowChanges) {
    showPage(500);
    list->verticalScrollBar()->setValue(1500);
    const QString before = idAtTop();
    page.resize(720, 520);
    QTest::qWait(1);
    EXPECT_EQ(idAtTop(), before);
}

TEST_F(TimelinePageTest, TheYearsGiveTheirRoomToTheDaysInASmallWindow) {
    showPage(500);
    auto* years = page.findChild<YearJump*>();
    EXPECT_TRUE(years->isVisible());
    page.resize(720, 520);
    EXPECT_FALSE(years->isVisible());
    QTest::qWait(1);
    EXPECT_GT(list->height(), 250);
    page.resize(1180, 820);
    EXPECT_TRUE(years->isVisible());
}

TEST_F(TimelinePageTest, MovesByKeyboard) {
    showPage(1000);
    list->setFocus();
    QTest::keyClick(list, Qt::Key_End);
    EXPECT_EQ(model.entryAt(list->currentIndex().row()).id, source.entries.back().id);
    QTest::keyClick(list, Qt::Key_Up);
    EXPECT_EQ(model.entryAt(list->currentIndex().row()).id,
              source.entries[source.entries.size() - 2].id);
    QTest::keyClick(list, Qt::Key_Home);
    EXPECT_EQ(model.entryAt(list->currentIndex().row()).id, source.entries.front().id);
    QTest::keyClick(list, Qt::Key_PageDown);
    EXPECT_GT(list->currentIndex().row(), 1);
    for (int i = 0; i < 60; ++i)
        QTest::keyClick(list, Qt::Key_PageDown);
    EXPECT_LT(model.entryAt(list->currentIndex().row()).day, today.plus(-10));
}

TEST_F(TimelinePageTest, OpensARowByReturnAndByClick) {
    showPage(5);
    QSignalSpy asked(&page, &mend::ui::TimelinePage::entryRequested);
    list->setFocus();
    list->setCurrentIndex(model.index(1));
    QTest::keyClick(list, Qt::Key_Return);
    ASSERT_EQ(asked.size(), 1);
    EXPECT_EQ(asked[0][0].value<RecordId>(), model.entryAt(1).id);
    QTest::mouseClick(list->viewport(), Qt::LeftButton, {},
                      list->visualRect(model.index(0)).center());
    EXPECT_EQ(asked.size(), 2);
}

TEST_F(TimelinePageTest, TheKeyOfSearchLeadsToTheSearch) {
    showPage(300);
    list->setFocus();
    QTest::keyClick(list, Qt::Key_F, Qt::ControlModifier);
    EXPECT_TRUE(child<QLineEdit>("timelineSearch")->hasFocus());
}

TEST_F(TimelinePageTest, SlashGoesToTheSearchAndReturnBackToTheList) {
    showPage(300);
    list->setFocus();
    QTest::keyClick(list, Qt::Key_Slash, Qt::NoModifier);
    auto* search = child<QLineEdit>("timelineSearch");
    ASSERT_TRUE(search->hasFocus());
    QTest::keyClicks(search, QStringLiteral("Entry 299"));
    QTest::keyClick(search, Qt::Key_Return);
    EXPECT_TRUE(list->hasFocus());
    ASSERT_EQ(model.rowCount(), 1);
    EXPECT_EQ(model.row(0).text.body, QStringLiteral("Entry 299"));
    search->setText(QStringLiteral("nowhere at all"));
    QTRY_COMPARE_WITH_TIMEOUT(model.rowCount(), 0, 2000);
    EXPECT_TRUE(child<QWidget>("timelineNothingFound")->isVisible());
    QTest::keyClick(search, Qt::Key_Escape);
    EXPECT_EQ(model.rowCount(), TimelineModel::pageSize);
}

TEST_F(TimelinePageTest, FiltersByKindAndByCommitments) {
    showPage(30);
    QSignalSpy told(&page, &mend::ui::TimelinePage::filterChanged);
    auto* kind = child<QComboBox>("timelineKind");
    kind->setCurrentIndex(kind->findData(name(Kind::CheckIn)));
    EXPECT_EQ(model.rowCount(), 0);
    child<QAbstractButton>("timelineOnlyCommitments")->click();
    ASSERT_EQ(told.size(), 2);
    const auto filter = told[1][0].value<TimelineFilter>();
    EXPECT_TRUE(filter.onlyCommitments);
    EXPECT_EQ(filter.kinds, std::set<QString>{name(Kind::CheckIn)});
    auto* nothing = child<QWidget>("timelineNothingFound");
    nothing->findChild<QPushButton*>()->click();
    EXPECT_EQ(model.rowCount(), 30);
}

TEST_F(TimelinePageTest, SaysInOneSentenceThatNothingIsThereYet) {
    showPage(0);
    EXPECT_TRUE(child<QWidget>("timelineEmpty")->isVisible());
    EXPECT_FALSE(child<QWidget>("yearStrip")->isVisible());
}

TEST_F(TimelinePageTest, ExplainsTheMarks) {
    showPage(3);
    button("timelineLegend")->click();
    auto* legend = child<QDialog>("legendDialog");
    ASSERT_TRUE(legend);
    EXPECT_TRUE(legend->isVisible());
    legend->findChild<QPushButton*>(QStringLiteral("legendClose"))->click();
    EXPECT_FALSE(legend->isVisible());
}

TEST_F(TimelinePageTest, JumpsByTheYearStrip) {
    showPage(3000);
    QMetaObject::invokeMethod(child<QWidget>("yearStrip"), "daySelected",
                              Q_ARG(QDate, today.plus(-200).date()));
    EXPECT_EQ(model.entryAt(list->currentIndex().row()).day, today.plus(-200));
    EXPECT_EQ(list->topIndex().data(TimelineModel::DateRole).toDate(), today.plus(-200).date());
    EXPECT_TRUE(list->hasFocus());
}

TEST_F(TimelinePageTest, OffersOtherYearsOnlyWhereThereAreSome) {
    showPage(3); // all of it within the strip
    page.resize(1180, 820);
    QApplication::processEvents();
    EXPECT_FALSE(child<QToolButton>("yearBefore")->isVisible());
    EXPECT_FALSE(child<QToolButton>("yearAfter")->isVisible());
    page.setState({QStringLiteral("Sam"), today, today.plus(-800)});
    QApplication::processEvents();
    EXPECT_TRUE(child<QToolButton>("yearBefore")->isEnabled());
    EXPECT_FALSE(child<QToolButton>("yearAfter")->isEnabled());
}

TEST_F(TimelinePageTest, NamesEveryControlAndNeverShouts) {
    showPage(30);
    page.showEntry(opened(0));
    button("timelineLegend")->click();
    EXPECT_EQ(test::poorControls(page), QStringList());
    EXPECT_EQ(test::loudWords(page), QStringList());
}

TEST_F(TimelinePageTest, GivesRowsToAScreenReader) {
    showPage(5);
    QAccessibleInterface* accessible = QAccessible::queryAccessibleInterface(list);
    ASSERT_TRUE(accessible && accessible->tableInterface());
    QAccessibleInterface* cell = accessible->tableInterface()->cellAt(0, 0);
    ASSERT_TRUE(cell);
    EXPECT_EQ(cell->text(QAccessible::Name),
              model.index(0).data(Qt::AccessibleTextRole).toString());
}
