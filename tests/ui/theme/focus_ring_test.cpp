#include "ui/theme/focus_ring.h"

#include "ui/theme/theme.h"

#include <QApplication>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QTest>
#include <QVBoxLayout>
#include <QWindow>
#include <gtest/gtest.h>

using namespace mend::ui;

namespace {

class FocusRingTest : public testing::Test {
protected:
    FocusRingTest() {
        auto* column = new QVBoxLayout(&window);
        for (QWidget* each : {static_cast<QWidget*>(first), static_cast<QWidget*>(second),
                              static_cast<QWidget*>(list)})
            column->addWidget(each);
        list->addItem(QStringLiteral("one"));
        window.show();
        window.activateWindow();
        EXPECT_TRUE(QTest::qWaitForWindowActive(&window));
        first->setFocus();
    }
    FocusRing& ring() { return *theme.findChild<FocusRing*>(); }

    Theme theme{*qobject_cast<QApplication*>(QCoreApplication::instance())};
    QWidget window;
    QPushButton* first = new QPushButton(QStringLiteral("first"));
    QPushButton* second = new QPushButton(QStringLiteral("second"));
    QListWidget* list = new QListWidget;
};

} // namespace

TEST_F(FocusRingTest, GoesWithTheKeyboard) {
    QTest::keyClick(first, Qt::Key_Tab);
    EXPECT_TRUE(second->hasFocus());
    EXPECT_EQ(ring().wearer(), second);
    QTest::keyClick(second, Qt::Key_Backtab);
    EXPECT_EQ(ring().wearer(), first);
}

TEST_F(FocusRingTest, DoesNotFollowTheMouse) {
    QTest::keyClick(first, Qt::Key_Tab);
    // Through the window, as the system sends it.
    QTest::mouseClick(window.windowHandle(), Qt::LeftButton, {},
                      first->mapTo(&window, first->rect().center()));
    EXPECT_TRUE(first->hasFocus());
    EXPECT_EQ(ring().wearer(), nullptr);
}

TEST_F(FocusRingTest, IsNotAroundWhatMarksItsOwnPlace) {
    QTest::keyClick(first, Qt::Key_Tab);
    QTest::keyClick(second, Qt::Key_Tab);
    EXPECT_TRUE(list->hasFocus());
    EXPECT_EQ(ring().wearer(), nullptr);
    setPaintsOwnFocus(first);
    first->setFocus(Qt::TabFocusReason);
    EXPECT_EQ(ring().wearer(), nullptr);
}

TEST_F(FocusRingTest, OutlivesTheWidgetThatWoreIt) {
    QTest::keyClick(first, Qt::Key_Tab);
    ASSERT_EQ(ring().wearer(), second);
    delete second;
    EXPECT_EQ(ring().wearer(), nullptr);
    first->setFocus(Qt::TabFocusReason);
    EXPECT_EQ(ring().wearer(), first);
}

TEST_F(FocusRingTest, IsWholeWhereItsParentLeavesNoRoom) {
    auto* tight = new QWidget;
    auto* line = new QHBoxLayout(tight);
    line->setContentsMargins(0, 0, 0, 0);
    auto* button = new QPushButton(QStringLiteral("tight"));
    line->addWidget(button);
    window.layout()->addWidget(tight);
    QCoreApplication::processEvents();
    list->setFocus();
    QTest::keyClick(list, Qt::Key_Tab);
    ASSERT_TRUE(button->hasFocus());
    QCoreApplication::processEvents();
    const QPoint left = button->mapTo(&window, QPoint(-3, button->height() / 2));
    EXPECT_EQ(window.grab().toImage().pixelColor(left), tokensOf(button).you);
}
