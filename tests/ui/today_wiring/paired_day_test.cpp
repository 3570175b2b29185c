// A day of two people, each with a page over a vault of their own, paired over real sockets.

#include "tests/core/guide/shipped.h"
#include "tests/ui/today_wiring/wired_page.h"
#include "ui/pages/today/commitment_row.h"
#include "ui/widgets/scale_slider.h"
#include "ui/window/draft_places.h"

#include <QAction>
#include <QDateTime>
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

TEST_F(PairedDay, ThanksKeepTheNoteThatIsFolded) {
    CommitmentFields home;
    home.title = QStringLiteral("Home by 18:30");
    home.from = day;
    const RecordId id = sam.addCommitment(home).value();
    ASSERT_TRUE(two.waitFor([&] { return alex.commitments(day, day)->size() == 1; }));
    ASSERT_TRUE(alex.setView(id, day, ViewState::Confirmed));
    const QString place = DraftPlaces(day).commitment(id);
    alex.saveDraft(place, "the lights were on");
    const WiredPage alexPage(alex);
    const QWidget& theirs = *part(alexPage.page, "theirs");
    ASSERT_TRUE(part(theirs, "goOn")->isVisibleTo(&alexPage.page));
    part<QAction>(theirs, "thanks")->trigger();
    ASSERT_FALSE(part<QAction>(theirs, "thanks")->isEnabled()) << "they are given";
    EXPECT_EQ(alex.draft(place), "the lights were on");
    EXPECT_TRUE(part(theirs, "goOn")->isVisibleTo(&alexPage.page));
}

// Whoever sends a thousand of them leaves a day that can be used.
TEST_F(PairedDay, AFloodOfTheOtherIsReadElsewhere) {
    const auto promise = [&](const QString& title) {
        CommitmentFields home;
        home.title = title;
        home.from = day;
        return bool(sam.addCommitment(home));
    };
    ASSERT_TRUE(promise(QStringLiteral("Home by 18:30")));
    two.second.clock.advanceMs(60'000); // what is of one minute has no order
    for (int i = 0; i < 30; ++i) {
        ASSERT_TRUE(promise(QStringLiteral("Promise %1").arg(i)));
        ASSERT_TRUE(sam.shareNote(day, {NoteKind::Plan, QStringLiteral("note %1").arg(i), {}}));
        ASSERT_TRUE(sam.shareMoment(day, {5, std::nullopt, QStringLiteral("moment")}));
    }
    WiredPage alexPage(alex);
    ASSERT_TRUE(two.waitFor([&] { // the last of them
        return alex.partnerCard(day)->moments.size() == 30;
    }));
    ASSERT_EQ(alex.commitments(day, day)->size(), 31U);
    alexPage.wiring.refresh();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    const QWidget& partner = *part(alexPage.page, "partner");
    EXPECT_EQ(partner.findChildren<QWidget*>(QStringLiteral("noteWords")).size(), int(mostNotes));
    EXPECT_EQ(partner.findChildren<QWidget*>(QStringLiteral("readMoment")).size(),
              int(mostMoments));
    const QWidget& theirs = *part(alexPage.page, "theirs");
    EXPECT_EQ(theirs.findChildren<QWidget*>(QStringLiteral("choice")).size(), int(mostCommitments));
    EXPECT_TRUE(alexPage.words("theirs").contains(QStringLiteral("Home by 18:30")))
        << "what was there first is not pushed out";
    QStringList wanted;
    QObject::connect(&alexPage.wiring, &TodayWiring::pageWanted,
                     [&](const QString& page) { wanted.append(page); });
    press(partner, "allOnTimeline");
    press(theirs, "allCommitments");
    EXPECT_EQ(wanted, (QStringList{QStringLiteral("timeline"), QStringLiteral("commitments")}));
    EXPECT_FALSE(part(*part(alexPage.page, "mine"), "allCommitments")->isVisibleTo(&alexPage.page));
}

// Said each morning, it would leave the other no honesty to show.
TEST_F(PairedDay, NobodyKnowsInAdvanceThatSomethingIsNotKept) {
    const auto promise = [&](const QString& title, const std::optional<TimeOfDay>& by) {
        CommitmentFields home;
        home.title = title;
        home.from = day;
        home.by = by;
        return sam.addCommitment(home).value();
    };
    const RecordId come = promise(QStringLiteral("come"), TimeOfDay::fromText(u"00:00"));
    const RecordId later = promise(QStringLiteral("later"), TimeOfDay::fromText(u"23:59"));
    const RecordId allDay = promise(QStringLiteral("all day"), std::nullopt);
    ASSERT_TRUE(two.waitFor([&] { return alex.commitments(day, day)->size() == 3; }));
    const auto offered = [](const WiredPage& today) {
        QStringList titles;
        for (const auto* row : part(today.page, "theirs")->findChildren<CommitmentRow*>())
            if (row->findChild<QAction*>(QStringLiteral("noticed"))->isVisible())
                titles.append(row->commitment().title);
        return titles;
    };
    EXPECT_EQ(offered(WiredPage(alex)), QStringList{QStringLiteral("come")});
    EXPECT_EQ(alex.setView(later, day, ViewState::Noticed).error(), Problem::NotDue);
    EXPECT_EQ(alex.setView(allDay, day, ViewState::Noticed).error(), Problem::NotDue);
    EXPECT_TRUE(alex.setView(come, day, ViewState::Noticed));
    EXPECT_TRUE(alex.setView(later, day, ViewState::Differs)) << "what one sees can always be said";
    two.first.clock.advanceDays(1);
    EXPECT_TRUE(alex.setView(allDay, day, ViewState::Noticed)) << "the day is over";
}

// Nobody has to leave the page for it.
TEST_F(PairedDay, ItCanBeKnownOnceItsTimeHasCome) {
    const QTime now = QDateTime::fromMSecsSinceEpoch(two.first.clock.nowMs()).time();
    CommitmentFields home;
    home.title = QStringLiteral("Home");
    home.from = day;
    home.by = TimeOfDay::fromMinutes(now.hour() * 60 + now.minute() + 10);
    ASSERT_TRUE(home.by && sam.addCommitment(home));
    WiredPage alexPage(alex);
    alexPage.page.show();
    ASSERT_TRUE(shows(alexPage, "theirs", home.title));
    const auto* noticed = part<QAction>(*part(alexPage.page, "theirs"), "noticed");
    for (const int minutes : {5, 10}) {
        two.first.clock.advanceMs(5 * 60'000);
        // At once: nothing else comes in between.
        Q_EMIT alex.minuteTurned(*TimeOfDay::fromMinutes(home.by->minutes() - 10 + minutes));
        EXPECT_EQ(noticed->isVisible(), minutes == 10);
    }
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
