// The page Checklist with real widgets: what it shows, and what it asks for.

#include "tests/support/page_walk.h"
#include "tests/ui/checklist/checklist_fixture.h"
#include "ui/pages/checklist/checklist_page.h"
#include "ui/pages/checklist/step_browser.h"
#include "ui/pages/checklist/step_detail.h"
#include "ui/pages/checklist/step_list.h"
#include "ui/pages/checklist/step_row.h"
#include "ui/widgets/segmented_choice.h"
#include "ui/widgets/undo_bar.h"

#include <QCheckBox>
#include <QPainter>
#include <QSignalSpy>
#include <QTest>

using namespace mend;
using namespace mend::ui;
using namespace mend::test;

namespace {

class ChecklistPageTest : public testing::Test {
protected:
    ChecklistPageTest()
        : chosen(&page, &ChecklistPage::stateChosen), settled(&page, &ChecklistPage::stateSettled) {
        page.resize(916, 700);
        page.show();
        show(stateFor(Role::Betrayer));
    }
    void show(const ChecklistState& fresh) {
        state = fresh;
        page.setState(state);
        QCoreApplication::processEvents();
    }
    void narrow() {
        page.resize(620, 520);
        QCoreApplication::processEvents();
    }
    StepBrowser* mine() const { return child<StepBrowser>(page, "mine"); }
    StepBrowser* theirs() const { return child<StepBrowser>(page, "theirs"); }
    StepRow* row(const char* id) const {
        return mine()->findChild<StepRow*>(QStringLiteral("step_") + QLatin1String(id));
    }
    void open(const char* id) {
        QTest::mouseClick(row(id), Qt::LeftButton);
        QCoreApplication::processEvents(); // new labels are laid out, and visible
    }
    // As the person does it: the segment of that name in the step that is looked at.
    void choose(const char* words) {
        auto* choices = child<SegmentedChoice>(*mine(), "stepState");
        QAbstractButton* segment = buttonSaying(*choices, QLatin1String(words));
        ASSERT_TRUE(segment);
        QTest::mouseClick(segment, Qt::LeftButton);
    }
    // As the wiring does it.
    void follow() {
        for (const auto& change : chosen)
            for (auto& item : state.mine)
                if (item.step.id == change.at(0).toString())
                    item.state = change.at(1).value<StepState>();
        show(state);
    }
    void undo() {
        auto* bar = child<UndoBar>(page, "undoBar");
        QTest::mouseClick(bar->findChild<QPushButton*>(), Qt::LeftButton);
    }
    bool shows(const QString& words) const {
        for (const auto* label : mine()->detail()->findChildren<QLabel*>())
            if (label->text() == words && label->isVisible())
                return true;
        return false;
    }

    ChecklistPage page;
    ChecklistState state;
    QSignalSpy chosen;
    QSignalSpy settled;
};

} // namespace

TEST_F(ChecklistPageTest, ShowsEveryStepOfTheListUnderItsGroup) {
    QStringList ids, groups;
    for (const auto& item : state.mine) {
        ids << item.step.id;
        groups << item.step.group;
    }
    EXPECT_EQ(mine()->list()->ids(), ids);
    groups.removeDuplicates();
    const QStringList words = wordsOf(*mine()->list());
    for (const QString& group : groups)
        EXPECT_EQ(words.count(group), 1) << qPrintable(group);
    EXPECT_TRUE(row("S1")) << "those of both lists, too";
}

TEST_F(ChecklistPageTest, ShowsAStepWhole) {
    open("B1");
    const guide::Step step = itemOf(state, "B1").step;
    EXPECT_EQ(mine()->detail()->shown(), QStringLiteral("B1"));
    QStringList all = step.how + step.more;
    all << step.title << step.why;
    for (const QString& words : all)
        EXPECT_TRUE(shows(words)) << qPrintable(words);
    EXPECT_TRUE(shows(QStringLiteral("To sit down with")));
}

TEST_F(ChecklistPageTest, ShowsTheWordsOfADailyTick) {
    open("B4");
    EXPECT_TRUE(shows(u'\u201c' + *itemOf(state, "B4").step.tick + u'\u201d'));
    open("B1");
    EXPECT_FALSE(shows(QStringLiteral("In the day\u2019s check-in")));
}

TEST_F(ChecklistPageTest, BeginsWithWhatIsWorkedOn) {
    ChecklistPage fresh;
    fresh.resize(916, 700);
    itemOf(state, "B9").state = StepState::Working;
    fresh.setState(state);
    fresh.show();
    EXPECT_EQ(child<StepBrowser>(fresh, "mine")->detail()->shown(), QStringLiteral("B9"));
}

TEST_F(ChecklistPageTest, OffersOnlyButtonsThatLeadSomewhere) {
    QSignalSpy asked(&page, &ChecklistPage::pageAsked);
    open("B1");
    EXPECT_FALSE(child<QPushButton>(*mine(), "openStep"));
    EXPECT_FALSE(child<QPushButton>(*mine(), "makeCommitment"));
    open("B10");
    QTest::mouseClick(child<QPushButton>(*mine(), "openStep"), Qt::LeftButton);
    ASSERT_EQ(asked.count(), 1);
    EXPECT_EQ(asked[0], (QVariantList{QStringLiteral("today"), QStringLiteral("note")}));
}

TEST_F(ChecklistPageTest, StartsACommitmentFromAStep) {
    QSignalSpy asked(&page, &ChecklistPage::commitmentAsked);
    open("B9");
    auto* make = child<QPushButton>(*mine(), "makeCommitment");
    EXPECT_EQ(make->text(), QStringLiteral("Make this a commitment"));
    make->setFocus();
    QTest::keyClick(make, Qt::Key_Space);
    open("B12");
    make = child<QPushButton>(*mine(), "makeCommitment");
    EXPECT_EQ(make->text(), QStringLiteral("Write a commitment"));
    QTest::mouseClick(make, Qt::LeftButton);
    ASSERT_EQ(asked.count(), 2);
    EXPECT_EQ(asked[0][0], QStringLiteral("B9"));
    EXPECT_EQ(asked[1][0], QStringLiteral("B12"));
}

TEST_F(ChecklistPageTest, TellsAStateAtOnceAndSettlesItLater) {
    open("B4");
    choose("Working on it");
    ASSERT_EQ(chosen.count(), 1);
    EXPECT_EQ(chosen[0][0], QStringLiteral("B4"));
    EXPECT_EQ(chosen[0][1].value<StepState>(), StepState::Working);
    EXPECT_EQ(settled.count(), 0);
    EXPECT_TRUE(child<UndoBar>(page, "undoBar")->isOpen());
    follow();
    EXPECT_EQ(row("B4")->accessibleName(),
              itemOf(state, "B4").step.title + QStringLiteral(", working on it"));
    page.settle();
    ASSERT_EQ(settled.count(), 1);
    EXPECT_EQ(settled[0][1].value<StepState>(), StepState::Working);
    page.settle();
    EXPECT_EQ(settled.count(), 1);
}

TEST_F(ChecklistPageTest, TakesAStateBack) {
    open("B4");
    choose("Done");
    follow();
    undo();
    ASSERT_EQ(chosen.count(), 2);
    EXPECT_EQ(chosen[1][0], QStringLiteral("B4"));
    EXPECT_EQ(chosen[1][1].value<StepState>(), StepState::None);
    page.settle();
    EXPECT_EQ(settled.count(), 0);
}

TEST_F(ChecklistPageTest, SettlesOneStepWhenAnotherIsChanged) {
    open("B4");
    choose("Done");
    follow();
    open("B9");
    choose("Working on it");
    follow();
    ASSERT_EQ(settled.count(), 1);
    EXPECT_EQ(settled[0][0], QStringLiteral("B4"));
    undo();
    EXPECT_EQ(chosen.last()[0], QStringLiteral("B9"));
    EXPECT_EQ(settled.count(), 1);
}

TEST_F(ChecklistPageTest, SettlesOnlyTheLastWordAboutAStep) {
    open("B4");
    choose("Working on it");
    follow();
    choose("Done");
    follow();
    EXPECT_EQ(settled.count(), 0);
    page.settle();
    ASSERT_EQ(settled.count(), 1);
    EXPECT_EQ(settled[0][1].value<StepState>(), StepState::Done);
}

TEST_F(ChecklistPageTest, SettlesNothingWhenItIsAsBefore) {
    open("B4");
    choose("Working on it");
    follow();
    choose("Not started");
    follow();
    EXPECT_FALSE(child<UndoBar>(page, "undoBar")->isOpen());
    page.settle();
    EXPECT_EQ(chosen.count(), 2);
    EXPECT_EQ(settled.count(), 0);
}

TEST_F(ChecklistPageTest, ReopensAStep) {
    itemOf(state, "B3").state = StepState::Done;
    show(state);
    open("B3");
    choose("Working on it");
    ASSERT_EQ(chosen.count(), 1);
    EXPECT_EQ(chosen[0][1].value<StepState>(), StepState::Working);
}

TEST_F(ChecklistPageTest, FiltersAndSearches) {
    itemOf(state, "B4").state = StepState::Working;
    itemOf(state, "B3").state = StepState::Done;
    show(state);
    auto* filter = child<SegmentedChoice>(*mine(), "filterSteps");
    QTest::mouseClick(buttonSaying(*filter, QStringLiteral("Working on it")), Qt::LeftButton);
    EXPECT_EQ(mine()->list()->ids(), QStringList{QStringLiteral("B4")});
    QTest::mouseClick(buttonSaying(*filter, QStringLiteral("Done")), Qt::LeftButton);
    EXPECT_EQ(mine()->list()->ids(), QStringList{QStringLiteral("B3")});
    QTest::mouseClick(buttonSaying(*filter, QStringLiteral("All")), Qt::LeftButton);
    auto* search = child<QLineEdit>(*mine(), "searchSteps");
    QTest::keyClick(&page, Qt::Key_F, Qt::ControlModifier);
    QTest::keyClicks(search, QStringLiteral("pour it out"));
    EXPECT_EQ(mine()->list()->ids().value(0), QStringLiteral("B4"));
    search->setText(QStringLiteral("submarine"));
    EXPECT_TRUE(mine()->list()->ids().isEmpty());
    EXPECT_TRUE(child<QLabel>(*mine(), "listSentence")->isVisible());
}

TEST_F(ChecklistPageTest, CountsWithoutMeasuring) {
    itemOf(state, "B4").state = StepState::Working;
    itemOf(state, "B9").state = StepState::Working;
    itemOf(state, "B3").state = StepState::Done;
    show(state);
    const QString words = QStringLiteral("Working on: 2 \u00b7 Done: 1");
    EXPECT_TRUE(wordsOf(page).contains(words));
    state.partner = QStringLiteral("Sam");
    show(state);
    child<QTabBar>(page, "tabs")->setCurrentIndex(1);
    EXPECT_FALSE(wordsOf(page).contains(words)) << "on the other's list nothing is counted";
}

TEST_F(ChecklistPageTest, GoesThroughTheListByKeyboard) {
    row("B1")->setFocus();
    QTest::keyClick(row("B1"), Qt::Key_Down);
    EXPECT_TRUE(row("B18")->hasFocus());
    QTest::keyClick(row("B18"), Qt::Key_Space);
    EXPECT_EQ(mine()->detail()->shown(), QStringLiteral("B18"));
    EXPECT_TRUE(row("B18")->isChecked());
    QTest::keyClick(row("B18"), Qt::Key_End);
    EXPECT_TRUE(row("B28")->hasFocus());
    QTest::keyClick(row("B28"), Qt::Key_Home);
    QTest::keyClick(row("B1"), Qt::Key_Up);
    EXPECT_TRUE(row("B1")->hasFocus());
}

TEST_F(ChecklistPageTest, ShowsOneAtATimeWhereItIsNarrow) {
    narrow();
    ASSERT_TRUE(mine()->isOneColumn());
    EXPECT_TRUE(mine()->list()->isVisible());
    EXPECT_FALSE(mine()->detail()->isVisible());
    open("B4");
    EXPECT_FALSE(mine()->list()->isVisible());
    EXPECT_TRUE(mine()->detail()->isVisible());
    auto* back = child<QPushButton>(*mine(), "backToSteps");
    EXPECT_TRUE(back->hasFocus());
    QTest::keyClick(back, Qt::Key_Escape);
    EXPECT_TRUE(mine()->list()->isVisible());
    EXPECT_FALSE(mine()->detail()->isVisible());
    EXPECT_TRUE(row("B4")->hasFocus());
    open("B9");
    QTest::mouseClick(back, Qt::LeftButton);
    EXPECT_TRUE(mine()->list()->isVisible());
}

TEST_F(ChecklistPageTest, IsOneListWhileNobodyIsPaired) {
    EXPECT_FALSE(child<QTabBar>(page, "tabs")->isVisible());
    EXPECT_FALSE(child<QCheckBox>(page, "shareSteps")->isVisible());
}

TEST_F(ChecklistPageTest, SaysOneQuietSentenceWhereNothingIsShared) {
    state.partner = QStringLiteral("Alex & Sam");
    show(state);
    auto* tabs = child<QTabBar>(page, "tabs");
    ASSERT_TRUE(tabs->isVisible());
    EXPECT_EQ(tabs->tabText(1), QStringLiteral("Alex && Sam"));
    tabs->setCurrentIndex(1);
    auto* sentence = child<QLabel>(*theirs(), "listSentence");
    EXPECT_TRUE(sentence->isVisible());
    EXPECT_TRUE(sentence->text().contains(state.partner));
    for (auto* button : theirs()->findChildren<QAbstractButton*>())
        EXPECT_FALSE(button->isVisible()) << "nothing to ask for it with";
}

TEST_F(ChecklistPageTest, ShowsTheirsToBeReadOnly) {
    state.partner = QStringLiteral("Sam");
    const auto step = shippedGuide().step(u"B9", Relation::Partner).value();
    state.theirs = {{step, StepState::Done, true}};
    show(state);
    child<QTabBar>(page, "tabs")->setCurrentIndex(1);
    EXPECT_EQ(theirs()->list()->ids(), QStringList{QStringLiteral("B9")});
    EXPECT_TRUE(wordsOf(*theirs()).contains(QStringLiteral("Sam: done")));
    for (const char* name : {"stepState", "makeCommitment", "openStep"})
        EXPECT_FALSE(theirs()->findChild<QWidget*>(QLatin1String(name))) << name;
    state.partner.clear();
    state.theirs.clear();
    show(state);
    EXPECT_TRUE(mine()->isVisible()) << "their tab goes with them";
}

TEST_F(ChecklistPageTest, SharesOnlyWhenAsked) {
    state.partner = QStringLiteral("Sam");
    show(state);
    QSignalSpy asked(&page, &ChecklistPage::sharingChosen);
    auto* share = child<QCheckBox>(page, "shareSteps");
    ASSERT_TRUE(share->isVisible());
    EXPECT_FALSE(share->isChecked());
    EXPECT_EQ(asked.count(), 0);
    share->setFocus();
    QTest::keyClick(share, Qt::Key_Space);
    ASSERT_EQ(asked.count(), 1);
    EXPECT_TRUE(asked[0][0].toBool());
    EXPECT_TRUE(child<QLabel>(page, "shareStepsWords")
                    ->text()
                    .contains(QStringLiteral("what Sam has received stays with them")));
}

TEST_F(ChecklistPageTest, SaysWhenAChangeWillBeSeen) {
    state.partner = QStringLiteral("Sam");
    const auto barSays = [this](const QString& words) {
        return wordsOf(*child<UndoBar>(page, "undoBar")).join(u'\n').contains(words);
    };
    show(state);
    open("B4");
    choose("Done");
    EXPECT_FALSE(barSays(QStringLiteral("Sam sees it")));
    page.settle();
    state.sharing = true;
    itemOf(state, "B4").shared = true;
    follow();
    EXPECT_TRUE(shows(QStringLiteral("You have shared this step with Sam.")));
    choose("Working on it");
    EXPECT_TRUE(barSays(QStringLiteral("Sam sees it")));
}

TEST_F(ChecklistPageTest, OpensTheOtherListForMyself) {
    state.partner = QStringLiteral("Sam");
    state.sharing = true;
    show(state);
    auto* other = child<QPushButton>(page, "otherList");
    QTest::mouseClick(other, Qt::LeftButton);
    EXPECT_TRUE(mine()->list()->ids().contains(QStringLiteral("H1")));
    EXPECT_FALSE(mine()->list()->ids().contains(QStringLiteral("B1")));
    EXPECT_FALSE(child<QCheckBox>(page, "shareSteps")->isVisible());
    open("H2");
    EXPECT_TRUE(shows(QStringLiteral("For yourself. What you set here is not shared.")));
    choose("Working on it");
    EXPECT_FALSE(
        wordsOf(*child<UndoBar>(page, "undoBar")).join(u'\n').contains(QStringLiteral("Sam")));
    QTest::mouseClick(other, Qt::LeftButton);
    EXPECT_TRUE(mine()->list()->ids().contains(QStringLiteral("B1")));
}

TEST_F(ChecklistPageTest, ShowsBothListsToWhoHasNoRole) {
    ChecklistState unsure = stateFor(Role::Hurt);
    unsure.role.reset();
    show(unsure);
    EXPECT_TRUE(child<QLabel>(page, "note")->isVisible());
    EXPECT_FALSE(child<QCheckBox>(page, "shareSteps")->isVisible());
    QTest::mouseClick(child<QPushButton>(page, "otherList"), Qt::LeftButton);
    EXPECT_TRUE(row("B26"));
    open("B26");
    EXPECT_FALSE(child<QPushButton>(*mine(), "makeCommitment"));
}

TEST_F(ChecklistPageTest, KeepsItsPlaceWhenTheStateComesAnew) {
    open("B9");
    row("B9")->setFocus();
    StepRow* before = row("B9");
    show(state);
    EXPECT_EQ(row("B9"), before);
    EXPECT_TRUE(before->hasFocus());
    EXPECT_EQ(mine()->detail()->shown(), QStringLiteral("B9"));
}

TEST_F(ChecklistPageTest, ShowsAProblem) {
    state.problem = QStringLiteral("It could not be kept.");
    show(state);
    EXPECT_TRUE(wordsOf(page).contains(state.problem));
}

TEST_F(ChecklistPageTest, NamesEveryControlAndSpeaksQuietly) {
    state.partner = QStringLiteral("Sam");
    state.theirs = {state.mine.front()};
    for (const char* id : {"B1", "B4", "B9", "B26", "S7"}) {
        show(state);
        open(id);
        EXPECT_EQ(poorControls(page), QStringList());
        EXPECT_EQ(loudWords(page), QStringList());
    }
}

TEST(StepMark, DiffersForEveryState) {
    QList<QImage> marks;
    for (const StepState state :
         {StepState::None, StepState::Working, StepState::Done, StepState::NotForUs}) {
        QImage image(16, 16, QImage::Format_ARGB32_Premultiplied);
        image.fill(Qt::transparent);
        QPainter painter(&image);
        paintStepMark(painter, image.rect(), state, tokens(Look::Light));
        painter.end();
        EXPECT_FALSE(marks.contains(image));
        marks << image;
    }
}
