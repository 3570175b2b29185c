#include "ui/widgets/undo_bar.h"

#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <gtest/gtest.h>

using namespace mend::ui;

TEST(UndoBar, UndoesWhileItIsOpen) {
    UndoBar bar;
    QSignalSpy undone(&bar, &UndoBar::undone);
    QSignalSpy expired(&bar, &UndoBar::expired);
    bar.offer(QStringLiteral("Taken back."));
    EXPECT_TRUE(bar.isOpen());
    bar.findChild<QPushButton*>()->click();
    EXPECT_FALSE(bar.isOpen());
    EXPECT_EQ(undone.count(), 1);
    EXPECT_EQ(expired.count(), 0);
}

namespace {

// A bar below a line that has the keyboard, away from where the pointer is.
struct Page {
    QWidget window;
    QLineEdit* line = new QLineEdit(&window);
    UndoBar* bar = new UndoBar(&window);
    Page() {
        window.setGeometry(300, 300, 300, 140);
        bar->setGeometry(0, 60, 300, 60);
        window.show();
        EXPECT_TRUE(QTest::qWaitForWindowActive(&window));
        line->setFocus();
    }
};

} // namespace

TEST(UndoBar, ExpiresByItself) {
    Page page;
    QSignalSpy expired(page.bar, &UndoBar::expired);
    page.bar->offer(QStringLiteral("Taken back."), 30);
    EXPECT_TRUE(expired.wait(5000));
    EXPECT_FALSE(page.bar->isOpen());
}

TEST(UndoBar, ASecondOfferLetsTheFirstExpire) {
    UndoBar bar;
    QSignalSpy expired(&bar, &UndoBar::expired);
    bar.offer(QStringLiteral("One."));
    bar.offer(QStringLiteral("Two."));
    EXPECT_EQ(expired.count(), 1);
    bar.expire();
    bar.expire();
    EXPECT_EQ(expired.count(), 2);
}

// Somebody who went to another page isn't at it any more.
TEST(UndoBar, DoesNotWaitBehindAnotherPage) {
    Page page;
    QSignalSpy expired(page.bar, &UndoBar::expired);
    page.bar->offer(QStringLiteral("Taken back."), 300);
    page.bar->findChild<QPushButton*>()->setFocus();
    QCoreApplication::processEvents();
    page.window.hide();
    EXPECT_TRUE(expired.wait(5000));
}

TEST(UndoBar, WaitsWhileItHasTheFocus) {
    Page page;
    QSignalSpy expired(page.bar, &UndoBar::expired);
    page.bar->offer(QStringLiteral("Taken back."), 200);
    page.bar->findChild<QPushButton*>()->setFocus();
    EXPECT_FALSE(expired.wait(500));
    EXPECT_TRUE(page.bar->isOpen());
    page.line->setFocus();
    EXPECT_TRUE(expired.wait(5000));
}
