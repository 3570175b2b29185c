#include "ui/window/behind.h"

#include <QStackedWidget>
#include <gtest/gtest.h>

using namespace mend::ui;

namespace {

struct Behind : testing::Test {
    QStackedWidget window;
    QWidget* front = new QWidget;
    QWidget* back = new QWidget;
    int filled = 0;
    FilledWhenSeen page{*back, [this] { ++filled; }};

    Behind() {
        window.addWidget(front);
        window.addWidget(back);
        window.show();
    }
};

} // namespace

TEST_F(Behind, APageThatIsSeenIsFilledAtOnce) {
    window.setCurrentWidget(back);
    page.changed();
    page.changed();
    EXPECT_EQ(filled, 2);
}

TEST_F(Behind, OneBehindAnotherIsFilledOnceWhenSomebodyComes) {
    page.changed();
    page.changed();
    EXPECT_EQ(filled, 0);
    window.setCurrentWidget(back);
    EXPECT_EQ(filled, 1);
    window.setCurrentWidget(front);
    window.setCurrentWidget(back);
    EXPECT_EQ(filled, 1) << "nothing had changed";
}

TEST_F(Behind, OneThatIsInDoubtIsFilledWhenSomebodyComes) {
    page.doubt();
    EXPECT_TRUE(page.isStale());
    EXPECT_EQ(filled, 0);
    window.setCurrentWidget(back);
    EXPECT_EQ(filled, 1);
    EXPECT_FALSE(page.isStale());
    window.hide();
    page.doubt();
    page.changed();
    EXPECT_EQ(filled, 2);
    window.show();
    EXPECT_EQ(filled, 3) << "it may be another thing that changed";
}

TEST_F(Behind, WhereNoWindowIsSeenPagesAreFilled) {
    window.hide();
    page.changed();
    EXPECT_EQ(filled, 1);
}

TEST_F(Behind, APageMayGoFirst) {
    delete back;
    page.changed();
    EXPECT_EQ(filled, 1) << "whoever fills knows that it has gone";
}
