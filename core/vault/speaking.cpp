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

Result<void, VaultError> mayWrite(Connection& connection, const LogRow& log,
                                  const record::Draft& draft, quint64 seen, Day today) {
    LogStore store(connection);
    const Content& content = draft.body.content;
    const auto& replaced = draft.body.replaces;
    if (runsTheLog(kindOf(content)) || namesWithdrawn(store, draft.body) ||
        (draft.day && isTooEarly(content, *draft.day, today)) ||
        (replaced && !store.hasRoomForVersion(*replaced)) ||
        !hasRoom(connection, log.number, name(kindOf(content)), draft.day, about(content)))
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
