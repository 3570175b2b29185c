#include "core/vault/projection_chains.h"

#include "core/vault/projection_commitments.h"
#include "core/vault/projection_entries.h"

#include <algorithm>
#include <map>
#include <set>

namespace mend::vault {
namespace {

// The first of the versions before `record`, as far as they are here. Walks by what bodies ever
// said, so that an entry is found again whose words are gone.
FiledRecord topOf(Connection& connection, FiledRecord record) {
    while (record.replaces) {
        auto earlier = filedRecord(connection, *record.replaces);
        if (!earlier)
            break;
        record = std::move(*earlier);
    }
    return record;
}

std::map<RecordId, FiledRecord> membersOf(Connection& connection, const FiledRecord& start) {
    std::map<RecordId, FiledRecord> members;
    std::vector<FiledRecord> open = {topOf(connection, start)};
    while (!open.empty()) {
        FiledRecord record = std::move(open.back());
        open.pop_back();
        Statement rows(connection, "SELECT * FROM filed WHERE replaces = ?");
        rows.bind(record.id);
        for (FiledRecord& later : filedRecords(rows))
            open.push_back(std::move(later));
        const RecordId id = record.id;
        members.emplace(id, std::move(record));
    }
    return members;
}

// The first version that each record leads back to, or nothing where the way is broken.
using FirstVersions = std::map<RecordId, std::optional<RecordId>>;

const FiledRecord* earlierOf(const std::map<RecordId, FiledRecord>& members,
                             const FiledRecord& record) {
    const auto earlier = members.find(*record.replaced());
    return earlier != members.end() && continues(record, earlier->second) ? &earlier->second
                                                                          : nullptr;
}

// Each way is walked once, however many lead along it.
FirstVersions firstVersions(const std::map<RecordId, FiledRecord>& members) {
    FirstVersions firsts;
    for (const auto& [id, record] : members) {
        std::vector<RecordId> way;
        std::optional<RecordId> first;
        for (const FiledRecord* at = &record; at;) {
            if (const auto known = firsts.find(at->id); known != firsts.end()) {
                first = known->second;
                break;
            }
            way.push_back(at->id);
            if (!at->replaced()) {
                first = at->id;
                break;
            }
            at = earlierOf(members, *at);
        }
        for (const RecordId& passed : way)
            firsts.emplace(passed, first);
    }
    return firsts;
}

bool isWithdrawn(Connection& connection, const Chain& chain) {
    const auto names = [&](const FiledRecord& version) {
        const std::vector<FiledRecord> all = recordsAbout(connection, version.id, Kind::Withdraw);
        return std::any_of(all.begin(), all.end(), [&](const FiledRecord& withdraw) {
            return withdraw.author == version.author;
        });
    };
    const std::optional<Kind> kind = chain.versions.front().kind;
    return (!kind || mayWithdraw(*kind)) &&
           std::any_of(chain.versions.begin(), chain.versions.end(), names);
}

struct Shown {
    const FiledRecord* version = nullptr; // the newest whose body is here and breaks no rule
    std::optional<Content> content;       // nothing if this Mend can't read it
};

Shown newestOf(Connection& connection, const Chain& chain) {
    for (auto version = chain.versions.rbegin(); version != chain.versions.rend(); ++version) {
        Words words = wordsOf(connection, *version);
        if (words.state == Words::State::Readable || words.state == Words::State::Unreadable)
            return {&*version, std::move(words.content)};
    }
    return {};
}

EntryRow shownEntry(const Chain& chain, const Shown& shown) {
    EntryRow entry = EntryRow::of(chain.versions.front());
    entry.newest = shown.version->n;
    entry.edited = shown.version->id != entry.id;
    entry.forked = entry.forked || shown.version->forked;
    if (shown.content)
        entry.text = searchText(*shown.content);
    return entry;
}

// One of a newer Mend, or one whose words can't be read, has an entry without words.
std::optional<EntryRow> wordlessEntry(const Chain& chain) {
    const FiledRecord& first = chain.versions.front();
    if (first.here || first.kind || first.seal == record::Seal::None)
        return std::nullopt; // known kinds pair by day; an unsealed one without words was taken
                             // back
    EntryRow entry = EntryRow::of(first);
    entry.seal = first.closed || first.author == Person::Me ? SealState::Lost : SealState::Sealed;
    return entry;
}

// What is said about a commitment appears once the commitment itself stands.
bool appears(Connection& connection, const FiledRecord& version, const Content& content,
             EntryRow& entry) {
    const std::optional<RecordId> id = about(content);
    if (!id)
        return true;
    entry.commitment = id;
    const std::optional<CommitmentRow> commitment = commitmentRow(connection, *id);
    return commitment && maySay(connection, *commitment, version, content);
}

std::optional<EntryRow> commitmentEntry(Connection& connection, const Chain& chain) {
    const FiledRecord& first = chain.versions.front();
    const std::optional<CommitmentRow> row = commitmentRow(connection, first.id);
    if (!row || row->standing != Standing::Agreed)
        return std::nullopt;
    EntryRow entry = EntryRow::of(first);
    entry.author = row->owner;
    entry.newest = row->terms;
    entry.edited = row->terms != first.n;
    if (const auto terms = termsOf(connection, *row))
        entry.text = terms->title;
    return entry;
}

std::optional<EntryRow> entryOf(Connection& connection, const Chain& chain) {
    const FiledRecord& first = chain.versions.front();
    if (!first.day || headerBreaksRules(first) || first.kind == Kind::CheckIn ||
        (first.kind && !onTimeline(*first.kind)))
        return std::nullopt;
    if (chain.withdrawn) {
        EntryRow entry = EntryRow::of(first);
        entry.seal = SealState::Withdrawn;
        return entry;
    }
    const Shown shown = newestOf(connection, chain);
    if (!shown.version)
        return wordlessEntry(chain);
    if (first.kind == Kind::Commitment && shown.content)
        return commitmentEntry(connection, chain);
    EntryRow entry = shownEntry(chain, shown);
    if (shown.content && !appears(connection, *shown.version, *shown.content, entry))
        return std::nullopt;
    return entry;
}

} // namespace

Family familyOf(Connection& connection, const FiledRecord& of) {
    const std::map<RecordId, FiledRecord> members = membersOf(connection, of);
    const FirstVersions firsts = firstVersions(members);
    std::map<RecordId, Chain> chains;
    Family family;
    for (const auto& [id, record] : members) {
        if (const auto& first = firsts.at(id))
            chains[*first].versions.push_back(record);
        else
            family.outside.push_back(record);
    }
    for (auto& [id, chain] : chains) {
        // A version stands after what it replaces, whatever places its log claims.
        std::sort(chain.versions.begin(), chain.versions.end());
        const auto first =
            std::find_if(chain.versions.begin(), chain.versions.end(),
                         [&opener = id](const FiledRecord& r) { return r.id == opener; });
        std::rotate(chain.versions.begin(), first, first + 1);
        chain.withdrawn = isWithdrawn(connection, chain);
        family.chains.push_back(std::move(chain));
    }
    return family;
}

std::vector<qint64> projectFamily(Connection& connection, const FiledRecord& record) {
    const Family family = familyOf(connection, record);
    std::vector<qint64> all;
    std::vector<qint64> ours;
    const auto note = [&](const FiledRecord& member) {
        all.push_back(member.n);
        // A check-in that somebody names wrongly is not this file's to drop.
        if (member.kind != Kind::CheckIn)
            ours.push_back(member.n);
    };
    std::for_each(family.outside.begin(), family.outside.end(), note);
    for (const Chain& chain : family.chains)
        std::for_each(chain.versions.begin(), chain.versions.end(), note);
    std::vector<EntryRow> entries;
    for (const Chain& chain : family.chains)
        if (auto entry = entryOf(connection, chain))
            entries.push_back(std::move(*entry));
    setEntries(connection, ours, entries);
    return all;
}

} // namespace mend::vault
