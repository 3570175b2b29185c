#include "ui/models/entry_text.h"

#include "fake_timeline.h"
#include "ui/models/day_text.h"

#include <QLocale>
#include <gtest/gtest.h>

using namespace mend;
using namespace mend::ui;
using mend::test::dayOf;
using mend::test::recordId;

namespace {

const Day today = dayOf("2026-11-22");

EntryReader reader() {
    return {QStringLiteral("Sam"), today,
            [](const QString& step) {
                return step == QStringLiteral("B9") ? QStringLiteral("Be dependable") : QString();
            },
            [](Need need) {
                return need == Need::Listen ? QStringLiteral("Listen to me")
                                            : QStringLiteral("Be near");
            }};
}

TimelineEntry entry(const Content& content, Person by = Person::Me) {
    TimelineEntry made;
    made.kind = name(kindOf(content));
    made.content = content;
    made.by = by;
    made.day = today;
    made.commitmentTitle = QStringLiteral("Home by 18:30");
    return made;
}

QString said(const Content& content, Person by = Person::Me, std::optional<DayState> state = {}) {
    return oneLine(entryText(entry(content, by), reader(), state));
}

QString outcome(OutcomeState state, Person by, std::optional<DayState> day = {}) {
    return said(*Outcome::create({recordId(1), state, {}}), by, day);
}

QString view(ViewState state, Person by) {
    return said(*View::create({recordId(1), state, {}}), by);
}

const CommitmentFields homeByHalfPastSix = {QStringLiteral("Home by 18:30"),
                                            Daily{},
                                            TimeOfDay::fromMinutes(18 * 60 + 30),
                                            today,
                                            {},
                                            {},
                                            {},
                                            Person::Me};

} // namespace

TEST(EntryText, TellsOutcomesWithTheOthersWord) {
    EXPECT_EQ(outcome(OutcomeState::Kept, Person::Me), QStringLiteral("Home by 18:30: kept."));
    EXPECT_EQ(outcome(OutcomeState::Missed, Person::Me, DayState::MissedTold),
              QStringLiteral("Home by 18:30: not kept. You said so first."));
    EXPECT_EQ(outcome(OutcomeState::Kept, Person::Me, DayState::Confirmed),
              QStringLiteral("Home by 18:30: kept."));
    EXPECT_EQ(outcome(OutcomeState::Kept, Person::Partner, DayState::Confirmed),
              QStringLiteral("Home by 18:30: kept."));
    EXPECT_EQ(outcome(OutcomeState::Partly, Person::Partner, DayState::Differs),
              QStringLiteral("Home by 18:30: partly kept."));
    EXPECT_EQ(outcome(OutcomeState::Excused, Person::Me),
              QStringLiteral("Home by 18:30: something came in between."));
}

TEST(EntryText, TellsViewsFromEitherSide) {
    EXPECT_EQ(view(ViewState::Confirmed, Person::Me),
              QStringLiteral("Home by 18:30: you saw it too."));
    EXPECT_EQ(view(ViewState::Differs, Person::Partner),
              QStringLiteral("Home by 18:30: Sam saw it differently."));
    EXPECT_EQ(view(ViewState::Noticed, Person::Partner),
              QStringLiteral("Home by 18:30: Sam knew before it was said."));
    EXPECT_EQ(view(ViewState::Thanks, Person::Partner),
              QStringLiteral("Home by 18:30: Sam said thanks."));
}

TEST(EntryText, TellsCommitmentsTheirChangesAndAnswers) {
    EXPECT_EQ(said(*Commitment::create(homeByHalfPastSix)),
              QStringLiteral("A commitment: Home by 18:30 Every day, by 18:30."));
    CommitmentFields asked = homeByHalfPastSix;
    asked.for_ = Person::Partner;
    EXPECT_TRUE(said(*Commitment::create(asked)).contains(QStringLiteral("asked for, and agreed")));
    EXPECT_EQ(said(*CommitmentChange::create({recordId(1), ChangeKind::Pause, {}})),
              QStringLiteral("Home by 18:30: paused."));
    EXPECT_EQ(said(*CommitmentChange::create({recordId(1), ChangeKind::Edit, homeByHalfPastSix})),
              QStringLiteral("Home by 18:30: changed. From then on: Home by 18:30, every day."));
    EXPECT_EQ(said(*Consent::create({recordId(1), Answer::Yes, {}}), Person::Partner),
              QStringLiteral("Home by 18:30: Sam agreed."));
    EXPECT_EQ(said(*Consent::create({recordId(1), Answer::Change, QStringLiteral("Seven")})),
              QStringLiteral("Home by 18:30: you asked for a change. Seven"));
}

TEST(EntryText, TellsACheckInInShortWords) {
    CheckInFields fields;
    fields.scales = {{Scale::Safety, 4}, {Scale::Closeness, 5}};
    fields.feelings = {Feeling::Sad, Feeling::Hopeful};
    fields.texts = {{CheckInText::Need, QStringLiteral("a walk")}};
    fields.ticks = {QStringLiteral("B9"), QStringLiteral("B4")};
    const EntryText text = entryText(entry(*CheckIn::create(fields)), reader());
    EXPECT_EQ(text.title, QStringLiteral("Check-in"));
    EXPECT_EQ(text.body, QStringLiteral("Safety 4 · Closeness 5\nSad, hopeful\nNeeded: a walk\n"
                                        "Ticked: Be dependable\nTicked: B4"));
}

TEST(EntryText, TellsNotesMomentsAndSteps) {
    EXPECT_EQ(said(*Note::create({NoteKind::Whereabouts, QStringLiteral("At work"),
                                  TimeOfDay::fromMinutes(1110)}),
                   Person::Partner),
              QStringLiteral("Where Sam is, until 18:30 At work"));
    EXPECT_EQ(said(*Moment::create({7, Need::Listen, QStringLiteral("The song")})),
              QStringLiteral("A hard moment, 7 of 10 The song What is needed: “Listen to me”"));
    EXPECT_EQ(said(*StepShared::create({QStringLiteral("B9"), StepState::Working})),
              QStringLiteral("Be dependable: working on it."));
}

TEST(EntryText, IsOneQuietLineWhereThereAreNoWords) {
    TimelineEntry quiet = entry(test::noteOf(QStringLiteral("secret")), Person::Partner);
    quiet.content.reset();
    const auto title = [&] { return entryText(quiet, reader()).title; };
    quiet.seal = SealState::Sealed;
    EXPECT_EQ(title(), QStringLiteral("Opens when you both have shared one."));
    quiet.seal = SealState::Withdrawn;
    EXPECT_EQ(title(), QStringLiteral("Sam took back what was here."));
    quiet.seal = SealState::Lost;
    EXPECT_TRUE(title().contains(QStringLiteral("lost with a computer")));
    quiet.seal = SealState::None;
    EXPECT_EQ(title(), QStringLiteral("This can’t be shown."));
    quiet.kind = QStringLiteral("aim");
    EXPECT_EQ(title(), QStringLiteral("Made with a newer Mend."));
    EXPECT_TRUE(entryText(quiet, reader()).quiet);
}

TEST(EntryText, NeverShowsWordsThatWereTakenBack) {
    TimelineEntry taken = entry(test::noteOf(QStringLiteral("secret")));
    taken.seal = SealState::Withdrawn;
    taken.edited = true;
    EXPECT_EQ(oneLine(entryText(taken, reader())), QStringLiteral("You took back what was here."));
}

TEST(EntryText, RemarksOnHowItCameToBe) {
    TimelineEntry odd = entry(test::noteOf(QStringLiteral("words")));
    odd.edited = odd.changedBeforeOpening = odd.changedAfterOpening = odd.late = odd.forked = true;
    odd.seal = SealState::Sealed; // mine: I have the words
    const EntryText text = entryText(odd, reader());
    EXPECT_EQ(text.body, QStringLiteral("words"));
    EXPECT_EQ(text.remarks,
              (QStringList{QStringLiteral("opens when you both have shared one"),
                           QStringLiteral("edited"), QStringLiteral("changed before opening"),
                           QStringLiteral("changed after opening"), QStringLiteral("written later"),
                           QStringLiteral("from a restored or copied Mend")}));
}

TEST(EntryText, KeepsPeoplesPercentSignsAsTheyAre) {
    TimelineEntry odd =
        entry(*View::create({recordId(1), ViewState::Confirmed, {}}), Person::Partner);
    odd.commitmentTitle = QStringLiteral("%2 and %1");
    EXPECT_EQ(entryText(odd, reader()).title, QStringLiteral("%2 and %1: Sam saw it too."));
}

TEST(EntryText, RewordsOnlyWhatIsFreeText) {
    const Content note = test::noteOf(QStringLiteral("before"));
    EXPECT_EQ(ownWords(note), QStringLiteral("before"));
    EXPECT_EQ(ownWords(*withWords(note, QStringLiteral("after"))), QStringLiteral("after"));
    EXPECT_FALSE(withWords(note, QStringLiteral("  ")));
    const Content moment = *Moment::create({7, Need::Hold, QStringLiteral("x")});
    const auto reworded = withWords(moment, QString());
    ASSERT_TRUE(reworded);
    EXPECT_EQ(std::get<Moment>(*reworded)->strength, 7);
    const Content missed = *Outcome::create({recordId(1), OutcomeState::Missed, {}});
    EXPECT_EQ(std::get<Outcome>(*withWords(missed, QStringLiteral("late train")))->state,
              OutcomeState::Missed);
    const Content seen = *View::create({recordId(1), ViewState::Differs, QStringLiteral("no")});
    EXPECT_EQ(ownWords(*withWords(seen, QStringLiteral("yes"))), QStringLiteral("yes"));
    const Content step = *StepShared::create({QStringLiteral("B9"), StepState::Done});
    EXPECT_FALSE(ownWords(step));
    EXPECT_FALSE(withWords(step, QStringLiteral("x")));
}

// As on Today: the reminder to listen comes first, and the words when one is ready for them.
TEST(EntryText, HoldsBackTheWordsOfTheOthersHardMoment) {
    const Content moment = *Moment::create({7, Need::Hold, QStringLiteral("The song")});
    const EntryText theirs = entryText(entry(moment, Person::Partner), reader());
    EXPECT_EQ(theirs.held, QStringLiteral("The song"));
    EXPECT_EQ(theirs.remarks, QStringList()) << "where it opens, the whole reminder stands";
    EXPECT_EQ(oneLine(theirs), QStringLiteral("A hard moment, 7 of 10 What is needed: “Be near” "
                                              "(listen first)"));
    EXPECT_EQ(entryText(entry(moment), reader()).held, QString());
    TimelineEntry taken = entry(moment, Person::Partner);
    taken.seal = SealState::Withdrawn;
    EXPECT_EQ(entryText(taken, reader()).held, QString());
    const Content wordless = *Moment::create({7, std::nullopt, {}});
    EXPECT_EQ(oneLine(entryText(entry(wordless, Person::Partner), reader())),
              QStringLiteral("A hard moment, 7 of 10"));
}

TEST(EntryText, HasAWordForEveryValue) {
    for (int i = 0; i <= int(Feeling::Relieved); ++i)
        EXPECT_FALSE(feelingWord(Feeling(i)).isEmpty()) << i;
    for (int i = 0; i <= int(Scale::Steadiness); ++i)
        EXPECT_FALSE(scaleWord(Scale(i)).isEmpty()) << i;
    for (int i = 0; i <= int(CheckInText::True); ++i)
        EXPECT_FALSE(promptWord(CheckInText(i)).isEmpty()) << i;
    for (int i = 0; i <= int(StepState::NotForUs); ++i)
        EXPECT_FALSE(stepStateWord(StepState(i)).isEmpty()) << i;
    for (int i = 0; i <= int(Kind::Pause); ++i)
        EXPECT_EQ(kindWord(Kind(i)).isEmpty(), !onTimeline(Kind(i))) << i;
    EXPECT_TRUE(kindWord(std::nullopt).isEmpty());
}

TEST(DayText, NamesDaysAndNeverTimes) {
    EXPECT_EQ(dayTitle(today, today), QStringLiteral("Today"));
    EXPECT_EQ(dayTitle(today.plus(-1), today), QStringLiteral("Yesterday"));
    EXPECT_EQ(dayTitle(today.plus(1), today), QStringLiteral("Tomorrow"));
    EXPECT_EQ(dayTitle(today.plus(-7), today), QStringLiteral("Sunday 15 November 2026"));
    EXPECT_EQ(dayInSentence(today, today), QStringLiteral("today"));
    EXPECT_EQ(dayInSentence(today.plus(-1), today), QStringLiteral("yesterday"));
    EXPECT_EQ(dayInSentence(today.plus(1), today), QStringLiteral("tomorrow"));
    EXPECT_EQ(dayInSentence(today.plus(-7), today), fullDay(today.plus(-7)));
}

TEST(DayText, SaysASchedule) {
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    EXPECT_EQ(scheduleWords(Daily{}), QStringLiteral("every day"));
    EXPECT_EQ(scheduleWords(OnWeekdays{{1, 4}}), QStringLiteral("on Monday and Thursday"));
    EXPECT_EQ(scheduleWords(OnWeekdays{{1, 2, 3, 4, 5}}), QStringLiteral("Monday to Friday"));
    EXPECT_EQ(scheduleWords(OnWeekdays{{6, 7}}), QStringLiteral("on Saturday and Sunday"));
    EXPECT_FALSE(scheduleWords(OnWeekdays{{1, 2, 4}}).contains(QStringLiteral(" to ")));
    EXPECT_EQ(scheduleWords(TimesAWeek{1}), QStringLiteral("once a week"));
    EXPECT_EQ(scheduleWords(TimesAWeek{2}), QStringLiteral("twice a week"));
    EXPECT_EQ(scheduleWords(TimesAWeek{3}), QStringLiteral("3 times a week"));
    EXPECT_EQ(scheduleWords(Once{today}), QStringLiteral("once, on Sunday 22 November 2026"));
}

TEST(DayText, CountsMarksAndLeavesOutWhatHasNone) {
    EXPECT_EQ(marksWords({DayState::Confirmed, DayState::Open, DayState::Confirmed,
                          DayState::Partly, DayState::Missed}),
              QStringLiteral("2 kept, and confirmed; 1 partly kept"));
    EXPECT_EQ(marksWords({DayState::Open, DayState::Missed}), QString());
    for (int i = 0; i <= int(DayState::Open); ++i)
        EXPECT_FALSE(stateWords(DayState(i)).isEmpty()) << i;
}

TEST(DayText, SaysWhoseWordItWas) {
    EXPECT_EQ(stateWords(DayState::Kept, Person::Me), QStringLiteral("kept, by your own word"));
    EXPECT_EQ(stateWords(DayState::Kept, Person::Partner),
              QStringLiteral("kept, by their own word"));
    EXPECT_EQ(stateWords(DayState::Kept), QStringLiteral("kept, by one’s own word"));
}
