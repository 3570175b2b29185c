// Check-ins, moments, notes, the timeline, the checklist: what is written about days.

#include "core/domain/step_sharing.h"
#include "core/vault/bulk.h"
#include "core/workspace/parts.h"

namespace mend {

// --- Check-ins
// -------------------------------------------------------------------------------------------

Attempt<void> Workspace::checkDay(Day day) const {
    if (day > today())
        return fail(Problem::BadDay);
    return {};
}

Attempt<RecordId> Workspace::append(const record::Draft& draft) {
    auto id = attempt(parts_->vault->append(draft));
    if (id)
        committed();
    return id;
}

Attempt<std::optional<RecordId>> Workspace::saveCheckIn(Day day, const CheckInFields& fields,
                                                        const CheckInChoice& choice) {
    if (const auto fits = checkDay(day); !fits)
        return fail(fits.error());
    const auto whole = checked<CheckIn>(fields);
    if (!whole)
        return fail(whole.error());
    if (choice.share == Share::Private)
        return writeCheckIn(std::nullopt, day, *whole, choice.replaces);
    const CheckInFields shown = shareable(fields, choice.withScales, choice.withTicks);
    const auto shared = checked<CheckIn>(shown);
    if (!shared)
        return fail(shared.error());
    const auto seal = choice.share == Share::Together ? record::Seal::Together : record::Seal::None;
    // What is left out of what is shared stays here, for its owner alone.
    return writeCheckIn(record::Draft{{*shared, std::nullopt}, day, seal}, day,
                        shown == fields ? std::nullopt : std::optional(*whole), choice.replaces);
}

// All of it or nothing, so that a second try shares nothing twice, and no trouble on the way loses
// words.
Attempt<std::optional<RecordId>> Workspace::writeCheckIn(const std::optional<record::Draft>& shared,
                                                         Day day,
                                                         const std::optional<CheckIn>& kept,
                                                         qint64 replaces) {
    const auto together = parts_->vault->together();
    std::optional<RecordId> id;
    if (shared) {
        const auto appended = attempt(parts_->vault->append(*shared));
        if (!appended)
            return fail(appended.error());
        id = *appended;
    }
    if (kept)
        if (const auto done = keep(day, *kept); !done)
            return fail(done.error());
    if (replaces != 0)
        if (const auto gone = parts_->vault->mine().removeCheckIn(replaces);
            !gone && gone.error() != vault::VaultError::UnknownId)
            return fail(problemOf(gone.error()));
    if (const auto done = together->commit(); !done)
        return fail(problemOf(done.error()));
    committed();
    return id;
}

Attempt<void> Workspace::keep(Day day, const CheckIn& checkIn) {
    const auto kept = parts_->vault->mine().addCheckIn(day, checkIn);
    return kept ? Attempt<void>() : fail(problemOf(kept.error()));
}

Attempt<std::vector<PrivateCheckIn>> Workspace::privateCheckIns(Day from, Day to) {
    return attempt(parts_->vault->mine().checkIns(from, to));
}
Attempt<std::vector<PrivateCheckIn>>
Workspace::olderPrivateCheckIns(const std::optional<KeptPlace>& before, int limit) {
    return attempt(parts_->vault->mine().checkInsBefore(before, limit));
}
Attempt<void> Workspace::removePrivateCheckIn(qint64 id) {
    const auto removed = attempt(parts_->vault->mine().removeCheckIn(id));
    if (removed)
        committed();
    return removed;
}
Attempt<MyCheckIn> Workspace::myCheckIn(Day day) {
    return attempt(parts_->vault->read().myCheckIn(day));
}
Attempt<PartnerCard> Workspace::partnerCard(Day day, const CardRoom& room) {
    return attempt(parts_->vault->read().partnerCard(day, room));
}

// --- Moments and notes
// -----------------------------------------------------------------------------------

Attempt<RecordId> Workspace::shareMoment(Day day, const MomentFields& fields) {
    if (const auto fits = checkDay(day); !fits)
        return fail(fits.error());
    const auto moment = checked<Moment>(fields);
    return moment ? append({{*moment, std::nullopt}, day})
                  : Attempt<RecordId>(fail(moment.error()));
}
Attempt<qint64> Workspace::keepMoment(Day day, const MomentFields& fields) {
    const auto moment = checked<Moment>(fields);
    if (!moment)
        return fail(moment.error());
    const auto kept = attempt(parts_->vault->mine().addMoment(day, *moment));
    if (kept)
        committed();
    return kept;
}
Attempt<std::vector<PrivateMoment>> Workspace::privateMoments(Day from, Day to) {
    return attempt(parts_->vault->mine().moments(from, to));
}
Attempt<std::vector<PrivateMoment>>
Workspace::olderPrivateMoments(const std::optional<KeptPlace>& before, int limit) {
    return attempt(parts_->vault->mine().momentsBefore(before, limit));
}
Attempt<void> Workspace::removePrivateMoment(qint64 id) {
    const auto removed = attempt(parts_->vault->mine().removeMoment(id));
    if (removed)
        committed();
    return removed;
}
Attempt<RecordId> Workspace::shareNote(Day day, const NoteFields& fields) {
    if (const auto fits = checkDay(day); !fits)
        return fail(fits.error());
    const auto note = checked<Note>(fields);
    return note ? append({{*note, std::nullopt}, day}) : Attempt<RecordId>(fail(note.error()));
}

// --- Timeline
// --------------------------------------------------------------------------------------------

Attempt<TimelinePage> Workspace::older(const TimelineFilter& filter,
                                       const std::optional<TimelineKey>& before, int limit) {
    return attempt(parts_->vault->read().older(filter, before, limit));
}
Attempt<TimelinePage> Workspace::newer(const TimelineFilter& filter, const TimelineKey& after,
                                       int limit) {
    return attempt(parts_->vault->read().newer(filter, after, limit));
}
Attempt<TimelinePage> Workspace::around(const TimelineFilter& filter, Day day, int limit) {
    return attempt(parts_->vault->read().around(filter, day, limit));
}
Attempt<std::vector<TimelineEntry>> Workspace::earlierVersions(const RecordId& id) {
    return attempt(parts_->vault->read().earlier(id));
}
Attempt<std::map<Day, int>> Workspace::perDay(const TimelineFilter& filter, Day from, Day to) {
    return attempt(parts_->vault->read().perDay(filter, from, to));
}
Attempt<std::vector<DayShards>> Workspace::shards(Day from, Day to) {
    return attempt(parts_->vault->read().shards(from, to));
}
std::optional<Day> Workspace::firstDay() {
    return parts_->vault->read().firstDay();
}
Attempt<TimelineEntry> Workspace::entry(const RecordId& id) {
    return attempt(parts_->vault->read().entry(id));
}
Attempt<RecordId> Workspace::resolve(const QString& hex) {
    return attempt(parts_->vault->read().resolve(hex));
}

Attempt<void> Workspace::withdraw(const RecordId& id) {
    const auto withdrawal = checked<Withdraw>(WithdrawFields{id});
    if (!withdrawal)
        return fail(withdrawal.error());
    const auto done = append({{*withdrawal, std::nullopt}, std::nullopt});
    return done ? Attempt<void>() : fail(done.error());
}
Attempt<void> Workspace::openSealed(const RecordId& id) {
    const auto opening = checked<Open>(OpenFields{id});
    if (!opening)
        return fail(opening.error());
    const auto done = append({{*opening, std::nullopt}, std::nullopt});
    return done ? Attempt<void>() : fail(done.error());
}
Attempt<RecordId> Workspace::replace(const RecordId& id, const Content& content) {
    const auto old = entry(id);
    if (!old)
        return fail(old.error());
    const auto seal = attempt(parts_->vault->read().sealOf(old->newest));
    if (!seal)
        return fail(seal.error());
    return append({{content, old->newest}, old->day, *seal});
}

// --- Checklist
// -------------------------------------------------------------------------------------------

Attempt<std::vector<StepReading>> Workspace::steps(Person whose) {
    return attempt(parts_->vault->read().steps(whose));
}
Attempt<void> Workspace::setStep(const QString& step, StepState state) {
    if (const auto fits = checked<StepShared>(StepFields{step, state}); !fits)
        return fail(fits.error());
    auto set = attempt(parts_->vault->mine().setStep(step, state));
    if (set)
        committed();
    return set;
}
Attempt<void> Workspace::shareStep(const QString& step, StepState state) {
    const auto shared = checked<StepShared>(StepFields{step, state});
    if (!shared)
        return fail(shared.error());
    if (!mayBeShared(step))
        return fail(Problem::NotAllowed);
    const auto together = parts_->vault->together();
    if (const auto id = attempt(parts_->vault->append({{*shared, std::nullopt}, today()})); !id)
        return fail(id.error());
    if (const auto set = attempt(parts_->vault->mine().setStep(step, state)); !set)
        return set;
    if (const auto done = together->commit(); !done)
        return fail(problemOf(done.error()));
    committed();
    return {};
}

} // namespace mend
