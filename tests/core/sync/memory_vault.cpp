#include "tests/core/sync/memory_vault.h"

#include <algorithm>

namespace mend::test {

using namespace sync;

namespace {

std::optional<LogHead> headOf(const MemoryVault::Log& log) {
    return log.records.empty() ? std::nullopt : std::optional(log.records.back().head());
}

} // namespace

MemoryVault::MemoryVault(const QString& called, quint64 seed, const FakeClock& time)
    : clock(time), random(seed), identity(crypto::SigningKey::generate(random)),
      logKey(crypto::SigningKey::generate(random)), tls(crypto::TlsIdentity::generate()),
      sealingKey(random.fixed<SealingKeyId>()), name(called),
      incarnation(random.fixed<Incarnation>()) {
    mine.key = LogId(logKey.publicKey());
    write(QStringLiteral("the first words of %1").arg(called));
}

void MemoryVault::pair(MemoryVault& a, MemoryVault& b) {
    const QByteArray key = a.random.bytes(32);
    for (auto [me, other] : {std::pair(&a, &b), std::pair(&b, &a)}) {
        me->paired = true;
        me->provisional = true;
        me->partner = other->identityId();
        me->partnerCertificate = other->tls.certificateDer();
        me->pairKey = key;
        me->theirs = {other->mine.key, {}, {}};
    }
}

void MemoryVault::append(Content content, std::optional<Day> day, record::Seal seal) {
    const record::LogPosition position{mine.key, headOf(mine), theirs.records.size(),
                                       clock.nowMs()};
    const record::Draft draft{{std::move(content), {}}, day, seal};
    mine.records.push_back(record::make(draft, position, random).value());
}

void MemoryVault::write(const QString& text) {
    append(*Note::create({NoteKind::Whereabouts, text, {}}), clock.today(), record::Seal::None);
}

void MemoryVault::writeSealed(const QString& text) {
    CheckInFields fields;
    fields.texts.insert(CheckInText::Hard, text);
    append(*CheckIn::create(fields), clock.today(), record::Seal::Together);
}

void MemoryVault::rollBack(std::size_t mineCount, std::size_t theirsCount) {
    const auto cut = [](Log& log, std::size_t count) {
        log.records.erase(log.records.end() - std::ptrdiff_t(std::min(count, log.records.size())),
                          log.records.end());
        std::erase_if(log.heads, [&](const auto& h) { return h.first >= log.records.size(); });
    };
    cut(mine, mineCount);
    cut(theirs, theirsCount);
}

std::size_t MemoryVault::wordsOf(const Log& log) const {
    return std::size_t(std::count_if(log.records.begin(), log.records.end(),
                                     [](const record::Record& r) { return r.body.has_value(); }));
}

bool MemoryVault::isDue(const record::Record& record, const Log& others) const {
    const auto pairs = [&](const record::Record& other) {
        return other.header.kind == record.header.kind && other.header.day == record.header.day;
    };
    return record.header.seal == record::Seal::None ||
           std::any_of(others.records.begin(), others.records.end(), pairs);
}

// --- Trust

std::optional<OwnKeys> MemoryVault::own() {
    if (unreadable)
        return std::nullopt;
    return OwnKeys{crypto::SigningKey::fromSeed(identity.seed()),
                   *crypto::TlsIdentity::fromDer(tls.certificateDer(), tls.privateKeyDer()),
                   sealingKey, incarnation};
}

Result<std::optional<Trust>, ReplicaError> MemoryVault::trust() {
    if (unreadable)
        return fail(ReplicaError::Storage);
    if (!paired)
        return std::optional<Trust>();
    return Trust{partner,
                 partnerCertificate,
                 *crypto::Key::from(crypto::SecretBytes::copyOf(QByteArrayView(pairKey))),
                 provisional,
                 paused,
                 forked};
}

bool MemoryVault::isStill(const std::optional<Trust>& before) {
    const auto now = trust();
    if (!now || now->has_value() != before.has_value())
        return false;
    return !before || ((*now)->partner == before->partner && (*now)->paused == before->paused &&
                       (*now)->forked == before->forked && (*now)->pairKey.equals(before->pairKey));
}

std::optional<Introduction> MemoryVault::introduction() {
    return Introduction{identityId(), sealingKey, name, role, Relation::Partner, 0};
}

std::optional<LogId> MemoryVault::prepareLog(const IdentityId&, Before) {
    prepared = !storageFails;
    return storageFails ? std::nullopt : std::optional(mine.key);
}

TrustStore::Stored MemoryVault::storePairing(const Paired& with, const QByteArray& certificateDer) {
    if (storageFails)
        return Stored::No;
    if (paired && !provisional)
        return Stored::PairedAlready;
    paired = true;
    provisional = true;
    partner = with.partner.identity;
    partnerCertificate = certificateDer;
    pairKey = with.pairKey.view().toByteArray();
    theirs = {with.partnerLog, {}, {}};
    prepared = false;
    return Stored::Yes;
}

std::optional<quint64> MemoryVault::nextCounter() {
    if (storageFails)
        return std::nullopt;
    counter = std::max(counter + 1, quint64(clock.nowMs()));
    return counter;
}

bool MemoryVault::isNewCounter(const Incarnation& from, quint64 value) {
    return value > counters[from.toByteArray()];
}

bool MemoryVault::acceptCounter(const Incarnation& from, quint64 value) {
    if (!isNewCounter(from, value))
        return false;
    counters[from.toByteArray()] = value;
    ++countersStored;
    return true;
}

void MemoryVault::setLastAddress(const QString& hostPort) {
    known.removeAll(hostPort);
    known.prepend(hostPort);
}

SharingCounts MemoryVault::counts() {
    return {mine.records.size(), theirs.records.size(), theyHold.value_or(0), 0};
}

// --- Replica

Result<std::optional<LogHead>, ReplicaError> MemoryVault::head(Person whose) {
    if (unreadable)
        return fail(ReplicaError::Storage);
    return headOf(whose == Person::Me ? mine : theirs);
}

Result<Replica::Known, ReplicaError> MemoryVault::compare(const LogHead& headOfMine) {
    if (unreadable)
        return fail(ReplicaError::Storage);
    if (headOfMine.log != mine.key)
        return Known::Different;
    if (headOfMine.seq >= mine.records.size())
        return Known::Longer;
    return mine.records[headOfMine.seq].id == headOfMine.id ? Known::Mine : Known::Different;
}

Result<Batch, ReplicaError> MemoryVault::batch(Person whose, quint64 seq) {
    if (forked)
        return fail(ReplicaError::Forked);
    ++batchesRead;
    const bool me = whose == Person::Me;
    const Log& log = me ? mine : theirs;
    Batch batch;
    for (quint64 at = seq; at < log.records.size() && int(batch.records.size()) < batchSize; ++at) {
        record::Record r = log.records[at];
        if (me && !isDue(r, theirs))
            r.body.reset();
        batch.records.push_back(std::move(r));
    }
    // What is given back ends with a head that its author signed.
    while (!me && !batch.records.empty() && !log.heads.contains(batch.records.back().header.seq))
        batch.records.pop_back();
    if (batch.records.empty())
        return batch;
    const LogHead last = batch.records.back().head();
    batch.last = last.seq + 1 == log.records.size();
    batch.head =
        me ? record::signHead(last, logKey) : record::SignedHead{last, log.heads.at(last.seq)};
    return batch;
}

Result<bool, ReplicaError> MemoryVault::receive(const Batch& batch) {
    if (failWith)
        return fail(*std::exchange(failWith, {}));
    Log& log = batch.head.head.log == mine.key ? mine : theirs;
    if (batch.head.head.log != log.key || batch.records.back().head() != batch.head.head ||
        !record::verify(batch.head))
        return fail(ReplicaError::BadRecord);
    bool stored = false;
    for (const record::Record& r : batch.records) {
        if (r.header.seq < log.records.size()) {
            forked = forked || log.records[r.header.seq].id != r.id;
            continue;
        }
        if (!record::checkFollows(log.key, headOf(log), r)) {
            forked = forked || r.header.seq == log.records.size(); // goes on from another branch
            return fail(forked ? ReplicaError::Forked : ReplicaError::BadRecord);
        }
        log.records.push_back(r);
        stored = true;
    }
    if (forked)
        return fail(ReplicaError::Forked);
    log.heads[batch.head.head.seq] = batch.head.signature;
    return stored;
}

std::vector<RecordId> MemoryVault::lacking(int limit) {
    std::vector<RecordId> ids;
    for (const record::Record& r : theirs.records)
        if (!r.body && isDue(r, mine) && int(ids.size()) < limit)
            ids.push_back(r.id);
    return ids;
}

std::vector<RecordId> MemoryVault::mayHaveBeenGiven(int limit) {
    std::vector<RecordId> ids(givenBefore.begin(), givenBefore.end());
    ids.resize(std::min(ids.size(), std::size_t(limit)));
    return ids;
}

Result<std::vector<BodyOf>, ReplicaError> MemoryVault::bodies(const std::vector<RecordId>& ids) {
    ++asked;
    if (keepBack)
        return std::vector<BodyOf>();
    std::vector<BodyOf> list;
    for (const record::Record& r : mine.records)
        if (r.body && std::find(ids.begin(), ids.end(), r.id) != ids.end() && isDue(r, theirs))
            list.emplace_back(r.id, *r.body);
    return list;
}

Result<bool, ReplicaError> MemoryVault::receiveBodies(const std::vector<BodyOf>& list) {
    bool stored = false;
    for (const auto& [id, body] : list) {
        const auto at = std::find_if(theirs.records.begin(), theirs.records.end(),
                                     [&](const auto& r) { return r.id == id; });
        if (at == theirs.records.end() || at->header.bodyHash != record::bodyHash(body))
            return fail(ReplicaError::BadRecord);
        stored = stored || !at->body;
        at->body = body;
    }
    return stored;
}

std::optional<record::Ack> MemoryVault::ack() {
    const auto own = headOf(mine);
    const auto held = headOf(theirs);
    return own && held ? std::optional(record::signAck(*own, *held, logKey)) : std::nullopt;
}

Result<void, ReplicaError> MemoryVault::receiveAck(const record::Ack& ack) {
    if (ack.mine.log != theirs.key || compare(ack.held) != Known::Mine || !record::verify(ack))
        return fail(ReplicaError::BadRecord);
    theyHold = ack.held.seq + 1;
    return {};
}

Result<void, ReplicaError> MemoryVault::confirmPairing() {
    provisional = false;
    return {};
}

bool MemoryVault::keepTaken(const Taken& taken) {
    if (!storageFails)
        takenToday = taken;
    return !storageFails;
}

bool equal(const MemoryVault& a, const MemoryVault& b) {
    const auto holds = [](const MemoryVault::Log& copy, const MemoryVault::Log& original) {
        if (copy.records.size() != original.records.size())
            return false;
        for (std::size_t i = 0; i < copy.records.size(); ++i) {
            const record::Record& theirs = original.records[i];
            if (copy.records[i].id != theirs.id ||
                (copy.records[i].body && copy.records[i].body != theirs.body))
                return false;
        }
        return true;
    };
    return holds(a.theirs, b.mine) && holds(b.theirs, a.mine);
}

} // namespace mend::test
