#include "ui/widgets/secret_field.h"

#include "tests/ui/widgets/themed_test.h"
#include "ui/widgets/strength_meter.h"

#include <QLineEdit>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace mend::ui;
using namespace mend::test;

namespace {

class SecretFieldTest : public ThemedTest {
protected:
    SecretFieldTest() { field.show(); }
    QToolButton* eye() { return field.edit()->findChild<QToolButton*>(); }
    SecretField field{QStringLiteral("Passphrase")};
};

class StrengthMeterTest : public ThemedTest {
protected:
    StrengthMeter meter;
};

} // namespace

TEST_F(SecretFieldTest, HidesWhatIsTypedUntilTheEyeIsPressed) {
    QTest::keyClicks(field.edit(), QStringLiteral("four quiet words"));
    EXPECT_EQ(field.edit()->echoMode(), QLineEdit::Password);
    EXPECT_TRUE(heard(field.edit())->state().passwordEdit);
    QTest::mouseClick(eye(), Qt::LeftButton);
    EXPECT_TRUE(field.isRevealed());
    EXPECT_EQ(field.edit()->echoMode(), QLineEdit::Normal);
    QTest::mouseClick(eye(), Qt::LeftButton);
    EXPECT_EQ(field.edit()->echoMode(), QLineEdit::Password);
}

TEST_F(SecretFieldTest, TakingLeavesNothingAndHidesAgain) {
    QTest::keyClicks(field.edit(), QStringLiteral("four quiet words"));
    QTest::mouseClick(eye(), Qt::LeftButton);
    EXPECT_EQ(field.take(), QByteArray("four quiet words"));
    EXPECT_TRUE(field.isEmpty());
    EXPECT_TRUE(field.text().isEmpty());
    EXPECT_FALSE(field.isRevealed());
    EXPECT_FALSE(field.edit()->isUndoAvailable());
}

TEST_F(SecretFieldTest, TellsOfTypingAndOfEnter) {
    QSignalSpy changed(&field, &SecretField::textChanged);
    QSignalSpy enter(&field, &SecretField::returnPressed);
    QTest::keyClicks(field.edit(), QStringLiteral("ab"));
    QTest::keyClick(field.edit(), Qt::Key_Return);
    EXPECT_EQ(changed.count(), 2);
    EXPECT_EQ(enter.count(), 1);
}

TEST_F(SecretFieldTest, HintsAtCapsLock) {
    QTest::keyClick(field.edit(), 'A', Qt::ShiftModifier);
    EXPECT_FALSE(field.capsLockHint());
    QKeyEvent capital(QEvent::KeyPress, Qt::Key_A, Qt::NoModifier, QStringLiteral("A"));
    QApplication::sendEvent(field.edit(), &capital);
    EXPECT_TRUE(field.capsLockHint());
    EXPECT_FALSE(field.edit()->accessibleDescription().isEmpty());
    QTest::keyClick(field.edit(), 'a');
    EXPECT_FALSE(field.capsLockHint());
}

TEST_F(SecretFieldTest, TheEyeIsReachedByKeyboardAndHasAName) {
    EXPECT_TRUE(eye()->focusPolicy() & Qt::TabFocus);
    EXPECT_FALSE(heard(eye())->text(QAccessible::Name).isEmpty());
    const QString before = heard(eye())->text(QAccessible::Name);
    QTest::keyClick(eye(), Qt::Key_Space);
    EXPECT_TRUE(field.isRevealed());
    EXPECT_NE(heard(eye())->text(QAccessible::Name), before);
}

TEST_F(StrengthMeterTest, KnowsWeakFromStrong) {
    EXPECT_EQ(passphraseScore({}), 0);
    EXPECT_EQ(passphraseScore(u"password"), 0);
    EXPECT_LT(passphraseScore(u"sunshine1"), 2);
    EXPECT_EQ(passphraseScore(u"gravel otter umbrella nineteen quartz"), 4);
    EXPECT_EQ(passphraseScore(u"tangerine anchor violet bicycle"), 4);
    const QString many(100'000, u'a');
    EXPECT_EQ(passphraseScore(many), passphraseScore(QStringView(many).left(100)));
}

TEST_F(StrengthMeterTest, SaysItInWords) {
    EXPECT_TRUE(meter.words().isEmpty());
    meter.setPassphrase(u"password");
    const QString weak = meter.words();
    EXPECT_FALSE(weak.isEmpty());
    meter.setPassphrase(u"gravel otter umbrella nineteen quartz");
    EXPECT_NE(meter.words(), weak);
    EXPECT_EQ(meter.score(), 4);
    EXPECT_EQ(heard(&meter)->text(QAccessible::Description), meter.words());
    meter.setPassphrase({});
    EXPECT_TRUE(meter.words().isEmpty());
    EXPECT_EQ(meter.score(), 0);
}

// Longer than it looks: what it costs is bounded, whatever is pasted.
TEST_F(StrengthMeterTest, LooksAtTheFirstHundredCharactersOnly) {
    const QString strong = QStringLiteral("gravel otter umbrella nineteen quartz");
    const QString weak(100, u'a');
    ASSERT_LT(passphraseScore(weak), passphraseScore(strong));
    EXPECT_EQ(passphraseScore(weak + strong.repeated(20'000)), passphraseScore(weak));
    EXPECT_EQ(passphraseScore(weak.first(50) + strong), 4);
}
