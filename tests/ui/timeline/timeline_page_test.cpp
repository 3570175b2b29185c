#include "ui/pages/timeline/timeline_page.h"

#include "tests/support/page_walk.h"
#include "tests/ui/models/fake_timeline.h"
#include "ui/models/timeline_model.h"
#include "ui/pages/timeline/entry_dialog.h"
#include "ui/pages/timeline/timeline_view.h"
#include "ui/pages/timeline/year_jump.h"
#include "ui/widgets/growing_text_edit.h"
#include "ui/widgets/undo_bar.h"

#include <QAccessible>
#include <QApplication>
#include <QComboBox>
#include <QDialog>
#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <algorithm>
#include <gtest/gtest.h>

using namespace mend;
using namespace mend::ui;
using mend::test::dayOf;
using mend::test::FakeTimeline;
using mend::test::noteEntry;
using mend::test::recordId;

namespace {

const Day today = dayOf("2026-11-22");

struct TimelinePageTest : testing::Test {
    FakeTimeline source;
    TimelineModel model{source};
    mend::ui::TimelinePage page;
    TimelineView* list = page.findChild<TimelineView*>();

    void SetUp() override { model.setReader({QStringLiteral("Sam"), today, {}, {}}); }

    void showPage(int entries, QSize size = {900, 700}) {
        source.fill(entries, today);
        model.reload();
        page.setModel(&model);
        page.setState({QStringLiteral("Sam"), today,
                       entries ? std::optional(source.entries.back().day) : std::nullopt});
        page.resize(size);
        page.show();
        page.activateWindow();
        QTest::qWait(1);
    }
    template <class T>
    T* child(const char* name) {
        return page.findChild<T*>(QLatin1String(name));
    }
    // In the entry that is open.
    bool shows(const QString& words) {
        const auto labels = page.findChild<EntryDialog*>()->findChildren<QLabel*>();
        return std::any_of(labels.begin(), labels.end(), [&](const QLabel* label) {
            return label->isVisible() && label->text() == words;
        });
    }
    QPushButton* button(const char* name) { return child<QPushButton>(name); }
    QString idAtTop() { return model.entryAt(list->topIndex().row()).id.toHex(); }
    EntryState opened(int row) {
        EntryState state;
        state.id = model.entryAt(row).id;
        state.whoAndWhen = QStringLiteral("You, Sunday 22 November 2026");
        state.text = model.row(row).text;
        state.words = QStringLiteral("Entry");
        state.needsWords = state.mayTakeBack = state.mayOpen = true;
        state.earlier = {{QStringLiteral("Plan of the day"), QStringLiteral("Before"), {}, false}};
        return state;
    }
};

} // namespace

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

TEST_F(TimelinePageTest, AnEntryThatIsOpenTellsTheTaskBarNothing) {
    showPage(3);
    page.showEntry(opened(0));
    const auto* dialog = page.findChild<EntryDialog*>();
    EXPECT_EQ(dialog->windowTitle(), QStringLiteral("Mend"));
    EXPECT_EQ(dialog->accessibleName(), opened(0).whoAndWhen);
}

TEST_F(TimelinePageTest, RewordsAnEntryAndKeepsTheWordsUntilTheyAreSaved) {
    showPage(3);
    page.showEntry(opened(0));
    QSignalSpy reworded(&page, &mend::ui::TimelinePage::rewordRequested);
    button("entryEdit")->click();
    auto* edit = child<GrowingTextEdit>("entryEditField");
    EXPECT_FALSE(button("entrySave")->isEnabled()); // nothing changed yet
    edit->selectAll();
    QTest::keyClick(edit, Qt::Key_Delete);
    EXPECT_FALSE(button("entrySave")->isEnabled()); // a note needs words
    QTest::keyClicks(edit, QStringLiteral("Other words"));
    button("entrySave")->click();
    ASSERT_EQ(reworded.size(), 1);
    EXPECT_EQ(reworded[0][1].toString(), QStringLiteral("Other words"));
    page.showProblem(QStringLiteral("The disk is full."));
    EXPECT_EQ(edit->text(), QStringLiteral("Other words"));
    page.entryDone();
    EXPECT_EQ(page.findChild<EntryDialog*>()->isVisible(), false);
}

TEST_F(TimelinePageTest, TakesBackOnlyAfterTheTimeToUndo) {
    showPage(3);
    QSignalSpy taken(&page, &mend::ui::TimelinePage::takeBackRequested);
    page.showEntry(opened(1));
    button("entryTakeBack")->click();
    EXPECT_TRUE(model.row(1).text.quiet);
    auto* undo = page.findChild<UndoBar*>();
    ASSERT_TRUE(undo->isOpen());
    undo->findChild<QPushButton*>()->click();
    EXPECT_EQ(taken.size(), 0);
    EXPECT_FALSE(model.row(1).text.quiet);
    page.showEntry(opened(1));
    page.findChildren<QPushButton*>(QStringLiteral("entryTakeBack")).last()->click();
    page.settle();
    ASSERT_EQ(taken.size(), 1);
    EXPECT_EQ(taken[0][0].value<RecordId>(), model.entryAt(1).id);
}

TEST_F(TimelinePageTest, TheTimeToUndoIsTheSameWhateverPageIsShown) {
    showPage(3);
    QSignalSpy taken(&page, &mend::ui::TimelinePage::takeBackRequested);
    page.showEntry(opened(0));
    button("entryTakeBack")->click();
    page.hide();
    EXPECT_EQ(taken.size(), 0);
    page.show();
    auto* undo = page.findChild<UndoBar*>();
    ASSERT_TRUE(undo->isVisible());
    undo->findChild<QPushButton*>()->click();
    EXPECT_EQ(taken.size(), 0);
    EXPECT_FALSE(model.row(0).text.quiet);
}

// guidance.md, B4: the other's hard moments open with a reminder to listen first.
TEST_F(TimelinePageTest, TheOthersHardMomentOpensWithTheReminder) {
    showPage(3);
    EntryState state = opened(0);
    state.words.reset();
    state.listenFirst = QStringLiteral("Listen first.");
    state.text = {QStringLiteral("A hard moment, 7 of 10"),
                  QStringLiteral("Be near"),
                  {},
                  false,
                  QStringLiteral("The song")};
    state.earlier = {state.text};
    state.earlier[0].held = QStringLiteral("A song");
    page.showEntry(state);
    EXPECT_TRUE(shows(QStringLiteral("Listen first.")));
    EXPECT_TRUE(shows(QStringLiteral("Be near")));
    EXPECT_FALSE(shows(QStringLiteral("The song")));
    EXPECT_FALSE(shows(QStringLiteral("A song")));
    button("readMoment")->setFocus();
    button("readMoment")->click();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    EXPECT_TRUE(shows(QStringLiteral("Listen first.")));
    EXPECT_TRUE(shows(QStringLiteral("The song")));
    EXPECT_TRUE(shows(QStringLiteral("A song")));
    EXPECT_FALSE(button("readMoment"));
    EXPECT_EQ(page.findChild<EntryDialog*>()->focusWidget(), button("entryClose"));
}

TEST_F(TimelinePageTest, AnOpenEntryFollowsWhatBecomesOfIt) {
    showPage(3);
    EntryState state = opened(0);
    state.words.reset();
    page.showEntry(state);
    ASSERT_EQ(page.openEntry(), state.id);
    EXPECT_TRUE(shows(state.text.body));
    EXPECT_TRUE(shows(QStringLiteral("Before")));
    const QString before = state.text.body;
    state.text = {QStringLiteral("Sam took back what was here."), {}, {}, true};
    state.earlier.clear();
    page.followEntry(state);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    EXPECT_TRUE(shows(state.text.title));
    EXPECT_FALSE(shows(before));
    EXPECT_FALSE(shows(QStringLiteral("Before")));
}

TEST_F(TimelinePageTest, WordsThatAreBeingWrittenStayWhenTheEntryChanges) {
    showPage(3);
    EntryState state = opened(0);
    page.showEntry(state);
    button("entryEdit")->click();
    auto* edit = child<GrowingTextEdit>("entryEditField");
    QTest::keyClicks(edit, QStringLiteral("Half a sen"));
    const QString begun = edit->text();
    state.words = QStringLiteral("From the terminal");
    page.followEntry(state);
    EXPECT_TRUE(edit->isVisible());
    EXPECT_EQ(edit->text(), begun);
    edit->setText(QStringLiteral("From the terminal"));
    state.words = QStringLiteral("Once more");
    EntryState changed = state;
    state.words = QStringLiteral("From the terminal");
    page.followEntry(changed);
    EXPECT_EQ(edit->text(), QStringLiteral("Once more")) << "nothing was begun";
    changed.words.reset();
    changed.mayTakeBack = false;
    page.followEntry(changed);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    EXPECT_FALSE(edit->isVisible());
    EXPECT_FALSE(button("entryEdit"));
    EXPECT_FALSE(button("entryTakeBack"));
}

TEST_F(TimelinePageTest, OpensASealedEntryOfOnesOwn) {
    showPage(3);
    QSignalSpy open(&page, &mend::ui::TimelinePage::openSealedRequested);
    page.showEntry(opened(0));
    button("entryOpen")->click();
    EXPECT_EQ(open.size(), 1);
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
