#include "ui/widgets/side_bar.h"

#include "ui/theme/theme.h"

#include <QAccessible>
#include <QApplication>
#include <QHBoxLayout>
#include <QSignalSpy>
#include <QTest>
#include <gtest/gtest.h>

using namespace mend::ui;

namespace {

struct SideBarTest : testing::Test {
    QWidget window;
    SideBar* bar = new SideBar(&window);
    SideBarTest() {
        auto* line = new QHBoxLayout(&window);
        line->addWidget(bar);
        bar->addItem(QStringLiteral("today"), IconName::Today, QStringLiteral("Today"));
        bar->addItem(QStringLiteral("timeline"), IconName::Timeline, QStringLiteral("Timeline"));
        bar->addSeparator();
        bar->addItem(QStringLiteral("lock"), IconName::Lock, QStringLiteral("Lock"),
                     SideBar::Item::Command);
        window.resize(1000, 600);
        window.show();
    }
};

} // namespace

TEST_F(SideBarTest, TellsWhatWasOpened) {
    QSignalSpy activated(bar, &SideBar::activated);
    bar->item(QStringLiteral("timeline"))->click();
    bar->item(QStringLiteral("lock"))->click();
    ASSERT_EQ(activated.count(), 2);
    EXPECT_EQ(activated[0][0].toString(), QStringLiteral("timeline"));
    EXPECT_EQ(activated[1][0].toString(), QStringLiteral("lock"));
    bar->setCurrent(QStringLiteral("timeline"));
    EXPECT_EQ(bar->current(), QStringLiteral("timeline"));
    EXPECT_TRUE(bar->item(QStringLiteral("timeline"))->isChecked());
    EXPECT_FALSE(bar->item(QStringLiteral("today"))->isChecked());
}

TEST_F(SideBarTest, IsIconsAloneWhereTheWindowIsNarrow) {
    EXPECT_FALSE(bar->isCompact());
    EXPECT_EQ(bar->width(), SideBar::wide);
    window.resize(800, 600);
    QCoreApplication::processEvents();
    EXPECT_TRUE(bar->isCompact());
    EXPECT_EQ(bar->item(QStringLiteral("today"))->accessibleName(), QStringLiteral("Today"));
    EXPECT_EQ(bar->item(QStringLiteral("today"))->toolTip(), QStringLiteral("Today"));
}

TEST_F(SideBarTest, IsAsWideAsItsLongestTextNeeds) {
    window.resize(1300, 600);
    bar->addItem(QStringLiteral("long"), IconName::Commitments,
                 QStringLiteral("Verabredungen, die gehalten werden"));
    QCoreApplication::processEvents();
    EXPECT_GT(bar->width(), SideBar::wide);
    EXPECT_GE(bar->width(), bar->item(QStringLiteral("long"))->sizeHint().width());
    window.resize(SideBar::breakpoint + 10, 600);
    QCoreApplication::processEvents();
    EXPECT_TRUE(bar->isCompact()) << "the page keeps its room";
}

TEST_F(SideBarTest, ADotIsReadWithItsMeaning) {
    bar->setDot(QStringLiteral("today"), true, QStringLiteral("something waits"));
    EXPECT_TRUE(bar->item(QStringLiteral("today"))->hasDot());
    EXPECT_EQ(bar->item(QStringLiteral("today"))->accessibleDescription(),
              QStringLiteral("something waits"));
    bar->setDot(QStringLiteral("today"), false);
    EXPECT_TRUE(bar->item(QStringLiteral("today"))->accessibleDescription().isEmpty());
    EXPECT_EQ(bar->item(QStringLiteral("nowhere")), nullptr);
}

TEST_F(SideBarTest, ReadsAsTabsOfWhichOneIsSelected) {
    bar->setCurrent(QStringLiteral("today"));
    const auto read = [](QWidget* widget) { return QAccessible::queryAccessibleInterface(widget); };
    EXPECT_EQ(read(bar)->role(), QAccessible::PageTabList);
    auto* today = read(bar->item(QStringLiteral("today")));
    auto* timeline = read(bar->item(QStringLiteral("timeline")));
    EXPECT_EQ(today->role(), QAccessible::PageTab);
    EXPECT_EQ(today->text(QAccessible::Name), QStringLiteral("Today"));
    EXPECT_TRUE(today->state().selected);
    EXPECT_FALSE(today->state().checkable);
    EXPECT_FALSE(timeline->state().selected);
    EXPECT_EQ(read(bar->item(QStringLiteral("lock")))->role(), QAccessible::Button);
    QSignalSpy activated(bar, &SideBar::activated);
    timeline->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
    ASSERT_EQ(activated.count(), 1);
    EXPECT_EQ(activated[0][0].toString(), QStringLiteral("timeline"));
}

TEST_F(SideBarTest, ShowsTheFocusWithinItself) {
    const Theme theme(*qApp);
    auto* item = bar->item(QStringLiteral("timeline"));
    window.activateWindow();
    ASSERT_TRUE(QTest::qWaitForWindowActive(&window));
    const QImage before = item->grab().toImage();
    item->setFocus(Qt::TabFocusReason);
    const QImage after = item->grab().toImage();
    EXPECT_NE(before, after);
    EXPECT_EQ(after.pixelColor(space::one + 1, item->height() / 2), tokensOf(item).you);
}
