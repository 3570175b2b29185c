#include "ui/widgets/year_strip.h"

#include "tests/ui/widgets/themed_test.h"

#include <QSignalSpy>
#include <QTest>

using namespace mend::ui;
using namespace mend::test;

namespace {

const QDate last(2026, 11, 22);

class YearStripTest : public ThemedTest {
protected:
    YearStripTest() {
        strip.setLastDay(last);
        strip.setDays({last, QDate(2026, 10, 1)});
        strip.resize(strip.sizeHint());
        strip.show();
    }
    YearStrip strip;
};

} // namespace

TEST_F(YearStripTest, IsAYearOfCellsOfNinePixels) {
    EXPECT_EQ(strip.lastDay(), last);
    EXPECT_GE(strip.firstDay().daysTo(last), 52 * 7);
    EXPECT_LT(strip.firstDay().daysTo(last), 53 * 7);
    EXPECT_EQ(strip.cellRect(last).size(), QSize(9, 9));
    const QDate day(2026, 6, 10);
    const QDate next = day.addDays(7);
    EXPECT_EQ(strip.cellRect(next).left() - strip.cellRect(day).left(), 9 + 2);
}

TEST_F(YearStripTest, EveryDayIsFoundWhereItIsDrawn) {
    for (QDate day = strip.firstDay(); day <= last; day = day.addDays(1)) {
        ASSERT_TRUE(strip.rect().contains(strip.cellRect(day)));
        EXPECT_EQ(strip.dayAt(strip.cellRect(day).center()), day);
    }
    EXPECT_FALSE(strip.dayAt(QPoint(-5, 40)).isValid());
    EXPECT_TRUE(strip.cellRect(last.addDays(1)).isNull());
}

TEST_F(YearStripTest, IsMirroredWhereReadingIs) {
    strip.setLayoutDirection(Qt::RightToLeft);
    EXPECT_LT(strip.cellRect(last).left(), strip.cellRect(strip.firstDay()).left());
    EXPECT_EQ(strip.dayAt(strip.cellRect(last).center()), last);
}

TEST_F(YearStripTest, AClickJumps) {
    QSignalSpy selected(&strip, &YearStrip::daySelected);
    const QDate day(2026, 3, 4);
    QTest::mouseClick(&strip, Qt::LeftButton, {}, strip.cellRect(day).center());
    ASSERT_EQ(selected.count(), 1);
    EXPECT_EQ(selected.at(0).at(0).toDate(), day);
    EXPECT_EQ(strip.current(), day);
}

TEST_F(YearStripTest, ArrowsMoveAndEnterJumps) {
    QSignalSpy selected(&strip, &YearStrip::daySelected);
    strip.setCurrent(QDate(2026, 5, 20));
    QTest::keyClick(&strip, Qt::Key_Up);
    EXPECT_EQ(strip.current(), QDate(2026, 5, 19));
    QTest::keyClick(&strip, Qt::Key_Right);
    EXPECT_EQ(strip.current(), QDate(2026, 5, 26));
    EXPECT_EQ(selected.count(), 0);
    QTest::keyClick(&strip, Qt::Key_Return);
    EXPECT_EQ(selected.count(), 1);
}

TEST_F(YearStripTest, StaysInItsYear) {
    QTest::keyClick(&strip, Qt::Key_End);
    QTest::keyClick(&strip, Qt::Key_Down);
    EXPECT_EQ(strip.current(), last);
    QTest::keyClick(&strip, Qt::Key_Home);
    QTest::keyClick(&strip, Qt::Key_Left);
    EXPECT_EQ(strip.current(), strip.firstDay());
    QSignalSpy selected(&strip, &YearStrip::daySelected);
    strip.select(last.addDays(1));
    strip.select(QDate());
    EXPECT_EQ(selected.count(), 0);
}

TEST_F(YearStripTest, IsASliderOverItsDaysToAScreenReader) {
    QAccessibleInterface* bus = heard(&strip);
    EXPECT_EQ(bus->role(), QAccessible::Slider);
    EXPECT_FALSE(bus->text(QAccessible::Name).isEmpty());
    EXPECT_EQ(bus->text(QAccessible::Value), strip.textOf(last));
    QSignalSpy selected(&strip, &YearStrip::daySelected);
    bus->valueInterface()->setCurrentValue(7);
    EXPECT_EQ(strip.current(), strip.firstDay().addDays(7));
    EXPECT_EQ(selected.count(), 1);
    EXPECT_EQ(bus->valueInterface()->currentValue().toInt(), 7);
    EXPECT_EQ(bus->valueInterface()->maximumValue().toInt(), strip.firstDay().daysTo(last));
}

TEST_F(YearStripTest, SaysWhetherThereIsSomething) {
    EXPECT_TRUE(strip.textOf(last).contains(QStringLiteral("something written")));
    EXPECT_TRUE(strip.textOf(last.addDays(-1)).contains(QStringLiteral("nothing written")));
    EXPECT_TRUE(strip.textOf(QDate()).isEmpty());
}

TEST_F(YearStripTest, IsNeutralAboutWhatTheDayWas) {
    const Tokens& t = tokens(Look::Light);
    const QImage image = strip.grab().toImage();
    for (const QColor& color : {t.gold, t.partner, t.attention})
        EXPECT_FALSE(shows(image, color));
    EXPECT_TRUE(shows(image, t.fieldBorder));
}
