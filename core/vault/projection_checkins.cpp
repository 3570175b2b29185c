#include "core/vault/projection_checkins.h"

#include "core/vault/projection_entries.h"
#include "core/vault/room.h"

#include <algorithm>

namespace mend::vault {
namespace {

// Versions that count. Unsealed ones without words were taken back where they came from: the record
// that says so follows, and needs them to be found.
std::vector<FiledRecord> allOf(Connection& connection, Person author, Day day) {
    Statement rows(connection, "SELECT * FROM filed WHERE kind = 'checkin' AND day = ? AND"
                               " replaces IS NOT ?");
    rows.bind(day, nowhere);
    std::vector<FiledRecord> records = filedRecords(rows);
    std::erase_if(records, [&](const FiledRecord& record) {
        return record.author != author || headerBreaksRules(record) ||
               wordsOf(connection, record).state == Words::State::AgainstRules;
    });
    return records;
}

// Where the author of `records` named one of them in records of `kind`, as written.
std::vector<Place> placesNaming(Connection& connection, const std::vector<FiledRecord>& records,
                                Kind kind) {
    std::vector<Place> places;
    for (const FiledRecord& record : records)
        for (const FiledRecord& namer : recordsAbout(connection, record.id, kind))
            if (namer.author == record.author &&
                (kind != Kind::Open || record.seal == record::Seal::Together))
                places.push_back(namer.place);
    std::sort(places.begin(), places.end());
    return places;
}

std::vector<CheckInBlock> blocksOf(const std::vector<FiledRecord>& records,
                                   const std::vector<Place>& withdrawals) {
    std::vector<CheckInBlock> blocks(1);
    auto withdrawal = withdrawals.begin();
    for (const FiledRecord& record : records) {
        while (withdrawal != withdrawals.end() && *withdrawal < record.place) {
            blocks.back().withdrawn = true;
            if (!blocks.back().versions.empty())
                blocks.emplace_back();
            blocks.back().withdrawn = false;
            ++withdrawal;
        }
        blocks.back().versions.push_back(record);
    }
    blocks.back().withdrawn = withdrawal != withdrawals.end();
    std::erase_if(blocks, [](const CheckInBlock& block) { return block.versions.empty(); });
    return blocks;
}

// Sealed words that were never here and never will be, or words on their way out.
void dropTakenBack(CheckInBlock& block) {
    if (!block.withdrawn)
        std::erase_if(block.versions, [](const FiledRecord& version) {
            return !version.here && version.seal == record::Seal::None;
        });
}

// Late, or for a day ahead, it opens nothing by itself: its author's word would come too cheap.
bool releases(const FiledRecord& pairing) {
    return !isLate(pairing.at, *pairing.day) && !isAhead(pairing.at, *pairing.day);
}

bool knew(const FiledRecord& version, const PersonsCheckIns& others) {
    return others.pairing && version.holds(*others.pairing);
}

SealState sealOfNewest(const CheckInBlock& block, const PersonsCheckIns& others) {
    const FiledRecord& newest = block.versions.back();
    if (newest.seal == record::Seal::None)
        return SealState::None;
    if (!newest.here)
        return newest.closed || newest.author == Person::Me ? SealState::Lost : SealState::Sealed;
    if (newest.author == Person::Partner || block.opened)
        return SealState::None;
    return others.pairing && releases(*others.pairing) ? SealState::None : SealState::Sealed;
}

EntryRow entryOf(Connection& connection, const CheckInBlock& block, const PersonsCheckIns& others,
                 bool earlierBlocks, std::optional<CheckIn>& words) {
    const FiledRecord& newest = block.versions.back();
    EntryRow entry = EntryRow::of(block.versions.front());
    if (block.withdrawn) {
        entry.seal = SealState::Withdrawn;
        return entry;
    }
    const SealedMarks marks = sealOf(block, others);
    entry.newest = newest.n;
    entry.edited = block.versions.size() > 1 || earlierBlocks;
    entry.seal = marks.seal;
    entry.changedBefore = marks.changedBefore;
    entry.changedAfter = marks.changedAfter;
    entry.forked = entry.forked || newest.forked;
    words = contentAs<CheckIn>(connection, newest);
    if (words)
        entry.text = searchText(*words);
    return entry;
}

void putScales(Connection& connection, const EntryRow& entry, const CheckIn& words) {
    const auto& scales = words->scales;
    for (auto scale = scales.begin(); scale != scales.end(); ++scale) {
        Statement insert(connection, "INSERT INTO scale(day, author, scale, value)"
                                     " VALUES (?, ?, ?, ?)");
        (void)insert.bind(entry.day, int(entry.author), name(scale.key()), scale.value()).run();
    }
}

std::vector<qint64> entriesOn(Connection& connection, Day day) {
    Statement rows(connection, "SELECT n FROM entry WHERE day = ? AND kind = 'checkin'");
    rows.bind(day);
    std::vector<qint64> entries;
    while (rows.next())
        entries.push_back(rows.integer(0));
    return entries;
}

void dropScales(Connection& connection, Day day) {
    Statement scales(connection, "DELETE FROM scale WHERE day = ?");
    (void)scales.bind(day).run();
}

} // namespace

PersonsCheckIns checkInsOf(Connection& connection, Person author, Day day) {
    const std::vector<FiledRecord> records = allOf(connection, author, day);
    PersonsCheckIns result;
    result.blocks = blocksOf(records, placesNaming(connection, records, Kind::Withdraw));
    for (CheckInBlock& block : result.blocks) {
        dropTakenBack(block);
        const auto opens = placesNaming(connection, block.versions, Kind::Open);
        if (!opens.empty())
            block.opened = opens.front();
        if (!result.pairing && !block.withdrawn && !block.versions.empty())
            result.pairing = block.versions.front();
    }
    std::erase_if(result.blocks, [](const CheckInBlock& block) { return block.versions.empty(); });
    return result;
}

SealedMarks sealOf(const CheckInBlock& block, const PersonsCheckIns& others) {
    SealedMarks marks;
    marks.seal = sealOfNewest(block, others);
    bool sealed = false;
    for (std::size_t i = 0; i < block.versions.size(); ++i) {
        const FiledRecord& version = block.versions[i];
        if (sealed && knew(version, others))
            marks.changedAfter = true;
        // Whether the version before this one had been given away by then; if not, it never is.
        const bool given = (block.opened && *block.opened < version.place) ||
                           (knew(version, others) && releases(*others.pairing));
        if (i > 0 && block.versions[i - 1].seal == record::Seal::Together && !given)
            marks.changedBefore = true;
        sealed = sealed || version.seal == record::Seal::Together;
    }
    return marks;
}

void projectCheckIns(Connection& connection, Day day) {
    dropScales(connection, day);
    const PersonsCheckIns mine = checkInsOf(connection, Person::Me, day);
    const PersonsCheckIns theirs = checkInsOf(connection, Person::Partner, day);
    std::vector<EntryRow> entries;
    const auto project = [&](const PersonsCheckIns& own, const PersonsCheckIns& others) {
        if (own.blocks.empty())
            return;
        std::optional<CheckIn> words;
        entries.push_back(
            entryOf(connection, own.blocks.back(), others, own.blocks.size() > 1, words));
        if (words)
            putScales(connection, entries.back(), *words);
    };
    project(mine, theirs);
    project(theirs, mine);
    setEntries(connection, entriesOn(connection, day), entries);
}

} // namespace mend::vault
