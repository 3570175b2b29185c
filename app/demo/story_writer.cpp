#include "app/demo/story_writer.h"

#include "app/demo/pair_in_process.h"
#include "core/vault/private_store.h"

#include <algorithm>
#include <array>

namespace mend {

using namespace Qt::StringLiterals;

namespace {

constexpr int morning = 7 * 60; // Minutes after midnight.
constexpr int evening = 20 * 60;
const std::set<int> workdays = {1, 2, 3, 4, 5};

// Days of the history, of sixty, on which something happens that happens once.
constexpr int phoneIsAsked = 24;
constexpr int stepIsShared = 12;
constexpr int noteIsReworded = 57;
constexpr int momentIsTakenBack = 54;

} // namespace

StoryWriter::Voice::Voice(const story::CheckInWords& words)
    : helped(words.helped), hard(words.hard), hardAfterLate(words.hardAfterLate),
      hardAfterTold(words.hardAfterTold), need(words.need), thanks(words.thanks),
      truth(words.truth) {}

StoryWriter::StoryWriter(const HistoryPlan& plan, DemoClock& clock, vault::Vault& hurt,
                         vault::Vault& betrayer)
    : plan_(plan), clock_(clock), hurt_(hurt), betrayer_(betrayer), dice_(plan.seed),
      sam_(story::sam()), alex_(story::alex()), samsJournal_(story::samsJournal()),
      alexsJournal_(story::alexsJournal()), moments_(story::samsMoments()),
      weekdays_(story::weekdayWhereabouts()), weekends_(story::weekendWhereabouts()),
      plans_(story::plans()), reassurances_(story::reassurances()) {}

QString StoryWriter::told(Telling& texts, int percent) {
    if (plan_.everyDay && texts.isTold())
        texts.beginAnew();
    return chance(percent) ? texts.on(number_, plan_.everyDay ? 1 : plan_.days) : QString();
}

std::optional<RecordId> StoryWriter::say(vault::Vault& who, const Content& content, Day day,
                                         record::Seal seal, std::optional<RecordId> replaces) {
    clock_.set(day, minute_++);
    const auto id = who.append({{content, replaces}, day, seal});
    failed_ |= !id;
    return id ? std::optional(*id) : std::nullopt;
}

// --- Check-ins ---

void StoryWriter::fillTexts(CheckInFields& fields, Voice& voice, int mood) {
    const auto put = [&](CheckInText what, const QString& text) {
        if (!text.isEmpty())
            fields.texts[what] = text;
    };
    if (evening_ == Evening::Late)
        put(CheckInText::Hard, voice.hardAfterLate.next());
    else if (evening_ == Evening::LateAndTold)
        put(CheckInText::Hard, voice.hardAfterTold.next());
    else if (mood < 2)
        put(CheckInText::Hard, told(voice.hard));
    if (mood > 0)
        put(CheckInText::Helped, told(voice.helped));
    put(CheckInText::Need, told(voice.need, 70));
    put(CheckInText::True, told(voice.truth, 80));
    if (evening_ == Evening::InTime)
        put(CheckInText::Thanks, told(voice.thanks, 70));
}

CheckIn StoryWriter::samsCheckIn(int mood) {
    CheckInFields fields;
    fields.role = Role::Hurt;
    const auto around = [&](int low) { return std::clamp(low + mood * 2 + roll(3), 0, 10); };
    fields.scales = {
        {Scale::Safety, around(3)}, {Scale::Trust, around(1)}, {Scale::Closeness, around(2)}};
    static const std::array<std::array<QList<Feeling>, 2>, 3> feelings = {
        {{{{Feeling::Sad, Feeling::Tense, Feeling::Tired}, {Feeling::Angry, Feeling::Lonely}}},
         {{{Feeling::Sad, Feeling::Hopeful}, {Feeling::Tired, Feeling::Calm}}},
         {{{Feeling::Calm, Feeling::Hopeful}, {Feeling::Relieved, Feeling::Grateful}}}}};
    fields.feelings = feelings[std::size_t(mood)][std::size_t(roll(2))];
    fillTexts(fields, sam_, mood);
    return made<CheckIn>(fields);
}

CheckIn StoryWriter::alexsCheckIn(int mood) {
    CheckInFields fields;
    fields.role = Role::Betrayer;
    const auto around = [&](int low) { return std::clamp(low + mood + roll(3), 0, 10); };
    fields.scales = {
        {Scale::Honesty, around(6)}, {Scale::Steadiness, around(3)}, {Scale::Closeness, around(3)}};
    static const std::array<std::array<QList<Feeling>, 2>, 3> feelings = {
        {{{{Feeling::Ashamed, Feeling::Afraid}, {Feeling::Ashamed, Feeling::Numb}}},
         {{{Feeling::Ashamed, Feeling::Hopeful}, {Feeling::Tired, Feeling::Hopeful}}},
         {{{Feeling::Grateful, Feeling::Calm}, {Feeling::Hopeful, Feeling::Calm}}}}};
    fields.feelings = feelings[std::size_t(mood)][std::size_t(roll(2))];
    fillTexts(fields, alex_, mood);
    if (chance(30))
        fields.ticks = {mood == 0 ? u"B4"_s : u"B11"_s};
    return made<CheckIn>(fields);
}

// Slowly better over the weeks, with bad days all the way.
void StoryWriter::checkIns(Day day) {
    const int better = std::min(60, number_);
    const auto mood = [&] {
        if (evening_ == Evening::Late)
            return 0;
        return chance(25 + better / 3) ? 2 : (chance(60 + better / 3) ? 1 : 0);
    };
    const auto seal = chance(60) ? record::Seal::Together : record::Seal::None;
    if (plan_.everyDay || chance(90))
        say(hurt_, samsCheckIn(mood()), day, seal);
    if (plan_.everyDay || chance(92))
        say(betrayer_, alexsCheckIn(mood()), day, seal);
}

// --- All the rest ---

void StoryWriter::note(NoteKind kind, const QString& text, Day day) {
    if (!text.isEmpty())
        say(betrayer_, made<Note>(NoteFields{kind, text, {}}), day);
}

void StoryWriter::smallThings(Day day) {
    minute_ = morning + roll(180);
    const bool workday = workdays.contains(day.weekday());
    const auto often = [&](int percent) { return plan_.everyDay ? 95 : percent; };
    note(NoteKind::Whereabouts, told(workday ? weekdays_ : weekends_, often(60)), day);
    note(NoteKind::Plan, workday ? told(plans_, often(50)) : QString(), day);
    note(NoteKind::Reassurance, told(reassurances_, often(50)), day);
    if (const QString moment = told(moments_, often(40)); !moment.isEmpty()) {
        const Need need = chance(50) ? Need::Listen : Need::Hold;
        say(hurt_, made<Moment>(MomentFields{4 + roll(5), need, moment}), day);
    }
}

// What happens once: a promise that was asked for, a shared step, words changed and taken back.
void StoryWriter::turnsOfTheStory(Day day) {
    if (number_ == stepIsShared)
        say(betrayer_, made<StepShared>(StepFields{u"B1"_s, StepState::Done}), day);
    if (number_ == phoneIsAsked)
        promise(hurt_,
                {u"The phone stays in the kitchen at night"_s,
                 Daily{},
                 {},
                 88,
                 false,
                 {},
                 Person::Partner},
                day, story::phoneAway());
    if (number_ == noteIsReworded) {
        const auto first = say(
            betrayer_,
            made<Note>(NoteFields{NoteKind::Whereabouts, u"At the office, home as always."_s, {}}),
            day);
        say(betrayer_,
            made<Note>(NoteFields{NoteKind::Whereabouts,
                                  u"At the office. The trains are late; I take the earlier one."_s,
                                  {}}),
            day, record::Seal::None, first);
    }
    if (number_ == momentIsTakenBack)
        if (const auto moment = say(
                hurt_, made<Moment>(MomentFields{6, Need::Space, u"I said too much here."_s}), day))
            say(hurt_, made<Withdraw>(WithdrawFields{*moment}), day);
}

void StoryWriter::privateThings(Day day) {
    if (chance(20))
        failed_ |= !hurt_.mine().addCheckIn(day, samsCheckIn(roll(3)));
    if (const QString text = told(samsJournal_, 40); !text.isEmpty())
        failed_ |= !hurt_.mine().addJournal(day, text);
    if (const QString text = told(alexsJournal_, 40); !text.isEmpty())
        failed_ |= !betrayer_.mine().addJournal(day, text);
}

bool StoryWriter::writeDay(Day day, int number) {
    number_ = number;
    evening_ = Evening::InTime;
    smallThings(day);
    turnsOfTheStory(day);
    minute_ = evening + roll(120);
    for (Promise& promise : promises_)
        if (promise.weekdays.contains(day.weekday()))
            answer(promise, day);
    checkIns(day);
    privateThings(day);
    failed_ |= !exchangeInProcess(hurt_, betrayer_);
    return !failed_;
}

bool StoryWriter::writeMorning(Day day) {
    number_ = plan_.days;
    evening_ = Evening::InTime;
    minute_ = 1; // before anybody can open the demo
    note(NoteKind::Whereabouts, u"With the children until noon. Sleep in."_s, day);
    say(betrayer_, alexsCheckIn(2), day, record::Seal::Together);
    CommitmentFields asked;
    asked.title = u"Sunday breakfast without phones"_s;
    asked.schedule = OnWeekdays{{7}};
    asked.from = day;
    asked.for_ = Person::Partner;
    say(hurt_, made<Commitment>(asked), day);
    failed_ |= !exchangeInProcess(hurt_, betrayer_);
    clock_.set(day, morning);
    return !failed_;
}

} // namespace mend
