#include "ui/widgets/scale_slider.h"

#include <QAccessible>
#include <QImage>
#include <QSignalSpy>
#include <QTest>
#include <gtest/gtest.h>

using namespace mend::ui;

namespace {

struct ScaleSliderTest : testing::Test {
    ScaleSlider slider{QStringLiteral("Safe")};
    ScaleSliderTest() {
        slider.resize(300, slider.sizeHint().height());
        slider.show();
    }
};

} // namespace

TEST_F(ScaleSliderTest, IsUnsetUntilTouched) {
    EXPECT_FALSE(slider.value());
    EXPECT_EQ(slider.valueText(), QStringLiteral("not set"));
    slider.setFocus();
    QTest::keyClick(&slider, Qt::Key_Tab);
    EXPECT_FALSE(slider.value());
}

TEST_F(ScaleSliderTest, KeysSetAndUnsetIt) {
    const QList<std::pair<Qt::Key, std::optional<int>>> keys = {{Qt::Key_7, 7},
                                                                {Qt::Key_Right, 8},
                                                                {Qt::Key_Up, 9},
                                                                {Qt::Key_Left, 8},
                                                                {Qt::Key_Home, 0},
                                                                {Qt::Key_Down, 0},
                                                                {Qt::Key_End, 10},
                                                                {Qt::Key_Right, 10},
                                                                {Qt::Key_1, 1},
                                                                {Qt::Key_0, 10},
                                                                {Qt::Key_Delete, std::nullopt},
                                                                {Qt::Key_Up, 5},
                                                                {Qt::Key_Backspace, std::nullopt}};
    for (const auto& [key, value] : keys) {
        QTest::keyClick(&slider, key);
        EXPECT_EQ(slider.value(), value) << int(key);
    }
}

TEST_F(ScaleSliderTest, ShowsAllOfItsWordsInLargeLetters) {
    QFont large = slider.font();
    large.setPixelSize(32);
    slider.setFont(large);
    slider.resize(500, slider.sizeHint().height());
    const QImage image = slider.grab().toImage();
    const QColor empty = image.pixelColor(250, 5);
    int first = image.width();
    for (int y = 5; y < slider.fontMetrics().height(); ++y)
        for (int x = 250; x < first; ++x)
            if (image.pixelColor(x, y) != empty)
                first = x;
    const int words = slider.fontMetrics().horizontalAdvance(slider.valueText());
    EXPECT_NEAR(first, slider.width() - words, 6);
}

TEST_F(ScaleSliderTest, AClickSetsTheNearestValueAlsoMirrored) {
    const int y = slider.fontMetrics().height() + 12;
    QTest::mouseClick(&slider, Qt::LeftButton, {}, {2, y});
    EXPECT_EQ(slider.value(), 0);
    QTest::mouseClick(&slider, Qt::LeftButton, {}, {slider.width() - 3, y});
    EXPECT_EQ(slider.value(), 10);
    slider.setLayoutDirection(Qt::RightToLeft);
    QTest::mouseClick(&slider, Qt::LeftButton, {}, {2, y});
    EXPECT_EQ(slider.value(), 10);
}

TEST_F(ScaleSliderTest, TellsEachChangeOnceAndStaysInItsRange) {
    QSignalSpy changed(&slider, &ScaleSlider::valueChanged);
    slider.setValue(4);
    slider.setValue(4);
    slider.setValue(99);
    EXPECT_EQ(slider.value(), 10);
    slider.clear();
    EXPECT_EQ(changed.count(), 3);
}

TEST_F(ScaleSliderTest, IsASliderToTheAccessibilityBus) {
    QAccessibleInterface* access = QAccessible::queryAccessibleInterface(&slider);
    ASSERT_NE(access, nullptr);
    EXPECT_EQ(access->role(), QAccessible::Slider);
    EXPECT_EQ(access->text(QAccessible::Name), QStringLiteral("Safe"));
    EXPECT_EQ(access->text(QAccessible::Value), QStringLiteral("not set"));
    ASSERT_NE(access->valueInterface(), nullptr);
    access->valueInterface()->setCurrentValue(6);
    EXPECT_EQ(slider.value(), 6);
    EXPECT_EQ(access->text(QAccessible::Value), QStringLiteral("6"));
    slider.setEndLabels(QStringLiteral("not at all"), QStringLiteral("fully"));
    EXPECT_TRUE(slider.accessibleDescription().contains(QStringLiteral("fully")));
}
