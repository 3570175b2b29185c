#include "app/demo/history.h"

#include "app/demo/history_words.h"
#include "app/demo/pair_in_process.h"
#include "core/crypto/argon2.h"
#include "core/crypto/passphrase.h"
#include "core/vault/private_store.h"

#include <algorithm>
#include <array>
#include <random>

namespace mend {

using namespace Qt::StringLiterals;

namespace {

// The demo's vaults hold nobody's words; the benchmarks measure the full cost in a vault of their
// own.
constexpr crypto::Argon2Cost demoCost{1024, 1};

constexpr int morning = 7 * 60; // Minutes after midnight.
constexpr int evening = 20 * 60;

struct Promise {
    RecordId id;
    bool ofBetrayer = true;
    int chanceKept = 80; // percent
    bool timed = false;  // has a time of day to be late for
    std::set<int> weekdays;
};

class Writer {
public:
    Writer(const HistoryPlan& plan, DemoClock& clock, vault::Vault& hurt, vault::Vault& betrayer)
        : plan_(plan), clock_(clock), hurt_(hurt), betrayer_(betrayer), dice_(plan.seed) {}

    bool begin(Day first);
    bool writeDay(Day day, int number);
    bool failed() const { return failed_; }

private:
    int roll(int sides) { return int(dice_() % quint64(sides)); }
    bool chance(int percent) { return roll(100) < percent; }
    const QString& pick(const QStringList& list) { return list[roll(int(list.size()))]; }
    std::optional<RecordId> say(vault::Vault& who, const Content& content, Day day,
                                record::Seal seal = record::Seal::None);
    void promise(vault::Vault& who, const QString& title, const Schedule& schedule,
                 std::optional<TimeOfDay> by, Day from, int chanceKept, const QString& step);
    void answerPromises(Day day);
    void answer(const Promise& promise, Day day);
    void checkIns(Day day, int number);
    CheckIn hurtCheckIn(int mood);
    CheckIn betrayerCheckIn(int mood);
    void smallThings(Day day);
    void privateThings(Day day);
    template <class Value, class Fields>
    Value made(const Fields& fields) {
        return Value::create(fields).value(); // texts are ours and short
    }

    const HistoryPlan& plan_;
    DemoClock& clock_;
    vault::Vault& hurt_;
    vault::Vault& betrayer_;
    std::mt19937_64 dice_;
    std::vector<Promise> promises_;
    bool failed_ = false;
};

std::optional<RecordId> Writer::say(vault::Vault& who, const Content& content, Day day,
                                    record::Seal seal) {
    const auto id = who.append({{content, std::nullopt}, day, seal});
    failed_ |= !id;
    return id ? std::optional(*id) : std::nullopt;
}

void Writer::promise(vault::Vault& who, const QString& title, const Schedule& schedule,
                     std::optional<TimeOfDay> by, Day from, int chanceKept, const QString& step) {
    CommitmentFields fields;
    fields.title = title;
    fields.schedule = schedule;
    fields.by = by;
    fields.from = from;
    fields.step = step;
    std::set<int> weekdays = {1, 2, 3, 4, 5, 6, 7};
    if (const auto* on = std::get_if<OnWeekdays>(&schedule))
        weekdays = on->weekdays;
    if (const auto id = say(who, made<Commitment>(fields), from))
        promises_.push_back({*id, &who == &betrayer_, chanceKept, by.has_value(), weekdays});
}

bool Writer::begin(Day first) {
    clock_.set(first, evening);
    promise(betrayer_, u"Home by 18:30"_s, OnWeekdays{{1, 2, 3, 4, 5}},
            TimeOfDay::fromText(u"18:30"), first, 82, u"B9"_s);
    promise(betrayer_, u"Call when I leave work"_s, OnWeekdays{{1, 2, 3, 4, 5}}, {}, first, 88,
            u"B24"_s);
    promise(betrayer_, u"No contact, and I tell you if there is any"_s, Daily{}, {}, first, 97,
            u"B18"_s);
    promise(hurt_, u"One walk together at the weekend"_s, OnWeekdays{{6}}, {}, first, 75, u"H7"_s);
    if (plan_.everyDay) {
        promise(betrayer_, u"Today's plan by eight"_s, Daily{}, TimeOfDay::fromText(u"08:00"),
                first, 85, u"B10"_s);
        promise(hurt_, u"Ask once instead of looking"_s, Daily{}, {}, first, 70, u"H4"_s);
    }
    for (const char* step : {"B4", "B9", "B11", "B24"})
        failed_ |= !betrayer_.mine().setStep(QString::fromLatin1(step), StepState::Working);
    for (const char* step : {"H4", "H6", "S2"})
        failed_ |= !hurt_.mine().setStep(QString::fromLatin1(step), StepState::Working);
    failed_ |= !betrayer_.mine().setStep(u"B1"_s, StepState::Done);
    failed_ |= !hurt_.mine().setStep(u"H8"_s, StepState::Done);
    return !failed_;
}

// The owner's word, and the other's: at times before it, at times against it.
void Writer::answer(const Promise& promise, Day day) {
    vault::Vault& owner = promise.ofBetrayer ? betrayer_ : hurt_;
    vault::Vault& other = promise.ofBetrayer ? hurt_ : betrayer_;
    const bool kept = chance(promise.chanceKept);
    const bool caughtFirst = !kept && chance(30);
    if (caughtFirst)
        say(other, made<View>(ViewFields{promise.id, ViewState::Noticed, {}}), day);
    failed_ |= caughtFirst && !exchangeInProcess(hurt_, betrayer_);
    if (chance(6))
        return; // nobody said anything that day
    const auto state = kept ? (chance(92) ? OutcomeState::Kept : OutcomeState::Partly)
                            : (chance(15) ? OutcomeState::Excused : OutcomeState::Missed);
    const QString note =
        promise.timed ? pick(kept ? words::keptNotes() : words::missedNotes()) : QString();
    say(owner, made<Outcome>(OutcomeFields{promise.id, state, note}), day);
    failed_ |= !exchangeInProcess(hurt_, betrayer_);
    if (kept && chance(70)) {
        const bool differs = chance(7);
        say(other,
            made<View>(
                ViewFields{promise.id, differs ? ViewState::Differs : ViewState::Confirmed,
                           differs && promise.timed ? pick(words::differNotes()) : QString()}),
            day);
    }
}

void Writer::answerPromises(Day day) {
    for (const Promise& promise : promises_)
        if (promise.weekdays.contains(day.weekday()))
            answer(promise, day);
}

CheckIn Writer::hurtCheckIn(int mood) {
    CheckInFields fields;
    fields.role = Role::Hurt;
    const auto around = [&](int low) { return std::clamp(low + mood * 2 + roll(3), 0, 10); };
    fields.scales = {
        {Scale::Safety, around(3)}, {Scale::Trust, around(1)}, {Scale::Closeness, around(2)}};
    static const std::array<QList<Feeling>, 3> feelings = {
        {{Feeling::Sad, Feeling::Tense, Feeling::Tired},
         {Feeling::Sad, Feeling::Hopeful},
         {Feeling::Calm, Feeling::Hopeful}}};
    fields.feelings = feelings[std::size_t(mood)];
    if (mood > 0 || chance(40))
        fields.texts[CheckInText::Helped] = pick(words::hurtHelped());
    if (mood < 2)
        fields.texts[CheckInText::Hard] = pick(words::hurtHard());
    if (chance(50))
        fields.texts[CheckInText::Need] = pick(words::hurtNeed());
    if (mood == 2 || chance(20))
        fields.texts[CheckInText::Thanks] = pick(words::hurtThanks());
    return made<CheckIn>(fields);
}

CheckIn Writer::betrayerCheckIn(int mood) {
    CheckInFields fields;
    fields.role = Role::Betrayer;
    const auto around = [&](int low) { return std::clamp(low + mood + roll(3), 0, 10); };
    fields.scales = {
        {Scale::Honesty, around(6)}, {Scale::Steadiness, around(3)}, {Scale::Closeness, around(3)}};
    static const std::array<QList<Feeling>, 3> feelings = {{{Feeling::Ashamed, Feeling::Afraid},
                                                            {Feeling::Ashamed, Feeling::Hopeful},
                                                            {Feeling::Grateful, Feeling::Calm}}};
    fields.feelings = feelings[std::size_t(mood)];
    if (mood > 0)
        fields.texts[CheckInText::Helped] = pick(words::brokeHelped());
    if (mood < 2)
        fields.texts[CheckInText::Hard] = pick(words::brokeHard());
    if (chance(60))
        fields.texts[CheckInText::True] = pick(words::brokeTrue());
    if (chance(40))
        fields.texts[CheckInText::Thanks] = pick(words::brokeThanks());
    return made<CheckIn>(fields);
}

// Slowly better over the weeks, with bad days all the way.
void Writer::checkIns(Day day, int number) {
    const int better = std::min(60, number);
    const auto mood = [&] {
        return chance(25 + better / 3) ? 2 : (chance(60 + better / 3) ? 1 : 0);
    };
    const auto seal = chance(60) ? record::Seal::Together : record::Seal::None;
    if (plan_.everyDay || chance(88))
        say(hurt_, hurtCheckIn(mood()), day, seal);
    if (plan_.everyDay || chance(90))
        say(betrayer_, betrayerCheckIn(mood()), day, seal);
}

void Writer::smallThings(Day day) {
    clock_.set(day, morning + roll(180));
    if (plan_.everyDay || chance(35))
        say(betrayer_,
            made<Note>(NoteFields{NoteKind::Whereabouts, pick(words::whereabouts()), {}}), day);
    if (chance(plan_.everyDay ? 60 : 12))
        say(betrayer_,
            made<Note>(NoteFields{NoteKind::Reassurance, pick(words::reassurances()), {}}), day);
    if (chance(plan_.everyDay ? 40 : 10)) {
        const Need need = chance(50) ? Need::Listen : Need::Hold;
        say(hurt_, made<Moment>(MomentFields{5 + roll(5), need, pick(words::moments())}), day);
    }
}

void Writer::privateThings(Day day) {
    if (chance(30))
        failed_ |= !hurt_.mine().addCheckIn(day, hurtCheckIn(roll(3)));
    if (chance(8))
        failed_ |= !hurt_.mine().addJournal(day, pick(words::journal()));
    if (chance(5))
        failed_ |= !betrayer_.mine().addJournal(day, pick(words::journal()));
}

bool Writer::writeDay(Day day, int number) {
    smallThings(day);
    clock_.set(day, evening + roll(120));
    answerPromises(day);
    checkIns(day, number);
    privateThings(day);
    failed_ |= !exchangeInProcess(hurt_, betrayer_);
    return !failed_;
}

Result<std::shared_ptr<vault::Store>, HistoryError> create(const QString& folder,
                                                           const vault::NewVault& person,
                                                           const QString& passphrase,
                                                           DemoClock& clock, Random& random) {
    const auto secret = crypto::Passphrase::fromText(passphrase);
    auto made = secret ? vault::Store::create(folder, person, *secret, {clock, random, demoCost})
                       : fail(vault::VaultError::WrongPassphrase);
    if (!made)
        return fail(HistoryError::CouldNotCreate);
    return std::move(made->store);
}

} // namespace

Result<HistoryVaults, HistoryError> writeHistory(const HistoryPlan& plan, DemoClock& clock,
                                                 Random& random,
                                                 const std::function<void(int)>& progress) {
    const Day first = plan.last.plus(-plan.days);
    clock.set(first, morning);
    auto hurt = create(plan.folderOfHurt, {u"Sam"_s, Role::Hurt, Relation::Partner},
                       plan.passphrase, clock, random);
    auto betrayer = create(plan.folderOfBetrayer, {u"Alex"_s, Role::Betrayer, Relation::Partner},
                           plan.passphrase, clock, random);
    if (!hurt || !betrayer)
        return fail(HistoryError::CouldNotCreate);
    auto a = (*hurt)->connect();
    auto b = (*betrayer)->connect();
    if (!a || !b || !pairInProcess(**a, **b, random))
        return fail(HistoryError::CouldNotWrite);
    Writer writer(plan, clock, **a, **b);
    bool fine = writer.begin(first);
    for (int number = 1; fine && number < plan.days; ++number) {
        fine = writer.writeDay(first.plus(number), number);
        if (progress)
            progress(number);
    }
    clock.set(plan.last, morning);
    if (!fine)
        return fail(HistoryError::CouldNotWrite);
    return HistoryVaults{std::move(*hurt), std::move(*betrayer)};
}

} // namespace mend
