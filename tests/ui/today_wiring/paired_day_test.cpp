// A day of two people, each with a page over a vault of their own, paired over real sockets.

#include "tests/core/guide/shipped.h"
#include "tests/ui/today_wiring/wired_page.h"
#include "ui/widgets/scale_slider.h"

#include <QRadioButton>
#include <gtest/gtest.h>

namespace mend::ui {
namespace {

struct PairedDay : testing::Test {
    test::TwoWorkspaces two{Role::Hurt, Role::Betrayer};
    Workspace& alex = *two.first.workspace;
    Workspace& sam = *two.second.workspace;
    Day day = alex.today();

    void SetUp() override { ASSERT_TRUE(two.pair()); }

    static void checkIn(const WiredPage& page, const char* share, const QString& words) {
        page.type("text-helped", words);
        press(page.page, share);
        press(page.page, "save");
    }
    bool shows(const WiredPage& page, const char* card, const QString& words) {
        return two.waitFor([&] { return page.words(card).contains(words); });
    }
};

TEST_F(PairedDay, TogetherOpensForBothOnceBothHaveWritten) {
    WiredPage alexPage(alex);
    WiredPage samPage(sam);
    checkIn(alexPage, "share-together", QStringLiteral("the river"));
    EXPECT_TRUE(shows(samPage, "partner",
                      QStringLiteral("Something from Alex opens when you both have shared one. "
                                     "No hurry.")));
    EXPECT_FALSE(samPage.words("partner").contains(QStringLiteral("the river")));
    EXPECT_TRUE(alexPage.words("checkIn").contains(QStringLiteral("Sealed.")));
    checkIn(samPage, "share-together", QStringLiteral("the tea"));
    EXPECT_TRUE(shows(samPage, "partner", QStringLiteral("the river")));
    EXPECT_TRUE(shows(alexPage, "partner", QStringLiteral("the tea")));
}

TEST_F(PairedDay, ItsAuthorOpensASealedOneAndTakesItBack) {
    WiredPage alexPage(alex);
    WiredPage samPage(sam);
    checkIn(alexPage, "share-together", QStringLiteral("the river"));
    ASSERT_TRUE(shows(samPage, "partner", QStringLiteral("No hurry.")));
    press(alexPage.page, "openNow");
    EXPECT_TRUE(shows(samPage, "partner", QStringLiteral("the river")));
    press(alexPage.page, "takeBack");
    EXPECT_TRUE(samPage.words("partner").contains(QStringLiteral("the river")));
    alexPage.page.settle();
    EXPECT_TRUE(two.waitFor(
        [&] { return !samPage.words("partner").contains(QStringLiteral("the river")); }));
    // Alex keeps the words.
    press(*part(alexPage.page, "checkIn"), "showKept");
    EXPECT_TRUE(alexPage.words("checkIn").contains(QStringLiteral("the river")));
    EXPECT_TRUE(alexPage.words("checkIn").contains(QStringLiteral("Only on this computer.")));
}

TEST_F(PairedDay, TheScalesStayAtHomeUnlessTheyAreShared) {
    WiredPage alexPage(alex);
    WiredPage samPage(sam);
    part<ScaleSlider>(alexPage.page, "scale-trust")->setValue(2);
    checkIn(alexPage, "share-now", QStringLiteral("the river"));
    ASSERT_TRUE(shows(samPage, "partner", QStringLiteral("the river")));
    EXPECT_TRUE(alexPage.words("checkIn").contains(QStringLiteral("The scales stay with you.")));
    press(*part(alexPage.page, "checkIn"), "showKept");
    EXPECT_TRUE(alexPage.words("checkIn").contains(QStringLiteral("2 of 10")));
    EXPECT_FALSE(samPage.words("partner").contains(QStringLiteral("of 10")));
    press(alexPage.page, "edit");
    press(alexPage.page, "withScales");
    press(alexPage.page, "save");
    EXPECT_TRUE(shows(samPage, "partner", QStringLiteral("2 of 10")));
    // What stayed at home was replaced, not heaped up.
    EXPECT_TRUE(alex.privateCheckIns(day, day).value().empty());
}

TEST_F(PairedDay, TheNextCheckInStartsAtMyOwnLastChoice) {
    {
        WiredPage alexPage(alex);
        checkIn(alexPage, "share-together", QStringLiteral("the river"));
    }
    WiredPage alexPage(alex);
    press(alexPage.page, "another");
    EXPECT_TRUE(part<QRadioButton>(alexPage.page, "share-together")->isChecked());
    WiredPage samPage(sam);
    EXPECT_TRUE(part<QRadioButton>(samPage.page, "share-private")->isChecked());
}

TEST_F(PairedDay, ACommitmentIsKeptAndSeen) {
    CommitmentFields home;
    home.title = QStringLiteral("Home by 18:30");
    home.from = day;
    ASSERT_TRUE(sam.addCommitment(home));
    WiredPage alexPage(alex);
    WiredPage samPage(sam);
    ASSERT_TRUE(shows(alexPage, "theirs", home.title));
    part(samPage.page, "mine")->findChildren<QRadioButton*>().first()->click();
    ASSERT_TRUE(shows(alexPage, "theirs", QStringLiteral("Sam says: kept.")));
    part(alexPage.page, "theirs")->findChildren<QRadioButton*>().first()->click();
    EXPECT_TRUE(shows(samPage, "mine", QStringLiteral("Kept. Alex saw it too.")));
}

TEST_F(PairedDay, AMomentAndANoteReachTheOther) {
    WiredPage alexPage(alex);
    WiredPage samPage(sam);
    press(alexPage.page, "startMoment");
    alexPage.type("momentText", QStringLiteral("a song"));
    part<ScaleSlider>(alexPage.page, "momentStrength")->setValue(7);
    press(alexPage.page, "momentShared");
    press(alexPage.page, "saveMoment");
    EXPECT_TRUE(shows(samPage, "partner",
                      sampleGuide().prompts(Role::Betrayer, Relation::Partner).moment.listenFirst));
    EXPECT_FALSE(samPage.words("partner").contains(QStringLiteral("a song")));
    press(samPage.page, "readMoment");
    EXPECT_TRUE(samPage.words("partner").contains(QStringLiteral("a song")));
    samPage.type("noteText", QStringLiteral("On the train"));
    press(*part(samPage.page, "noteCard"), "sendNote");
    EXPECT_TRUE(shows(alexPage, "partner", QStringLiteral("On the train")));
}

} // namespace
} // namespace mend::ui
