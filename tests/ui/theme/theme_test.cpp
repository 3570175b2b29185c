#include "ui/theme/button_kind.h"
#include "ui/theme/theme.h"
#include "ui/theme/type.h"

#include <QApplication>
#include <QLineEdit>
#include <QPushButton>
#include <QStyle>
#include <gtest/gtest.h>

using namespace mend::ui;

TEST(Theme, ChangesTheLookOfWhatIsThere) {
    Theme theme(*qApp);
    QPushButton button;
    theme.choose(LookChoice::Light);
    EXPECT_EQ(tokensOf(&button).look, Look::Light);
    theme.choose(LookChoice::Dark);
    EXPECT_EQ(tokensOf(&button).look, Look::Dark);
    EXPECT_EQ(theme.look(), Look::Dark);
    EXPECT_EQ(qApp->palette().color(QPalette::Window), tokens(Look::Dark).paper);
    theme.choose(LookChoice::Light);
    EXPECT_EQ(qApp->palette().color(QPalette::Window), tokens(Look::Light).paper);
}

TEST(Theme, HasNoMotionWhereNoneIsWanted) {
    Theme theme(*qApp);
    QPushButton button;
    theme.choose(MotionChoice::Off);
    EXPECT_FALSE(theme.motion());
    EXPECT_EQ(button.style()->styleHint(QStyle::SH_Widget_Animation_Duration), 0);
    EXPECT_EQ(button.style()->styleHint(QStyle::SH_Widget_Animate), 0);
    theme.choose(MotionChoice::System);
    EXPECT_TRUE(theme.motion()); // nothing has said otherwise
    EXPECT_EQ(button.style()->styleHint(QStyle::SH_Widget_Animation_Duration), fadeTime);
}

TEST(Theme, ControlsAreAsHighAsTheyShouldBe) {
    Theme theme(*qApp);
    QPushButton button(QStringLiteral("Save"));
    QLineEdit line;
    EXPECT_GE(button.sizeHint().height(), controlHeight);
    EXPECT_GE(line.sizeHint().height(), controlHeight);
    setButtonKind(&button, ButtonKind::Primary);
    EXPECT_EQ(buttonKind(&button), ButtonKind::Primary);
}

TEST(Type, GrowsWithTheSystemsFont) {
    EXPECT_GT(font(TextRole::Page).pixelSize(), font(TextRole::Section).pixelSize());
    EXPECT_GT(font(TextRole::Section).pixelSize(), font(TextRole::Body).pixelSize());
    EXPECT_GT(font(TextRole::Body).pixelSize(), font(TextRole::Caption).pixelSize());
    QFont large;
    large.setPointSize(18);
    QFont usual;
    usual.setPointSize(10);
    EXPECT_GT(textScale(large), textScale(usual));
    EXPECT_LE(textScale(large), 2.0);
    EXPECT_DOUBLE_EQ(lineHeight(TextRole::Body), 1.5);
}
