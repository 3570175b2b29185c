#include "ui/window/timeline_wiring.h"

#include "core/domain/text.h"
#include "core/guide/guide.h"
#include "tests/support/two_workspaces.h"
#include "ui/pages/timeline/entry_dialog.h"
#include "ui/pages/timeline/timeline_page.h"
#include "ui/pages/timeline/timeline_view.h"
#include "ui/widgets/growing_text_edit.h"
#include "ui/widgets/too_long.h"
#include "ui/widgets/undo_bar.h"

#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QTest>
#include <gtest/gtest.h>

using namespace mend;
using namespace mend::ui;

namespace {

guide::Guide shippedGuide() {
    const auto files = guide::readFiles(QStringLiteral(MEND_SOURCE_DIR "/resources/guide/en"));
    return *guide::Guide::load(*files);
}

struct TimelineWiringTest : testing::Test {
    test::OneWorkspace own{Role::Betrayer};
    Workspace* workspace = own.workspace.get();
    guide::Guide guide = shippedGuide();
    mend::ui::TimelinePage page;
    std::unique_ptr<TimelineWiring> wiring =
        std::make_unique<TimelineWiring>(page, *workspace, guide);

    void SetUp() override {
        page.resize(900, 700);
        page.show();
    }
    QAbstractItemModel* rows() { return page.findChild<TimelineView*>()->model(); }
    QString shown(int row) { return rows()->index(row, 0).data(Qt::AccessibleTextRole).toString(); }
    RecordId note(const QString& text) {
        return *workspace->shareNote(workspace->today(), {NoteKind::Plan, text, std::nullopt});
    }
    QPushButton* button(const char* name) {
        return page.findChildren<QPushButton*>(QLatin1String(name)).last();
    }
    void open(int row) {
        auto* list = page.findChild<TimelineView*>();
        list->setCurrentIndex(rows()->index(row, 0));
        QTest::keyClick(list, Qt::Key_Return);
    }
};

} // namespace

TEST_F(TimelineWiringTest, ShowsWhatIsWrittenAsSoonAsItIs) {
    EXPECT_EQ(rows()->rowCount(), 0);
    note(QStringLiteral("Groceries"));
    ASSERT_EQ(rows()->rowCount(), 1);
    EXPECT_EQ(shown(0), QStringLiteral("Today. You: Plan of the day Groceries"));
    own.clock.advanceDays(1);
    EXPECT_TRUE(QTest::qWaitFor([&] { return shown(0).startsWith(QStringLiteral("Yesterday.")); }));
}

TEST_F(TimelineWiringTest, TellsOutcomesByTheDaysState) {
    const auto id = workspace->addCommitment({QStringLiteral("Home by 18:30"),
                                              Daily{},
                                              {},
                                              workspace->today(),
                                              {},
                                              {},
                                              {},
                                              mend::Person::Me});
    ASSERT_TRUE(id);
    ASSERT_TRUE(workspace->setOutcome(*id, workspace->today(), OutcomeState::Missed));
    bool found = false;
    for (int row = 0; row < rows()->rowCount(); ++row)
        found = found ||
                shown(row).contains(QStringLiteral("Home by 18:30: not kept. You said so first."));
    EXPECT_TRUE(found);
    EXPECT_TRUE(shown(0).contains(QStringLiteral("1 not kept, told first")));
}

TEST_F(TimelineWiringTest, RewordsANoteAndShowsBothVersions) {
    note(QStringLiteral("Before"));
    open(0);
    button("entryEdit")->click();
    auto* edit = page.findChild<GrowingTextEdit*>(QStringLiteral("entryEditField"));
    edit->selectAll();
    QTest::keyClicks(edit, QStringLiteral("After"));
    button("entrySave")->click();
    EXPECT_EQ(shown(0), QStringLiteral("Today. You: Plan of the day After (edited)"));
    ASSERT_EQ(rows()->rowCount(), 1);
    const auto id = workspace->older({}, {}, 1)->entries[0].id;
    EXPECT_EQ(workspace->earlierVersions(id)->size(), 1u);
}

// Mend locks after five minutes, also in the middle of a sentence.
TEST_F(TimelineWiringTest, NewWordsForAnEntryOutliveALock) {
    note(QStringLiteral("Before"));
    open(0);
    button("entryEdit")->click();
    const auto edit = [&] {
        return page.findChildren<GrowingTextEdit*>(QStringLiteral("entryEditField")).last();
    };
    edit()->selectAll();
    QTest::keyClicks(edit(), QStringLiteral("Half a sen"));
    wiring.reset();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    wiring = std::make_unique<TimelineWiring>(page, *workspace, guide);
    EXPECT_EQ(shown(0), QStringLiteral("Today. You: Plan of the day Before"));
    open(0);
    EXPECT_EQ(edit()->text(), QStringLiteral("Half a sen"));
    button("entryEdit")->click();
    button("entrySave")->click();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    open(0);
    EXPECT_EQ(edit()->text(), QStringLiteral("Half a sen")) << "saved";
    button("entryEdit")->click();
    QTest::keyClicks(edit(), QStringLiteral("tence"));
    button("entryEditCancel")->click();
    wiring.reset();
    const auto entry = workspace->older({}, {}, 1)->entries[0];
    EXPECT_TRUE(workspace->draft(QStringLiteral("entry/") + entry.id.toHex()).isEmpty());
}

// 16 KiB are what an entry holds. What is longer isn't saved, and isn't lost either.
TEST_F(TimelineWiringTest, WordsThatAreTooLongSaySoAndOutliveALock) {
    note(QStringLiteral("Before"));
    const QString words = QString(longTextLimit, u'a');
    const auto edit = [&] {
        return page.findChildren<GrowingTextEdit*>(QStringLiteral("entryEditField")).last();
    };
    const auto why = [&] { return page.findChildren<TooLong*>().last(); };
    open(0);
    button("entryEdit")->click();
    EXPECT_FALSE(why()->isVisible());
    edit()->selectAll();
    edit()->insertPlainText(words);
    EXPECT_FALSE(why()->isVisible());
    EXPECT_TRUE(button("entrySave")->isEnabled());
    edit()->insertPlainText(QStringLiteral("b"));
    EXPECT_TRUE(why()->isVisible());
    EXPECT_FALSE(button("entrySave")->isEnabled());
    wiring.reset();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    wiring = std::make_unique<TimelineWiring>(page, *workspace, guide);
    open(0);
    button("entryEdit")->click();
    EXPECT_EQ(edit()->text(), words + u'b');
    EXPECT_TRUE(why()->isVisible());
}

TEST_F(TimelineWiringTest, TakesBackWhatCanBe) {
    const RecordId id = note(QStringLiteral("Secret"));
    open(0);
    button("entryTakeBack")->click();
    EXPECT_TRUE(shown(0).contains(QStringLiteral("You took back")));
    EXPECT_EQ(workspace->entry(id)->seal, SealState::None); // can still be undone
    wiring.reset();
    EXPECT_EQ(workspace->entry(id)->seal, SealState::Withdrawn);
}

TEST_F(TimelineWiringTest, WhatIsTakenBackIsGoneOnceItsTimeIsOverOnWhateverPage) {
    const RecordId id = note(QStringLiteral("Secret"));
    open(0);
    button("entryTakeBack")->click();
    page.hide();
    EXPECT_EQ(workspace->entry(id)->seal, SealState::None);
    page.findChild<UndoBar*>()->expire();
    EXPECT_EQ(workspace->entry(id)->seal, SealState::Withdrawn);
    page.show();
    EXPECT_TRUE(shown(0).contains(QStringLiteral("You took back")));
}

// From the terminal, say, or on Today in the other window of the same vault.
TEST_F(TimelineWiringTest, NewWordsGoWithTheEntryTheyWereFor) {
    const RecordId id = note(QStringLiteral("Secret"));
    open(0);
    button("entryEdit")->click();
    auto* edit = page.findChild<GrowingTextEdit*>(QStringLiteral("entryEditField"));
    QTest::keyClicks(edit, QStringLiteral("more"));
    page.findChild<EntryDialog*>()->settle();
    const QString place = QStringLiteral("entry/") + id.toHex();
    ASSERT_FALSE(workspace->draft(place).isEmpty());
    ASSERT_TRUE(workspace->withdraw(id));
    EXPECT_FALSE(edit->isVisible());
    EXPECT_TRUE(workspace->draft(place).isEmpty());
    button("entryClose")->click();
    EXPECT_TRUE(workspace->draft(place).isEmpty());
}

TEST_F(TimelineWiringTest, OffersNothingOnAPromise) {
    ASSERT_TRUE(workspace->addCommitment(
        {QStringLiteral("Home"), Daily{}, {}, workspace->today(), {}, {}, {}, mend::Person::Me}));
    open(0);
    EXPECT_TRUE(page.findChildren<QPushButton*>(QStringLiteral("entryTakeBack")).isEmpty());
    EXPECT_TRUE(page.findChildren<QPushButton*>(QStringLiteral("entryEdit")).isEmpty());
}

TEST_F(TimelineWiringTest, SaysWhatItCannotFind) {
    Q_EMIT page.entryRequested(RecordId());
    bool said = false;
    for (QWidget* widget : page.findChildren<QWidget*>())
        said = said || (widget->inherits("mend::ui::Banner") && widget->isVisible());
    EXPECT_TRUE(said);
}

TEST_F(TimelineWiringTest, NamesASharedStepInTheGuidesWords) {
    ASSERT_TRUE(workspace->shareStep(QStringLiteral("B9"), StepState::Working));
    const QString title = guide.step(u"B9", Relation::Partner)->title;
    EXPECT_TRUE(shown(0).contains(title)) << shown(0).toStdString();
}

namespace {

// Sam's timeline, with what Alex shares.
struct TimelineOfTwo : testing::Test {
    test::TwoWorkspaces two{Role::Hurt, Role::Betrayer};
    Workspace& alex = *two.first.workspace;
    Workspace& sam = *two.second.workspace;
    guide::Guide guide = shippedGuide();
    mend::ui::TimelinePage page;
    std::unique_ptr<TimelineWiring> wiring;

    void SetUp() override {
        ASSERT_TRUE(two.pair());
        wiring = std::make_unique<TimelineWiring>(page, sam, guide);
        page.resize(900, 700);
        page.show();
    }
    QAbstractItemModel* rows() { return page.findChild<TimelineView*>()->model(); }
    QString shown(int row) { return rows()->index(row, 0).data(Qt::AccessibleTextRole).toString(); }
    RecordId shareMoment(const QString& text) {
        const auto id = alex.shareMoment(alex.today(), {8, Need::Hold, text});
        EXPECT_TRUE(id && two.waitFor([&] { return rows()->rowCount() > 0; }));
        return *id;
    }
    QStringList wordsOpen() {
        QStringList words;
        for (const auto* label : page.findChild<EntryDialog*>()->findChildren<QLabel*>())
            if (label->isVisible())
                words += label->text();
        return words;
    }
};

} // namespace

TEST_F(TimelineOfTwo, AHardMomentOpensWithTheReminderOfToday) {
    const QString song = QStringLiteral("The song from that summer");
    const RecordId id = shareMoment(song);
    EXPECT_FALSE(shown(0).contains(song)) << shown(0).toStdString();
    Q_EMIT page.entryRequested(id);
    const QString reminder = guide.prompts(Role::Betrayer, Relation::Partner).moment.listenFirst;
    EXPECT_TRUE(wordsOpen().contains(reminder));
    EXPECT_FALSE(wordsOpen().contains(song));
    page.findChild<QPushButton*>(QStringLiteral("readMoment"))->click();
    EXPECT_TRUE(wordsOpen().contains(song));
}

TEST_F(TimelineOfTwo, WordsThatAreTakenBackWhileTheyAreOpenAreGoneAtOnce) {
    const QString song = QStringLiteral("The song from that summer");
    const RecordId id = shareMoment(song);
    Q_EMIT page.entryRequested(id);
    page.findChild<QPushButton*>(QStringLiteral("readMoment"))->click();
    ASSERT_TRUE(wordsOpen().contains(song));
    ASSERT_TRUE(alex.withdraw(id));
    EXPECT_TRUE(two.waitFor([&] { return !wordsOpen().contains(song); }));
    EXPECT_TRUE(wordsOpen().contains(QStringLiteral("Alex took back what was here.")));
}

TEST_F(TimelineWiringTest, ANeedIsSaidInTheWordsOfTheRelation) {
    ASSERT_TRUE(workspace->changeMe(QStringLiteral("Sam"), Role::Hurt, Relation::Colleague));
    ASSERT_TRUE(workspace->shareMoment(workspace->today(), {5, Need::Hold, {}}));
    const auto& needs = guide.prompts(Role::Hurt, Relation::Colleague).moment.needs;
    EXPECT_TRUE(shown(0).contains(needs[std::size_t(Need::Hold)].label)) << shown(0).toStdString();
    EXPECT_FALSE(shown(0).contains(
        guide.prompts(Role::Hurt, Relation::Partner).moment.needs[std::size_t(Need::Hold)].label));
}

TEST(TimelineOfBoth, ShowsBothSidesAndWhoSawWhat) {
    test::TwoWorkspaces two(Role::Betrayer, Role::Hurt);
    ASSERT_TRUE(two.pair());
    Workspace& alex = *two.first.workspace;
    Workspace& sam = *two.second.workspace;
    const guide::Guide guide = shippedGuide();
    mend::ui::TimelinePage page;
    TimelineWiring wiring(page, sam, guide);
    const Day day = alex.today();
    const auto id = alex.addCommitment(
        {QStringLiteral("Home by 18:30"), Daily{}, {}, day, {}, {}, {}, mend::Person::Me});
    ASSERT_TRUE(id && alex.setOutcome(*id, day, OutcomeState::Kept));
    QAbstractItemModel* rows = page.findChild<TimelineView*>()->model();
    ASSERT_TRUE(two.waitFor([&] { return rows->rowCount() == 2; }));
    ASSERT_TRUE(sam.setView(*id, day, ViewState::Confirmed));
    const QString said = rows->index(0, 0).data(Qt::AccessibleTextRole).toString() +
                         rows->index(1, 0).data(Qt::AccessibleTextRole).toString() +
                         rows->index(2, 0).data(Qt::AccessibleTextRole).toString();
    EXPECT_TRUE(said.contains(QStringLiteral("1 kept, and confirmed"))) << said.toStdString();
    EXPECT_TRUE(said.contains(QStringLiteral("Alex: Home by 18:30: kept.")));
    EXPECT_TRUE(said.contains(QStringLiteral("You: Home by 18:30: you saw it too.")));
}
