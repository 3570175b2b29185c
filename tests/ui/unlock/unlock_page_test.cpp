#include "ui/pages/unlock/unlock_page.h"

#include "tests/support/page_picture.h"
#include "tests/support/page_walk.h"
#include "ui/theme/theme.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/secret_field.h"
#include "ui/widgets/wrap_label.h"

#include <QApplication>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <gtest/gtest.h>

using namespace mend::ui;

namespace {

class UnlockPageTest : public testing::Test {
protected:
    UnlockPageTest() { page.show(); }
    template <class T>
    T* part(const char* name) {
        return page.findChild<T*>(QLatin1String(name));
    }
    QLineEdit* passphrase() { return part<SecretField>("passphrase")->edit(); }

    Theme theme{*qobject_cast<QApplication*>(QCoreApplication::instance())};
    UnlockPage page;
};

} // namespace

TEST_F(UnlockPageTest, EnterUnlocksAndLeavesTheFieldEmpty) {
    QString heard;
    QObject::connect(&page, &UnlockPage::unlockAsked,
                     [&](const QString& text) { heard = QString(text.constData(), text.size()); });
    QTest::keyClicks(passphrase(), QStringLiteral("four quiet words"));
    QTest::keyClick(passphrase(), Qt::Key_Return);
    EXPECT_EQ(heard, QStringLiteral("four quiet words"));
    EXPECT_TRUE(passphrase()->text().isEmpty());
}

TEST_F(UnlockPageTest, AsksNothingOfAnEmptyField) {
    QSignalSpy asked(&page, &UnlockPage::unlockAsked);
    QTest::keyClick(passphrase(), Qt::Key_Return);
    EXPECT_FALSE(part<QPushButton>("unlock")->isEnabled());
    EXPECT_EQ(asked.count(), 0);
}

TEST_F(UnlockPageTest, WaitsCalmlyAndSaysWhatWentOn) {
    QTest::keyClicks(passphrase(), QStringLiteral("x"));
    page.setState({true, {}, {}});
    EXPECT_FALSE(part<QPushButton>("unlock")->isEnabled());
    EXPECT_FALSE(passphrase()->isEnabled());
    page.setState({false, QStringLiteral("That isn’t it. Nothing is lost."), {}});
    EXPECT_TRUE(passphrase()->isEnabled());
    EXPECT_TRUE(part<Banner>("unlockProblem")->isVisible());
    EXPECT_EQ(part<Banner>("unlockProblem")->text(),
              QStringLiteral("That isn’t it. Nothing is lost."));
}

TEST_F(UnlockPageTest, TheRecoveryCodeNeedsANewPassphraseTwice) {
    QStringList heard;
    QObject::connect(&page, &UnlockPage::recoverAsked, [&](const QString& code, const QString& p) {
        heard = {QString(code.constData(), code.size()), QString(p.constData(), p.size())};
    });
    QTest::mouseClick(part<QPushButton>("toRecovery"), Qt::LeftButton);
    EXPECT_FALSE(part<SecretField>("passphrase")->isVisible());
    auto* code = part<QLineEdit>("recoveryCode");
    auto* fresh = part<SecretField>("newPassphrase")->edit();
    auto* again = part<SecretField>("newPassphraseAgain")->edit();
    QTest::keyClicks(code, QStringLiteral(" ABCD-EFGH "));
    QTest::keyClicks(fresh, QStringLiteral("new words"));
    QTest::keyClicks(again, QStringLiteral("new word"));
    EXPECT_FALSE(part<QPushButton>("recover")->isEnabled());
    auto* hint = part<QLabel>("newPassphraseHint");
    EXPECT_TRUE(hint->isVisible() && hint->text().contains(QStringLiteral("same"))) << "says why";
    QTest::keyClicks(again, QStringLiteral("s"));
    EXPECT_FALSE(hint->text().contains(QStringLiteral("same")));
    QTest::keyClick(again, Qt::Key_Return);
    EXPECT_EQ(heard, QStringList({QStringLiteral("ABCD-EFGH"), QStringLiteral("new words")}));
    // The code may hold a slip: it stays to be mended, the passphrase doesn't.
    EXPECT_FALSE(code->text().isEmpty());
    EXPECT_TRUE(fresh->text().isEmpty());
}

// It takes time to make, and a start would wait for it.
TEST_F(UnlockPageTest, TheFormForTheCodeIsMadeWhenItIsAskedForAndStays) {
    EXPECT_EQ(part<QLineEdit>("recoveryCode"), nullptr);
    auto* toRecovery = part<QPushButton>("toRecovery");
    QTest::mouseClick(toRecovery, Qt::LeftButton);
    auto* code = part<QLineEdit>("recoveryCode");
    ASSERT_NE(code, nullptr);
    EXPECT_EQ(page.focusWidget(), code);
    EXPECT_EQ(mend::test::poorControls(page), QStringList());
    QTest::keyClicks(code, QStringLiteral("ABCD"));
    QTest::mouseClick(toRecovery, Qt::LeftButton);
    EXPECT_EQ(page.focusWidget(), passphrase());
    QTest::mouseClick(toRecovery, Qt::LeftButton);
    EXPECT_EQ(part<QLineEdit>("recoveryCode"), code);
    EXPECT_EQ(code->text(), QStringLiteral("ABCD"));
}

TEST_F(UnlockPageTest, WhileOneCodeIsTriedNoOtherIsTyped) {
    QTest::mouseClick(part<QPushButton>("toRecovery"), Qt::LeftButton);
    auto* code = part<QLineEdit>("recoveryCode");
    page.setState({true, {}, {}});
    EXPECT_FALSE(code->isEnabled());
    page.setState({false, QStringLiteral("That isn’t it. Nothing is lost."), {}});
    EXPECT_TRUE(code->isEnabled());
    EXPECT_EQ(page.focusWidget(), code);
}

TEST_F(UnlockPageTest, EveryWordIsSeenInTheSmallestWindow) {
    page.resize(720, 520);
    page.setState({false, QStringLiteral("The recovery code is not right. Nothing is lost."), {}});
    QTest::mouseClick(part<QPushButton>("toRecovery"), Qt::LeftButton);
    QTest::keyClicks(part<SecretField>("newPassphrase")->edit(), QStringLiteral("a"));
    QTest::qWait(1);
    for (const auto* words : page.findChildren<WrapLabel*>()) {
        EXPECT_TRUE(!words->isVisible() || words->height() >= words->heightForWidth(words->width()))
            << words->text().toStdString();
    }
    auto* recover = part<QPushButton>("recover");
    EXPECT_EQ(recover->visibleRegion().boundingRect(), recover->rect());
}

TEST_F(UnlockPageTest, SafetyIsOneKeyAway) {
    QSignalSpy asked(&page, &UnlockPage::safetyAsked);
    QTest::keyClick(part<QPushButton>("safety"), Qt::Key_Space);
    EXPECT_EQ(asked.count(), 1);
}

TEST_F(UnlockPageTest, EveryControlHasANameAndNothingShouts) {
    EXPECT_EQ(mend::test::poorControls(page), QStringList());
    EXPECT_EQ(mend::test::loudWords(page), QStringList());
    mend::test::picture(page, QStringLiteral("unlock"));
    page.setState({true, {}, {}});
    mend::test::picture(page, QStringLiteral("unlock-busy"));
    page.setState({false, QStringLiteral("That isn’t it. Nothing is lost."), {}});
    QTest::mouseClick(part<QPushButton>("toRecovery"), Qt::LeftButton);
    theme.choose(LookChoice::Dark);
    mend::test::picture(page, QStringLiteral("unlock-recovery-dark"));
}
