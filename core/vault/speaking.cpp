#include "core/vault/speaking.h"

#include "core/domain/content.h"
#include "core/vault/room.h"
#include "core/vault/rules.h"

namespace mend::vault {
namespace {

// What runs the log is written by what it runs: changeMember, confirmPairing, setPaused.
bool runsTheLog(Kind kind) {
    return kind == Kind::Member || kind == Kind::Pair || kind == Kind::Pause;
}

// What happened can't have happened tomorrow; what is planned may speak of tomorrow, and near
// midnight two people's days differ by one.
bool isTooEarly(const Content& content, Day day, Day today) {
    switch (kindOf(content)) {
    case Kind::CheckIn:
    case Kind::Outcome:
    case Kind::View:
    case Kind::Moment:
        return day > today;
    default:
        return day > today.plus(1);
    }
}

std::optional<Member> partnerMember(LogStore& store, const LogRow& log) {
    for (const LogRow& theirs : store.logs()) {
        if (theirs.owner != Person::Partner || !theirs.live || theirs.pairing != log.pairing)
            continue;
        const auto row = store.newest(theirs.number, name(Kind::Member));
        const auto body = row ? store.body(row->n) : std::nullopt;
        if (const auto* member = body ? std::get_if<Member>(&body->content) : nullptr)
            return *member;
    }
    return std::nullopt;
}

// A promise may be asked of somebody who is there and has said that they may be asked.
Result<void, VaultError> mayAsk(LogStore& store, const LogRow& log, const Content& content) {
    const auto* commitment = std::get_if<Commitment>(&content);
    if (!commitment || (*commitment)->for_ == Person::Me)
        return {};
    if (!log.pairing)
        return fail(VaultError::NotPaired);
    const auto partner = partnerMember(store, log);
    if (!partner || !(*partner)->mayBeAsked)
        return fail(VaultError::AgainstRules);
    return {};
}

// Whether the other holds it, too.
bool isHeld(Connection& db, const RecordRow& mine) {
    Statement row(db, "SELECT 1 FROM log WHERE id = ? AND held_seq >= ?");
    row.bind(mine.log, mine.seq);
    return row.next();
}

std::optional<LogRow> onlyKey(Connection& db, Statement& row) {
    return row.next() ? LogStore(db).log(row.fixed<LogId>(0)) : std::nullopt;
}

// Where I speak about `named`.
std::optional<LogRow> logAbout(Connection& db, const LogRow& live, const RecordRow& named) {
    const bool mine = named.author == Person::Me;
    const bool ofThisPair = named.pairing && named.pairing == live.pairing;
    if (named.log == live.number || (ofThisPair && (!mine || isHeld(db, named))))
        return live;
    if (mine) {
        Statement its(db, "SELECT key FROM log WHERE id = ?");
        its.bind(named.log);
        return onlyKey(db, its);
    }
    Statement newest(db, "SELECT key FROM log WHERE owner = 0 AND pairing = ?"
                         " ORDER BY live DESC, id DESC LIMIT 1");
    newest.bind(named.pairing);
    return onlyKey(db, newest);
}

qsizetype sizeOf(const record::Body& body) {
    const auto bytes = record::encodeBody(body, {}); // whatever the salt
    return bytes ? bytes->size() : 0;                // too large: told where it is written
}

// What was taken back has no further versions, and isn't taken back or opened again.
bool namesWithdrawn(LogStore& store, const record::Body& body) {
    for (const auto& id : {body.replaces, about(body.content)}) {
        const auto named = id ? store.record(*id) : std::nullopt;
        if (named && named->withdrawn)
            return true;
    }
    return false;
}

} // namespace

LogRow logFor(Connection& connection, const LogRow& live, const record::Draft& draft) {
    LogStore store(connection);
    for (const auto& id : {draft.body.replaces, about(draft.body.content)}) {
        const auto named = id ? store.record(*id) : std::nullopt;
        const auto log = named ? logAbout(connection, live, *named) : std::nullopt;
        if (log && log->number != live.number)
            return *log;
    }
    return live;
}

bool staysAtHome(Connection& connection, const RecordId& id) {
    LogStore store(connection);
    const auto live = store.liveLog();
    const auto named = store.record(id);
    if (!live || !live->pairing || !named)
        return false;
    const auto log = logAbout(connection, *live, *named);
    return log && log->number != live->number;
}

Result<void, VaultError> mayWrite(Connection& connection, const LogRow& log,
                                  const record::Draft& draft, quint64 seen, Day today) {
    LogStore store(connection);
    const Content& content = draft.body.content;
    const auto& replaced = draft.body.replaces;
    if (runsTheLog(kindOf(content)) || namesWithdrawn(store, draft.body) ||
        (draft.day && isTooEarly(content, *draft.day, today)) ||
        (replaced && !store.hasRoomForVersion(log.pairing, *replaced)) ||
        !hasRoom(connection, {log.number, name(kindOf(content)), draft.day, about(content),
                              sizeOf(draft.body)}))
        return fail(VaultError::AgainstRules);
    if (const auto may = mayAsk(store, log, content); !may)
        return may;
    const Spoken spoken{log.number, Person::Me, log.pairing, seen, draft.day, draft.seal};
    switch (ruling(connection, spoken, draft.body)) {
    case Ruling::Waits:
        return fail(VaultError::UnknownId);
    case Ruling::Against:
        return fail(VaultError::AgainstRules);
    case Ruling::Allowed:
        return {};
    }
    return {};
}

} // namespace mend::vault
