#include "core/vault/sharing.h"

namespace mend::vault {

std::optional<PairingRow> activePairing(Connection& connection) {
    Statement row(connection,
                  "SELECT p.id, p.identity, p.log, p.sealing_key, p.certificate, p.name, p.role, "
                  "p.relation, p.provisional, p.paused, p.shared, "
                  "EXISTS(SELECT 1 FROM log WHERE pairing = p.id AND live = 1 AND forked = 1) "
                  "FROM pairing p WHERE p.ended = 0");
    if (!row.next())
        return std::nullopt;
    PairingRow result;
    result.number = row.integer(0);
    Partner& partner = result.pairing.partner;
    partner.identity = row.fixed<IdentityId>(1);
    partner.log = row.fixed<LogId>(2);
    partner.sealingKey = row.fixed<SealingKeyId>(3);
    partner.certificateDer = row.blob(4);
    partner.name = row.text(5);
    partner.role = roleFromName(row.text(6));
    partner.relation = relationFromName(row.text(7)).value_or(Relation::Partner);
    result.pairing.provisional = row.boolean(8);
    result.pairing.paused = row.boolean(9);
    result.shared = row.boolean(10);
    result.pairing.forked = row.boolean(11);
    return result;
}

bool isPaused(Connection& connection) {
    Statement row(connection, "SELECT 1 FROM pairing WHERE ended = 0 AND paused = 1");
    return row.next();
}

crypto::SecretBytes pairKeyOf(Connection& connection, qint64 pairing) {
    Statement row(connection, "SELECT pair_key FROM pairing WHERE id = ?");
    row.bind(pairing);
    return row.next() ? row.secret(0) : crypto::SecretBytes();
}

Result<Sharing, VaultError> sharing(Connection& connection) {
    const auto active = activePairing(connection);
    if (!active || active->pairing.provisional)
        return fail(VaultError::NotPaired);
    LogStore store(connection);
    const auto mine = store.liveLog();
    const auto theirs = store.log(active->pairing.partner.log);
    if (!mine || !theirs || mine->pairing != active->number)
        return fail(VaultError::Damaged);
    return Sharing{active->number, active->pairing.partner, *mine, *theirs, active->pairing.paused};
}

std::string theyHoldKey(const Sharing& shared) {
    return "they-hold/" + std::to_string(shared.pairing);
}

Result<void, VaultError> checkStillShared(Connection& connection, const Sharing& before) {
    const auto now = sharing(connection);
    if (!now)
        return fail(now.error());
    const bool same = now->pairing == before.pairing && now->mine.key == before.mine.key &&
                      now->theirs.key == before.theirs.key;
    if (!same)
        return fail(VaultError::NotPaired);
    return {};
}

} // namespace mend::vault
