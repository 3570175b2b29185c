// The page Settings over a real vault.

#include "tests/support/jobs.h"
#include "tests/support/page_walk.h"
#include "tests/support/two_workspaces.h"
#include "ui/pages/settings/settings_page.h"
#include "ui/theme/theme.h"
#include "ui/widgets/segmented_choice.h"
#include "ui/window/code_kept.h"
#include "ui/window/settings_keys.h"
#include "ui/window/settings_wiring.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>
#include <gtest/gtest.h>

using namespace mend;
using namespace mend::ui;
using namespace mend::test;

namespace {

class SettingsWiringTest : public testing::Test {
protected:
    SettingsWiringTest() { wire(); }
    void wire() {
        wiring.reset();
        page = std::make_unique<SettingsPage>();
        wiring =
            std::make_unique<SettingsWiring>(*page, *one.workspace, theme, one.opening.folder());
    }
    bool says(const char* name, const QString& words) {
        return wordsOf(*page->findChild<QWidget*>(QLatin1String(name))).join(u'\n').contains(words);
    }
    bool isShown(const char* name) {
        return page->findChild<QWidget*>(QLatin1String(name))->isVisibleTo(page.get());
    }
    template <class Done>
    bool soon(Done done) {
        return QTest::qWaitFor(done, 20'000);
    }
    bool opensWith(const QString& passphrase) {
        wiring.reset();
        one.workspace.reset();
        auto opened = one.opening.unlockNow(passphrase);
        if (opened)
            one.workspace = std::move(*opened);
        return opened.has_value();
    }

    Theme theme{*qApp};
    OneWorkspace one{Role::Hurt};
    std::unique_ptr<SettingsPage> page;
    std::unique_ptr<SettingsWiring> wiring;
    const QString wrong = QStringLiteral("That isn’t it. Nothing is lost.");
};

} // namespace

TEST_F(SettingsWiringTest, ShowsWhoIAmAndWhereTheDataLies) {
    EXPECT_EQ(child<QLineEdit>(*page, "name")->text(), QStringLiteral("Sam"));
    EXPECT_FALSE(child<QCheckBox>(*page, "mayBeAsked")->isChecked()) << "off at first for hurt";
    EXPECT_EQ(child<QLabel>(*page, "folder")->text(), one.opening.folder());
    EXPECT_EQ(child<QLabel>(*page, "version")->text(), QStringLiteral("Mend " MEND_VERSION));
}

TEST_F(SettingsWiringTest, ChangesWhoIAm) {
    Q_EMIT page->personChosen({QStringLiteral("Samira"), Role::Betrayer, Relation::Friend});
    const Me me = one.workspace->me();
    EXPECT_EQ(me.name, QStringLiteral("Samira"));
    EXPECT_EQ(me.role, Role::Betrayer);
    EXPECT_EQ(me.relation, Relation::Friend);
    EXPECT_EQ(child<QLineEdit>(*page, "name")->text(), QStringLiteral("Samira"));
    Q_EMIT page->personChosen({QStringLiteral(" "), Role::Hurt, Relation::Friend});
    EXPECT_EQ(one.workspace->me().name, QStringLiteral("Samira"));
    EXPECT_TRUE(isShown("problem"));
    Q_EMIT page->mayBeAskedChosen(true);
    EXPECT_TRUE(one.workspace->me().mayBeAsked);
    EXPECT_TRUE(child<QCheckBox>(*page, "mayBeAsked")->isChecked());
    EXPECT_FALSE(isShown("problem"));
}

TEST_F(SettingsWiringTest, RemembersLookAndMotion) {
    Q_EMIT page->lookChosen(LookSetting::Dark);
    Q_EMIT page->motionChosen(false);
    EXPECT_EQ(theme.look(), Look::Dark);
    EXPECT_FALSE(theme.motion());
    theme.choose(LookChoice::System);
    theme.choose(MotionChoice::System);
    wire();
    EXPECT_EQ(theme.lookChoice(), LookChoice::Dark);
    EXPECT_EQ(theme.motionChoice(), MotionChoice::Off);
    EXPECT_EQ(child<SegmentedChoice>(*page, "look")->chosen(), QStringLiteral("dark"));
    EXPECT_FALSE(child<QCheckBox>(*page, "motion")->isChecked());
    Q_EMIT page->lookChosen(LookSetting::Light);
    Q_EMIT page->motionChosen(true);
    EXPECT_EQ(theme.lookChoice(), LookChoice::Light);
    EXPECT_EQ(theme.motionChoice(), MotionChoice::System);
    Q_EMIT page->lookChosen(LookSetting::System);
    EXPECT_EQ(theme.lookChoice(), LookChoice::System);
}

TEST_F(SettingsWiringTest, RemembersWhenItLocks) {
    QSignalSpy changed(wiring.get(), &SettingsWiring::autoLockChanged);
    EXPECT_EQ(child<QSpinBox>(*page, "lockMinutes")->value(), settings::autoLockDefault.count());
    Q_EMIT page->autoLockChosen(12);
    EXPECT_EQ(changed.count(), 1);
    EXPECT_EQ(one.workspace->setting(settings::autoLockMinutes()), QByteArray("12"));
    EXPECT_EQ(child<QSpinBox>(*page, "lockMinutes")->value(), 12);
    Q_EMIT page->autoLockChosen(0);
    EXPECT_TRUE(child<QAbstractButton>(*page, "lockNever")->isChecked());
}

TEST_F(SettingsWiringTest, ChangesThePassphrase) {
    const QString next = QStringLiteral("five slow trains to the sea");
    Q_EMIT page->passphraseChangeAsked(QStringLiteral("not this"), next);
    ASSERT_TRUE(soon([&] { return says("passphraseCard", wrong); }));
    Q_EMIT page->passphraseChangeAsked(OneWorkspace::passphrase(), next);
    ASSERT_TRUE(soon([&] { return isShown("passphraseDone"); }));
    EXPECT_FALSE(opensWith(OneWorkspace::passphrase()));
    EXPECT_TRUE(opensWith(next));
}

TEST_F(SettingsWiringTest, MakesARecoveryCodeThatReplacesTheOldOne) {
    Q_EMIT page->recoveryCodeAsked(QStringLiteral("not this"));
    ASSERT_TRUE(soon([&] { return says("recoveryCard", wrong); }));
    EXPECT_FALSE(isShown("newCode"));
    EXPECT_FALSE(isCodeUnkept(*one.workspace)) << "the old code is the one that is kept";
    Q_EMIT page->recoveryCodeAsked(OneWorkspace::passphrase());
    ASSERT_TRUE(soon([&] { return isShown("newCode"); }));
    EXPECT_TRUE(isCodeUnkept(*one.workspace));
    QTest::mouseClick(child<QPushButton>(*page, "copyCode"), Qt::LeftButton);
    const QString code = QGuiApplication::clipboard()->text();
    EXPECT_TRUE(isShown("keptWords"));
    QTest::mouseClick(child<QPushButton>(*page, "codeKept"), Qt::LeftButton);
    EXPECT_FALSE(isShown("newCode"));
    EXPECT_FALSE(isCodeUnkept(*one.workspace));
    wiring.reset();
    one.workspace.reset();
    const QString next = QStringLiteral("five slow trains to the sea");
    EXPECT_EQ(one.opening.recoverNow(one.recoveryCode, next).error(), Problem::WrongRecoveryCode);
    EXPECT_TRUE(one.opening.recoverNow(code, next));
}

TEST_F(SettingsWiringTest, WantsANewKeyOnlyWithTheRightPassphrase) {
    const QString next = QStringLiteral("five slow trains to the sea");
    QString wanted;
    QObject::connect(wiring.get(), &SettingsWiring::newKeyWanted, [&](const QString& fresh) {
        wanted = QString(fresh.constData(), fresh.size());
    });
    Q_EMIT page->newKeyAsked(QStringLiteral("not this"), next);
    ASSERT_TRUE(soon([&] { return says("newKeyCard", wrong); }));
    EXPECT_TRUE(wanted.isEmpty());
    Q_EMIT page->newKeyAsked(OneWorkspace::passphrase(), next);
    ASSERT_TRUE(soon([&] { return !wanted.isEmpty(); }));
    EXPECT_EQ(wanted, next);
    wiring->tellNewKey(QStringLiteral("AAAA-BBBB"));
    EXPECT_TRUE(isShown("newCode"));
    EXPECT_TRUE(isCodeUnkept(*one.workspace));
    wiring->tellNewKey(fail(Problem::DiskFull));
    EXPECT_TRUE(says("newKeyCard", QStringLiteral("The disk is full.")));
    EXPECT_FALSE(isShown("newCode"));
}

TEST_F(SettingsWiringTest, WantsEverythingErasedOnlyWithTheRightPassphrase) {
    QSignalSpy wanted(wiring.get(), &SettingsWiring::eraseWanted);
    Q_EMIT page->deletionAsked(QStringLiteral("not this"));
    ASSERT_TRUE(soon([&] { return says("deletionCard", wrong); }));
    EXPECT_EQ(wanted.count(), 0);
    Q_EMIT page->deletionAsked(OneWorkspace::passphrase());
    ASSERT_TRUE(soon([&] { return wanted.count() == 1; }));
    wiring.reset();
    ASSERT_TRUE(one.opening.erase(std::move(one.workspace)));
    EXPECT_FALSE(one.opening.vaultExists());
}

TEST_F(SettingsWiringTest, SurvivesBeingLockedWhileItWaits) {
    Q_EMIT page->passphraseChangeAsked(QStringLiteral("not this"), QStringLiteral("whatever"));
    wiring.reset();
    page.reset();
    one.workspace.reset();
    test::finishJobs();
    EXPECT_TRUE(opensWith(OneWorkspace::passphrase()));
}

TEST(SettingsWiringOfTwo, KeepsTheRelationOncePairedAndChangesTheRole) {
    TwoWorkspaces two(Role::Betrayer, Role::Hurt);
    Theme theme(*qApp);
    SettingsPage page;
    SettingsWiring wiring(page, *two.second.workspace, theme, two.second.opening.folder());
    auto* before = page.findChild<QWidget*>(QStringLiteral("relationBox"));
    EXPECT_TRUE(before->isVisibleTo(&page));
    ASSERT_TRUE(two.pair());
    EXPECT_TRUE(two.waitFor([&] { return !before->isVisibleTo(&page); }));
    Q_EMIT page.personChosen({QStringLiteral("Samira"), Role::Betrayer, Relation::Colleague});
    const Me me = two.second.workspace->me();
    EXPECT_EQ(me.name, QStringLiteral("Samira"));
    EXPECT_EQ(me.role, Role::Betrayer);
    EXPECT_EQ(me.relation, Relation::Partner);
    EXPECT_TRUE(
        two.waitFor([&] { return two.first.workspace->partner()->role == Role::Betrayer; }));
}
