#include "core/vault/provisional.h"

#include "core/domain/content.h"
#include "core/vault/identity.h"
#include "core/vault/log_writer.h"

namespace mend::vault {
namespace {

constexpr std::string_view liveBeforeKey = "live-before"; // in `meta`

bool wasOffered(Connection& db, const LogRow& log) {
    return LogStore(db).newest(log.number, name(Kind::Pair)).has_value();
}

// Nobody was shown it, and it says no more than who I am.
bool isUnused(Connection& db, const LogRow& log) {
    Statement row(db, "SELECT 1 FROM record WHERE log = ? AND kind <> 'member'");
    return !row.bind(log.number).next();
}

void forget(Connection& db, const PairingRow& old) {
    if (old.shared) {
        Statement end(db, "UPDATE pairing SET ended = 1, pair_key = NULL WHERE id = ?");
        (void)end.bind(old.number).run();
        return;
    }
    Statement logs(db, "UPDATE log SET pairing = NULL WHERE owner = 0 AND pairing = ?");
    (void)logs.bind(old.number).run();
    Statement theirs(db, "DELETE FROM log WHERE owner = 1 AND pairing = ?");
    (void)theirs.bind(old.number).run();
    Statement pairing(db, "DELETE FROM pairing WHERE id = ?");
    (void)pairing.bind(old.number).run();
}

// A name or a role that was changed meanwhile stays changed.
Result<void, VaultError> keepMember(Connection& db, StoreState& store, const LogRow& from,
                                    const LogRow& log) {
    const auto said = memberSaid(db, from);
    const auto now = memberSaid(db, log);
    if (!said || !now || !store.logKey(log.key)) // without its key nothing can be written there
        return {};
    MemberFields fields = now->fields;
    fields.name = said->fields.name;
    fields.role = said->fields.role;
    fields.mayBeAsked = said->fields.mayBeAsked;
    if (!wasOffered(db, log))
        fields.relation = said->fields.relation;
    if (fields == now->fields)
        return {};
    const auto own = readIdentity(db);
    auto member = own ? signedMember(std::move(fields), *own, log.key)
                      : Result<Member, VaultError>(fail(own.error()));
    if (!member)
        return fail(member.error());
    LogWriter writer(db, store.environment.clock, store.environment.random);
    const auto written = writer.append(log, {{std::move(*member), now->id}, {}, {}});
    if (!written)
        return fail(written.error());
    return {};
}

} // namespace

void rememberLive(Connection& connection, const LogRow& live) {
    LogStore(connection).setValue(liveBeforeKey, live.key.view());
}

std::optional<LogRow> lastingLog(Connection& connection) {
    LogStore logs(connection);
    const auto active = activePairing(connection);
    const auto key = active && active->pairing.provisional
                         ? LogId::from(logs.value(liveBeforeKey).value_or(QByteArray()))
                         : std::nullopt;
    const auto before = key ? logs.log(*key) : std::nullopt;
    return before && before->owner == Person::Me ? before : logs.liveLog();
}

std::optional<SaidMember> memberSaid(Connection& connection, const LogRow& log) {
    LogStore logs(connection);
    const auto row = logs.newest(log.number, name(Kind::Member));
    const auto body = row ? logs.body(row->n) : std::nullopt;
    const auto* member = body ? std::get_if<Member>(&body->content) : nullptr;
    return member ? std::optional(SaidMember{row->id, member->fields()}) : std::nullopt;
}

Result<std::vector<LogId>, VaultError> dropProvisional(Connection& connection, StoreState& store,
                                                       const PairingRow& old) {
    LogStore logs(connection);
    const auto live = logs.liveLog();
    const auto lasting = lastingLog(connection);
    forget(connection, old);
    if (!live || !lasting || live->number == lasting->number)
        return std::vector<LogId>();
    if (!wasOffered(connection, *live)) { // nor is it what was shared with them before
        Statement free(connection, "UPDATE log SET pairing = NULL WHERE id = ?");
        (void)free.bind(live->number).run();
    }
    logs.makeLive(*lasting);
    const auto kept = keepMember(connection, store, *live, *logs.log(lasting->key));
    if (!kept)
        return fail(kept.error());
    if (!isUnused(connection, *live))
        return std::vector<LogId>();
    dropLog(connection, *live);
    return std::vector{live->key};
}

std::vector<LogRow> preparedLogs(Connection& connection) {
    Statement rows(connection,
                   "SELECT key FROM log WHERE owner = 0 AND live = 0 AND pairing IS NULL AND "
                   "NOT EXISTS(SELECT 1 FROM record WHERE record.log = log.id)");
    std::vector<LogRow> logs;
    while (rows.next())
        if (auto log = LogStore(connection).log(rows.fixed<LogId>(0)))
            logs.push_back(std::move(*log));
    return logs;
}

void dropLog(Connection& connection, const LogRow& log) {
    Statement records(connection, "DELETE FROM record WHERE log = ?");
    (void)records.bind(log.number).run();
    Statement row(connection, "DELETE FROM log WHERE id = ?");
    (void)row.bind(log.number).run();
}

} // namespace mend::vault
