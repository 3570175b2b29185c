// The page Settings: what it shows, and what it asks for.

#include "tests/ui/settings/settings_page_fixture.h"
#include "ui/widgets/card.h"
#include "ui/widgets/segmented_choice.h"

#include <QAccessible>
#include <QCheckBox>
#include <QRadioButton>
#include <QSignalSpy>
#include <QSpinBox>

using namespace mend;
using namespace mend::ui;
using namespace mend::test;

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

TEST_F(SettingsPageTest, ChangesTheRelationBeforePairingOnlyAndTheRoleAlways) {
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
    EXPECT_FALSE(page.findChild<QWidget*>(QStringLiteral("relationBox"))->isVisible());
    child<QRadioButton>(page, "role1")->click();
    EXPECT_TRUE(button("savePerson")->isEnabled());
    click("savePerson");
    ASSERT_EQ(chosen.count(), 2);
    EXPECT_EQ(chosen[1][0].value<PersonSetting>().role, Role::Betrayer);
    const QString words = child<QLabel>(page, "roleWords")->text();
    EXPECT_TRUE(words.contains(QStringLiteral("what you wrote stays")));
    EXPECT_TRUE(words.contains(QStringLiteral("Alex sees it if you change it")));
    EXPECT_TRUE(says("nameWords", QStringLiteral("Alex")) ||
                child<QLabel>(page, "nameWords")->text().contains(QStringLiteral("Alex")));
}

TEST_F(SettingsPageTest, ARoleThatAScreenReaderChoosesCanBeSaved) {
    auto* bus = QAccessible::queryAccessibleInterface(child<QRadioButton>(page, "role2"));
    bus->actionInterface()->doAction(QAccessibleActionInterface::toggleAction());
    EXPECT_TRUE(button("savePerson")->isEnabled());
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

// As large letters in the smallest window ask for.
TEST_F(SettingsPageTest, NoCardNeedsTheWidthOfItsLongestLine) {
    for (const char* line : {"lockAfter", "mayBeAsked", "relation"}) {
        const auto* words = child<QWidget>(page, line);
        const QWidget* card = words->parentWidget();
        while (card && !qobject_cast<const Card*>(card))
            card = card->parentWidget();
        ASSERT_NE(card, nullptr);
        EXPECT_LT(card->minimumSizeHint().width(), words->sizeHint().width()) << line;
    }
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
