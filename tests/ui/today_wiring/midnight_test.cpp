// The day that the page is about, and what was begun on it.

#include "tests/ui/today_wiring/wired_day.h"

#include <QSignalSpy>
#include <QTest>
#include <gtest/gtest.h>

namespace mend::ui {
namespace {

TEST_F(TodayWired, AtMidnightThePageGoesToTheNewDay) {
    WiredPage today(workspace);
    const Day before = today.wiring.day();
    nextDay();
    EXPECT_TRUE(QTest::qWaitFor([&] { return today.wiring.day() == before.plus(1); }));
}

TEST_F(TodayWired, AtMidnightWhatIsHalfWrittenStaysWithItsDay) {
    WiredPage today(workspace);
    const Day before = today.wiring.day();
    today.type("text-hard", QStringLiteral("late in the eve"));
    QSignalSpy turned(&workspace, &Workspace::dayTurned);
    nextDay();
    ASSERT_TRUE(turned.wait());
    EXPECT_EQ(today.wiring.day(), before);
    EXPECT_EQ(today.text("text-hard"), QStringLiteral("late in the eve"));
    auto* go = part(today.page, "day")->findChild<QAbstractButton*>();
    go->click(); // "Go to today"
    EXPECT_EQ(today.wiring.day(), before.plus(1));
    EXPECT_TRUE(today.text("text-hard").isEmpty());
    go->click(); // "Go on with it"
    EXPECT_EQ(today.wiring.day(), before);
    EXPECT_EQ(today.text("text-hard"), QStringLiteral("late in the eve"));
    press(today.page, "save");
    EXPECT_EQ(workspace.privateCheckIns(before, before).value().size(), 1U);
    EXPECT_TRUE(workspace.privateCheckIns(before.plus(1), before.plus(1)).value().empty());
}

TEST_F(TodayWired, AtMidnightWhatIsFoldedStaysBehind) {
    const Day before = workspace.today();
    {
        WiredPage today(workspace);
        today.type("text-hard", QStringLiteral("the door"));
    }
    WiredPage today(workspace);
    nextDay();
    ASSERT_TRUE(QTest::qWaitFor([&] { return today.wiring.day() == before.plus(1); }));
    EXPECT_FALSE(part(*part(today.page, "checkIn"), "goOn")->isVisibleTo(&today.page));
    part(today.page, "day")->findChild<QAbstractButton*>()->click(); // "Go on with it"
    EXPECT_EQ(today.text("text-hard"), QStringLiteral("the door"));
    EXPECT_TRUE(today.page.hasUnsaved());
}

// From the journal, say: the day was asked for, and not what lies in it.
TEST_F(TodayWired, ADayThatIsOpenedFoldsWhatWasBegunOnIt) {
    const Day before = workspace.today();
    {
        WiredPage today(workspace);
        today.type("text-hard", QStringLiteral("the door"));
    }
    nextDay();
    WiredPage today(workspace);
    today.wiring.goTo(before);
    EXPECT_TRUE(part(*part(today.page, "checkIn"), "goOn")->isVisibleTo(&today.page));
    EXPECT_FALSE(typedOn(today.page).contains(QStringLiteral("the door")));
}

} // namespace
} // namespace mend::ui
