// An entry that is opened on the timeline: read, reworded, taken back.

#include "tests/ui/timeline/page_fixture.h"
#include "ui/widgets/growing_text_edit.h"
#include "ui/widgets/undo_bar.h"

#include <QLabel>
#include <QSignalSpy>
#include <algorithm>
#include <gtest/gtest.h>

using namespace mend;
using namespace mend::ui;
using namespace mend::test;

namespace {

bool holds(const QWidget& page, const QString& words) {
    const auto labels = page.findChild<EntryDialog*>()->findChildren<QLabel*>();
    return std::any_of(labels.begin(), labels.end(), [&](const QLabel* label) {
        return label->isVisible() && label->text() == words;
    });
}

} // namespace

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
    EXPECT_TRUE(holds(page, QStringLiteral("Listen first.")));
    EXPECT_TRUE(holds(page, QStringLiteral("Be near")));
    EXPECT_FALSE(holds(page, QStringLiteral("The song")));
    EXPECT_FALSE(holds(page, QStringLiteral("A song")));
    button("readMoment")->setFocus();
    button("readMoment")->click();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    EXPECT_TRUE(holds(page, QStringLiteral("Listen first.")));
    EXPECT_TRUE(holds(page, QStringLiteral("The song")));
    EXPECT_TRUE(holds(page, QStringLiteral("A song")));
    EXPECT_FALSE(button("readMoment"));
    EXPECT_EQ(page.findChild<EntryDialog*>()->focusWidget(), button("entryClose"));
}

TEST_F(TimelinePageTest, AnOpenEntryFollowsWhatBecomesOfIt) {
    showPage(3);
    EntryState state = opened(0);
    state.words.reset();
    page.showEntry(state);
    ASSERT_EQ(page.openEntry(), state.id);
    EXPECT_TRUE(holds(page, state.text.body));
    EXPECT_TRUE(holds(page, QStringLiteral("Before")));
    const QString before = state.text.body;
    state.text = {QStringLiteral("Sam took back what was here."), {}, {}, true};
    state.earlier.clear();
    page.followEntry(state);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    EXPECT_TRUE(holds(page, state.text.title));
    EXPECT_FALSE(holds(page, before));
    EXPECT_FALSE(holds(page, QStringLiteral("Before")));
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
