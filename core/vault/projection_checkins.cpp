#include "core/vault/projection_checkins.h"

#include "core/vault/projection_entries.h"
#include "core/vault/room.h"

#include <algorithm>
#include <map>

namespace mend::vault {
namespace {

using OfSides = std::map<Side, std::vector<FiledRecord>>; // as written

// Versions that count. Unsealed ones without words were taken back where they came from: the record
// that says so follows, and needs them to be found.
OfSides versionsOn(Connection& connection, Day day) {
    Statement rows(connection, "SELECT * FROM filed WHERE kind = 'checkin' AND day = ? AND"
                               " replaces IS NOT ?");
    rows.bind(day, nowhere);
    OfSides sides;
    for (FiledRecord& record : filedRecords(rows))
        if (!headerBreaksRules(record) &&
            wordsOf(connection, record).state != Words::State::AgainstRules)
            sides[Side::of(record)].push_back(std::move(record));
    return sides;
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
bool releases(const std::optional<FiledRecord>& pairing) {
    return pairing && !isLate(pairing->at, *pairing->day) && !isAhead(pairing->at, *pairing->day);
}

bool knew(const FiledRecord& version, const PersonsCheckIns& others) {
    return others.pairing && version.holds(*others.pairing);
}

// Words that went out once aren't sealed any more, whatever the other takes back afterwards.
bool wasGiven(Connection& connection, const FiledRecord& version) {
    Statement row(connection, "SELECT 1 FROM record WHERE n = ? AND given = 1");
    return row.bind(version.n).next();
}

SealState sealOfNewest(Connection& connection, const CheckInBlock& block,
                       const PersonsCheckIns& others) {
    const FiledRecord& newest = block.versions.back();
    if (newest.seal == record::Seal::None)
        return SealState::None;
    if (!newest.here)
        return newest.closed || newest.author == Person::Me ? SealState::Lost : SealState::Sealed;
    const bool open = newest.author == Person::Partner ||
                      isDueIn(block, block.versions.size() - 1, others) ||
                      wasGiven(connection, newest);
    return open ? SealState::None : SealState::Sealed;
}

// How the newest version of `block` stands towards the other's.
void markSeal(Connection& connection, EntryRow& entry, const CheckInBlock& block,
              const PersonsCheckIns& others) {
    entry.seal = sealOfNewest(connection, block, others);
    bool sealed = false;
    for (std::size_t i = 0; i < block.versions.size(); ++i) {
        const FiledRecord& version = block.versions[i];
        if (sealed && knew(version, others))
            entry.changedAfter = true;
        if (i > 0 && block.versions[i - 1].seal == record::Seal::Together &&
            !isDueIn(block, i - 1, others)) // and never will be
            entry.changedBefore = true;
        sealed = sealed || version.seal == record::Seal::Together;
    }
}

EntryRow entryOf(Connection& connection, const CheckInBlock& block, const PersonsCheckIns& others,
                 bool earlierBlocks, std::optional<CheckIn>& words) {
    const FiledRecord& newest = block.versions.back();
    EntryRow entry = EntryRow::of(block.versions.front());
    if (block.withdrawn) {
        entry.seal = SealState::Withdrawn;
        return entry;
    }
    entry.newest = newest.n;
    entry.edited = block.versions.size() > 1 || earlierBlocks;
    markSeal(connection, entry, block, others);
    entry.forked = entry.forked || newest.forked;
    words = contentAs<CheckIn>(connection, newest);
    if (words)
        entry.text = searchText(*words);
    return entry;
}

void putScales(Connection& connection, const EntryRow& entry, const CheckIn& words) {
    const auto& scales = words->scales;
    for (auto scale = scales.begin(); scale != scales.end(); ++scale) {
        Statement insert(connection, "INSERT OR REPLACE INTO scale(day, author, scale, value)"
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

PersonsCheckIns standing(Connection& connection, const std::vector<FiledRecord>& versions) {
    PersonsCheckIns result;
    result.blocks = blocksOf(versions, placesNaming(connection, versions, Kind::Withdraw));
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

// Puts the scales; the entry is given back.
EntryRow projectSide(Connection& connection, const PersonsCheckIns& own,
                     const PersonsCheckIns& others) {
    std::optional<CheckIn> words;
    EntryRow entry = entryOf(connection, own.blocks.back(), others, own.blocks.size() > 1, words);
    if (words)
        putScales(connection, entry, *words);
    return entry;
}

} // namespace

std::optional<Side> mySide(Connection& connection) {
    Statement row(connection, "SELECT o.strand, (SELECT f.strand FROM facing f WHERE f.log = l.id"
                              " ORDER BY f.seq DESC LIMIT 1)"
                              " FROM log l JOIN log_order o ON o.log = l.id"
                              " WHERE l.owner = 0 AND l.live = 1");
    return row.next() ? std::optional(Side{row.integer(0), row.optionalInteger(1)}) : std::nullopt;
}

PersonsCheckIns checkInsOf(Connection& connection, const std::optional<Side>& side, Day day) {
    OfSides sides = versionsOn(connection, day);
    return side ? standing(connection, sides[*side]) : PersonsCheckIns();
}

bool isDueIn(const CheckInBlock& block, std::size_t version, const PersonsCheckIns& others) {
    const bool released = releases(others.pairing);
    if (version + 1 == block.versions.size())
        return released || block.opened.has_value();
    // Replaced: given only if it was due before the next version was written.
    const FiledRecord& next = block.versions[version + 1];
    return (released && next.holds(*others.pairing)) ||
           (block.opened && *block.opened < next.place);
}

void projectCheckIns(Connection& connection, Day day) {
    dropScales(connection, day);
    std::vector<std::pair<Side, PersonsCheckIns>> sides;
    for (const auto& [side, versions] : versionsOn(connection, day))
        if (auto own = standing(connection, versions); !own.blocks.empty())
            sides.emplace_back(side, std::move(own));
    // Of several sides of one person the newest scales stand.
    std::sort(sides.begin(), sides.end(), [](const auto& a, const auto& b) {
        return a.second.blocks.back().versions.back() < b.second.blocks.back().versions.back();
    });
    std::vector<EntryRow> entries;
    for (const auto& [side, own] : sides) {
        const auto others = std::find_if(sides.begin(), sides.end(), [&](const auto& each) {
            return side.opposite() == each.first;
        });
        entries.push_back(projectSide(connection, own,
                                      others == sides.end() ? PersonsCheckIns() : others->second));
    }
    setEntries(connection, entriesOn(connection, day), entries);
}

} // namespace mend::vault
