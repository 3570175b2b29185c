#include "core/vault/projection_checkins.h"
#include "core/vault/read_entries.h"
#include "core/vault/read_store.h"
#include "core/vault/timeline_query.h"

#include <map>

namespace mend::vault {
namespace {

// Mine, and that of whom I am paired with now; what was said to and by others is for the timeline.
std::optional<Side> sideOf(Connection& connection, Person person) {
    const auto mine = mySide(connection);
    return mine && person == Person::Partner ? mine->opposite() : mine;
}

// Entries of a kind by the other on one day, newest first, as far as there is room for them. True
// if there are others, or may be beyond those that were looked at.
bool fill(std::vector<TimelineEntry>& entries, int room, Connection& connection, Kind kind,
          Day day) {
    constexpr int looked = 65; // A day, with those that were taken back.
    TimelineFilter filter;
    filter.kinds = {name(kind)};
    filter.by = Person::Partner;
    filter.from = day;
    filter.to = day;
    const auto side = sideOf(connection, Person::Partner);
    const auto numbers =
        TimelineQuery(filter).numbers(connection, TimelineQuery::Side::Older, looked);
    for (const qint64 n : numbers) {
        const auto first = filedRecord(connection, n);
        auto entry = first && side && first->strand == side->strand ? timelineEntry(connection, n)
                                                                    : std::nullopt;
        if (!entry || entry->seal == SealState::Withdrawn)
            continue;
        if (int(entries.size()) == room)
            return true;
        entries.push_back(std::move(*entry));
    }
    return int(numbers.size()) == looked;
}

std::optional<TimelineEntry> checkInOn(Connection& connection, Person by, Day day) {
    const PersonsCheckIns all = checkInsOf(connection, sideOf(connection, by), day);
    if (all.blocks.empty() || all.blocks.back().withdrawn)
        return std::nullopt;
    return timelineEntry(connection, all.blocks.back().versions.front().n);
}

// Entries. Some twenty words on each step of both checklists; whoever shares more is read by the
// newest, so that all of them together cost no more than these.
constexpr int stepsRead = 1024;

// The newest word on each step that was shared and stands.
std::map<QString, StepState> sharedSteps(Connection& connection, Person whose) {
    const auto side = sideOf(connection, whose);
    if (!side)
        return {};
    // From the records of the kind, of which there are few, to their entries.
    Statement rows(connection, "SELECT * FROM filed WHERE n IN (SELECT e.newest FROM record r"
                               " JOIN log_order o ON o.log = r.log AND o.strand = ?"
                               " CROSS JOIN entry e ON e.n = r.n WHERE r.kind = 'step'"
                               " AND e.author = ? AND e.seal = 0 ORDER BY e.newest DESC LIMIT ?)");
    rows.bind(side->strand, int(whose), stepsRead);
    std::map<QString, StepState> steps;
    for (const FiledRecord& record : filedRecords(rows)) {
        if (const auto step = contentAs<StepShared>(connection, record))
            steps[(*step)->step] = (*step)->state;
    }
    return steps;
}

std::map<QString, StepReading> ownSteps(Connection& connection) {
    Statement rows(connection, "SELECT id, state FROM step");
    std::map<QString, StepReading> steps;
    while (rows.next())
        steps[rows.text(0)] = {rows.text(0), StepState(rows.integer(1)), false};
    return steps;
}

} // namespace

Result<PartnerCard, VaultError> ReadStore::partnerCard(Day day, const CardRoom& room) {
    const Reading reading(connection_);
    PartnerCard card;
    card.day = day;
    card.checkIn = checkInOn(connection_, Person::Partner, day);
    card.opensWhenBothShared = card.checkIn && card.checkIn->seal == SealState::Sealed &&
                               !checkInOn(connection_, Person::Me, day);
    const bool moreNotes = fill(card.notes, room.notes, connection_, Kind::Note, day);
    const bool moreMoments = fill(card.moments, room.moments, connection_, Kind::Moment, day);
    card.more = moreNotes || moreMoments;
    return reading.of(std::move(card));
}

Result<MyCheckIn, VaultError> ReadStore::myCheckIn(Day day) {
    const Reading reading(connection_);
    MyCheckIn mine;
    mine.shared = checkInOn(connection_, Person::Me, day);
    if (!mine.shared)
        return reading.of(std::move(mine));
    Statement row(connection_, "SELECT seal, given FROM record WHERE id = ?");
    row.bind(mine.shared->newest);
    if (row.next()) {
        mine.share =
            record::Seal(row.integer(0)) == record::Seal::None ? Share::Now : Share::Together;
        mine.given = row.boolean(1);
    }
    return reading.of(std::move(mine));
}

Result<record::Seal, VaultError> ReadStore::sealOf(const RecordId& id) {
    const Reading reading(connection_);
    const auto record = filedRecord(connection_, id);
    if (!record && !connection_.error())
        return fail(VaultError::UnknownId);
    return reading.of(record ? record->seal : record::Seal::None);
}

Result<std::vector<StepReading>, VaultError> ReadStore::steps(Person whose) {
    const Reading reading(connection_);
    std::map<QString, StepReading> steps;
    if (whose == Person::Me)
        steps = ownSteps(connection_);
    for (const auto& [id, state] : sharedSteps(connection_, whose)) {
        const auto own = steps.try_emplace(id, StepReading{id, state, true}).first;
        own->second.shared = true;
    }
    std::vector<StepReading> all;
    for (auto& [id, step] : steps)
        all.push_back(std::move(step));
    return reading.of(std::move(all));
}

Result<std::vector<ScaleReading>, VaultError> ReadStore::scales(Person whose, Day from, Day to) {
    const Reading reading(connection_);
    Statement rows(connection_, "SELECT day, scale, value FROM scale WHERE day BETWEEN ? AND ? AND"
                                " author = ? ORDER BY day, scale");
    rows.bind(from, to, int(whose));
    std::vector<ScaleReading> scales;
    while (rows.next())
        if (const auto scale = scaleFromName(rows.text(1)))
            scales.push_back({rows.day(0).value_or(Day()), *scale, int(rows.integer(2))});
    return reading.of(std::move(scales));
}

} // namespace mend::vault
