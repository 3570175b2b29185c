// Trust: whom this vault is paired with, from the end of pairing to the end of sharing.

#include "core/crypto/tls_identity.h"
#include "core/vault/identity.h"
#include "core/vault/log_key.h"
#include "core/vault/log_writer.h"
#include "core/vault/projection.h"
#include "core/vault/provisional.h"
#include "core/vault/read_entries.h"
#include "core/vault/sharing.h"
#include "core/vault/store_state.h"

#include "core/domain/content.h"

namespace mend::vault {
namespace {

LogWriter writerFor(Connection& connection, const StoreState& store) {
    return {connection, store.environment.clock, store.environment.random};
}

// A log of mine that was exchanged with `identity` before, the newest of them. The one that a
// provisional pairing began was not.
std::optional<LogRow> sharedBefore(Connection& db, const IdentityId& identity,
                                   const LogRow& lasting) {
    Statement row(db,
                  "SELECT l.key FROM log l JOIN pairing p ON p.id = l.pairing WHERE l.owner = 0 "
                  "AND p.identity = ? AND p.shared = 1 AND (l.live = 0 OR l.id = ? OR EXISTS"
                  "(SELECT 1 FROM record r WHERE r.kind = 'pair' AND r.log = l.id)) "
                  "ORDER BY l.live DESC, l.id DESC LIMIT 1");
    row.bind(identity, lasting.number);
    return row.next() ? LogStore(db).log(row.fixed<LogId>(0)) : std::nullopt;
}

// True once a log may have been offered to somebody.
bool wasShared(Connection& db, const LogRow& log) {
    Statement row(db, "SELECT shared FROM pairing WHERE id = ?");
    row.bind(log.pairing);
    return integerOf(row).value_or(0) != 0;
}

qint64 putPairing(Connection& db, const Partner& partner, const crypto::SecretBytes& pairKey) {
    Statement put(db, R"sql(
INSERT INTO pairing(identity, log, sealing_key, certificate, name, role, relation, pair_key, provisional)
VALUES(?, ?, ?, ?, ?, ?, ?, ?, 1)
ON CONFLICT(identity) DO UPDATE SET log = excluded.log, sealing_key = excluded.sealing_key,
    certificate = excluded.certificate, name = excluded.name, role = excluded.role,
    relation = excluded.relation, pair_key = excluded.pair_key, provisional = 1, paused = 0, ended = 0)sql");
    const auto role = partner.role ? std::optional(name(*partner.role)) : std::nullopt;
    (void)put
        .bind(partner.identity, partner.log, partner.sealingKey, partner.certificateDer,
              partner.name, role, name(partner.relation), pairKey)
        .run();
    Statement number(db, "SELECT id FROM pairing WHERE identity = ?");
    number.bind(partner.identity);
    return integerOf(number).value_or(0);
}

void linkLog(Connection& db, const LogRow& log, qint64 pairing) {
    Statement link(db, "UPDATE log SET pairing = ? WHERE id = ?");
    (void)link.bind(pairing, log.number).run();
    LogStore(db).makeLive(log);
}

// Of logs that are gone: a key that stays behind signs nothing that anybody would take.
void eraseKeys(const StoreState& store, const std::vector<LogId>& gone) {
    for (const LogId& log : gone)
        (void)eraseLogKey(store.folder, log);
}

// A new log opens with who I am, as the log before it said last.
Result<void, VaultError> openLog(Connection& db, const StoreState& store, const LogRow& from,
                                 const LogRow& log) {
    const auto known = memberSaid(db, from);
    const auto own = readIdentity(db);
    if (!known || !own)
        return fail(VaultError::Damaged);
    auto member = signedMember(known->fields, *own, log.key);
    if (!member)
        return fail(member.error());
    const auto written = writerFor(db, store).append(log, {{std::move(*member), {}}, {}, {}});
    if (!written)
        return fail(written.error());
    return {};
}

// Where one partner listens is nothing to dial for another.
void forgetAddresses(Connection& db) {
    (void)Statement(db, "DELETE FROM address").run();
}

} // namespace

SyncStore::SyncStore(Connection& connection, std::shared_ptr<StoreState> store)
    : db_(connection), store_(std::move(store)) {}

Result<std::optional<Member>, VaultError> SyncStore::partnerMember() {
    const Reading reading(db_);
    const auto paired = activePairing(db_);
    LogStore logs(db_);
    const auto log = paired ? logs.log(paired->pairing.partner.log) : std::nullopt;
    const auto row = log ? logs.newest(log->number, name(Kind::Member)) : std::nullopt;
    const auto body = row ? logs.body(row->n) : std::nullopt;
    const auto* found = body ? std::get_if<Member>(&body->content) : nullptr;
    const bool signedByThem = found && record::verifyMember(log->key, *found);
    return reading.of(signedByThem ? std::optional(*found) : std::nullopt);
}

Result<Own, VaultError> SyncStore::own() {
    return readIdentity(db_);
}

Result<std::optional<Pairing>, VaultError> SyncStore::pairing() {
    const Reading reading(db_);
    auto active = activePairing(db_);
    return reading.of(active ? std::optional(std::move(active->pairing)) : std::nullopt);
}

Result<std::optional<KeyedPairing>, VaultError> SyncStore::keyedPairing() {
    const Reading reading(db_);
    auto active = activePairing(db_);
    std::optional<KeyedPairing> keyed;
    if (active)
        keyed = {std::move(active->pairing), pairKeyOf(db_, active->number)};
    return reading.of(std::move(keyed));
}

bool SyncStore::isPairKey(const crypto::SecretBytes& key) {
    Statement row(db_, "SELECT 1 FROM pairing WHERE ended = 0 AND pair_key = ?");
    return row.bind(key).next();
}

Result<LogId, VaultError> SyncStore::prepareLog(const IdentityId& identity, ShareBefore share) {
    Transaction transaction(db_);
    LogStore logs(db_);
    const auto live = lastingLog(db_);
    if (!live)
        return fail(transaction.error().value_or(VaultError::Damaged));
    if (share == ShareBefore::All) {
        if (const auto before = sharedBefore(db_, identity, *live))
            return before->key;
        if (!wasShared(db_, *live))
            return live->key;
    }
    for (const LogRow& prepared : preparedLogs(db_))
        if (store_->logKey(prepared.key))
            return prepared.key;
    Random& random = store_->environment.random;
    const auto key = crypto::SigningKey::generate(random);
    const LogId id(key.publicKey());
    if (const auto written = writeLogKey(store_->folder, store_->dataKey, key, random); !written)
        return fail(written.error());
    logs.addLog(id, Person::Me, live->identity);
    if (const auto done = transaction.commit(); !done)
        return fail(done.error());
    return id;
}

Result<void, VaultError> SyncStore::forgetPreparedLog() {
    if (preparedLogs(db_).empty())
        return {};
    Transaction transaction(db_);
    std::vector<LogId> gone;
    for (const LogRow& log : preparedLogs(db_)) {
        dropLog(db_, log);
        gone.push_back(log.key);
    }
    if (const auto applied = Projection(db_).applyLogs(); !applied)
        return applied;
    if (const auto done = transaction.commit(); !done)
        return done;
    eraseKeys(*store_, gone);
    return {};
}

Result<void, VaultError> SyncStore::storePairing(const Partner& partner,
                                                 const crypto::SecretBytes& pairKey,
                                                 const LogId& log) {
    Transaction transaction(db_);
    LogStore logs(db_);
    std::vector<LogId> gone;
    if (const auto old = activePairing(db_)) {
        if (!old->pairing.provisional)
            return fail(VaultError::AlreadyPaired);
        if (old->pairing.partner.identity != partner.identity)
            forgetAddresses(db_);
        const auto dropped = dropProvisional(db_, *store_, *old);
        if (!dropped)
            return fail(dropped.error());
        gone = *dropped;
    }
    const auto live = logs.liveLog();
    const auto mine = logs.log(log);
    auto theirs = logs.log(partner.log);
    if (!live || !mine || mine->owner != Person::Me)
        return fail(transaction.error().value_or(VaultError::UnknownId));
    // A log has one author, ever.
    if (theirs && (theirs->owner != Person::Partner || theirs->identity != partner.identity))
        return fail(VaultError::BadRecord);
    if (const auto key = store_->logKey(log); !key)
        return fail(key.error());
    rememberLive(db_, *live);
    const qint64 number = putPairing(db_, partner, pairKey);
    if (!theirs)
        theirs = logs.addLog(partner.log, Person::Partner, partner.identity);
    linkLog(db_, *theirs, number);
    linkLog(db_, *mine, number);
    if (const auto applied = Projection(db_).applyLogs(); !applied)
        return applied;
    if (!logs.head(*mine))
        if (const auto opened = openLog(db_, *store_, *live, *mine); !opened)
            return opened;
    renewIncarnation(db_, store_->environment.random);
    // Nothing sealed under an earlier pair key can be opened any more, so it need not be known
    // again.
    if (const auto forgotten = db_.execute("DELETE FROM counter"); !forgotten)
        return forgotten;
    if (const auto done = transaction.commit(); !done)
        return done;
    eraseKeys(*store_, gone);
    return {};
}

Result<void, VaultError> SyncStore::confirmPairing() {
    Transaction transaction(db_);
    const auto active = activePairing(db_);
    const auto live = LogStore(db_).liveLog();
    if (!active || !live)
        return fail(transaction.error().value_or(VaultError::NotPaired));
    if (!active->pairing.provisional)
        return {};
    if (const auto key = store_->logKey(live->key); !key)
        return fail(key.error());
    const Partner& partner = active->pairing.partner;
    auto pair = Pair::create({partner.identity,
                              partner.log,
                              crypto::certificateFingerprint(partner.certificateDer),
                              {}});
    if (!pair)
        return fail(VaultError::AgainstRules);
    const auto written = writerFor(db_, *store_).append(*live, {{std::move(*pair), {}}, {}, {}});
    if (!written)
        return fail(written.error());
    Statement confirm(db_, "UPDATE pairing SET provisional = 0, shared = 1 WHERE id = ?");
    (void)confirm.bind(active->number).run();
    return transaction.commit();
}

Result<void, VaultError> SyncStore::unpair() {
    Transaction transaction(db_);
    const auto active = activePairing(db_);
    if (!active)
        return fail(transaction.error().value_or(VaultError::NotPaired));
    std::vector<LogId> gone;
    if (active->pairing.provisional) {
        const auto dropped = dropProvisional(db_, *store_, *active);
        if (!dropped)
            return fail(dropped.error());
        gone = *dropped;
        if (const auto applied = Projection(db_).applyLogs(); !applied)
            return applied;
    } else {
        Statement end(db_,
                      "UPDATE pairing SET ended = 1, pair_key = NULL, paused = 0 WHERE id = ?");
        (void)end.bind(active->number).run();
    }
    forgetAddresses(db_);
    if (const auto done = transaction.commit(); !done)
        return done;
    eraseKeys(*store_, gone);
    return {};
}

Result<void, VaultError> SyncStore::setPaused(bool paused) {
    Transaction transaction(db_);
    const auto shared = sharing(db_);
    if (!shared)
        return fail(shared.error());
    if (shared->paused == paused)
        return {};
    if (const auto key = store_->logKey(shared->mine.key); !key)
        return fail(key.error());
    const auto written =
        writerFor(db_, *store_).append(shared->mine, {{*Pause::create({paused}), {}}, {}, {}});
    if (!written)
        return fail(written.error());
    Statement update(db_, "UPDATE pairing SET paused = ? WHERE id = ?");
    (void)update.bind(paused, shared->pairing).run();
    return transaction.commit();
}

} // namespace mend::vault
