// The page Checklist with real widgets: what it shows of one list, and what it asks for.

#include "tests/ui/checklist/checklist_fixture.h"
#include "tests/ui/checklist/checklist_page_fixture.h"
#include "ui/pages/checklist/step_detail.h"
#include "ui/pages/checklist/step_list.h"

#include <QAccessible>
#include <QPainter>

using namespace mend;
using namespace mend::ui;
using namespace mend::test;

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

// "Check box, checked" would sound like "done", and ticking it opened nothing.
TEST_F(ChecklistPageTest, AStepIsSelectedAndOpenedByAScreenReader) {
    open("B1");
    const auto heard = [this](const char* id) {
        return QAccessible::queryAccessibleInterface(row(id));
    };
    EXPECT_EQ(heard("B1")->role(), QAccessible::ListItem);
    EXPECT_TRUE(heard("B1")->state().selected);
    EXPECT_FALSE(heard("B1")->state().checkable);
    EXPECT_FALSE(heard("B9")->state().selected);
    const QString first = heard("B9")->actionInterface()->actionNames().constFirst();
    heard("B9")->actionInterface()->doAction(first);
    EXPECT_EQ(mine()->detail()->shown(), QStringLiteral("B9"));
    EXPECT_TRUE(heard("B9")->state().selected);
}

TEST_F(ChecklistPageTest, ShowsIdeasForGesturesAFewAtATime) {
    open("B23");
    const auto& ideas = itemOf(state, "B23").ideas;
    ASSERT_GT(ideas.size(), 6U);
    EXPECT_TRUE(shows(ideas[0].text) && shows(ideas[0].pace) && shows(ideas[2].text));
    EXPECT_FALSE(shows(ideas[3].text));
    QStringList seen;
    for (std::size_t shown = 0; shown < ideas.size(); shown += 3) {
        for (const auto& idea : ideas)
            if (shows(idea.text))
                seen << idea.id;
        QTest::mouseClick(child<QPushButton>(*mine(), "otherIdeas"), Qt::LeftButton);
        QCoreApplication::processEvents();
    }
    EXPECT_EQ(std::size_t(seen.size()), ideas.size());
    EXPECT_TRUE(shows(ideas[0].text)) << "after the last come the first again";
    open("B1");
    EXPECT_FALSE(child<QWidget>(*mine(), "gestureIdeas"));
}

TEST_F(ChecklistPageTest, ShowsTheWordsOfADailyTick) {
    open("B4");
    EXPECT_TRUE(shows(u'\u201c' + *itemOf(state, "B4").step.tick + u'\u201d'));
    open("B1");
    EXPECT_FALSE(shows(QStringLiteral("In the day\u2019s check-in")));
    itemOf(state, "B4").tickAsked = false; // it isn't my list, or I have none
    show(state);
    open("B4");
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
    EXPECT_FALSE(child<QPushButton>(*mine(), "openStep")) << "nobody reads a note";
    state.partner = QStringLiteral("Sam");
    show(state);
    QTest::mouseClick(child<QPushButton>(*mine(), "openStep"), Qt::LeftButton);
    ASSERT_EQ(asked.count(), 1);
    EXPECT_EQ(asked[0], (QVariantList{QStringLiteral("today"), QStringLiteral("plan")}));
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
