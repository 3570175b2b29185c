#include "ui/widgets/code_field.h"

#include "tests/ui/widgets/themed_test.h"

#include <QSignalSpy>
#include <QTest>

using namespace mend::ui;
using namespace mend::test;

namespace {
class CodeFieldTest : public ThemedTest {
protected:
    CodeField field;
};
} // namespace

TEST_F(CodeFieldTest, GroupsWhatIsTyped) {
    QTest::keyClicks(&field, QStringLiteral("1234567"));
    EXPECT_EQ(field.text(), QStringLiteral("123 456 7"));
    EXPECT_EQ(field.code(), QStringLiteral("1234567"));
    EXPECT_FALSE(field.isComplete());
}

TEST_F(CodeFieldTest, IsCompleteWithNineDigitsAndTakesNoMore) {
    QTest::keyClicks(&field, QStringLiteral("123456789"));
    EXPECT_TRUE(field.isComplete());
    QTest::keyClicks(&field, QStringLiteral("0"));
    EXPECT_EQ(field.code(), QStringLiteral("123456789"));
}

TEST_F(CodeFieldTest, TakesWhatIsPastedHoweverItIsWritten) {
    field.setText(QStringLiteral(" 123-456.789 "));
    EXPECT_EQ(field.code(), QStringLiteral("123456789"));
    EXPECT_EQ(field.text(), QStringLiteral("123 456 789"));
}

TEST_F(CodeFieldTest, TakesDigitsOfOtherScripts) {
    field.setText(QStringLiteral("١٢٣٤٥٦٧٨٩"));
    EXPECT_EQ(field.code(), QStringLiteral("123456789"));
}

TEST_F(CodeFieldTest, ADigitCanBeCorrectedInTheMiddle) {
    QTest::keyClicks(&field, QStringLiteral("123456"));
    field.setCursorPosition(2);
    QTest::keyClick(&field, Qt::Key_Backspace);
    EXPECT_EQ(field.text(), QStringLiteral("134 56"));
    EXPECT_EQ(field.cursorPosition(), 1);
    QTest::keyClicks(&field, QStringLiteral("9"));
    EXPECT_EQ(field.text(), QStringLiteral("193 456"));
}

TEST_F(CodeFieldTest, GroupedCodeKeepsNineDigitsAtMost) {
    EXPECT_EQ(groupedCode({}), QString());
    EXPECT_EQ(groupedCode(QStringLiteral("12")), QStringLiteral("12"));
    EXPECT_EQ(groupedCode(QStringLiteral("1234567890123")), QStringLiteral("123 456 789"));
    EXPECT_EQ(groupedCode(QStringLiteral("no digits")), QString());
}

TEST_F(CodeFieldTest, TheDisplayIsReadDigitByDigit) {
    CodeDisplay display;
    display.setCode(QStringLiteral("123456789"));
    EXPECT_EQ(display.text(), QStringLiteral("123 456 789"));
    EXPECT_EQ(heard(&display)->text(QAccessible::Name), QStringLiteral("1 2 3, 4 5 6, 7 8 9"));
    EXPECT_EQ(display.layoutDirection(), Qt::LeftToRight);
}
