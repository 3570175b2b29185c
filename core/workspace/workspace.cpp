#include "core/workspace/workspace.h"

#include "core/base/log.h"
#include "core/workspace/parts.h"
#include "core/workspace/sync_reading.h"

#include <chrono>

namespace mend {

namespace {
using namespace std::chrono_literals;
constexpr auto watchEvery = 1s; // Another process's commit, or midnight, is seen within this time.

// How sharing stands while nothing of it runs here.
void atRest(const vault::Pairing& pairing, SyncReading& reading) {
    using P = SyncReading::Phase;
    reading.phase = pairing.forked        ? P::Stopped
                    : pairing.paused      ? P::Paused
                    : pairing.provisional ? P::Provisional
                                          : P::Looking;
    reading.stop = pairing.forked ? SyncReading::Stop::Fork : SyncReading::Stop::None;
}

Result<std::optional<PartnerReading>, vault::VaultError> readPartner(vault::SyncStore& sync) {
    const auto pairing = sync.pairing();
    if (!pairing)
        return fail(pairing.error());
    if (!*pairing)
        return std::optional<PartnerReading>();
    const vault::Partner& paired = (*pairing)->partner;
    PartnerReading reading{paired.name,     paired.role,
                           paired.relation, fingerprintOf(paired.identity),
                           false,           (*pairing)->provisional};
    const auto newest = sync.partnerMember();
    if (!newest)
        return fail(newest.error());
    if (*newest) {
        const Member& member = **newest;
        reading.name = member->name;
        reading.role = member->role;
        reading.mayBeAsked = member->mayBeAsked;
    }
    return std::optional(std::move(reading));
}
} // namespace

Workspace::Workspace(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {
    parts_->sync = std::make_unique<SyncThread>(parts_->store, parts_->clock);
    parts_->dataVersion = parts_->vault->dataVersion();
    parts_->partner = partner();
    SyncThread* sync = parts_->sync.get();
    connect(sync, &SyncThread::readingChanged, this, [this] { Q_EMIT syncChanged(syncState()); });
    connect(sync, &SyncThread::pairingChanged, this, [this] { Q_EMIT pairingChanged(pairing()); });
    connect(sync, &SyncThread::stored, this, [this] { lookForChanges(); });
    connect(sync, &SyncThread::paired, this, &Workspace::lookAtPartner);
    parts_->watch.setTimerType(Qt::VeryCoarseTimer);
    connect(&parts_->watch, &QTimer::timeout, this, [this] {
        lookForChanges();
        lookAtClock();
    });
    parts_->watch.start(watchEvery);
    log::event(log::Event::Unlocked);
}

Workspace::~Workspace() {
    parts_->sync.reset();
    log::event(log::Event::Locked);
}

std::shared_ptr<vault::Store> Workspace::letGo() {
    parts_->watch.stop();
    parts_->sync->stop();
    parts_->vault.reset();
    return parts_->store;
}

// Commits that were not made here. Sharing knows of its own, and so comes last.
void Workspace::lookForChanges() {
    const quint64 version = parts_->vault->dataVersion();
    if (parts_->dataVersion == version)
        return;
    tell(version);
    parts_->sync->localChanged();
}

// What is to be shared is on its way before anybody is told.
void Workspace::committed() {
    parts_->sync->localChanged();
    tell(parts_->vault->dataVersion());
}

// Who listens, once for every commit. Their name or role is rarely what came: until everybody was
// told of the rest, the other is who they were when last asked for, and pages needn't read
// everything twice.
void Workspace::tell(quint64 version) {
    parts_->dataVersion = version;
    if (parts_->partnerRead)
        parts_->partnerRead->dataVersion = version;
    Q_EMIT changed();
    parts_->partnerRead.reset();
    lookAtPartner();
}

void Workspace::lookAtPartner() {
    auto now = partner();
    if (std::exchange(parts_->partner, now) != now)
        Q_EMIT partnerChanged();
}

// At midnight, when the computer wakes up in another day, and when its zone or clock is changed;
// and each minute, for what is due at a time of day.
void Workspace::lookAtClock() {
    const Day now = today();
    if (std::exchange(parts_->day, now) != now)
        Q_EMIT dayTurned();
    const TimeOfDay minute = timeOfDay(parts_->clock);
    if (std::exchange(parts_->minute, minute) != minute)
        Q_EMIT minuteTurned(minute);
}

// --- Who
// -------------------------------------------------------------------------------------------------

Day Workspace::today() const {
    return parts_->clock.today();
}

Me Workspace::me() const {
    const Member member = parts_->vault->member();
    return {member->name, member->role, member->relation, member->mayBeAsked,
            fingerprintOf(member->identity)};
}

Attempt<void> Workspace::changeMember(const std::function<void(MemberFields&)>& change) {
    MemberFields fields = parts_->vault->member().fields();
    change(fields);
    if (const auto wrong = check(fields))
        return fail(problemOf(*wrong));
    auto changedMember = attempt(parts_->vault->changeMember(fields));
    if (changedMember) {
        Q_EMIT meChanged();
        committed();
    }
    return changedMember;
}

Attempt<void> Workspace::changeMe(const QString& name, std::optional<Role> role,
                                  Relation relation) {
    return changeMember([&](MemberFields& fields) {
        fields.name = name;
        fields.role = role;
        fields.relation = relation;
    });
}

Attempt<void> Workspace::setMayBeAsked(bool mayBeAsked) {
    return changeMember([&](MemberFields& fields) { fields.mayBeAsked = mayBeAsked; });
}

std::optional<PartnerReading> Workspace::partner() const {
    const quint64 version = parts_->vault->dataVersion();
    auto& read = parts_->partnerRead;
    if (!read || read->dataVersion != version) {
        auto now = readPartner(parts_->vault->sync());
        if (!now)
            return std::nullopt;
        read = {version, std::move(*now)};
    }
    return read->partner;
}

// --- Partner and sync
// ------------------------------------------------------------------------------------

void Workspace::startSync(const NetworkChoice& network) {
    parts_->sync->start(network);
}

void Workspace::stopSync() {
    parts_->sync->stop();
}

SyncReading Workspace::syncState() const {
    SyncReading reading = parts_->sync->reading();
    if (parts_->sync->isRunning())
        return reading;
    reading.counts = parts_->vault->sync().counts();
    const auto pairing = parts_->vault->sync().pairing();
    if (reading.phase == SyncReading::Phase::NotPaired && pairing && *pairing)
        atRest(**pairing, reading);
    return reading;
}

Attempt<void> Workspace::setPaused(bool paused) {
    auto set = attempt(parts_->vault->sync().setPaused(paused));
    if (set) {
        parts_->sync->trustChanged();
        committed();
    }
    return set;
}

Attempt<void> Workspace::leave() {
    auto left = attempt(parts_->vault->sync().unpair());
    if (left) {
        parts_->sync->trustChanged();
        committed();
    }
    return left;
}

void Workspace::retryNow() {
    parts_->sync->retryNow();
}

void Workspace::allowMuch() {
    parts_->sync->allowMuch();
}

// --- Whole
// -------------------------------------------------------------------------------------------------

Attempt<VerifyReading> Workspace::verify() {
    const auto report = parts_->vault->verify();
    if (!report)
        return fail(problemOf(report.error()));
    VerifyReading reading{report->ok(), report->records, {}};
    for (const vault::Problem& problem : report->problems)
        reading.problems.emplace_back(vault::name(problem.what), problem.count);
    return reading;
}

// --- Journal, drafts, settings
// -------------------------------------------------------------------------------

Attempt<qint64> Workspace::addJournal(Day day, const QString& text) {
    return attempt(parts_->vault->mine().addJournal(day, text));
}
Attempt<void> Workspace::changeJournal(qint64 id, const QString& text) {
    return attempt(parts_->vault->mine().changeJournal(id, text));
}
Attempt<void> Workspace::removeJournal(qint64 id) {
    return attempt(parts_->vault->mine().removeJournal(id));
}
Attempt<std::vector<JournalEntry>> Workspace::journal(const QString& search, int limit,
                                                      int offset) {
    return attempt(parts_->vault->mine().journal(search, limit, offset));
}
// Trouble is over once every draft is kept: on a full disk an empty one may well be, and a long one
// not. What could not be saved is tried again with the next.
void Workspace::saveDraft(const QString& place, const QByteArray& bytes) {
    auto& unkept = parts_->unkept;
    const bool before = !unkept.empty();
    unkept.insert_or_assign(place, bytes);
    std::optional<Problem> problem;
    for (auto draft = unkept.begin(); draft != unkept.end();) {
        const auto saved = parts_->vault->mine().saveDraft(draft->first, draft->second);
        if (!saved)
            problem = problemOf(saved.error());
        draft = saved ? unkept.erase(draft) : std::next(draft);
    }
    if (problem)
        Q_EMIT troubled(*problem);
    else if (before)
        Q_EMIT troubleOver();
}
QByteArray Workspace::draft(const QString& place) {
    const auto unkept = parts_->unkept.find(place);
    return unkept != parts_->unkept.end() ? unkept->second : parts_->vault->mine().draft(place);
}
QStringList Workspace::drafts(const QString& beginning) {
    QStringList places = parts_->vault->mine().drafts(beginning);
    for (const auto& [place, bytes] : parts_->unkept) {
        places.removeAll(place);
        if (place.startsWith(beginning) && !bytes.isEmpty())
            places.append(place);
    }
    places.sort();
    return places;
}
Attempt<void> Workspace::setSetting(const QString& key, const QByteArray& value) {
    return attempt(parts_->vault->mine().setSetting(key, value));
}
std::optional<QByteArray> Workspace::setting(const QString& key) {
    return parts_->vault->mine().setting(key);
}

} // namespace mend
