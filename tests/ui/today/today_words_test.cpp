#include "tests/core/guide/shipped.h"
#include "tests/ui/today/samples.h"
#include "ui/models/commitment_text.h"
#include "ui/pages/today/today_words.h"

#include <gtest/gtest.h>

namespace mend::ui {
namespace {

const QString sam = QStringLiteral("Sam");

TEST(TodayWords, WriteTheDayOut) {
    EXPECT_EQ(TodayWords::day(sampleDay()), QStringLiteral("Sunday 22 November"));
}

TEST(TodayWords, TellHowSomethingIsShared) {
    SavedCheckIn saved;
    EXPECT_EQ(TodayWords::sharing(saved, sam),
              QStringLiteral("Only on this computer. Not shared."));
    saved.shared = sampleId(1);
    saved.share = Share::Together;
    EXPECT_EQ(TodayWords::sharing(saved, sam),
              QStringLiteral("Sealed. It opens for you both when Sam has shared one, too."));
    saved.share = Share::Now;
    EXPECT_EQ(TodayWords::sharing(saved, sam),
              QStringLiteral("Shared with Sam when both computers next meet."));
    saved.given = true;
    EXPECT_EQ(TodayWords::sharing(saved, sam), QStringLiteral("Shared with Sam."));
    EXPECT_EQ(TodayWords::sharing(saved, {}), QStringLiteral("Shared with the other."));
}

TEST(TodayWords, TellWhatStaysWithItsAuthor) {
    SavedCheckIn saved;
    saved.fields.scales.insert(Scale::Trust, 3);
    saved.fields.ticks = {QStringLiteral("S2")};
    EXPECT_TRUE(TodayWords::kept(saved).isEmpty());
    saved.shared = sampleId(1);
    EXPECT_EQ(TodayWords::kept(saved), QStringLiteral("The scales and the ticks stay with you."));
    saved.withScales = true;
    EXPECT_EQ(TodayWords::kept(saved), QStringLiteral("The ticks stay with you."));
    saved.withTicks = true;
    EXPECT_TRUE(TodayWords::kept(saved).isEmpty());
}

TEST(TodayWords, PromiseNoMoreThanSavingDoes) {
    EXPECT_EQ(TodayWords::promise(Share::Private, sam),
              QStringLiteral("This stays on this computer, for you alone."));
    EXPECT_TRUE(TodayWords::promise(Share::Together, sam).contains(QStringLiteral("both")));
    EXPECT_TRUE(TodayWords::promise(Share::Now, sam).startsWith(sam));
    SavedCheckIn sealed;
    sealed.share = Share::Together;
    EXPECT_TRUE(TodayWords::promiseOfEdit(sealed, sam).contains(QStringLiteral("sealed")));
    sealed.given = true;
    EXPECT_TRUE(TodayWords::promiseOfEdit(sealed, sam).contains(QStringLiteral("before")));
}

TEST(TodayWords, NameTheButtonByWhatItDoes) {
    EXPECT_EQ(TodayWords::save(Share::Private, sam), QStringLiteral("Keep to myself"));
    EXPECT_EQ(TodayWords::save(Share::Private, {}), QStringLiteral("Save"));
    EXPECT_EQ(TodayWords::save(Share::Together, sam), QStringLiteral("Share together"));
    EXPECT_EQ(TodayWords::save(Share::Now, sam), QStringLiteral("Share with Sam now"));
    SavedCheckIn saved;
    saved.share = Share::Together;
    EXPECT_EQ(TodayWords::saveEdit(saved), QStringLiteral("Seal the change"));
    saved.given = true;
    EXPECT_EQ(TodayWords::saveEdit(saved), QStringLiteral("Share the change"));
}

TEST(TodayWords, SayHowACommitmentStandsWithoutJudging) {
    CommitmentDay day;
    EXPECT_TRUE(TodayWords::mine(day, sam).isEmpty());
    EXPECT_TRUE(TodayWords::theirs(day, sam).isEmpty());
    day.outcome = OutcomeState::Missed;
    day.state = DayState::MissedTold;
    EXPECT_EQ(TodayWords::mine(day, sam), QStringLiteral("Not kept. You said so first."));
    EXPECT_EQ(TodayWords::theirs(day, sam), QStringLiteral("Not kept. Sam said so first."));
    day.state = DayState::Missed;
    day.noticed = true;
    EXPECT_EQ(TodayWords::mine(day, sam), QStringLiteral("Not kept. Sam knew before it was said."));
    day.state = DayState::MissedTold; // they said so once it had been told
    EXPECT_EQ(TodayWords::mine(day, sam),
              QStringLiteral("Not kept. You said so first. Sam says they knew."));
    EXPECT_EQ(TodayWords::theirs(day, sam),
              QStringLiteral("Not kept. Sam said so first. You said you knew."));
    day = {};
    day.outcome = OutcomeState::Kept;
    day.view = ViewState::Confirmed;
    day.thanked = true;
    EXPECT_EQ(TodayWords::mine(day, sam), QStringLiteral("Kept. Sam saw it too. Sam said thanks."));
    EXPECT_EQ(TodayWords::theirs(day, sam),
              QStringLiteral("Sam says: kept. You saw it too. You said thanks."));
    day.view = ViewState::Differs;
    EXPECT_TRUE(TodayWords::mine(day, sam).contains(QStringLiteral("Sam saw it differently.")));
    day = {};
    day.view = ViewState::Confirmed;
    EXPECT_EQ(TodayWords::theirs(day, sam), QStringLiteral("You saw it."));
}

// One thing has one wording, whichever page says it.
TEST(TodayWords, SayOfADayWhatCommitmentsSays) {
    for (const bool told : {false, true})
        for (const mend::Person owner : {mend::Person::Me, mend::Person::Partner}) {
            CommitmentReading reading;
            reading.owner = owner;
            CommitmentDay day;
            day.day = reading.now.from;
            day.outcome = OutcomeState::Missed;
            day.state = told ? DayState::MissedTold : DayState::Missed;
            day.view = ViewState::Differs;
            day.noticed = day.thanked = true;
            reading.days = {day};
            const QString here = owner == mend::Person::Me ? TodayWords::mine(day, sam)
                                                           : TodayWords::theirs(day, sam);
            const QString there = commitmentDayWords(reading, day.day, day.day, sam);
            const QString said = there.mid(there.indexOf(QStringLiteral(". ")) + 2);
            EXPECT_EQ(said.count(QLatin1Char('.')), 3) << said.toStdString();
            EXPECT_TRUE(here.endsWith(said)) << here.toStdString() << " | " << said.toStdString();
        }
}

} // namespace
} // namespace mend::ui
