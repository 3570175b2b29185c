#include "ui/models/commitment_text.h"

#include "fake_timeline.h"
#include "ui/models/commitment_sections.h"

#include <gtest/gtest.h>

using namespace mend;
using namespace mend::ui;
using mend::test::dayOf;
using mend::test::recordId;

namespace {

const Day today = dayOf("2026-11-22"); // a Sunday

CommitmentReading daily(Person owner = Person::Me) {
    CommitmentReading reading;
    reading.id = recordId(1);
    reading.owner = reading.proposer = owner;
    reading.now = {QStringLiteral("Home by 18:30"),
                   Daily{},
                   TimeOfDay::fromMinutes(1110),
                   today.plus(-30),
                   {},
                   {},
                   {},
                   Person::Me};
    reading.spans = spansOf(reading.now, {});
    return reading;
}

CommitmentDay said(Day day, DayState state, std::optional<OutcomeState> outcome = {}) {
    CommitmentDay made;
    made.day = day;
    made.state = state;
    made.outcome = outcome;
    return made;
}

CommitmentReading standing(CommitmentState state, Person owner, Person proposer,
                           std::optional<Answer> answer = {}) {
    CommitmentReading reading = daily(owner);
    reading.state = state;
    reading.proposer = proposer;
    reading.answer = answer;
    return reading;
}

std::array<std::size_t, 5> sizes(const CommitmentReading& one) {
    const CommitmentSections made = sectionsOf({one});
    return {made.asked.size(), made.mine.size(), made.theirs.size(), made.waiting.size(),
            made.ended.size()};
}
using Sizes = std::array<std::size_t, 5>;

} // namespace

TEST(CommitmentText, SaysWhenItIsDue) {
    CommitmentFields fields = daily().now;
    EXPECT_EQ(commitmentWhen(fields, today), QStringLiteral("Every day, by 18:30."));
    fields.from = today.plus(1);
    fields.until = today.plus(30);
    fields.review = today.plus(28);
    EXPECT_EQ(commitmentWhen(fields, today),
              QStringLiteral("Every day, by 18:30. From tomorrow. Until Tuesday 22 December 2026. "
                             "To be looked at again on Sunday 20 December 2026."));
    fields = {QStringLiteral("x"), Once{today}, {}, today, {}, {}, {}, Person::Me};
    EXPECT_EQ(commitmentWhen(fields, today), QStringLiteral("Once, on Sunday 22 November 2026."));
}

TEST(CommitmentText, CountsAWeekInDaysAndHalfDays) {
    EXPECT_EQ(keptWords({today, 6, 10, 0, 6, 0, 1, 0}), QStringLiteral("5 of 6, 1 open"));
    EXPECT_EQ(keptWords({today, 6, 11, 0, 6, 0, 0, 0}), QStringLiteral("5½ of 6"));
    EXPECT_EQ(keptWords({today, 1, 1, 0, 1, 0, 0, 0}), QStringLiteral("½ of 1"));
    EXPECT_EQ(keptWords({today, 7, 4, 0, 3, 0, 4, 1}),
              QStringLiteral("2 of 3, 1 told first, 4 open"));
    EXPECT_EQ(keptWords({today, 6, 9, 7, 6, 4, 1, 0}),
              QStringLiteral("4½ of 6, 3½ of 4 where you both agree, 1 open"));
    EXPECT_EQ(keptWords({today, 2, 0, 0, 0, 0, 2, 0}), QStringLiteral("2 open"));
    EXPECT_EQ(keptWords({today, 1, 2, 2, 1, 1, 0, 0}), QStringLiteral("1 of 1, and you both agree"))
        << "said once";
    EXPECT_EQ(keptWords({today, 7, 11, 11, 6, 6, 1, 0}),
              QStringLiteral("5½ of 6, and you both agree, 1 open"));
    EXPECT_EQ(keptWords({today, 6, 2, 2, 6, 1, 0, 0}),
              QStringLiteral("1 of 6, 1 of 1 where you both agree"));
    EXPECT_EQ(keptWords({}), QStringLiteral("nothing was due yet"));
}

TEST(CommitmentText, CountsTheWeekOfToday) {
    CommitmentReading reading = daily();
    for (int i = 1; i <= 6; ++i)
        reading.days.push_back(said(today.plus(-i), i == 3 ? DayState::Missed : DayState::Kept,
                                    i == 3 ? OutcomeState::Missed : OutcomeState::Kept));
    reading.days.push_back(said(today.plus(-7), DayState::Kept, OutcomeState::Kept));
    EXPECT_EQ(keptThisWeek(reading, today), QStringLiteral("This week: 5 of 6, 1 open."));
}

// As it is due today: an edit counts from tomorrow.
TEST(CommitmentText, KnowsWhenMoreOfTheirsCanBeKnown) {
    const auto due = [](Person owner, const char16_t* by) {
        CommitmentReading one = daily(owner);
        one.now.by = TimeOfDay::fromText(by);
        one.spans = spansOf(one.now, {});
        return one;
    };
    CommitmentReading known = due(Person::Partner, u"07:00");
    known.dueToday = true;
    CommitmentReading edited = due(Person::Partner, u"18:30");
    edited.now.by = TimeOfDay::fromText(u"17:00");
    CommitmentReading allDay = daily(Person::Partner);
    allDay.now.by.reset();
    allDay.spans = spansOf(allDay.now, {});
    std::vector all{known, due(Person::Me, u"08:00"), allDay};
    EXPECT_EQ(nextToKnow(all, today), std::nullopt);
    all.push_back(due(Person::Partner, u"20:00"));
    all.push_back(edited);
    EXPECT_EQ(nextToKnow(all, today), TimeOfDay::fromText(u"18:30"));
}

TEST(CommitmentText, SaysWhoseWordADayStandsBy) {
    CommitmentReading reading = daily();
    reading.days = {said(today, DayState::Kept, OutcomeState::Kept)};
    EXPECT_EQ(commitmentDayWords(reading, today, today, {}),
              QStringLiteral("Today: kept, by your own word."));
    reading.owner = Person::Partner;
    EXPECT_EQ(commitmentDayWords(reading, today, today, QStringLiteral("Sam")),
              QStringLiteral("Today: kept, by their own word."));
}

TEST(CommitmentText, HasAWordForEveryAnswer) {
    QStringList words;
    for (int i = 0; i <= int(OutcomeState::Excused); ++i)
        words += answerWord(OutcomeState(i));
    for (int i = 0; i <= int(ViewState::Thanks); ++i)
        words += answerWord(ViewState(i));
    EXPECT_FALSE(words.contains(QString()));
    EXPECT_EQ(words.removeDuplicates(), 0);
}

TEST(CommitmentText, TellsADayWithWhatBothSaid) {
    CommitmentReading reading = daily();
    CommitmentDay day = said(today, DayState::Differs, OutcomeState::Kept);
    day.outcomeNote = QStringLiteral("At 18:25");
    day.view = ViewState::Differs;
    day.viewNote = QStringLiteral("Seven");
    day.noticed = day.thanked = true;
    reading.days = {day};
    EXPECT_EQ(commitmentDayWords(reading, today, today, QStringLiteral("Sam")),
              QStringLiteral("Today: seen differently. You: “At 18:25” Sam saw it differently. "
                             "Sam: “Seven” Sam knew before it was said. Sam said thanks."));
    reading.owner = Person::Partner;
    EXPECT_EQ(commitmentDayWords(reading, today, today, QStringLiteral("Sam")),
              QStringLiteral("Today: seen differently. Sam: “At 18:25” You saw it differently. "
                             "You: “Seven” You knew before it was said. You said thanks."));
    reading.days = {said(today, DayState::MissedTold, OutcomeState::Missed)};
    reading.days.front().noticed = true; // once it had been told
    EXPECT_EQ(commitmentDayWords(reading, today, today, QStringLiteral("Sam")),
              QStringLiteral("Today: not kept, told first. You said you knew."));
    reading.owner = Person::Me;
    EXPECT_EQ(commitmentDayWords(reading, today, today, QStringLiteral("Sam")),
              QStringLiteral("Today: not kept, told first. Sam says they knew."));
    EXPECT_EQ(commitmentDayWords(reading, today.plus(-1), today, {}),
              QStringLiteral("Yesterday: open."));
    EXPECT_EQ(commitmentDayWords(reading, today.plus(-99), today, {}),
              QStringLiteral("Saturday 15 August 2026: nothing was due."));
}

TEST(CommitmentText, TakesAnswersOnDaysThatCount) {
    CommitmentReading reading = daily();
    EXPECT_TRUE(mayAnswer(reading, today, today));
    EXPECT_TRUE(mayAnswer(reading, today.plus(-5), today));
    EXPECT_FALSE(mayAnswer(reading, today.plus(1), today));
    EXPECT_FALSE(mayAnswer(reading, today.plus(-31), today));
    reading.state = CommitmentState::Proposed;
    EXPECT_FALSE(mayAnswer(reading, today, today));
    EXPECT_EQ(dayOf(reading, today), nullptr);
}

TEST(CommitmentText, SaysFromWhenAChangeCounts) {
    EXPECT_EQ(changeCountsFrom(today),
              QStringLiteral("This counts from tomorrow, Monday 23 November 2026. What was said "
                             "about earlier days stays."));
}

TEST(CommitmentText, SaysWhatIsWrongWithOne) {
    for (int i = 0; i <= int(DomainError::BadReference); ++i) {
        const QString sentence = commitmentSentence(DomainError(i));
        EXPECT_TRUE(sentence.endsWith(u'.')) << i;
        EXPECT_FALSE(sentence.contains(u'!')) << i;
    }
    EXPECT_EQ(commitmentSentence(DomainError::BadSchedule),
              QStringLiteral("Choose at least one weekday."));
}

TEST(CommitmentSections, AreByWhoseItIsAndHowItStands) {
    using S = CommitmentState;
    const Person me = Person::Me;
    const Person other = Person::Partner;
    EXPECT_EQ(sizes(standing(S::Proposed, me, other)), (Sizes{1, 0, 0, 0, 0}));
    EXPECT_EQ(sizes(standing(S::Active, me, me)), (Sizes{0, 1, 0, 0, 0}));
    EXPECT_EQ(sizes(standing(S::Paused, other, other)), (Sizes{0, 0, 1, 0, 0}));
    EXPECT_EQ(sizes(standing(S::Proposed, other, me)), (Sizes{0, 0, 0, 1, 0}));
    EXPECT_EQ(sizes(standing(S::Ended, me, me)), (Sizes{0, 0, 0, 0, 1}));
}

TEST(CommitmentSections, LeaveNoTraceOfWhatIDeclined) {
    using S = CommitmentState;
    EXPECT_EQ(sizes(standing(S::Declined, Person::Me, Person::Partner, Answer::No)), Sizes{});
    EXPECT_EQ(sizes(standing(S::Ended, Person::Me, Person::Partner)), Sizes{});
    EXPECT_EQ(sizes(standing(S::Declined, Person::Partner, Person::Me, Answer::No)),
              (Sizes{0, 0, 0, 0, 1}));
    EXPECT_EQ(sizes(standing(S::Ended, Person::Me, Person::Partner, Answer::No)),
              (Sizes{0, 0, 0, 0, 1}));
}
