// The page Settings with real widgets: what it shows, and what it asks for.

#include "tests/support/page_walk.h"
#include "ui/pages/settings/delete_card.h"
#include "ui/pages/settings/passphrase_card.h"
#include "ui/pages/settings/recovery_card.h"
#include "ui/pages/settings/settings_page.h"
#include "ui/theme/tokens.h"
#include "ui/widgets/secret_field.h"
#include "ui/widgets/segmented_choice.h"

#include <QCheckBox>
#include <QRadioButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>
#include <gtest/gtest.h>

using namespace mend;
using namespace mend::ui;
using namespace mend::test;

namespace {

class SettingsPageTest : public testing::Test {
protected:
    SettingsPageTest() {
        page.resize(916, 700);
        page.show();
        state.person = {QStringLiteral("Sam"), Role::Hurt, Relation::Partner};
        state.version = QStringLiteral("0.1.0");
        state.folder = QStringLiteral("/home/sam/.local/share/mend");
        show();
    }
    void show() {
        page.setState(state);
        QCoreApplication::processEvents();
    }
    void click(const char* name) {
        auto* button = child<QAbstractButton>(page, name);
        ASSERT_TRUE(button) << name;
        // Where its mark is: a check box takes no clicks beside its words.
        const QPoint mark(space::one, button->height() / 2);
        QTest::mouseClick(button, Qt::LeftButton, {}, mark);
    }
    void type(const char* name, const char* words) {
        QTest::keyClicks(child<SecretField>(page, name)->edit(), QLatin1String(words));
    }
    QAbstractButton* button(const char* name) { return child<QAbstractButton>(page, name); }
    bool says(const char* name, const QString& words) {
        return wordsOf(*page.findChild<QWidget*>(QLatin1String(name))).join(u'\n').contains(words);
    }

    SettingsPage page;
    SettingsState state;
};

} // namespace

TEST_F(SettingsPageTest, SavesANewName) {
    QSignalSpy chosen(&page, &SettingsPage::personChosen);
    auto* name = child<QLineEdit>(page, "name");
    EXPECT_EQ(name->text(), QStringLiteral("Sam"));
    EXPECT_FALSE(button("savePerson")->isEnabled()) << "nothing is changed";
    name->selectAll();
    QTest::keyClicks(name, QStringLiteral("Samira"));
    QTest::keyClick(name, Qt::Key_Return);
    ASSERT_EQ(chosen.count(), 1);
    const PersonSetting expected{QStringLiteral("Samira"), Role::Hurt, Relation::Partner};
    EXPECT_EQ(chosen[0][0].value<PersonSetting>(), expected);
}

TEST_F(SettingsPageTest, KeepsWhatIsBeingTyped) {
    auto* name = child<QLineEdit>(page, "name");
    name->setText(QStringLiteral("Sami"));
    show();
    EXPECT_EQ(name->text(), QStringLiteral("Sami"));
    state.person.name = QStringLiteral("Samira");
    show();
    EXPECT_EQ(name->text(), QStringLiteral("Samira"));
}

TEST_F(SettingsPageTest, ChangesRoleAndRelationBeforePairingOnly) {
    QSignalSpy chosen(&page, &SettingsPage::personChosen);
    QTest::mouseClick(buttonSaying(page, QStringLiteral("A friend")), Qt::LeftButton);
    child<QRadioButton>(page, "role2")->setFocus();
    QTest::keyClick(child<QRadioButton>(page, "role2"), Qt::Key_Space);
    click("savePerson");
    ASSERT_EQ(chosen.count(), 1);
    const PersonSetting expected{QStringLiteral("Sam"), std::nullopt, Relation::Friend};
    EXPECT_EQ(chosen[0][0].value<PersonSetting>(), expected);
    state.partner = QStringLiteral("Alex");
    show();
    EXPECT_FALSE(page.findChild<QWidget*>(QStringLiteral("beforePairing"))->isVisible());
    EXPECT_TRUE(says("nameWords", QStringLiteral("Alex")) ||
                child<QLabel>(page, "nameWords")->text().contains(QStringLiteral("Alex")));
}

TEST_F(SettingsPageTest, AsksWhetherICanBeAsked) {
    QSignalSpy chosen(&page, &SettingsPage::mayBeAskedChosen);
    auto* box = child<QCheckBox>(page, "mayBeAsked");
    EXPECT_FALSE(box->isChecked());
    box->setFocus();
    QTest::keyClick(box, Qt::Key_Space);
    ASSERT_EQ(chosen.count(), 1);
    EXPECT_TRUE(chosen[0][0].toBool());
    EXPECT_TRUE(box->accessibleDescription().contains(QStringLiteral("without a reason")));
    show();
    EXPECT_FALSE(box->isChecked()) << "what is stored, not what was clicked";
}

TEST_F(SettingsPageTest, ChoosesLookAndMotion) {
    QSignalSpy look(&page, &SettingsPage::lookChosen);
    QSignalSpy motion(&page, &SettingsPage::motionChosen);
    auto* choice = child<SegmentedChoice>(page, "look");
    EXPECT_EQ(choice->chosen(), QStringLiteral("system"));
    QTest::mouseClick(buttonSaying(*choice, QStringLiteral("Dark")), Qt::LeftButton);
    ASSERT_EQ(look.count(), 1);
    EXPECT_EQ(look[0][0].value<LookSetting>(), LookSetting::Dark);
    click("motion");
    ASSERT_EQ(motion.count(), 1);
    EXPECT_FALSE(motion[0][0].toBool());
    EXPECT_EQ(look.count(), 1) << "showing a state chooses nothing";
}

TEST_F(SettingsPageTest, ChoosesWhenItLocks) {
    QSignalSpy chosen(&page, &SettingsPage::autoLockChosen);
    auto* minutes = child<QSpinBox>(page, "lockMinutes");
    EXPECT_EQ(minutes->value(), 5);
    EXPECT_EQ(minutes->minimum(), 1);
    EXPECT_EQ(minutes->maximum(), 60);
    minutes->setFocus();
    QTest::keyClick(minutes, Qt::Key_Up);
    ASSERT_EQ(chosen.count(), 1);
    EXPECT_EQ(chosen[0][0].toInt(), 6);
    click("lockNever");
    ASSERT_EQ(chosen.count(), 2);
    EXPECT_EQ(chosen[1][0].toInt(), 0);
    state.autoLockMinutes = 0;
    show();
    EXPECT_TRUE(child<QRadioButton>(page, "lockNever")->isChecked());
    EXPECT_FALSE(minutes->isEnabled());
    click("lockAfter");
    EXPECT_EQ(chosen.last()[0].toInt(), 6);
    EXPECT_EQ(chosen.count(), 3);
}

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

TEST_F(SettingsPageTest, TellsAboutItself) {
    EXPECT_EQ(child<QLabel>(page, "version")->text(), QStringLiteral("Mend 0.1.0"));
    EXPECT_EQ(child<QLabel>(page, "folder")->text(), state.folder);
    EXPECT_TRUE(wordsOf(page).join(u'\n').contains(QStringLiteral("GPL-3.0-or-later")));
}

TEST_F(SettingsPageTest, ShowsAProblem) {
    state.problem = QStringLiteral("It could not be kept.");
    show();
    EXPECT_TRUE(wordsOf(page).contains(state.problem));
}

TEST_F(SettingsPageTest, NamesEveryControlAndSpeaksQuietly) {
    state.partner = QStringLiteral("Alex");
    state.recoveryCode = QStringLiteral("AAAA-BBBB-CCCC-DDDD");
    for (const char* name : {"passphraseOpen", "newKeyOpen", "recoveryOpen", "deletionOpen"})
        click(name);
    show();
    EXPECT_EQ(poorControls(page), QStringList());
    // About says that there is no streak; nothing else names one.
    QStringList loud = loudWords(page);
    loud.removeIf([](const QString& words) { return words.startsWith(QStringLiteral("count a")); });
    EXPECT_EQ(loud, QStringList());
}
