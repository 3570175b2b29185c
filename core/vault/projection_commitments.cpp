#include "core/vault/projection_commitments.h"

#include <algorithm>
#include <map>

namespace mend::vault {
namespace {

// Consents as they were given; an answer that replaces another counts like one that follows it, so
// that a yes stays said.
struct Consents {
    std::vector<std::pair<FiledRecord, Consent>> all;
    const FiledRecord* firstYes() const {
        for (const auto& [record, consent] : all)
            if (consent->answer == Answer::Yes)
                return &record;
        return nullptr;
    }
};

struct Said {
    FiledRecord record;
    CommitmentChange change;
};

struct Fold {
    FiledRecord root;
    CommitmentFields base;
    Person proposer;
    Person owner;
    Consents consents;
    std::vector<Said> changes; // of both, as written
    qint64 terms = 0;
    bool takenBack = false;
};

// A newer version of something not here yet, or of something it may not replace, waits or counts
// for nothing.
bool stands(const std::map<RecordId, FiledRecord>& known, const FiledRecord& record) {
    const FiledRecord* at = &record;
    while (at->replaced()) {
        const auto earlier = known.find(*at->replaced());
        if (earlier == known.end() || !continues(*at, earlier->second))
            return false;
        at = &earlier->second;
    }
    return true;
}

Consents readConsents(Connection& connection, const Fold& fold) {
    Consents consents;
    if (fold.owner == fold.proposer)
        return consents;
    std::map<RecordId, FiledRecord> known;
    const auto records = recordsAbout(connection, fold.root.id, Kind::Consent);
    for (const FiledRecord& record : records)
        known.emplace(record.id, record);
    for (const FiledRecord& record : records) {
        if (record.author != fold.owner || headerBreaksRules(record) || !stands(known, record))
            continue;
        if (auto consent = contentAs<Consent>(connection, record))
            consents.all.emplace_back(record, std::move(*consent));
    }
    return consents;
}

std::vector<Said> readChanges(Connection& connection, const Fold& fold) {
    std::vector<Said> changes;
    for (const FiledRecord& record :
         recordsAbout(connection, fold.root.id, Kind::CommitmentChange)) {
        if (headerBreaksRules(record) || record.replaced())
            continue;
        if (auto change = contentAs<CommitmentChange>(connection, record))
            changes.push_back({record, std::move(*change)});
    }
    return changes;
}

// Until its owner says yes, its proposer may change what is asked, or take it back. What the owner
// held when saying yes is what was agreed to.
void foldProposal(Fold& fold) {
    const FiledRecord* yes = fold.consents.firstYes();
    for (const Said& said : fold.changes) {
        if (said.record.author != fold.proposer || (yes && !yes->holds(said.record)))
            continue;
        if (said.change->change == ChangeKind::End)
            fold.takenBack = true;
        if (said.change->change != ChangeKind::Edit || !said.change->edited || fold.takenBack)
            continue;
        auto edited = afterEdit(fold.base, *said.change->edited, *said.record.day);
        if (!edited)
            continue;
        fold.base = std::move(*edited);
        fold.terms = said.record.n;
    }
}

std::optional<Fold> readFold(Connection& connection, const RecordId& id) {
    const auto root = filedRecord(connection, id);
    if (!root || root->kind != Kind::Commitment || headerBreaksRules(*root) || root->replaced())
        return std::nullopt;
    const auto commitment = contentAs<Commitment>(connection, *root);
    if (!commitment)
        return std::nullopt;
    Fold fold{*root, commitment->fields(), root->author, root->author, {}, {}, root->n, false};
    if (fold.base.for_ == Person::Partner)
        fold.owner = other(fold.proposer);
    fold.consents = readConsents(connection, fold);
    fold.changes = readChanges(connection, fold);
    if (fold.owner != fold.proposer)
        foldProposal(fold);
    return fold;
}

// The newest member record of my live log says whether I can be asked.
bool mayBeAsked(Connection& connection) {
    Statement rows(connection,
                   "SELECT * FROM filed WHERE kind = 'member' AND author = 0 AND here AND"
                   " strand = (SELECT o.strand FROM log l JOIN log_order o ON o.log = l.id"
                   " WHERE l.owner = 0 AND l.live = 1)");
    const std::vector<FiledRecord> members = filedRecords(rows);
    for (auto newest = members.rbegin(); newest != members.rend(); ++newest)
        if (const auto member = contentAs<Member>(connection, *newest))
            return (*member)->mayBeAsked;
    return false;
}

Standing standingOf(Connection& connection, const Fold& fold) {
    if (fold.owner == fold.proposer)
        return Standing::Agreed;
    if (fold.takenBack)
        return Standing::TakenBack;
    if (fold.consents.firstYes())
        return Standing::Agreed;
    if (fold.consents.all.empty()) {
        const bool hidden = fold.owner == Person::Me && !mayBeAsked(connection);
        return hidden ? Standing::Hidden : Standing::Proposed;
    }
    const bool no = fold.consents.all.back().second->answer == Answer::No;
    return no ? Standing::Declined : Standing::Proposed;
}

// The owner's changes; a yes that was taken back ends it like one.
std::vector<ChangeOn> changesOf(const Fold& fold) {
    std::vector<std::pair<FiledRecord, ChangeOn>> changes;
    for (const Said& said : fold.changes)
        if (said.record.author == fold.owner)
            changes.emplace_back(
                said.record, ChangeOn{*said.record.day, said.change->change, said.change->edited});
    const FiledRecord* yes = fold.consents.firstYes();
    for (const auto& [record, consent] : fold.consents.all)
        if (yes && *yes < record && consent->answer == Answer::No)
            changes.emplace_back(record, ChangeOn{*record.day, ChangeKind::End, std::nullopt});
    std::sort(changes.begin(), changes.end(),
              [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<ChangeOn> inOrder;
    for (auto& [record, change] : changes)
        inOrder.push_back(std::move(change));
    return inOrder;
}

CommitmentRow rowOf(Statement& row) {
    CommitmentRow commitment;
    commitment.n = row.integer(0);
    commitment.id = row.fixed<RecordId>(1);
    commitment.owner = Person(row.integer(2));
    commitment.proposer = Person(row.integer(3));
    commitment.standing = Standing(row.integer(4));
    commitment.terms = row.integer(5);
    commitment.title = row.text(6);
    commitment.pairing = row.optionalInteger(7);
    return commitment;
}

void putRow(Connection& connection, const CommitmentRow& row) {
    Statement insert(connection, "INSERT INTO commitment(n, id, owner, proposer, standing, terms,"
                                 " title) VALUES (?, ?, ?, ?, ?, ?, ?)");
    insert.bind(row.n, row.id, int(row.owner), int(row.proposer), int(row.standing), row.terms,
                row.title);
    (void)insert.run();
}

#define MEND_COMMITMENTS                                                                           \
    "SELECT c.n, c.id, c.owner, c.proposer, c.standing, c.terms, c.title, l.pairing"               \
    " FROM commitment c JOIN record r ON r.n = c.n JOIN log l ON l.id = r.log"

} // namespace

std::optional<CommitmentRow> commitmentRow(Connection& connection, const RecordId& id) {
    Statement row(connection, MEND_COMMITMENTS " WHERE c.id = ?");
    row.bind(id);
    return row.next() ? std::optional(rowOf(row)) : std::nullopt;
}

std::vector<CommitmentRow> commitmentRows(Connection& connection) {
    Statement rows(connection, MEND_COMMITMENTS " ORDER BY r.day DESC, r.at DESC, c.id DESC");
    std::vector<CommitmentRow> all;
    while (rows.next())
        all.push_back(rowOf(rows));
    return all;
}

std::optional<CommitmentFields> termsOf(Connection& connection, const CommitmentRow& row) {
    const auto asked = filedRecord(connection, row.n);
    const auto first = asked ? contentAs<Commitment>(connection, *asked) : std::nullopt;
    if (!first)
        return std::nullopt;
    const auto agreed = row.terms == row.n ? std::nullopt : filedRecord(connection, row.terms);
    const auto change = agreed ? contentAs<CommitmentChange>(connection, *agreed) : std::nullopt;
    if (!change || !(*change)->edited)
        return first->fields();
    return afterEdit(first->fields(), *(*change)->edited, agreed->day.value_or(Day()));
}

std::optional<FoldedCommitment> foldCommitment(Connection& connection, const RecordId& id) {
    const std::optional<Fold> fold = readFold(connection, id);
    if (!fold)
        return std::nullopt;
    FoldedCommitment folded;
    folded.spans = spansOf(fold->base, changesOf(*fold));
    folded.row = {fold->root.n,
                  id,
                  fold->owner,
                  fold->proposer,
                  standingOf(connection, *fold),
                  fold->terms,
                  folded.spans.back().fields.title,
                  fold->root.pairing};
    if (!fold->consents.all.empty()) {
        folded.answer = fold->consents.all.back().second->answer;
        folded.answerNote = fold->consents.all.back().second->note;
    }
    return folded;
}

PromiseChange projectCommitment(Connection& connection, const RecordId& id) {
    const std::optional<CommitmentRow> before = commitmentRow(connection, id);
    const std::optional<FoldedCommitment> folded = foldCommitment(connection, id);
    const std::optional<CommitmentRow> now = folded ? std::optional(folded->row) : std::nullopt;
    if (before == now)
        return PromiseChange::None;
    if (before) {
        Statement drop(connection, "DELETE FROM commitment WHERE n = ?");
        (void)drop.bind(before->n).run();
    }
    if (now)
        putRow(connection, *now);
    const auto open = [](const std::optional<CommitmentRow>& row) {
        return row && row->standing == Standing::Agreed;
    };
    if (open(before) != open(now))
        return PromiseChange::Standing;
    // A new title is said nowhere but in the commitment's own row.
    if (before && now && before->standing == now->standing && before->terms == now->terms)
        return PromiseChange::None;
    return PromiseChange::Answers;
}

bool mayName(const CommitmentRow& commitment, const FiledRecord& namer) {
    if (!namer.kind || namer.pairing != commitment.pairing)
        return false;
    Naming naming;
    naming.namer = *namer.kind;
    naming.named = Kind::Commitment;
    naming.sameAuthor = namer.author == commitment.proposer;
    naming.owner = namer.author == commitment.owner ? Person::Me : Person::Partner;
    naming.proposed = commitment.standing != Standing::Agreed;
    return mend::mayName(naming);
}

// A no, a question back that ended in a no, what a proposer changed before the yes, and an edit to
// what can't be leave no entry.
bool maySay(Connection& connection, const CommitmentRow& commitment, const FiledRecord& version,
            const Content& content) {
    if (!mayName(commitment, version))
        return false;
    if (const auto* change = std::get_if<CommitmentChange>(&content); change && (*change)->edited) {
        const auto terms = termsOf(connection, commitment);
        if (!terms || !afterEdit(*terms, *(*change)->edited, version.day.value_or(Day())))
            return false;
    }
    if (const Consent* consent = std::get_if<Consent>(&content)) {
        const bool standing =
            commitment.standing == Standing::Agreed || commitment.standing == Standing::Proposed;
        return standing && (*consent)->answer != Answer::No;
    }
    return commitment.standing == Standing::Agreed;
}

} // namespace mend::vault
