#include "ui/theme/mend_style.h"

#include "ui/theme/button_kind.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QCheckBox>
#include <QComboBox>
#include <QDateEdit>
#include <QLineEdit>
#include <QMenu>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollBar>
#include <QStyleOptionSlider>
#include <QTimeEdit>
#include <QToolButton>
#include <algorithm>
#include <gtest/gtest.h>

using namespace mend::ui;

namespace {

class MendStyleTest : public testing::Test {
protected:
    QColor middleOf(QWidget& widget) {
        widget.ensurePolished();
        widget.resize(widget.sizeHint());
        return widget.grab().toImage().pixelColor(widget.width() / 2, 5);
    }
    Theme theme{*qobject_cast<QApplication*>(QCoreApplication::instance())};
};

/// A scroll bar that tells how its style is asked.
class Bar : public QScrollBar {
public:
    using QScrollBar::QScrollBar;
    QStyleOptionSlider option() const {
        QStyleOptionSlider result;
        initStyleOption(&result);
        return result;
    }
    QRect part(QStyle::SubControl sub) const {
        const QStyleOptionSlider asked = option();
        return style()->subControlRect(QStyle::CC_ScrollBar, &asked, sub, this);
    }
};

} // namespace

TEST_F(MendStyleTest, AButtonsIconAndWordsStandInItsMiddleEitherWay) {
    for (const auto direction : {Qt::LeftToRight, Qt::RightToLeft}) {
        QPushButton button(icon(IconName::Add), QStringLiteral("HHHHHHHH"));
        button.setLayoutDirection(direction);
        button.ensurePolished();
        button.resize(button.sizeHint());
        const QImage image = button.grab().toImage();
        int first = image.width();
        int last = 0;
        for (int x = 6; x < image.width() - 6; ++x)
            for (int y = 8; y < image.height() - 8; ++y)
                if (image.pixelColor(x, y).lightness() < 128) {
                    first = std::min(first, x);
                    last = std::max(last, x);
                }
        ASSERT_LT(first, last);
        EXPECT_NEAR(first, image.width() - 1 - last, 8) << direction; // an icon has air within
    }
}

TEST_F(MendStyleTest, ButtonsAndFieldsAreOfOneHeight) {
    QPushButton button(QStringLiteral("Save"));
    QLineEdit line;
    QComboBox combo;
    QDateEdit date;
    QTimeEdit time;
    for (QWidget* widget : std::initializer_list<QWidget*>{&button, &line, &combo, &date, &time})
        EXPECT_EQ(widget->sizeHint().height(), controlHeight) << widget->metaObject()->className();
}

// Three dots say that there is more; an arrow besides would stand in their way.
TEST_F(MendStyleTest, AButtonThatOpensAMenuLooksLikeItsIconAlone) {
    QToolButton plain;
    QToolButton menu;
    QMenu entries;
    menu.setMenu(&entries);
    menu.setPopupMode(QToolButton::InstantPopup);
    for (QToolButton* button : {&plain, &menu}) {
        button->setIcon(icon(IconName::More));
        button->setAutoRaise(true);
        button->resize(controlHeight, controlHeight);
    }
    EXPECT_EQ(menu.grab().toImage(), plain.grab().toImage());
}

TEST_F(MendStyleTest, IconAndWordsStandInTheMiddleOfAButtonEitherWay) {
    for (const auto direction : {Qt::LeftToRight, Qt::RightToLeft}) {
        QPushButton button(icon(IconName::Add, &Tokens::onYou), QStringLiteral("New commitment"));
        setButtonKind(&button, ButtonKind::Primary);
        button.setLayoutDirection(direction);
        button.ensurePolished();
        button.resize(button.sizeHint());
        const QImage image = button.grab().toImage();
        const QColor fill = image.pixelColor(image.width() / 2, 3);
        int left = image.width();
        int right = 0;
        for (int x = 4; x < image.width() - 4; ++x)
            for (int y = 4; y < image.height() - 4; ++y)
                if (image.pixelColor(x, y) != fill) {
                    left = std::min(left, x);
                    right = std::max(right, x);
                }
        EXPECT_NEAR(left, image.width() - 1 - right, 5) << int(direction);
        EXPECT_GE(left, 12) << int(direction);
    }
}

TEST_F(MendStyleTest, OnlyThePrimaryButtonIsFilled) {
    const Tokens& t = tokens(Look::Light);
    QPushButton outlined(QStringLiteral("Back"));
    QPushButton primary(QStringLiteral("Save"));
    setButtonKind(&primary, ButtonKind::Primary);
    EXPECT_EQ(buttonKind(&primary), ButtonKind::Primary);
    EXPECT_EQ(buttonKind(&outlined), ButtonKind::Outlined);
    EXPECT_EQ(buttonKind(nullptr), ButtonKind::Outlined);
    EXPECT_EQ(middleOf(primary), t.you);
    EXPECT_EQ(middleOf(outlined), t.surface);
}

TEST_F(MendStyleTest, AButtonChangesItsLookAtRunTime) {
    QPushButton primary(QStringLiteral("Save"));
    setButtonKind(&primary, ButtonKind::Primary);
    EXPECT_EQ(middleOf(primary), tokens(Look::Light).you);
    theme.choose(LookChoice::Dark);
    EXPECT_EQ(middleOf(primary), tokens(Look::Dark).you);
}

TEST_F(MendStyleTest, AQuietButtonHasNoBorder) {
    QPushButton quiet(QStringLiteral("Not now"));
    setButtonKind(&quiet, ButtonKind::Quiet);
    quiet.resize(quiet.sizeHint());
    const QImage image = quiet.grab().toImage();
    EXPECT_EQ(image.pixelColor(quiet.width() / 2, 0), tokens(Look::Light).paper);
}

// The words of a link begin where other words do, and stand on nothing.
TEST_F(MendStyleTest, ALinkIsItsWordsWithALineBelowWhereItIsPointedAt) {
    QPushButton link(QStringLiteral("HHHH"));
    setButtonKind(&link, ButtonKind::Link);
    link.ensurePolished();
    link.resize(link.sizeHint());
    EXPECT_NEAR(link.width(), link.fontMetrics().horizontalAdvance(link.text()), 1);
    const auto rowsOfInk = [&] {
        const QImage image = link.grab().toImage();
        int rows = 0;
        int first = image.width();
        for (int y = 0; y < image.height(); ++y) {
            bool ink = false;
            for (int x = 0; x < image.width(); ++x)
                if (image.pixelColor(x, y) != tokens(Look::Light).paper) {
                    ink = true;
                    first = std::min(first, x);
                }
            rows += ink;
        }
        EXPECT_LE(first, 2);
        return rows;
    };
    const int before = rowsOfInk();
    EXPECT_LT(before, link.fontMetrics().height());
    link.setAttribute(Qt::WA_UnderMouse);
    EXPECT_GT(rowsOfInk(), before);
    link.setEnabled(false);
    EXPECT_EQ(rowsOfInk(), before);
}

TEST_F(MendStyleTest, ScrollBarsHaveAHandleAndNoArrows) {
    Bar bar(Qt::Vertical);
    bar.resize(12, 200);
    bar.setRange(0, 900);
    bar.setPageStep(100);
    EXPECT_TRUE(bar.part(QStyle::SC_ScrollBarAddLine).isEmpty());
    EXPECT_TRUE(bar.part(QStyle::SC_ScrollBarSubLine).isEmpty());
    bar.setValue(0);
    EXPECT_EQ(bar.part(QStyle::SC_ScrollBarSlider).top(), 0);
    bar.setValue(900);
    EXPECT_EQ(bar.part(QStyle::SC_ScrollBarSlider).bottom(), 199);
    EXPECT_GE(bar.part(QStyle::SC_ScrollBarSlider).height(), 32);
}

TEST_F(MendStyleTest, AScrollBarShorterThanItsHandleStaysInItself) {
    Bar bar(Qt::Horizontal);
    bar.resize(20, 12);
    bar.setRange(0, 100'000);
    bar.setPageStep(1);
    EXPECT_TRUE(bar.rect().contains(bar.part(QStyle::SC_ScrollBarSlider)));
}

TEST_F(MendStyleTest, MirrorsTheArrowOfAComboBox) {
    QComboBox combo;
    combo.resize(160, controlHeight);
    const auto arrowOf = [&combo] {
        QStyleOptionComboBox option;
        option.initFrom(&combo);
        return combo.style()->subControlRect(QStyle::CC_ComboBox, &option, QStyle::SC_ComboBoxArrow,
                                             &combo);
    };
    EXPECT_GT(arrowOf().left(), 100);
    combo.setLayoutDirection(Qt::RightToLeft);
    EXPECT_LT(arrowOf().right(), 60);
}

TEST_F(MendStyleTest, ACheckedBoxIsFilledWithYourHue) {
    QCheckBox box(QStringLiteral("Remember"));
    box.setChecked(true);
    box.resize(box.sizeHint());
    const QImage image = box.grab().toImage();
    bool found = false;
    for (int x = 0; x < 18 && !found; ++x)
        for (int y = 0; y < image.height() && !found; ++y)
            found = image.pixelColor(x, y) == tokens(Look::Light).you;
    EXPECT_TRUE(found);
}

TEST_F(MendStyleTest, ProgressIsGoldAsFarAsItGot) {
    QProgressBar bar;
    bar.setRange(0, 100);
    bar.setValue(50);
    bar.resize(200, 16);
    const QImage image = bar.grab().toImage();
    EXPECT_EQ(image.pixelColor(50, 8), tokens(Look::Light).gold);
    EXPECT_NE(image.pixelColor(150, 8), tokens(Look::Light).gold);
}
