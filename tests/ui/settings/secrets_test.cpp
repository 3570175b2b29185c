// The cards of Settings that ask for a passphrase: changing it, a new key, a new code, deleting
// everything.

#include "tests/ui/settings/settings_page_fixture.h"
#include "ui/pages/settings/delete_card.h"

#include <QLabel>
#include <QSignalSpy>

using namespace mend;
using namespace mend::ui;
using namespace mend::test;

TEST_F(SettingsPageTest, ChangesThePassphrase) {
    QStringList got; // copied while they are there
    QObject::connect(&page, &SettingsPage::passphraseChangeAsked,
                     [&](const QString& current, const QString& next) {
                         got = {QString(current.constData(), current.size()),
                                QString(next.constData(), next.size())};
                     });
    EXPECT_FALSE(child<SecretField>(page, "currentPassphrase")->isVisible());
    click("passphraseOpen");
    EXPECT_TRUE(child<SecretField>(page, "currentPassphrase")->edit()->hasFocus());
    EXPECT_FALSE(button("passphraseSubmit")->isEnabled());
    type("currentPassphrase", "the old one");
    type("newPassphrase", "seven quiet boats at noon");
    type("newPassphraseAgain", "seven quiet boats");
    EXPECT_FALSE(button("passphraseSubmit")->isEnabled()) << "the two differ";
    type("newPassphraseAgain", " at noon");
    click("passphraseSubmit");
    EXPECT_EQ(got, (QStringList{QStringLiteral("the old one"),
                                QStringLiteral("seven quiet boats at noon")}));
}

TEST_F(SettingsPageTest, TakesANewKeyWhereSomebodyMayKnowThePassphrase) {
    QStringList got; // copied while they are there
    QObject::connect(&page, &SettingsPage::newKeyAsked,
                     [&](const QString& current, const QString& next) {
                         got = {QString(current.constData(), current.size()),
                                QString(next.constData(), next.size())};
                     });
    EXPECT_TRUE(says("newKeyCard", QStringLiteral("A copy that was made before stays readable")));
    click("newKeyOpen");
    type("newKeyCurrent", "the old one");
    type("newKeyNext", "seven quiet boats at noon");
    EXPECT_FALSE(button("newKeySubmit")->isEnabled());
    type("newKeyAgain", "seven quiet boats at noon");
    QTest::keyClick(child<SecretField>(page, "newKeyAgain")->edit(), Qt::Key_Return);
    EXPECT_EQ(got, (QStringList{QStringLiteral("the old one"),
                                QStringLiteral("seven quiet boats at noon")}));
    state.newKey = {false, true, {}};
    state.recoveryCode = QStringLiteral("AAAA-BBBB-CCCC-DDDD-EEEE-FFFF");
    show();
    page.showKeys();
    QTest::qWait(10);
    auto* code = child<QLabel>(page, "recoveryCodeShown");
    EXPECT_FALSE(code->visibleRegion().isEmpty()) << "it is in sight";
    EXPECT_TRUE(child<QLabel>(page, "newKeyDone")->isVisible());
}

TEST_F(SettingsPageTest, WaitsAndAnswersCalmly) {
    click("passphraseOpen");
    type("currentPassphrase", "the old one");
    type("newPassphrase", "new");
    type("newPassphraseAgain", "new");
    state.passphrase = {true, false, {}};
    show();
    EXPECT_FALSE(button("passphraseSubmit")->isEnabled());
    EXPECT_FALSE(child<SecretField>(page, "currentPassphrase")->isEnabled());
    state.passphrase = {false, false, QStringLiteral("That isn’t it. Nothing is lost.")};
    show();
    EXPECT_TRUE(says("passphraseCard", state.passphrase.problem));
    EXPECT_EQ(child<SecretField>(page, "newPassphrase")->text(), QStringLiteral("new"));
    state.passphrase = {false, true, {}};
    show();
    EXPECT_FALSE(child<SecretField>(page, "currentPassphrase")->isVisible());
    EXPECT_TRUE(child<SecretField>(page, "currentPassphrase")->isEmpty());
    EXPECT_TRUE(child<QLabel>(page, "passphraseDone")->isVisible());
    click("passphraseOpen");
    show();
    EXPECT_TRUE(child<SecretField>(page, "currentPassphrase")->isVisible())
        << "an answer of before doesn't close it again";
    EXPECT_FALSE(child<QLabel>(page, "passphraseDone")->isVisible());
}

TEST_F(SettingsPageTest, ForgetsWhatWasTypedWhenClosed) {
    click("passphraseOpen");
    type("currentPassphrase", "the old one");
    click("passphraseClose");
    EXPECT_FALSE(child<SecretField>(page, "currentPassphrase")->isVisible());
    EXPECT_TRUE(child<SecretField>(page, "currentPassphrase")->isEmpty());
}

TEST_F(SettingsPageTest, MakesAndKeepsARecoveryCode) {
    QSignalSpy print(&page, &SettingsPage::printCodeAsked);
    QSignalSpy copy(&page, &SettingsPage::copyCodeAsked);
    QSignalSpy save(&page, &SettingsPage::saveCodeAsked);
    QSignalSpy kept(&page, &SettingsPage::codeKept);
    QString got;
    QObject::connect(&page, &SettingsPage::recoveryCodeAsked, [&](const QString& passphrase) {
        got = QString(passphrase.constData(), passphrase.size());
    });
    EXPECT_TRUE(says("recoveryCard", QStringLiteral("the old one no longer opens this vault")));
    click("recoveryOpen");
    EXPECT_FALSE(button("recoverySubmit")->isEnabled());
    type("recoveryPassphrase", "secret");
    QTest::keyClick(child<SecretField>(page, "recoveryPassphrase")->edit(), Qt::Key_Return);
    EXPECT_EQ(got, QStringLiteral("secret"));
    state.recovery = {false, true, {}};
    state.recoveryCode = QStringLiteral("AAAA-BBBB-CCCC-DDDD-EEEE-FFFF");
    show();
    auto* code = child<QLabel>(page, "recoveryCodeShown");
    EXPECT_TRUE(code->isVisible());
    EXPECT_EQ(code->text(), QStringLiteral("AAAA  BBBB  CCCC\nDDDD  EEEE  FFFF"));
    EXPECT_TRUE(code->accessibleName().contains(state.recoveryCode));
    EXPECT_FALSE(button("recoveryOpen")->isVisible()) << "one code at a time";
    for (const char* name : {"printCode", "copyCode", "saveCode"})
        click(name);
    for (const QSignalSpy* spy : {&print, &copy, &save}) {
        ASSERT_EQ(spy->count(), 1);
        EXPECT_EQ(spy->at(0)[0].toString(), state.recoveryCode);
    }
    state.kept = QStringLiteral("Saved.");
    show();
    EXPECT_TRUE(child<QLabel>(page, "keptWords")->isVisible());
    click("codeKept");
    EXPECT_EQ(kept.count(), 1);
    state.recoveryCode.clear();
    state.recovery = {};
    show();
    EXPECT_FALSE(code->isVisible());
    EXPECT_TRUE(code->text().isEmpty());
    EXPECT_TRUE(button("recoveryOpen")->isVisible());
}

TEST_F(SettingsPageTest, DeletesOnlyWithPassphraseAndWord) {
    QString got;
    QObject::connect(&page, &SettingsPage::deletionAsked, [&](const QString& passphrase) {
        got = QString(passphrase.constData(), passphrase.size());
    });
    click("deletionOpen");
    auto* word = child<QLineEdit>(page, "deletionWord");
    QTest::keyClicks(word, DeleteCard::word());
    EXPECT_FALSE(button("deletionSubmit")->isEnabled());
    type("deletionPassphrase", "secret");
    EXPECT_TRUE(button("deletionSubmit")->isEnabled());
    word->setText(QStringLiteral("delet"));
    EXPECT_FALSE(button("deletionSubmit")->isEnabled());
    QTest::keyClick(child<SecretField>(page, "deletionPassphrase")->edit(), Qt::Key_Return);
    EXPECT_TRUE(got.isEmpty());
    word->setText(QStringLiteral(" Delete "));
    click("deletionSubmit");
    EXPECT_EQ(got, QStringLiteral("secret"));
    click("deletionClose");
    EXPECT_TRUE(word->text().isEmpty());
}

TEST_F(SettingsPageTest, SaysWhatGoesAndWhatStays) {
    click("deletionOpen");
    EXPECT_TRUE(says("deletionCard", QStringLiteral("the whole vault on this computer")));
    EXPECT_FALSE(child<QLabel>(page, "whatStays")->text().contains(QStringLiteral("Alex")));
    state.partner = QStringLiteral("Alex");
    show();
    EXPECT_TRUE(child<QLabel>(page, "whatStays")
                    ->text()
                    .contains(QStringLiteral("What Alex received stays on their computer.")));
}
