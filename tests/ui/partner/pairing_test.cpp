#include "tests/ui/partner/partner_fixture.h"
#include "ui/widgets/code_field.h"

using namespace mend;
using namespace mend::ui;
using Phase = PairingReading::Phase;

namespace {

class Pairing : public test::PartnerPageTest {
protected:
    Pairing() {
        QObject::connect(&page, &PartnerPage::pairingAsked,
                         [this](const PairingWish& w) { wishes.push_back(w); });
        page.setState(alone());
    }
    std::vector<PairingWish> wishes;
};

} // namespace

TEST_F(Pairing, BeginsTodayUnlessMoreIsChosen) {
    press("showCode");
    ASSERT_EQ(wishes.size(), 1u);
    EXPECT_FALSE(wishes[0].shareBefore);
    EXPECT_TRUE(wishes[0].code.isEmpty());
    QTest::keyClick(part<QRadioButton>("beforeAll"), Qt::Key_Space);
    press("showCode");
    EXPECT_TRUE(wishes.at(1).shareBefore);
}

TEST_F(Pairing, AsksForTheSideFirstWhereItIsOpen) {
    PartnerState open = alone();
    open.myRole.reset();
    page.setState(open);
    EXPECT_FALSE(part("showCode")->isEnabled());
    EXPECT_FALSE(part("typeCode")->isEnabled());
    EXPECT_TRUE(test::wordsOf(page).join(u'\n').contains(
        QStringLiteral("You can change it later in Settings, and they will see that, too.")));
    std::optional<Role> chosen;
    QObject::connect(&page, &PartnerPage::roleChosen, [&](Role role) { chosen = role; });
    QTest::keyClick(part<QRadioButton>("roleHurt"), Qt::Key_Space);
    EXPECT_EQ(chosen, Role::Hurt);
    page.setState(alone());
    EXPECT_FALSE(isShown("roleHurt"));
    EXPECT_TRUE(part("showCode")->isEnabled());
}

TEST_F(Pairing, TakesNineDigitsAndAnAddressIfNeedBe) {
    press("typeCode");
    auto* code = part<CodeField>("code");
    QTest::keyClicks(code, QStringLiteral("42718630"));
    EXPECT_FALSE(part("findEachOther")->isEnabled());
    QTest::keyClicks(code, QStringLiteral("4"));
    QTest::keyClicks(part<QLineEdit>("address"), QStringLiteral(" 127.0.0.1:4000 "));
    press("findEachOther");
    ASSERT_EQ(wishes.size(), 1u);
    EXPECT_EQ(wishes[0].code, QStringLiteral("427186304"));
    EXPECT_EQ(wishes[0].address, QStringLiteral("127.0.0.1:4000"));
}

TEST_F(Pairing, BackLeadsBack) {
    press("typeCode");
    EXPECT_FALSE(isShown("showCode"));
    press("entryBack");
    EXPECT_TRUE(isShown("showCode"));
}

TEST_F(Pairing, ShowsTheCodeWithItsTimeAndThisComputersAddress) {
    PartnerState state = pairing(Phase::Showing);
    state.pairing.code = QStringLiteral("427 186 304");
    state.pairing.address = QStringLiteral("192.168.1.20:47100");
    state.secondsLeft = 581;
    page.setState(state);
    EXPECT_TRUE(words("shownCode").contains(QStringLiteral("427 186 304")));
    EXPECT_TRUE(words("timeLeft").contains(QStringLiteral("9:41")));
    EXPECT_TRUE(words("ownAddress").contains(QStringLiteral("192.168.1.20:47100")));
    QSignalSpy stop(&page, &PartnerPage::stopAsked);
    press("stopShowing");
    EXPECT_EQ(stop.count(), 1);
}

TEST_F(Pairing, AsksWhoItIsBeforeAnythingIsShared) {
    PartnerState state = pairing(Phase::Asking);
    state.pairing.partner = sam();
    page.setState(state);
    EXPECT_TRUE(words("askedSide").contains(QStringLiteral("Sam")));
    EXPECT_TRUE(words("askedSide").contains(QStringLiteral("hurt")));
    EXPECT_FALSE(isShown("sameSides"));
    QSignalSpy answered(&page, &PartnerPage::answered);
    press("notNow");
    press("pair");
    ASSERT_EQ(answered.count(), 2);
    EXPECT_FALSE(answered.at(0).at(0).toBool());
    EXPECT_TRUE(answered.at(1).at(0).toBool());
}

TEST_F(Pairing, ExplainsWhenBothChoseTheSameSide) {
    PartnerState state = pairing(Phase::Asking);
    state.pairing.partner = sam(Role::Betrayer);
    state.pairing.sameRoles = true;
    page.setState(state);
    EXPECT_TRUE(isShown("sameSides"));
    EXPECT_TRUE(words("askedSide").contains(QStringLiteral("broke the trust")));
    state.pairing.partner = sam(std::nullopt);
    page.setState(state);
    EXPECT_TRUE(words("askedSide").contains(QStringLiteral("not said yet")));
}

TEST_F(Pairing, SaysWhyItEndedAndLetsOneTryAgain) {
    press("typeCode");
    QTest::keyClicks(part<CodeField>("code"), QStringLiteral("427186304"));
    PartnerState state = pairing(Phase::Failed);
    state.pairing.problem = PairingProblem::NotFound;
    state.pairingProblem = QStringLiteral("Nobody on this network shows that code.");
    page.setState(state);
    EXPECT_EQ(part<Banner>("pairingProblem")->text(), state.pairingProblem);
    EXPECT_TRUE(isShown("code"));
    EXPECT_EQ(part<CodeField>("code")->code(), QStringLiteral("427186304"));
    page.setState(pairing(Phase::Searching));
    state.pairing.problem = PairingProblem::WrongCode;
    page.setState(state);
    EXPECT_TRUE(part<CodeField>("code")->code().isEmpty()) << "a burnt code is of no use";
}

TEST_F(Pairing, EveryStepHasNamesAndNothingShouts) {
    for (const Phase phase : {Phase::Idle, Phase::Showing, Phase::Searching, Phase::Proving,
                              Phase::Asking, Phase::Waiting, Phase::Failed}) {
        PartnerState state = pairing(phase);
        state.pairing.partner = sam();
        state.pairing.code = QStringLiteral("427 186 304");
        state.pairing.address = QStringLiteral("192.168.1.20:47100");
        state.secondsLeft = 581;
        page.setState(state);
        EXPECT_EQ(test::poorControls(page), QStringList()) << int(phase);
        EXPECT_EQ(test::loudWords(page), QStringList()) << int(phase);
        test::picture(page, QStringLiteral("partner-pairing-%1").arg(int(phase)));
    }
}
