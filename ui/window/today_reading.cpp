#include "ui/window/today_reading.h"

#include "ui/models/commitment_text.h"
#include "ui/window/code_kept.h"

#include <algorithm>
#include <variant>

namespace mend::ui {

namespace {

// guidance.md, "The check-in of a day".
constexpr std::size_t mostTicks = 5;

// Somebody who isn't sure of their role is asked what both are asked: no scales, and no kind words
// that only one of the two would say.
guide::Prompts promptsFor(const guide::Guide& guide, std::optional<Role> role, Relation relation) {
    guide::Prompts prompts = guide.prompts(role.value_or(Role::Hurt), relation);
    if (!role)
        prompts.scales.clear();
    return prompts;
}

std::vector<TickAsk> tickTexts(const guide::Guide& guide, Relation relation,
                               const QStringList& steps) {
    std::vector<TickAsk> texts;
    for (const QString& id : steps)
        if (const auto step = guide.step(id, relation); step && step->tick)
            texts.push_back({id, *step->tick});
    return texts;
}

std::vector<TickAsk> ticksToAsk(const guide::Guide& guide, const Me& me,
                                const std::vector<StepReading>& steps) {
    std::vector<TickAsk> ticks;
    if (!me.role)
        return ticks;
    for (const guide::Step& step : guide.steps(*me.role, me.relation)) {
        const bool working = std::any_of(steps.begin(), steps.end(), [&](const auto& one) {
            return one.id == step.id && one.state == StepState::Working;
        });
        if (working && step.tick && ticks.size() < mostTicks)
            ticks.push_back({step.id, *step.tick});
    }
    return ticks;
}

// True if what was shared is this one, with or without its scales and ticks.
bool isWholeOf(const CheckInFields& whole, const CheckInFields& shared) {
    for (const bool scales : {false, true})
        for (const bool ticks : {false, true})
            if (shareable(whole, scales, ticks) == shared)
                return true;
    return false;
}

// What stayed here of a shared check-in is shown with it, not as one of its own.
std::vector<SavedCheckIn> savedOf(const MyCheckIn& mine,
                                  const std::vector<PrivateCheckIn>& privates) {
    std::vector<SavedCheckIn> saved;
    const CheckIn* shared = nullptr;
    if (mine.shared && mine.shared->content)
        shared = std::get_if<CheckIn>(&*mine.shared->content);
    auto whole = privates.end();
    if (shared) {
        whole = std::find_if(privates.begin(), privates.end(), [&](const PrivateCheckIn& one) {
            return isWholeOf(one.fields, shared->fields());
        });
        SavedCheckIn one;
        one.shared = mine.shared->id;
        one.privateId = whole == privates.end() ? 0 : whole->id;
        one.fields = whole == privates.end() ? shared->fields() : whole->fields;
        one.share = mine.share;
        one.withScales = !(*shared)->scales.isEmpty();
        one.withTicks = !(*shared)->ticks.isEmpty();
        one.given = mine.given;
        saved.push_back(one);
    }
    for (auto one = privates.begin(); one != privates.end(); ++one)
        if (one != whole)
            saved.push_back(
                {std::nullopt, one->id, one->fields, Share::Private, false, false, false});
    return saved;
}

// Days of "n a week" are their owner's to pick: always asked of oneself, shown of the other only
// once there is a word.
std::vector<CommitmentToday> dueOf(const std::vector<CommitmentReading>& commitments,
                                   mend::Person owner, Day day, Day today) {
    std::vector<CommitmentToday> due;
    for (const CommitmentReading& one : commitments) {
        if (one.owner != owner || one.state == CommitmentState::Proposed ||
            one.state == CommitmentState::Declined)
            continue;
        const auto spoken = std::find_if(one.days.begin(), one.days.end(),
                                         [&](const CommitmentDay& on) { return on.day == day; });
        const bool picks = owner == mend::Person::Me &&
                           std::holds_alternative<TimesAWeek>(one.now.schedule) &&
                           mayCountOn(one.spans, day);
        if (spoken == one.days.end() && !picks)
            continue;
        CommitmentDay on;
        on.day = day;
        due.push_back({one.id,
                       one.now.title,
                       one.now.by,
                       spoken == one.days.end() ? on : *spoken,
                       {},
                       mayKnow(one, day, today)});
    }
    return due;
}

// True if there were more.
template <class T>
bool keepFirst(std::vector<T>& all, std::size_t most) {
    const bool more = all.size() > most;
    if (more)
        all.erase(all.begin() + std::ptrdiff_t(most), all.end());
    return more;
}
template <class T>
bool keepLast(std::vector<T>& all, std::size_t most) {
    const bool more = all.size() > most;
    if (more)
        all.erase(all.begin(), all.end() - std::ptrdiff_t(most));
    return more;
}

// Of theirs, newest first, those stay that were there first: however many are made, none of them
// takes the place of one that is looked at every day.
void keepWhatFits(TodayState& state) {
    state.moreMine = keepFirst(state.mine, mostCommitments);
    state.moreTheirs = keepLast(state.theirs, mostCommitments);
}

void readNotes(Workspace& workspace, Day day, std::vector<CommitmentToday>& due) {
    for (CommitmentToday& one : due)
        one.begun = QString::fromUtf8(workspace.draft(DraftPlaces(day).commitment(one.id)));
}

int proposalsToMe(const std::vector<CommitmentReading>& commitments) {
    return int(std::count_if(commitments.begin(), commitments.end(), [](const auto& one) {
        return one.state == CommitmentState::Proposed && one.owner == mend::Person::Me &&
               one.proposer == mend::Person::Partner && !one.answer;
    }));
}

std::optional<Day> unfinishedBefore(Workspace& workspace, Day today) {
    for (int back = 1; back <= unfinishedFor; ++back) {
        const Day day = today.plus(-back);
        const DraftPlaces places(day);
        for (const QString& place : {places.checkIn, places.moment, places.note})
            if (!workspace.draft(place).isEmpty())
                return day;
    }
    return std::nullopt;
}

Share lastShare(Workspace& workspace) {
    const auto value = workspace.setting(QLatin1String(lastShareKey));
    return value ? shareFromName(QString::fromUtf8(*value)).value_or(Share::Private)
                 : Share::Private;
}

QStringList ticksNamed(const TodayState& state) {
    QStringList steps;
    for (const SavedCheckIn& saved : state.saved)
        steps += saved.fields.ticks;
    if (const auto& entry = state.partner.checkIn; entry && entry->content)
        if (const auto* checkIn = std::get_if<CheckIn>(&*entry->content))
            steps += (*checkIn)->ticks;
    steps.removeDuplicates();
    return steps;
}

} // namespace

Attempt<TodayState> readToday(Workspace& workspace, const guide::Guide& guide, Day day) {
    const Me me = workspace.me();
    const auto partner = workspace.partner();
    const auto mine = workspace.myCheckIn(day);
    const auto privates = workspace.privateCheckIns(day, day);
    const auto moments = workspace.privateMoments(day, day);
    const auto card = workspace.partnerCard(day, {mostNotes, mostMoments});
    const auto commitments = workspace.commitments(day, day);
    const auto steps = workspace.steps(mend::Person::Me);
    for (const std::optional<Problem> problem :
         {mine ? std::optional<Problem>() : mine.error(),
          privates ? std::optional<Problem>() : privates.error(),
          moments ? std::optional<Problem>() : moments.error(),
          card ? std::optional<Problem>() : card.error(),
          commitments ? std::optional<Problem>() : commitments.error(),
          steps ? std::optional<Problem>() : steps.error()})
        if (problem)
            return fail(*problem);
    TodayState state;
    state.day = day;
    state.today = workspace.today();
    state.unfinished = unfinishedBefore(workspace, state.today);
    state.role = me.role;
    state.prompts = promptsFor(guide, me.role, me.relation);
    state.theirPrompts =
        promptsFor(guide, partner ? partner->role : std::optional<Role>(), me.relation);
    for (const Role role : {Role::Hurt, Role::Betrayer})
        state.promptsOfRole.emplace(role, guide.prompts(role, me.relation));
    state.partnerName = partner ? partner->name : QString();
    state.ticks = ticksToAsk(guide, me, *steps);
    state.saved = savedOf(*mine, *privates);
    state.partner = *card;
    state.moments = *moments;
    state.mine = dueOf(*commitments, mend::Person::Me, day, state.today);
    state.theirs = dueOf(*commitments, mend::Person::Partner, day, state.today);
    if (day == state.today)
        state.nextToKnow = nextToKnow(*commitments, day);
    keepWhatFits(state);
    for (auto* due : {&state.mine, &state.theirs})
        readNotes(workspace, day, *due);
    state.proposals = proposalsToMe(*commitments);
    state.lastShare = lastShare(workspace);
    state.codeUnkept = isCodeUnkept(workspace);
    state.tickTexts = tickTexts(guide, me.relation, ticksNamed(state));
    return state;
}

} // namespace mend::ui
