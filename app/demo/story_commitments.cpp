// The commitments of a history, and what both say about their days (story_writer.h).

#include "app/demo/pair_in_process.h"
#include "app/demo/story_writer.h"
#include "core/vault/private_store.h"

#include <algorithm>

namespace mend {

using namespace Qt::StringLiterals;

namespace {

constexpr int evening = 20 * 60; // Minutes after midnight.
const std::set<int> workdays = {1, 2, 3, 4, 5};
constexpr int saturday = 6;

std::set<int> daysOf(const Schedule& schedule) {
    const auto* on = std::get_if<OnWeekdays>(&schedule);
    return on ? on->weekdays : std::set<int>{1, 2, 3, 4, 5, 6, 7};
}

} // namespace

void StoryWriter::promise(vault::Vault& who, const PromisePlan& plan, Day from,
                          const story::PromiseWords& words) {
    CommitmentFields fields;
    fields.title = plan.title;
    fields.schedule = plan.schedule;
    fields.by = plan.by;
    fields.from = from;
    fields.step = plan.step;
    fields.for_ = plan.for_;
    const auto id = say(who, made<Commitment>(fields), from);
    if (!id)
        return;
    const bool asked = plan.for_ == Person::Partner;
    const bool ofBetrayer = (&who == &betrayer_) != asked;
    if (asked) {
        failed_ |= !exchangeInProcess(hurt_, betrayer_);
        say(ofBetrayer ? betrayer_ : hurt_, made<Consent>(ConsentFields{*id, Answer::Yes, {}}),
            from);
    }
    promises_.push_back({*id, ofBetrayer, plan.chanceKept, plan.late, daysOf(plan.schedule),
                         !words.excused.isEmpty(), Telling(words.kept), Telling(words.partly),
                         Telling(words.missed), Telling(words.excused), Telling(words.differs)});
}

bool StoryWriter::begin(Day first) {
    minute_ = evening;
    clock_.set(first, minute_);
    MemberFields alex = betrayer_.member().fields();
    alex.mayBeAsked = true;
    failed_ |= !betrayer_.changeMember(alex);
    promise(betrayer_,
            {u"Home by 18:30"_s, OnWeekdays{workdays}, TimeOfDay::fromText(u"18:30"), 80, true,
             u"B9"_s},
            first, story::homeInTime());
    promise(betrayer_, {u"Call when I leave work"_s, OnWeekdays{workdays}, {}, 86, false, u"B24"_s},
            first, story::call());
    promise(betrayer_,
            {u"No contact, and I tell you if there is any"_s, Daily{}, {}, 97, false, u"B18"_s},
            first, story::noContact());
    promise(hurt_,
            {u"One walk together at the weekend"_s, OnWeekdays{{saturday}}, {}, 75, false, u"H7"_s},
            first, story::walk());
    if (plan_.everyDay) {
        promise(betrayer_,
                {u"Today’s plan by eight"_s, Daily{}, TimeOfDay::fromText(u"08:00"), 85, false,
                 u"B10"_s},
                first, story::call());
        promise(hurt_, {u"Ask once instead of looking"_s, Daily{}, {}, 70, false, u"H4"_s}, first,
                story::phoneAway());
        promise(hurt_, {u"No phones at the table"_s, Daily{}, {}, 85, false, {}}, first,
                story::phoneAway());
        promise(betrayer_, {u"Ten minutes outside, together"_s, Daily{}, {}, 75, false, u"H7"_s},
                first, story::walk());
    }
    for (const char* step : {"B4", "B9", "B11", "B24"})
        failed_ |= !betrayer_.mine().setStep(QString::fromLatin1(step), StepState::Working);
    for (const char* step : {"H4", "H6", "S2"})
        failed_ |= !hurt_.mine().setStep(QString::fromLatin1(step), StepState::Working);
    failed_ |= !betrayer_.mine().setStep(u"B1"_s, StepState::Done);
    failed_ |= !hurt_.mine().setStep(u"H8"_s, StepState::Done);
    return !failed_;
}

// Better over the weeks, never all of the time.
OutcomeState StoryWriter::outcome(const Promise& promise) {
    const int better = 16 * std::min(number_, plan_.days) / plan_.days - 8;
    if (chance(std::min(98, promise.chanceKept + better)))
        return chance(92) ? OutcomeState::Kept : OutcomeState::Partly;
    return promise.excusable && chance(15) ? OutcomeState::Excused : OutcomeState::Missed;
}

Telling& StoryWriter::noteOf(Promise& promise, OutcomeState state) {
    switch (state) {
    case OutcomeState::Partly:
        return promise.partly;
    case OutcomeState::Missed:
        return promise.missed;
    case OutcomeState::Excused:
        return promise.excused;
    case OutcomeState::Kept:
        break;
    }
    return promise.kept;
}

// The owner's word, and the other's: at times before it, at times against it.
void StoryWriter::answer(Promise& promise, Day day) {
    vault::Vault& owner = promise.ofBetrayer ? betrayer_ : hurt_;
    vault::Vault& other = promise.ofBetrayer ? hurt_ : betrayer_;
    const OutcomeState state = outcome(promise);
    const bool missed = state == OutcomeState::Missed;
    const bool noticed = missed && promise.late && chance(45);
    if (noticed) {
        say(other, made<View>(ViewFields{promise.id, ViewState::Noticed, {}}), day);
        failed_ |= !exchangeInProcess(hurt_, betrayer_);
    }
    if (missed && promise.late)
        evening_ = noticed ? Evening::Late : Evening::LateAndTold;
    if (!missed && chance(5))
        return; // nobody said anything that day
    Telling& notes = noteOf(promise, state);
    const QString note = state == OutcomeState::Kept ? told(notes, 40) : notes.next();
    say(owner, made<Outcome>(OutcomeFields{promise.id, state, note}), day);
    failed_ |= !exchangeInProcess(hurt_, betrayer_);
    if (state == OutcomeState::Kept || state == OutcomeState::Partly)
        see(promise, day);
}

void StoryWriter::see(Promise& promise, Day day) {
    vault::Vault& other = promise.ofBetrayer ? hurt_ : betrayer_;
    const QString differs = told(promise.differs, 8);
    if (!differs.isEmpty())
        say(other, made<View>(ViewFields{promise.id, ViewState::Differs, differs}), day);
    else if (chance(82))
        say(other, made<View>(ViewFields{promise.id, ViewState::Confirmed, {}}), day);
}

} // namespace mend
