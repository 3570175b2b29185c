// One unlocked time, over a real vault: what leads from page to page, and trouble with the vault.

#include "ui/window/session.h"

#include "tests/support/full_disk.h"
#include "tests/support/page_walk.h"
#include "tests/support/two_workspaces.h"
#include "ui/pages/checklist/checklist_page.h"
#include "ui/pages/commitments/commitments_page.h"
#include "ui/pages/journal/journal_page.h"
#include "ui/pages/today/today_page.h"
#include "ui/theme/theme.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/growing_text_edit.h"
#include "ui/window/main_window.h"
#include "ui/window/navigation.h"

#include <QAccessible>
#include <QApplication>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QSignalSpy>
#include <QTest>
#include <algorithm>
#include <gtest/gtest.h>

using namespace mend;
using namespace mend::ui;
using namespace Qt::StringLiterals;

namespace {

guide::Guide shipped() {
    const auto files = guide::readFiles(QStringLiteral(MEND_SOURCE_DIR "/resources/guide/en"));
    return *guide::Guide::load(*files);
}

class SessionTest : public testing::Test {
protected:
    SessionTest() {
        open();
        window.show();
        window.activateWindow();
        active = QTest::qWaitForWindowActive(&window);
    }
    void open() {
        session = std::make_unique<Session>(
            std::move(one.workspace),
            SessionParts{window, theme, texts, one.clock, {u"127.0.0.1"_s, {}, false}, u"~"_s});
    }
    template <class T>
    T* page(const char* id) {
        return qobject_cast<T*>(window.navigation()->page(QLatin1String(id)));
    }
    Banner* trouble() { return test::child<Banner>(window, "trouble"); }

    Theme theme{*qApp};
    guide::Guide texts = shipped();
    test::OneWorkspace one{Role::Hurt};
    MainWindow window{texts};
    std::unique_ptr<Session> session;
    bool active = false;
};

} // namespace

TEST_F(SessionTest, AFullDiskIsToldOnEveryPageUntilThereIsRoomAgain) {
    auto* today = page<TodayPage>("today");
    auto* text = test::child<GrowingTextEdit>(*today, "momentText");
    EXPECT_FALSE(trouble()->isVisible());
    {
        const test::FullDisk full;
        today->startMoment();
        QTest::keyClicks(text, QStringLiteral("the door"));
        today->settle();
        EXPECT_TRUE(trouble()->isVisible());
        EXPECT_TRUE(trouble()->text().contains(QStringLiteral("The disk is full")));
        session->showPage(QStringLiteral("journal"));
        EXPECT_TRUE(trouble()->isVisible());
    }
    // Nobody has to press anything: what was being written is kept.
    ASSERT_TRUE(QTest::qWaitFor([&] { return !trouble()->isVisible(); }, 10'000));
    session.reset();
    one.workspace = std::move(*one.opening.unlockNow(test::OneWorkspace::passphrase()));
    open();
    const auto* again = test::child<GrowingTextEdit>(*page<TodayPage>("today"), "momentText");
    EXPECT_EQ(again->text(), QString()) << "whoever unlocks may not be alone in the room";
    page<TodayPage>("today")->startMoment();
    EXPECT_EQ(again->text(), QStringLiteral("the door"));
}

TEST_F(SessionTest, AStepOfTheChecklistOpensTheMomentReadyToBeWritten) {
    ASSERT_TRUE(active);
    window.resize(window.minimumSize());
    session->showPage(QStringLiteral("checklist"));
    Q_EMIT page<ChecklistPage>("checklist")->pageAsked(u"today"_s, u"moment"_s);
    auto* today = page<TodayPage>("today");
    ASSERT_TRUE(today->isVisible());
    auto* text = test::child<GrowingTextEdit>(*today, "momentText");
    EXPECT_TRUE(text->hasFocus());
    auto* view = today->findChild<QScrollArea*>()->viewport();
    const auto inSight = [&] {
        const QRect place(text->mapTo(view, QPoint()), text->size());
        return view->rect().contains(place);
    };
    EXPECT_TRUE(QTest::qWaitFor(inSight, 2'000));
}

// Also of the other list, and one without a template.
TEST_F(SessionTest, AStepOfTheChecklistBecomesACommitment) {
    const auto ask = [&](const QString& step) {
        session->showPage(QStringLiteral("checklist"));
        Q_EMIT page<ChecklistPage>("checklist")->commitmentAsked(step);
        return test::child<QLineEdit>(*page<CommitmentsPage>("commitments"), "formTitle");
    };
    const auto save = [&] {
        test::child<QAbstractButton>(*page<CommitmentsPage>("commitments"), "formSave")->click();
    };
    EXPECT_EQ(ask(u"B9"_s)->text(), texts.step(u"B9", Relation::Partner)->commitment->title);
    save();
    QTest::keyClicks(ask(u"B12"_s), QStringLiteral("Another way home"));
    save();
    const Day today = one.clock.today();
    QStringList steps;
    const auto made = session->workspace().commitments(today, today);
    ASSERT_TRUE(made);
    for (const auto& each : *made)
        steps << each.now.step;
    steps.sort();
    EXPECT_EQ(steps, (QStringList{u"B12"_s, u"B9"_s}));
}

TEST_F(SessionTest, TheFocusGoesIntoThePageThatIsShown) {
    ASSERT_TRUE(active);
    for (const QString& id : window.navigation()->pages()) {
        session->showPage(id);
        QWidget* focus = QApplication::focusWidget();
        const QWidget* page = window.navigation()->page(id);
        EXPECT_TRUE(focus && page->isAncestorOf(focus)) << id.toStdString();
    }
}

// A screen reader's presses are no input.
TEST_F(SessionTest, WhatIsDoneOnAPageIsUse) {
    QSignalSpy used(session.get(), &Session::used);
    session->showPage(QStringLiteral("journal"));
    EXPECT_EQ(used.count(), 1) << "going to a page";
    session->showPage(QStringLiteral("today"));
    auto* tick = test::child<GrowingTextEdit>(*page<TodayPage>("today"), "text-hard");
    used.clear();
    tick->setFocus();
    auto* bus = QAccessible::queryAccessibleInterface(tick)->editableTextInterface();
    ASSERT_NE(bus, nullptr);
    bus->insertText(0, u"the door"_s);
    EXPECT_TRUE(used.wait());
    session->showPage(QStringLiteral("checklist"));
    used.clear();
    Q_EMIT page<ChecklistPage>("checklist")->sharingChosen(true);
    EXPECT_EQ(used.count(), 1);
}

TEST_F(SessionTest, WhatMendDoesByItselfIsNoUse) {
    for (const QString& id : window.navigation()->pages())
        session->showPage(id);
    session->showPage(QStringLiteral("today"));
    QTest::qWait(1'100); // a draft that is due
    QSignalSpy used(session.get(), &Session::used);
    // As the other's entries come: from another connection.
    auto elsewhere = *one.opening.unlockNow(test::OneWorkspace::passphrase());
    QSignalSpy changed(&session->workspace(), &Workspace::changed);
    ASSERT_TRUE(elsewhere->shareNote(one.clock.today(), {NoteKind::Plan, u"tea"_s, {}}));
    ASSERT_TRUE(changed.wait());
    // As a draft that could not be kept is tried again.
    QSignalSpy drafts(page<TodayPage>("today"), &TodayPage::momentDraftChanged);
    Q_EMIT session->workspace().troubled(Problem::DiskFull);
    ASSERT_TRUE(drafts.wait());
    EXPECT_EQ(used.count(), 0);
}

TEST_F(SessionTest, AnEntryThatCouldNotBeSavedIsTriedAgainAndThatIsNoUse) {
    session->showPage(QStringLiteral("journal"));
    auto* journal = page<JournalPage>("journal");
    journal->startNew();
    QTest::keyClicks(test::child<QPlainTextEdit>(*journal, "source"), QStringLiteral("the door"));
    {
        const test::FullDisk full;
        journal->settle();
        EXPECT_TRUE(trouble()->isVisible());
    }
    QSignalSpy used(session.get(), &Session::used);
    QSignalSpy saves(journal, &JournalPage::saveWanted);
    ASSERT_TRUE(saves.wait(10'000));
    EXPECT_EQ(used.count(), 0);
    EXPECT_FALSE(trouble()->isVisible());
    EXPECT_EQ(session->workspace().journal({}, 10, 0)->size(), 1U);
}

TEST_F(SessionTest, AnEarlierDayOfAKeptMomentOpensOnToday) {
    const Day day = one.clock.today().plus(-40);
    ASSERT_TRUE(session->workspace().keepMoment(day, {4, std::nullopt, u"the song"_s}));
    session->showPage(QStringLiteral("journal"));
    Q_EMIT page<JournalPage>("journal")->dayWanted(day);
    auto* today = page<TodayPage>("today");
    EXPECT_TRUE(today->isVisible());
    EXPECT_EQ(today->state().day, day);
    ASSERT_EQ(today->state().moments.size(), 1U);
    session->showPage(QStringLiteral("journal"));
    session->showPage(QStringLiteral("today"));
    EXPECT_EQ(today->state().day, one.clock.today());
}

TEST_F(SessionTest, TabGoesThroughTodayAsItIsSeen) {
    ASSERT_TRUE(active);
    window.resize(window.minimumSize());
    session->showPage(QStringLiteral("today"));
    QStringList stops;
    auto* view = page<TodayPage>("today")->findChild<QScrollArea*>()->viewport();
    for (int i = 0; i < 40 && !stops.contains(QStringLiteral("save")); ++i) {
        QWidget* focus = QApplication::focusWidget();
        stops << focus->objectName();
        if (view->isAncestorOf(focus)) {
            EXPECT_FALSE(focus->visibleRegion().isEmpty()) << stops.last().toStdString();
        }
        QTest::keyClick(focus, Qt::Key_Tab);
    }
    const QStringList wanted{u"text-hard"_s, u"startMoment"_s, u"save"_s};
    QList<qsizetype> places;
    for (const QString& each : wanted)
        if (stops.contains(each))
            places << stops.indexOf(each);
    EXPECT_EQ(places.size(), wanted.size()) << stops.join(u' ').toStdString();
    EXPECT_TRUE(std::is_sorted(places.begin(), places.end())) << stops.join(u' ').toStdString();
}
