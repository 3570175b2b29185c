#include "core/workspace/vault_trust_store.h"

#include "core/base/log.h"
#include "core/record/cbor.h"
#include "core/vault/private_store.h"
#include "core/vault/sync_store.h"

namespace mend {

using sync::ReplicaError;
using vault::VaultError;

namespace {

ReplicaError replicaError(VaultError error) {
    log::event(log::Event::VaultError, int(error));
    switch (error) {
    case VaultError::BadRecord:
    case VaultError::AgainstRules:
    case VaultError::UnknownId:
        return ReplicaError::BadRecord;
    case VaultError::Forked:
        return ReplicaError::Forked;
    default:
        return ReplicaError::Storage;
    }
}

constexpr qsizetype takenLimit = 64; // Bytes. Three numbers and a yes or no.
const QString takenSetting = QStringLiteral("sync.taken");

Result<bool, ReplicaError> stored(const Result<vault::Received, VaultError>& received) {
    if (!received)
        return fail(replicaError(received.error()));
    return *received == vault::Received::Stored;
}

} // namespace

VaultTrustStore::VaultTrustStore(std::unique_ptr<vault::Vault> vault) : vault_(std::move(vault)) {}
VaultTrustStore::~VaultTrustStore() = default;

// --- Trust
// -----------------------------------------------------------------------------------------------

std::optional<sync::OwnKeys> VaultTrustStore::own() {
    auto own = vault_->sync().own();
    if (!own)
        return std::nullopt;
    auto tls = crypto::TlsIdentity::fromDer(own->certificateDer, own->tlsKeyDer);
    if (!tls)
        return std::nullopt;
    return sync::OwnKeys{std::move(own->identity), std::move(*tls), own->sealingKey,
                         own->incarnation};
}

Result<std::optional<sync::Trust>, ReplicaError> VaultTrustStore::trust() {
    auto keyed = vault_->sync().keyedPairing();
    if (!keyed)
        return fail(replicaError(keyed.error()));
    if (!*keyed)
        return std::optional<sync::Trust>();
    const vault::Pairing& p = (*keyed)->pairing;
    auto key = crypto::Key::from(std::move((*keyed)->key));
    if (!key)
        return fail(replicaError(VaultError::Damaged));
    return sync::Trust{p.partner.identity, p.partner.certificateDer,
                       std::move(*key),    p.provisional,
                       p.paused,           p.forked};
}

bool VaultTrustStore::isStill(const std::optional<sync::Trust>& known) {
    const auto pairing = vault_->sync().pairing();
    if (!pairing || pairing->has_value() != known.has_value())
        return false;
    if (!known)
        return true;
    const vault::Pairing& now = **pairing;
    return now.partner.identity == known->partner && now.paused == known->paused &&
           now.forked == known->forked && vault_->sync().isPairKey(known->pairKey);
}

std::optional<sync::Introduction> VaultTrustStore::introduction() {
    const Member me = vault_->member();
    if (!me->role)
        return std::nullopt;
    return sync::Introduction{me->identity, me->sealingKey, me->name, *me->role, me->relation, 0};
}

std::optional<LogId> VaultTrustStore::prepareLog(const IdentityId& partner, sync::Before before) {
    const auto share =
        before == sync::Before::FromToday ? vault::ShareBefore::FromToday : vault::ShareBefore::All;
    const auto log = vault_->sync().prepareLog(partner, share);
    return log ? std::optional(*log) : std::nullopt;
}

void VaultTrustStore::forgetPreparedLog() {
    if (const auto forgotten = vault_->sync().forgetPreparedLog(); !forgotten)
        log::event(log::Event::VaultError, int(forgotten.error())); // the next pairing uses it
}

sync::TrustStore::Stored VaultTrustStore::storePairing(const sync::Paired& paired,
                                                       const QByteArray& certificateDer) {
    const sync::Introduction& who = paired.partner;
    const vault::Partner partner{who.identity, paired.partnerLog, who.sealingKey, certificateDer,
                                 who.name,     who.role,          who.relation};
    const auto done = vault_->sync().storePairing(partner, paired.pairKey, paired.ownLog);
    if (!done)
        return done.error() == VaultError::AlreadyPaired ? Stored::PairedAlready : Stored::No;
    keepTaken({}); // what was allowed to one is not allowed to another
    return Stored::Yes;
}

std::optional<quint64> VaultTrustStore::nextCounter() {
    const auto counter = vault_->sync().nextCounter();
    return counter ? std::optional(*counter) : std::nullopt;
}

bool VaultTrustStore::isNewCounter(const Incarnation& incarnation, quint64 counter) {
    return vault_->sync().isNewCounter(incarnation, counter).value_or(false);
}

bool VaultTrustStore::acceptCounter(const Incarnation& incarnation, quint64 counter) {
    return vault_->sync().acceptCounter(incarnation, counter).value_or(false);
}

QStringList VaultTrustStore::addresses() {
    return vault_->sync().addresses();
}

void VaultTrustStore::setLastAddress(const QString& hostPort) {
    if (const auto set = vault_->sync().setLastAddress(hostPort); !set)
        log::event(log::Event::VaultError,
                   int(set.error())); // the next search begins with a beacon instead
}

SharingCounts VaultTrustStore::counts() {
    return vault_->sync().counts();
}

// --- Replica
// ---------------------------------------------------------------------------------------------

Result<std::optional<LogHead>, ReplicaError> VaultTrustStore::head(Person whose) {
    return vault_->sync().head(whose).map_error(replicaError);
}

Result<sync::Replica::Known, ReplicaError> VaultTrustStore::compare(const LogHead& headOfMine) {
    const auto known = vault_->sync().compare(headOfMine);
    if (!known)
        return fail(replicaError(known.error()));
    switch (*known) {
    case vault::SyncStore::Known::Mine:
        return Known::Mine;
    case vault::SyncStore::Known::Longer:
        return Known::Longer;
    case vault::SyncStore::Known::Different:
        break;
    }
    return Known::Different;
}

Result<sync::Batch, ReplicaError> VaultTrustStore::batch(Person whose, quint64 seq) {
    auto batch = vault_->sync().batch(whose, seq);
    if (!batch)
        return fail(replicaError(batch.error()));
    return sync::Batch{std::move(batch->records), batch->head, batch->last};
}

Result<bool, ReplicaError> VaultTrustStore::receive(const sync::Batch& batch) {
    return stored(vault_->sync().receive(batch.records, batch.head));
}

std::vector<RecordId> VaultTrustStore::lacking(int limit) {
    return vault_->sync().lacking(limit);
}

std::vector<RecordId> VaultTrustStore::mayHaveBeenGiven(int limit) {
    return vault_->sync().mayHaveBeenGiven(limit);
}

Result<std::vector<sync::BodyOf>, ReplicaError>
VaultTrustStore::bodies(const std::vector<RecordId>& ids) {
    auto bodies = vault_->sync().bodies(ids);
    if (!bodies)
        return fail(replicaError(bodies.error()));
    return std::move(*bodies);
}

Result<bool, ReplicaError> VaultTrustStore::receiveBodies(const std::vector<sync::BodyOf>& bodies) {
    return stored(vault_->sync().receiveBodies(bodies));
}

std::optional<record::Ack> VaultTrustStore::ack() {
    return vault_->sync().ack();
}

Result<void, ReplicaError> VaultTrustStore::receiveAck(const record::Ack& ack) {
    const auto taken = vault_->sync().receiveAck(ack);
    if (!taken)
        return fail(replicaError(taken.error()));
    return {};
}

Result<void, ReplicaError> VaultTrustStore::confirmPairing() {
    const auto confirmed = vault_->sync().confirmPairing();
    if (!confirmed)
        return fail(replicaError(confirmed.error()));
    return {};
}

// Kept with the settings: whoever could change it there could change everything.
sync::Taken VaultTrustStore::taken() {
    const auto bytes = vault_->mine().setting(takenSetting);
    const auto value = cbor::decode(bytes.value_or(QByteArray()), takenLimit);
    const cbor::Array* list = value ? value->array() : nullptr;
    if (!list || list->size() != 4)
        return {};
    const auto number = [list](std::size_t at) { return list->at(at).integer().value_or(0); };
    return {number(0), number(1), number(2), list->at(3).boolean().value_or(false)};
}

// What is counted lasts no longer than the count.
bool VaultTrustStore::keepTaken(const sync::Taken& taken) {
    const cbor::Array list{taken.utcDay, taken.records, taken.bytes, taken.allowed};
    return vault_->mine()
        .setSetting(takenSetting, cbor::encode(list), vault::Durability::WithTheNext)
        .has_value();
}

} // namespace mend
