#include "tests/ui/partner/partner_fixture.h"

using namespace mend;
using namespace mend::ui;
using Phase = SyncReading::Phase;

namespace {
using Sharing = test::PartnerPageTest;
}

TEST_F(Sharing, IsSaidInWordsWithWhatWaits) {
    PartnerState state = paired();
    state.sync.counts = {12, 9, 9, 1};
    page.setState(state);
    EXPECT_EQ(words("sharingSentence"), state.sharing);
    EXPECT_EQ(words("waiting"), QStringLiteral("3 things of yours wait to be shared."));
    EXPECT_EQ(words("sealed"), QStringLiteral("What is sealed of your check-ins opens when you "
                                              "both have shared one for the same day."))
        << "without a number";
    state.sync.counts = {12, 9, 12, 0};
    page.setState(state);
    EXPECT_FALSE(isShown("waiting"));
    EXPECT_FALSE(isShown("sealed"));
}

TEST_F(Sharing, PausesAndGoesOn) {
    QSignalSpy asked(&page, &PartnerPage::pauseAsked);
    page.setState(paired());
    press("pause");
    page.setState(paired(Phase::Paused));
    press("pause");
    ASSERT_EQ(asked.count(), 2);
    EXPECT_TRUE(asked.at(0).at(0).toBool());
    EXPECT_FALSE(asked.at(1).at(0).toBool());
}

// Somebody who pauses in fear must know beforehand that it shows.
TEST_F(Sharing, SaysThatAPauseIsSeen) {
    page.setState(paired());
    ASSERT_TRUE(isShown("pauseWords"));
    EXPECT_TRUE(words("pauseWords").contains(paired().partner->name));
    EXPECT_TRUE(words("pauseWords").contains(QStringLiteral("may say so")));
}

TEST_F(Sharing, LooksAgainWhenAsked) {
    QSignalSpy asked(&page, &PartnerPage::retryAsked);
    page.setState(paired(Phase::Paused));
    EXPECT_FALSE(isShown("retry"));
    page.setState(paired(Phase::Looking));
    press("retry");
    EXPECT_EQ(asked.count(), 1);
}

// Nobody can watch from here when the other has Mend open.
TEST_F(Sharing, OffersTheSameWhetherOrNotTheOtherIsThere) {
    for (const Phase phase :
         {Phase::Looking, Phase::Connecting, Phase::Exchanging, Phase::InStep}) {
        page.setState(paired(phase));
        EXPECT_TRUE(isShown("retry")) << int(phase);
    }
}

TEST_F(Sharing, LetsMuchInOnlyWhenAsked) {
    PartnerState state = paired(Phase::Stopped);
    state.sync.stop = SyncReading::Stop::Refused;
    page.setState(state);
    EXPECT_FALSE(isShown("allowMuch"));
    state.sync.stop = SyncReading::Stop::TooMuch;
    page.setState(state);
    QSignalSpy asked(&page, &PartnerPage::allowMuchAsked);
    press("allowMuch");
    EXPECT_EQ(asked.count(), 1);
}

TEST_F(Sharing, AddsAndRemovesAddresses) {
    PartnerState state = paired();
    state.addresses = {QStringLiteral("10.0.0.2:4000")};
    state.sync.listening = QStringLiteral("192.168.1.20:47100\n10.1.1.1:47100");
    page.setState(state);
    EXPECT_TRUE(words("ownAddresses").contains(QStringLiteral("10.1.1.1:47100")));
    QStringList chosen;
    QObject::connect(&page, &PartnerPage::addressesChosen,
                     [&](const QStringList& list) { chosen = list; });
    auto* entry = part<QLineEdit>("newAddress");
    QTest::keyClicks(entry, QStringLiteral("10.0.0.3:4000"));
    QTest::keyClick(entry, Qt::Key_Return);
    EXPECT_EQ(chosen,
              QStringList({QStringLiteral("10.0.0.2:4000"), QStringLiteral("10.0.0.3:4000")}));
    EXPECT_FALSE(entry->text().isEmpty()) << "it may have been no address";
    state.addresses = chosen;
    page.setState(state);
    EXPECT_TRUE(entry->text().isEmpty());
    press("removeAddress");
    EXPECT_EQ(chosen, QStringList({QStringLiteral("10.0.0.3:4000")}));
}

TEST_F(Sharing, LeavingIsAskedOnceMore) {
    page.setState(paired());
    QSignalSpy left(&page, &PartnerPage::leaveAsked);
    press("leave");
    EXPECT_EQ(left.count(), 0);
    press("stay");
    EXPECT_FALSE(isShown("leaveNow"));
    press("leave");
    press("leaveNow");
    EXPECT_EQ(left.count(), 1);
}

// Who is pressed to pair reads on this very page that they needn't.
TEST_F(Sharing, SafetyStandsBesidePairingUntilThereIsAPartner) {
    page.setState(alone());
    QSignalSpy asked(&page, &PartnerPage::safetyAsked);
    press("safetyBeforePairing");
    EXPECT_EQ(asked.count(), 1);
    page.setState(paired());
    EXPECT_FALSE(isShown("safetyBeforePairing"));
}

TEST_F(Sharing, SafetyStandsBesideLeaving) {
    page.setState(paired());
    QSignalSpy asked(&page, &PartnerPage::safetyAsked);
    press("safetyFirst");
    EXPECT_EQ(asked.count(), 1);
}

TEST_F(Sharing, APairingThatHasNotSpokenMayBeMadeAnew) {
    PartnerState state = paired(Phase::Provisional);
    state.partner->provisional = true;
    page.setState(state);
    EXPECT_TRUE(isShown("showCode"));
    EXPECT_TRUE(isShown("sharingSentence"));
    page.setState(paired());
    EXPECT_FALSE(isShown("showCode"));
}

TEST_F(Sharing, EveryControlHasANameAndNothingShouts) {
    PartnerState state = paired(Phase::Exchanging);
    state.sync.counts = {12, 9, 9, 1};
    state.sync.progressDone = 300;
    state.sync.progressTotal = 4000;
    state.addresses = {QStringLiteral("10.0.0.2:4000")};
    state.problem = QStringLiteral("That isn’t an address Mend can use.");
    page.setState(state);
    EXPECT_EQ(test::poorControls(page), QStringList());
    EXPECT_EQ(test::loudWords(page), QStringList());
    test::picture(page, QStringLiteral("partner-sharing"));
    theme.choose(LookChoice::Dark);
    page.setState(paired(Phase::Looking));
    test::picture(page, QStringLiteral("partner-sharing-dark"));
}
