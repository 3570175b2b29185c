#include "ui/widgets/month_grid.h"

#include "tests/ui/widgets/themed_test.h"
#include "ui/models/day_text.h"

#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace mend::ui;
using namespace mend::test;
using mend::DayState;

namespace {

const QDate today(2026, 11, 22);

class MonthGridTest : public ThemedTest {
protected:
    MonthGridTest() {
        grid.setToday(today);
        grid.setMarks({{QDate(2026, 11, 3), {DayState::Confirmed}},
                       {QDate(2026, 11, 4), {DayState::Kept, DayState::Partly}},
                       {QDate(2026, 10, 30), {DayState::Excused}}});
        grid.setMonth(today);
        grid.show();
        grid.activateWindow();
        EXPECT_TRUE(QTest::qWaitForWindowActive(&grid));
    }
    QString heardOf(const QDate& day) { return heard(grid.cellOf(day))->text(QAccessible::Name); }
    QToolButton* button(const QString& name) {
        for (auto* each : grid.findChildren<QToolButton*>())
            if (each->accessibleName() == name)
                return each;
        return nullptr;
    }
    MonthGrid grid;
};

} // namespace

TEST_F(MonthGridTest, ShowsTheDaysOfItsMonthOnly) {
    EXPECT_EQ(grid.month(), QDate(2026, 11, 1));
    int visible = 0;
    for (const auto* cell : grid.findChildren<MonthDayCell*>())
        visible += cell->isVisible() ? 1 : 0;
    EXPECT_EQ(visible, 30);
    EXPECT_EQ(grid.cellOf(QDate(2026, 12, 1)), nullptr);
    EXPECT_EQ(grid.cellOf(QDate()), nullptr);
}

TEST_F(MonthGridTest, EveryDaySaysWhatItsMarkMeans) {
    EXPECT_TRUE(heardOf(QDate(2026, 11, 3)).contains(stateSentence(DayState::Confirmed)));
    EXPECT_TRUE(heardOf(QDate(2026, 11, 4))
                    .contains(QStringLiteral("1 kept, by one’s own word; 1 partly kept")));
    EXPECT_TRUE(heardOf(QDate(2026, 11, 5)).contains(QStringLiteral("November 2026")));
    EXPECT_TRUE(heardOf(today).startsWith(QStringLiteral("Today")));
    EXPECT_EQ(grid.cellOf(QDate(2026, 11, 3))->toolTip(), heardOf(QDate(2026, 11, 3)));
}

TEST_F(MonthGridTest, PutsDaysUnderTheirWeekday) {
    const int sunday = grid.cellOf(QDate(2026, 11, 1))->x();
    EXPECT_EQ(grid.cellOf(QDate(2026, 11, 8))->x(), sunday);
    EXPECT_NE(grid.cellOf(QDate(2026, 11, 9))->x(), sunday);
}

TEST_F(MonthGridTest, HasAsManyWeeksAsItsMonth) {
    const auto height = [&](const QDate& month) {
        grid.setMonth(month);
        QTest::qWait(0);
        return grid.sizeHint().height();
    };
    const int cell = grid.cellOf(today)->sizeHint().height() + space::hair;
    const int four = height(QDate(2027, 2, 1)); // Monday to Sunday; or five weeks from Sunday
    const int five = height(QDate(2026, 10, 1));
    const int six = height(QDate(2026, 8, 1));
    EXPECT_GE(five, four);
    EXPECT_EQ(six - five, cell);
    EXPECT_EQ(height(QDate(2026, 10, 1)), five) << "also after a longer one";
}

TEST_F(MonthGridTest, GoesToOtherMonthsAndKeepsTheirMarks) {
    QSignalSpy changed(&grid, &MonthGrid::monthChanged);
    QTest::mouseClick(button(QStringLiteral("Earlier month")), Qt::LeftButton);
    EXPECT_EQ(grid.month(), QDate(2026, 10, 1));
    EXPECT_TRUE(heardOf(QDate(2026, 10, 30)).contains(stateSentence(DayState::Excused)));
    EXPECT_EQ(changed.count(), 1);
}

TEST_F(MonthGridTest, StaysInItsRange) {
    grid.setRange(QDate(2026, 10, 15), today);
    EXPECT_FALSE(button(QStringLiteral("Later month"))->isEnabled());
    EXPECT_TRUE(button(QStringLiteral("Earlier month"))->isEnabled());
    grid.setMonth(QDate(2026, 10, 1));
    EXPECT_FALSE(button(QStringLiteral("Earlier month"))->isEnabled());
}

TEST_F(MonthGridTest, KeysMoveByDayWeekAndMonth) {
    grid.cellOf(today)->setFocus(Qt::TabFocusReason);
    QTest::keyClick(grid.cellOf(today), Qt::Key_Left);
    EXPECT_TRUE(grid.cellOf(today.addDays(-1))->hasFocus());
    QTest::keyClick(grid.cellOf(today.addDays(-1)), Qt::Key_Up);
    EXPECT_TRUE(grid.cellOf(QDate(2026, 11, 14))->hasFocus());
    QTest::keyClick(grid.cellOf(QDate(2026, 11, 14)), Qt::Key_PageUp);
    EXPECT_TRUE(grid.cellOf(QDate(2026, 10, 14))->hasFocus());
}

// A button that does nothing is none.
TEST_F(MonthGridTest, OnlyDaysThatLeadSomewhereAreButtons) {
    QSignalSpy chosen(&grid, &MonthGrid::daySelected);
    grid.setRange(QDate(2026, 10, 1), today);
    grid.setChoosable([](const QDate& day) { return day <= today && day.dayOfWeek() < 6; });
    const QDate friday(2026, 11, 20);
    EXPECT_TRUE(grid.cellOf(friday)->isEnabled());
    EXPECT_FALSE(grid.cellOf(today)->isEnabled()) << "a Sunday";
    EXPECT_FALSE(grid.cellOf(today.addDays(1))->isEnabled());
    grid.cellOf(today)->click();
    EXPECT_EQ(chosen.count(), 0);
    EXPECT_EQ(grid.cellOf(QDate(2026, 11, 2))->focusPolicy(), Qt::StrongFocus) << "Tab goes there";
    const auto pressed = [this](const QDate& from, Qt::Key key) {
        grid.cellOf(from)->setFocus(Qt::OtherFocusReason);
        QTest::keyClick(grid.cellOf(from), key);
        const auto* cell = qobject_cast<MonthDayCell*>(QApplication::focusWidget());
        return cell ? cell->day() : QDate();
    };
    EXPECT_EQ(pressed(friday, Qt::Key_Right), friday) << "the edge";
    EXPECT_EQ(pressed(friday.addDays(-4), Qt::Key_Left), friday.addDays(-7));
    EXPECT_EQ(pressed(friday, Qt::Key_Home), QDate(2026, 11, 2));
    EXPECT_EQ(pressed(QDate(2026, 11, 2), Qt::Key_End), friday);
    EXPECT_EQ(pressed(QDate(2026, 11, 18), Qt::Key_PageUp), QDate(2026, 10, 19));
    EXPECT_EQ(pressed(QDate(2026, 10, 30), Qt::Key_PageDown), friday);
}

TEST_F(MonthGridTest, ClickOrEnterChoosesADay) {
    QSignalSpy chosen(&grid, &MonthGrid::daySelected);
    QTest::mouseClick(grid.cellOf(QDate(2026, 11, 3)), Qt::LeftButton);
    QTest::keyClick(grid.cellOf(QDate(2026, 11, 4)), Qt::Key_Return);
    ASSERT_EQ(chosen.count(), 2);
    EXPECT_EQ(chosen.at(0).at(0).toDate(), QDate(2026, 11, 3));
    EXPECT_EQ(chosen.at(1).at(0).toDate(), QDate(2026, 11, 4));
}

TEST_F(MonthGridTest, TabStopsOnce) {
    int stops = 0;
    for (const auto* cell : grid.findChildren<MonthDayCell*>())
        stops += cell->isVisible() && cell->focusPolicy() & Qt::TabFocus ? 1 : 0;
    EXPECT_EQ(stops, 1);
}
