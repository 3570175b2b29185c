// An open menu, list or calendar keeps nobody from locking, hiding and Safety.

#include "tests/ui/window/main_window_fixture.h"

#include <QComboBox>
#include <QDateEdit>
#include <QDialog>
#include <QDir>
#include <QFileDialog>
#include <QMenu>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>

using namespace mend::ui;

namespace {

// Each opens the popup of a control on the page Today.
class PopupTest : public MainWindowTest {
protected:
    void locksHidesAndShowsSafety(const std::function<void()>& open) {
        QSignalSpy locked(&window, &MainWindow::lockAsked);
        QSignalSpy hidden(&window, &MainWindow::hideAsked);
        pressInFront(open, Qt::Key_L, Qt::ControlModifier);
        EXPECT_EQ(locked.count(), 1);
        pressInFront(open, Qt::Key_H, Qt::ControlModifier | Qt::ShiftModifier);
        EXPECT_EQ(hidden.count(), 1);
        pressInFront(open, Qt::Key_F2, Qt::NoModifier);
        EXPECT_EQ(navigation->currentPage(), QStringLiteral("safety"));
    }
    void pressInFront(const std::function<void()>& open, Qt::Key key, Qt::KeyboardModifiers with) {
        open();
        QWidget* popup = QApplication::activePopupWidget();
        ASSERT_NE(popup, nullptr);
        QTest::keyClick(popup->windowHandle(), key, with); // as the keyboard's comes
        EXPECT_EQ(QApplication::activePopupWidget(), nullptr) << "it is closed";
        QCoreApplication::processEvents();
    }

    Navigation* navigation = unlock();
    QWidget* page = navigation->page(QStringLiteral("today"));
};

} // namespace

TEST_F(PopupTest, AnOpenMenuKeepsNobodyFromHiding) {
    auto* menu = new QMenu(page);
    menu->addMenu(QStringLiteral("Inner"))->addAction(QStringLiteral("Something"));
    locksHidesAndShowsSafety([&] { menu->popup(window.pos()); });
    locksHidesAndShowsSafety([&] {
        menu->popup(window.pos());
        QTest::keyClick(menu, Qt::Key_Down);
        QTest::keyClick(menu, Qt::Key_Right);
    });
}

TEST_F(PopupTest, AnOpenListKeepsNobodyFromHiding) {
    auto* list = new QComboBox(page);
    list->addItems({QStringLiteral("one"), QStringLiteral("two")});
    list->show();
    locksHidesAndShowsSafety([&] {
        navigation->showPage(QStringLiteral("today"));
        list->showPopup();
    });
}

TEST_F(PopupTest, AnOpenCalendarKeepsNobodyFromHiding) {
    auto* date = new QDateEdit(page);
    date->setCalendarPopup(true);
    date->show();
    locksHidesAndShowsSafety([&] {
        navigation->showPage(QStringLiteral("today"));
        const QPoint arrow(date->width() - 6, date->height() / 2);
        QTest::mouseClick(date, Qt::LeftButton, Qt::NoModifier, arrow);
    });
}

TEST_F(PopupTest, ADialoguesMenuKeepsNobodyFromSafetyAboveIt) {
    auto* dialogue = new QDialog(page);
    dialogue->open();
    auto* menu = new QMenu(dialogue);
    menu->addAction(QStringLiteral("Something"));
    pressInFront([&] { menu->popup(window.pos()); }, Qt::Key_F2, Qt::NoModifier);
    const auto* above = dialogue->findChild<QDialog*>(QStringLiteral("safetyAbove"));
    EXPECT_TRUE(above && above->isVisible());
    EXPECT_TRUE(dialogue->isVisible());
}

// It has a shortcut of the same keys, which leads to one's home.
TEST_F(PopupTest, TheFileDialogueKeepsNobodyFromHiding) {
    auto* dialogue = new QFileDialog(page);
    dialogue->setOption(QFileDialog::DontUseNativeDialog);
    dialogue->setDirectory(QDir::rootPath());
    dialogue->open();
    ASSERT_TRUE(QTest::qWaitForWindowActive(dialogue));
    ASSERT_TRUE(
        QTest::qWaitFor([&] { return dialogue->isAncestorOf(QApplication::focusWidget()); }));
    QSignalSpy locked(&window, &MainWindow::lockAsked);
    QSignalSpy hidden(&window, &MainWindow::hideAsked);
    QTest::keyClick(dialogue->windowHandle(), Qt::Key_H, Qt::ControlModifier | Qt::ShiftModifier);
    QCoreApplication::processEvents();
    EXPECT_EQ(hidden.count(), 1);
    EXPECT_EQ(dialogue->directory().path(), QDir::rootPath());
    QTest::keyClick(dialogue->windowHandle(), Qt::Key_L, Qt::ControlModifier);
    QCoreApplication::processEvents();
    EXPECT_EQ(locked.count(), 1);
}

TEST_F(PopupTest, OtherKeysStayTheMenus) {
    QMenu menu(page);
    QSignalSpy chosen(menu.addAction(QStringLiteral("Something")), &QAction::triggered);
    menu.popup(window.pos());
    QTest::keyClick(menu.windowHandle(), Qt::Key_Down);
    QTest::keyClick(menu.windowHandle(), Qt::Key_Return);
    EXPECT_EQ(chosen.count(), 1);
}
