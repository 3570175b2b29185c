#include "ui/window/partner_wiring.h"

#include "tests/support/page_walk.h"
#include "tests/support/two_workspaces.h"
#include "ui/models/sentences.h"
#include "ui/pages/partner/partner_page.h"
#include "ui/theme/theme.h"
#include "ui/widgets/banner.h"

#include <QApplication>
#include <QPushButton>
#include <gtest/gtest.h>

using namespace mend;
using namespace mend::ui;

namespace {

// One person's page over a real workspace that listens on this machine alone.
struct Side {
    explicit Side(test::OneWorkspace& of)
        : workspace(*of.workspace), wiring(page, workspace, of.clock) {
        wiring.setPairingBind(QStringLiteral("127.0.0.1"));
        workspace.startSync({QStringLiteral("127.0.0.1"), {}, false});
        page.show();
    }
    bool shows(const char* name) const { return test::child<QWidget>(page, name)->isVisible(); }
    QString banner(const char* name) const { return test::child<Banner>(page, name)->text(); }
    void press(const char* name) { test::child<QPushButton>(page, name)->click(); }

    Workspace& workspace;
    PartnerPage page;
    PartnerWiring wiring;
};

class PartnerWiringTest : public testing::Test {
protected:
    // Shows a code on one side and types it on the other, until both are asked.
    bool meet() {
        alex.press("showCode");
        if (!two.waitFor([&] { return alex.shows("shownCode"); }))
            return false;
        const PairingReading shown = alex.workspace.pairing();
        Q_EMIT sam.page.pairingAsked({false, shown.code, shown.address});
        return two.waitFor([&] { return alex.shows("pair") && sam.shows("pair"); });
    }

    Theme theme{*qobject_cast<QApplication*>(QCoreApplication::instance())};
    test::TwoWorkspaces two{Role::Betrayer, Role::Hurt};
    Side alex{two.first};
    Side sam{two.second};
};

} // namespace

TEST_F(PartnerWiringTest, TwoPagesPairAndThenTellHowSharingGoes) {
    ASSERT_TRUE(meet());
    EXPECT_TRUE(
        test::child<QLabel>(sam.page, "askedSide")->text().contains(QStringLiteral("Alex")));
    alex.press("pair");
    sam.press("pair");
    ASSERT_TRUE(
        two.waitFor([&] { return alex.shows("sharingSentence") && sam.shows("sharingSentence"); }));
    EXPECT_FALSE(test::child<QLabel>(sam.page, "sharingSentence")->text().isEmpty());
}

TEST_F(PartnerWiringTest, NotNowEndsPairingOnBothSides) {
    ASSERT_TRUE(meet());
    sam.press("notNow");
    ASSERT_TRUE(two.waitFor([&] { return alex.shows("showCode") && sam.shows("showCode"); }));
    EXPECT_EQ(alex.banner("pairingProblem"), sentence(PairingProblem::CancelledThere));
    EXPECT_FALSE(alex.workspace.partner());
}

TEST_F(PartnerWiringTest, ASlipOfADigitSendsNothing) {
    Q_EMIT sam.page.pairingAsked({false, QStringLiteral("12"), {}});
    EXPECT_EQ(sam.banner("pairingProblem"), sentence(Problem::BadCode));
    Q_EMIT sam.page.pairingAsked({false, QStringLiteral("12"), QStringLiteral("x")});
    EXPECT_EQ(sam.workspace.pairing().phase, PairingReading::Phase::Idle);
}

TEST_F(PartnerWiringTest, StoppingSaysSo) {
    alex.press("showCode");
    ASSERT_TRUE(two.waitFor([&] { return alex.shows("shownCode"); }));
    alex.press("stopShowing");
    ASSERT_TRUE(two.waitFor([&] { return alex.shows("showCode"); }));
    EXPECT_EQ(alex.banner("pairingProblem"), sentence(PairingProblem::Cancelled));
}

TEST_F(PartnerWiringTest, ASideIsChosenHereBeforePairing) {
    ASSERT_TRUE(sam.workspace.changeMe(QStringLiteral("Sam"), std::nullopt, Relation::Friend));
    EXPECT_TRUE(sam.shows("roleHurt"));
    Q_EMIT sam.page.roleChosen(Role::Hurt);
    EXPECT_FALSE(sam.shows("roleHurt"));
    EXPECT_EQ(sam.workspace.me().role, Role::Hurt);
    EXPECT_EQ(sam.workspace.me().relation, Relation::Friend);
}

TEST_F(PartnerWiringTest, PausesAddsAnAddressAndLeaves) {
    ASSERT_TRUE(meet());
    alex.press("pair");
    sam.press("pair");
    // Pausing is for who has spoken once: until then there is nothing to pause.
    ASSERT_TRUE(two.waitFor([&] {
        const auto partner = sam.workspace.partner();
        return sam.shows("sharingSentence") && partner && !partner->provisional;
    }));
    sam.press("pause");
    ASSERT_TRUE(
        two.waitFor([&] { return sam.workspace.syncState().phase == SyncReading::Phase::Paused; }));
    Q_EMIT sam.page.addressesChosen({QStringLiteral("not an address")});
    EXPECT_EQ(sam.banner("partnerProblem"), sentence(Problem::BadAddress));
    Q_EMIT sam.page.addressesChosen({QStringLiteral("127.0.0.1:4000")});
    EXPECT_TRUE(sam.banner("partnerProblem").isEmpty());
    EXPECT_TRUE(sam.workspace.addresses().contains(QStringLiteral("127.0.0.1:4000")));
    sam.press("leave");
    sam.press("leaveNow");
    EXPECT_FALSE(sam.workspace.partner());
    EXPECT_TRUE(sam.shows("showCode"));
}
