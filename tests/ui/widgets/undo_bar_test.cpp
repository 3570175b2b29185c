#include "ui/widgets/undo_bar.h"

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

TEST(UndoBar, ExpiresByItself) {
    QWidget window; // away from where the pointer is
    auto* bar = new UndoBar(&window);
    window.setGeometry(300, 300, 300, 100);
    window.show();
    QSignalSpy expired(bar, &UndoBar::expired);
    bar->offer(QStringLiteral("Taken back."), 30);
    EXPECT_TRUE(expired.wait(5000));
    EXPECT_FALSE(bar->isOpen());
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

TEST(UndoBar, WaitsWhileItHasTheFocus) {
    QWidget window;
    auto* bar = new UndoBar(&window);
    window.resize(400, 100);
    window.show();
    window.activateWindow();
    QSignalSpy expired(bar, &UndoBar::expired);
    bar->offer(QStringLiteral("Taken back."), 200);
    bar->findChild<QPushButton*>()->setFocus();
    if (!bar->findChild<QPushButton*>()->hasFocus())
        GTEST_SKIP() << "this platform gives no focus";
    EXPECT_FALSE(expired.wait(500));
    EXPECT_TRUE(bar->isOpen());
}
