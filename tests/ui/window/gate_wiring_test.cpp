#include "ui/window/gate_wiring.h"

#include "tests/support/fake_clock.h"
#include "tests/support/jobs.h"
#include "tests/support/page_walk.h"
#include "ui/models/sentences.h"
#include "ui/pages/unlock/unlock_page.h"
#include "ui/pages/welcome/welcome_page.h"
#include "ui/theme/theme.h"
#include "ui/widgets/banner.h"
#include "ui/window/code_kept.h"

#include <QApplication>
#include <QTemporaryDir>
#include <QTest>
#include <gtest/gtest.h>

using namespace mend;
using namespace mend::ui;

namespace {

const QString passphrase = QStringLiteral("seven quiet boats at noon");

class Gate : public testing::Test {
protected:
    template <class Done>
    bool waitFor(Done done) {
        return QTest::qWaitFor(done, 10000);
    }
    void make() { ASSERT_TRUE(opening.createNow({QStringLiteral("Sam"), Role::Hurt}, passphrase)); }

    Theme theme{*qobject_cast<QApplication*>(QCoreApplication::instance())};
    QTemporaryDir folder;
    test::FakeClock clock;
    Opening opening{folder.filePath(QStringLiteral("vault")), clock, KeyCost::Small};
    std::unique_ptr<Workspace> workspace;
};

} // namespace

TEST_F(Gate, WelcomeMakesAVaultShowsItsCodeAndGivesItOut) {
    WelcomePage page;
    page.show();
    bool pairs = false;
    const WelcomeWiring wiring(page, opening, [&](std::unique_ptr<Workspace> made, bool pairNow) {
        workspace = std::move(made);
        pairs = pairNow;
    });
    Q_EMIT page.create({QStringLiteral("Sam"), std::nullopt, Relation::Friend}, passphrase);
    auto* code = test::child<QLabel>(page, "recoveryCodeShown");
    ASSERT_TRUE(waitFor([&] { return !code->text().isEmpty(); }));
    EXPECT_EQ(workspace, nullptr) << "not before the code was kept";
    Q_EMIT page.copyAsked();
    EXPECT_FALSE(test::child<QLabel>(page, "keptWords")->text().isEmpty());
    Q_EMIT page.finished(true);
    ASSERT_NE(workspace, nullptr);
    EXPECT_TRUE(pairs);
    EXPECT_EQ(workspace->me().name, QStringLiteral("Sam"));
    EXPECT_EQ(workspace->me().role, std::nullopt);
    EXPECT_EQ(workspace->me().relation, Relation::Friend);
    EXPECT_FALSE(isCodeUnkept(*workspace));
}

TEST_F(Gate, ACodeThatNobodySaidToHaveKeptIsRemembered) {
    {
        WelcomePage page;
        page.show();
        const WelcomeWiring wiring(page, opening, [](auto, bool) {});
        Q_EMIT page.create({QStringLiteral("Sam"), Role::Hurt, Relation::Friend}, passphrase);
        ASSERT_TRUE(waitFor(
            [&] { return !test::child<QLabel>(page, "recoveryCodeShown")->text().isEmpty(); }));
    } // Mend locks
    workspace = std::move(*opening.unlockNow(passphrase));
    EXPECT_TRUE(isCodeUnkept(*workspace));
}

TEST_F(Gate, WelcomeNeverWritesOverAVault) {
    make();
    WelcomePage page;
    page.show();
    const WelcomeWiring wiring(page, opening,
                               [&](auto made, bool) { workspace = std::move(made); });
    Q_EMIT page.create({QStringLiteral("Eve"), Role::Hurt, Relation::Friend}, passphrase);
    auto* problem = test::child<Banner>(page, "welcomeProblem");
    ASSERT_TRUE(waitFor([&] { return !problem->text().isEmpty(); }));
    EXPECT_EQ(problem->text(), sentence(Problem::VaultExists));
    EXPECT_TRUE(opening.unlockNow(passphrase));
}

TEST_F(Gate, UnlockOpensWithThePassphraseOnly) {
    make();
    UnlockPage page;
    page.show();
    const UnlockWiring wiring(page, opening, [&](auto opened) { workspace = std::move(opened); });
    Q_EMIT page.unlockAsked(QStringLiteral("not this"));
    auto* problem = test::child<Banner>(page, "unlockProblem");
    ASSERT_TRUE(waitFor([&] { return !problem->text().isEmpty(); }));
    EXPECT_EQ(problem->text(), sentence(Problem::WrongPassphrase));
    EXPECT_EQ(workspace, nullptr);
    Q_EMIT page.unlockAsked(passphrase);
    ASSERT_TRUE(waitFor([&] { return workspace != nullptr; }));
    EXPECT_EQ(workspace->me().name, QStringLiteral("Sam"));
}

TEST_F(Gate, TheRecoveryCodeSetsANewPassphrase) {
    auto made = opening.createNow({QStringLiteral("Sam"), Role::Hurt}, passphrase);
    ASSERT_TRUE(made);
    made->workspace.reset();
    UnlockPage page;
    page.show();
    const UnlockWiring wiring(page, opening, [&](auto opened) { workspace = std::move(opened); });
    Q_EMIT page.recoverAsked(QStringLiteral("nonsense"), QStringLiteral("new words"));
    EXPECT_EQ(test::child<Banner>(page, "unlockProblem")->text(),
              sentence(Problem::BadRecoveryCode));
    Q_EMIT page.recoverAsked(made->recoveryCode, QStringLiteral("new words"));
    ASSERT_TRUE(waitFor([&] { return workspace != nullptr; }));
    workspace.reset();
    EXPECT_TRUE(opening.unlockNow(QStringLiteral("new words")));
    EXPECT_FALSE(opening.unlockNow(passphrase));
}

TEST_F(Gate, APageThatIsGoneIsNotToldOfTheEnd) {
    make();
    bool told = false;
    {
        UnlockPage page;
        const UnlockWiring wiring(page, opening, [&](auto) { told = true; });
        Q_EMIT page.unlockAsked(passphrase);
    }
    test::finishJobs();
    EXPECT_FALSE(told);
}
