#include "tests/ui/widgets/themed_test.h"
#include "ui/theme/type.h"
#include "ui/widgets/flow_layout.h"
#include "ui/widgets/page_scroll.h"
#include "ui/widgets/wrap_label.h"

#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QTest>
#include <QVBoxLayout>

using namespace mend::ui;
using namespace mend::test;

namespace {

class LayoutsTest : public ThemedTest {};

QWidget* box(QWidget* parent, int width) {
    auto* result = new QWidget(parent);
    result->setFixedSize(width, 20);
    return result;
}

} // namespace

TEST_F(LayoutsTest, FlowFillsLinesLikeText) {
    QWidget host;
    auto* flow = new FlowLayout(&host, 10);
    QList<QWidget*> boxes;
    for (int i = 0; i < 3; ++i) {
        boxes << box(&host, 100);
        flow->addWidget(boxes.last());
    }
    EXPECT_EQ(flow->heightForWidth(320), 20);
    EXPECT_EQ(flow->heightForWidth(319), 50);
    host.resize(210, 100);
    host.show();
    EXPECT_EQ(boxes[1]->pos(), QPoint(110, 0));
    EXPECT_EQ(boxes[2]->pos(), QPoint(0, 30));
    EXPECT_EQ(flow->count(), 3);
    delete flow->takeAt(0);
    EXPECT_EQ(flow->count(), 2);
    EXPECT_EQ(flow->takeAt(5), nullptr);
    EXPECT_EQ(flow->itemAt(5), nullptr);
}

TEST_F(LayoutsTest, FlowMayLeaveOtherRoomBetweenLinesThanOnThem) {
    QWidget host;
    auto* flow = new FlowLayout(&host, 10, 3);
    for (int i = 0; i < 3; ++i)
        flow->addWidget(box(&host, 100));
    EXPECT_EQ(flow->heightForWidth(210), 43);
    EXPECT_EQ(flow->heightForWidth(209), 66);
}

TEST_F(LayoutsTest, FlowPutsWhatIsLowInTheMiddleOfItsLine) {
    QWidget host;
    auto* flow = new FlowLayout(&host, 10);
    QWidget* low = box(&host, 100);
    QWidget* high = box(&host, 100);
    high->setFixedHeight(36);
    flow->addWidget(low);
    flow->addWidget(high);
    host.resize(210, 100);
    host.show();
    EXPECT_EQ(low->pos(), QPoint(0, 8));
    EXPECT_EQ(high->pos(), QPoint(110, 0));
}

TEST_F(LayoutsTest, FlowBeginsOnTheSideWhereReadingBegins) {
    QWidget host;
    host.setLayoutDirection(Qt::RightToLeft);
    auto* flow = new FlowLayout(&host, 10);
    QWidget* first = box(&host, 100);
    flow->addWidget(first);
    host.resize(300, 50);
    host.show();
    EXPECT_EQ(first->x(), 200);
}

TEST_F(LayoutsTest, FlowLeavesNoHoleForWhatIsHidden) {
    QWidget host;
    auto* flow = new FlowLayout(&host, 10);
    QWidget* hidden = box(&host, 100);
    QWidget* shown = box(&host, 100);
    flow->addWidget(hidden);
    flow->addWidget(shown);
    hidden->hide();
    host.resize(300, 50);
    host.show();
    EXPECT_EQ(shown->x(), 0);
}

TEST_F(LayoutsTest, APageIsAtMost960PixelsAndInTheMiddle) {
    PageScroll page(QStringLiteral("Today"));
    auto* content = new QWidget;
    content->setMinimumHeight(50);
    page.add(content);
    page.resize(1'600, 700);
    page.show();
    QTest::qWait(0);
    EXPECT_EQ(content->width(), PageScroll::widest);
    const int left = content->mapTo(&page, QPoint()).x();
    const int right = page.width() - left - content->width();
    EXPECT_LE(std::abs(left - right), 16); // the scroll bar's room
    page.resize(720, 700);
    QTest::qWait(0);
    EXPECT_LT(content->width(), 720);
    EXPECT_GT(content->width(), 600);
    EXPECT_EQ(heard(&page)->text(QAccessible::Name), QStringLiteral("Today"));
}

TEST_F(LayoutsTest, ThePageScrollsAndItsFootStays) {
    PageScroll page(QStringLiteral("Today"));
    auto* content = new QWidget;
    content->setMinimumHeight(3'000);
    page.add(content);
    auto* save = new QPushButton(QStringLiteral("Save"));
    page.setFoot(save);
    page.resize(800, 600);
    page.show();
    QTest::qWait(0);
    EXPECT_GT(page.scrollArea()->verticalScrollBar()->maximum(), 0);
    EXPECT_TRUE(page.rect().contains(QRect(save->mapTo(&page, QPoint()), save->size())));
    auto* other = new QPushButton(QStringLiteral("Share"));
    page.setFoot(other);
    QTest::qWait(0);
    EXPECT_TRUE(other->isVisible());
    page.setFoot(nullptr);
    EXPECT_TRUE(page.findChildren<QPushButton*>().isEmpty());
}

TEST_F(LayoutsTest, TheFootStandsBelowTheContentOnBothSides) {
    for (const Qt::LayoutDirection way : {Qt::LeftToRight, Qt::RightToLeft}) {
        PageScroll page(QStringLiteral("Today"));
        page.setLayoutDirection(way);
        auto* content = new QWidget;
        content->setMinimumHeight(3'000); // with a scroll bar
        page.add(content);
        auto* foot = new QWidget;
        foot->setMinimumHeight(40);
        page.setFoot(foot);
        page.show();
        for (const int width : {800, 1'600}) {
            page.resize(width, 600);
            QTest::qWait(0);
            EXPECT_NEAR(foot->mapTo(&page, QPoint()).x(), content->mapTo(&page, QPoint()).x(), 1);
            EXPECT_NEAR(foot->width(), content->width(), 1);
        }
        page.resize(720, 600); // it can be made smaller again
        EXPECT_EQ(page.width(), 720);
    }
}

TEST_F(LayoutsTest, TheHeaderHasAQuietWordBesideItsTitle) {
    PageHeader header(QStringLiteral("Today"));
    header.setAside(QStringLiteral("Sunday 22 November"));
    header.resize(600, 60);
    header.show();
    const auto saying = [&header](const char* words) -> WrapLabel* {
        for (auto* label : header.findChildren<WrapLabel*>())
            if (label->text() == QLatin1String(words))
                return label;
        return nullptr;
    };
    WrapLabel* aside = saying("Sunday 22 November");
    ASSERT_TRUE(aside && saying("Today"));
    EXPECT_TRUE(aside->isVisible());
    EXPECT_TRUE(saying("Today")->isVisible());
    header.setAside({});
    EXPECT_FALSE(aside->isVisible());
}

// Large letters in a small window: no word of the title is torn.
TEST_F(LayoutsTest, WhatDoesNotFitBesideTheTitleStandsBelowIt) {
    PageHeader header(QStringLiteral("Commitments"));
    auto* action = new QPushButton(QStringLiteral("New"));
    action->setFixedWidth(300);
    header.addAction(action);
    const WrapLabel* title = nullptr;
    for (const auto* label : header.findChildren<WrapLabel*>())
        if (label->role() == TextRole::Page)
            title = label;
    ASSERT_TRUE(title);
    const int word = QFontMetrics(mend::ui::font(TextRole::Page)).horizontalAdvance(title->text());
    header.resize(word + 400, 200);
    header.show();
    QCoreApplication::processEvents();
    EXPECT_GT(action->x(), title->x());
    EXPECT_TRUE(action->y() < title->geometry().bottom());
    header.resize(word + 100, 200);
    QCoreApplication::processEvents();
    EXPECT_EQ(action->x(), 0);
    EXPECT_GE(action->y(), title->geometry().bottom());
    header.resize(word + 400, 200);
    QCoreApplication::processEvents();
    EXPECT_GT(action->x(), title->x());
}

TEST_F(LayoutsTest, TwoColumnsOfHalfAreAlikeInWidth) {
    TwoColumns columns(nullptr, TwoColumns::Share::Half);
    auto* main = new QWidget;
    auto* side = new QWidget;
    columns.main()->addWidget(main);
    columns.side()->addWidget(side);
    columns.resize(TwoColumns::breakpoint, 400);
    columns.show();
    QTest::qWait(0);
    EXPECT_NEAR(main->width(), side->width(), 1);
}

TEST_F(LayoutsTest, TwoColumnsGiveWordsTheHeightTheyNeed) {
    PageScroll page(QStringLiteral("Partner"));
    auto* columns = new TwoColumns;
    auto* words = new WrapLabel(QStringLiteral("Words that need four lines or more where it is as "
                                               "narrow as in the side column of a page that has "
                                               "two of them, as this one has."));
    columns->main()->addWidget(new QWidget);
    columns->side()->addWidget(words);
    page.add(columns);
    page.resize(1'100, 700);
    page.show();
    QTest::qWait(0);
    EXPECT_FALSE(columns->isOneColumn());
    EXPECT_GE(words->height(), words->heightForWidth(words->width()));
}

TEST_F(LayoutsTest, TwoColumnsThatDontFitBesideEachOtherBecomeOne) {
    QWidget host; // a window of its own would grow
    TwoColumns columns(&host);
    QWidget* side = box(&columns, 400);
    columns.main()->addWidget(box(&columns, 400));
    columns.side()->addWidget(side);
    columns.resize(TwoColumns::breakpoint, 400);
    host.resize(1'000, 400);
    host.show();
    QTest::qWait(0);
    EXPECT_FALSE(columns.isOneColumn());
    side->setFixedWidth(600); // as with large letters
    QTest::qWait(0);
    EXPECT_TRUE(columns.isOneColumn());
}

TEST_F(LayoutsTest, TwoColumnsBecomeOneWhereItIsNarrow) {
    TwoColumns columns;
    auto* main = new QWidget;
    auto* side = new QWidget;
    for (QWidget* each : {main, side})
        each->setMinimumHeight(40);
    columns.main()->addWidget(main);
    columns.side()->addWidget(side);
    columns.resize(TwoColumns::breakpoint, 400);
    columns.show();
    QTest::qWait(0);
    EXPECT_FALSE(columns.isOneColumn());
    EXPECT_NEAR(double(main->width()) / side->width(), 2.0, 0.05);
    EXPECT_EQ(main->y(), side->y());
    columns.resize(TwoColumns::breakpoint - 1, 400);
    QTest::qWait(0);
    EXPECT_TRUE(columns.isOneColumn());
    EXPECT_EQ(main->width(), side->width());
    EXPECT_GT(side->y(), main->y());
}
