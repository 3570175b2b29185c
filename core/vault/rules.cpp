#include "core/vault/rules.h"

#include "core/domain/content.h"

namespace mend::vault {
namespace {

// Records name only records of this pair's logs.
bool within(const Spoken& spoken, const RecordRow& named) {
    return named.log == spoken.log || (spoken.pairing && named.pairing == spoken.pairing);
}

// Did `owner` say yes to the commitment? Of the yeses in their logs of its pair, those within the
// first `known` records.
bool consented(Connection& db, const RecordRow& commitment, Person owner,
               std::optional<quint64> known) {
    Statement rows(db, "SELECT r.n, r.seq FROM record r JOIN log l ON l.id = r.log "
                       "WHERE r.about = ? AND r.kind = 'consent' AND l.owner = ? "
                       "AND l.pairing IS ?");
    rows.bind(commitment.id, int(owner), commitment.pairing);
    LogStore store(db);
    while (rows.next()) {
        if (known && quint64(rows.integer(1)) >= *known)
            continue;
        const auto body = store.body(rows.integer(0));
        const auto* consent = body ? std::get_if<Consent>(&body->content) : nullptr;
        if (consent && (*consent)->answer == Answer::Yes)
            return true;
    }
    return false;
}

// An edit is to something that could have been promised.
bool isEditGood(const Spoken& spoken, const Content& content, const Commitment& commitment) {
    const auto* change = std::get_if<CommitmentChange>(&content);
    return !change || !(*change)->edited ||
           afterEdit(commitment.fields(), *(*change)->edited, spoken.day.value_or(Day()));
}

Ruling aboutCommitment(Connection& db, const Spoken& spoken, const RecordRow& named,
                       const Content& content, Naming naming) {
    const auto body = LogStore(db).body(named.n);
    const auto* commitment = body ? std::get_if<Commitment>(&body->content) : nullptr;
    if (!commitment)
        return Ruling::Waits;
    const Person owner = (*commitment)->for_ == Person::Me ? named.author : other(named.author);
    naming.owner = owner == spoken.author ? Person::Me : Person::Partner;
    if (owner != named.author) {
        // Who asked may change it until they know of a yes; a change that crossed a yes on its way
        // breaks no rule, and changes nothing (the projection's to see).
        const bool change = naming.namer == Kind::CommitmentChange && naming.sameAuthor;
        naming.proposed =
            !consented(db, named, owner, change ? std::optional(spoken.seen) : std::nullopt);
    }
    return mayName(naming) && isEditGood(spoken, content, *commitment) ? Ruling::Allowed
                                                                       : Ruling::Against;
}

Ruling aboutRecord(Connection& db, const Spoken& spoken, const Content& content,
                   const RecordId& id) {
    const Kind namer = kindOf(content);
    const auto named = LogStore(db).record(id);
    if (!named)
        return Ruling::Waits;
    const auto kind = kindFromName(named->kind);
    if (!kind || !within(spoken, *named))
        return Ruling::Against;
    Naming naming;
    naming.namer = namer;
    naming.named = *kind;
    naming.sameAuthor = named->author == spoken.author;
    if (*kind == Kind::Commitment)
        return aboutCommitment(db, spoken, *named, content, naming);
    if (namer == Kind::Open && named->seal != record::Seal::Together)
        return Ruling::Against;
    return mayName(naming) ? Ruling::Allowed : Ruling::Against;
}

Ruling replacing(Connection& db, const Spoken& spoken, const record::Body& body) {
    const auto replaced = LogStore(db).record(*body.replaces);
    if (!replaced)
        return Ruling::Waits;
    const auto kind = kindFromName(replaced->kind);
    const bool sameAuthor = replaced->author == spoken.author;
    if (!kind || !within(spoken, *replaced) || !mayReplace(kindOf(body.content), *kind, sameAuthor))
        return Ruling::Against;
    // A version speaks of the same day and the same promise.
    if (replaced->day != spoken.day || replaced->about != about(body.content))
        return Ruling::Against;
    return Ruling::Allowed;
}

} // namespace

Ruling ruling(Connection& connection, const Spoken& spoken, const record::Body& body) {
    const Kind kind = kindOf(body.content);
    record::Header header;
    header.kind = name(kind);
    header.day = spoken.day;
    header.seal = spoken.seal;
    if (!record::checkRules(header))
        return Ruling::Against;
    Ruling result = Ruling::Allowed;
    if (body.replaces)
        result = replacing(connection, spoken, body);
    const auto named = about(body.content);
    if (result == Ruling::Against || !named)
        return result;
    const Ruling naming = aboutRecord(connection, spoken, body.content, *named);
    return naming == Ruling::Allowed ? result : naming;
}

Ruling ruling(Connection& connection, const RecordRow& row) {
    const auto body = LogStore(connection).body(row.n);
    if (!body)
        return Ruling::Allowed;
    if (body->replaces != row.replaces)
        return Ruling::Against; // there was no room for one more version (log_store.h)
    const Spoken spoken{row.log, row.author, row.pairing, row.seen, row.day, row.seal};
    return ruling(connection, spoken, *body);
}

} // namespace mend::vault
