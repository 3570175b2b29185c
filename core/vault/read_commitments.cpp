#include "core/vault/projection_commitments.h"
#include "core/vault/read_entries.h"
#include "core/vault/read_store.h"
#include "core/vault/speaking.h"

#include <iterator>
#include <map>

namespace mend::vault {
namespace {

CommitmentDay commitmentDay(Statement& row) {
    CommitmentDay day;
    day.day = row.day(0).value_or(Day());
    day.state = DayState(row.integer(1));
    if (const auto outcome = row.optionalInteger(2))
        day.outcome = OutcomeState(*outcome);
    day.outcomeId = row.optionalFixed<RecordId>(3);
    day.outcomeNote = row.text(4);
    if (const auto view = row.optionalInteger(5))
        day.view = ViewState(*view);
    day.viewId = row.optionalFixed<RecordId>(6);
    day.viewNote = row.text(7);
    day.noticed = row.boolean(8);
    day.thanked = row.boolean(9);
    return day;
}

// In order.
std::vector<CommitmentDay> spokenDays(Connection& connection, const RecordId& id, Day from,
                                      Day to) {
    Statement rows(connection,
                   "SELECT day, state, outcome, outcome_id, outcome_note, view, view_id,"
                   " view_note, noticed, thanked FROM commitment_day"
                   " WHERE commitment = ? AND day BETWEEN ? AND ? ORDER BY day");
    rows.bind(id, from, to);
    std::vector<CommitmentDay> days;
    while (rows.next())
        days.push_back(commitmentDay(rows));
    return days;
}

// Those expected and those spoken about, in order. A year of each of many is read at once.
std::vector<CommitmentDay> daysOf(Connection& connection, const FoldedCommitment& commitment,
                                  Day from, Day to) {
    if (commitment.row.standing != Standing::Agreed)
        return {};
    std::vector<CommitmentDay> spoken = spokenDays(connection, commitment.row.id, from, to);
    const std::vector<Day> expected = expectedDays(commitment.spans, from, to);
    std::vector<CommitmentDay> days;
    days.reserve(spoken.size() + expected.size());
    auto next = spoken.begin();
    for (const Day day : expected) {
        for (; next != spoken.end() && next->day < day; ++next)
            days.push_back(std::move(*next));
        if (next != spoken.end() && next->day == day)
            days.push_back(std::move(*next++));
        else
            days.emplace_back().day = day;
    }
    std::move(next, spoken.end(), std::back_inserter(days));
    return days;
}

// The newest word, also where it counts from tomorrow only.
const CommitmentSpan& newestSpan(const std::vector<CommitmentSpan>& spans, Day today) {
    const CommitmentSpan* newest = &spans.front();
    for (const CommitmentSpan& span : spans)
        if (span.from <= today.plus(1))
            newest = &span;
    return *newest;
}

CommitmentState agreedState(const CommitmentSpan& now, Day today) {
    const Once* once = std::get_if<Once>(&now.fields.schedule);
    const bool over =
        (now.fields.until && *now.fields.until < today) || (once && once->day < today);
    if (now.ended || over)
        return CommitmentState::Ended;
    return now.paused ? CommitmentState::Paused : CommitmentState::Active;
}

CommitmentState stateOf(const FoldedCommitment& commitment, const CommitmentSpan& now, Day today) {
    switch (commitment.row.standing) {
    case Standing::Agreed:
        return agreedState(now, today);
    case Standing::TakenBack:
        return CommitmentState::Ended;
    case Standing::Proposed:
        return CommitmentState::Proposed;
    case Standing::Declined:
    case Standing::Hidden:
        break;
    }
    return CommitmentState::Declined;
}

CommitmentReading readingOf(Connection& connection, const FoldedCommitment& commitment, Day today,
                            Day from, Day to) {
    const CommitmentSpan& now = newestSpan(commitment.spans, today);
    CommitmentReading reading;
    reading.id = commitment.row.id;
    reading.owner = commitment.row.owner;
    reading.proposer = commitment.row.proposer;
    reading.state = stateOf(commitment, now, today);
    reading.now = now.fields;
    reading.spans = commitment.spans;
    reading.atHome =
        commitment.row.owner == Person::Me && staysAtHome(connection, commitment.row.id);
    reading.answer = commitment.answer;
    reading.answerNote = commitment.answerNote;
    reading.days = daysOf(connection, commitment, from, to);
    return reading;
}

// What somebody promised or asked who isn't who I am paired with now is for the timeline. What I
// promised is mine to keep or to end, whoever it was for.
bool isBetweenOthers(Connection& connection, const CommitmentRow& row) {
    if (row.owner == Person::Me && row.standing == Standing::Agreed)
        return false;
    Statement pair(connection, "SELECT l.pairing IS (SELECT pairing FROM log WHERE owner = 0 AND"
                               " live = 1) FROM record r JOIN log l ON l.id = r.log"
                               " WHERE r.n = ?");
    pair.bind(row.n);
    return pair.next() && !pair.boolean(0);
}

// Newest first.
std::vector<CommitmentRow> commitmentsHere(Connection& connection) {
    std::vector<CommitmentRow> rows = commitmentRows(connection);
    std::erase_if(rows, [&](const CommitmentRow& row) { return isBetweenOthers(connection, row); });
    return rows;
}

// Of those that stand, newest first.
std::vector<FoldedCommitment> agreedCommitments(Connection& connection) {
    std::vector<FoldedCommitment> all;
    for (const CommitmentRow& row : commitmentsHere(connection))
        if (row.standing == Standing::Agreed)
            if (auto folded = foldCommitment(connection, row.id))
                all.push_back(std::move(*folded));
    return all;
}

} // namespace

Result<std::vector<CommitmentReading>, VaultError> ReadStore::commitments(Day today, Day from,
                                                                          Day to) {
    const Reading reading(connection_);
    std::vector<CommitmentReading> all;
    for (const CommitmentRow& row : commitmentsHere(connection_)) {
        if (row.standing == Standing::Hidden)
            continue;
        if (const auto folded = foldCommitment(connection_, row.id))
            all.push_back(readingOf(connection_, *folded, today, from, to));
    }
    return reading.of(std::move(all));
}

Result<CommitmentReading, VaultError> ReadStore::commitment(const RecordId& id, Day today, Day from,
                                                            Day to) {
    const Reading reading(connection_);
    const auto folded = foldCommitment(connection_, id);
    if (!folded || folded->row.standing == Standing::Hidden)
        return fail(connection_.error().value_or(VaultError::UnknownId));
    return reading.of(readingOf(connection_, *folded, today, from, to));
}

Result<std::vector<DayShards>, VaultError> ReadStore::shards(Day from, Day to) {
    const Reading reading(connection_);
    std::map<Day, DayShards> days;
    for (const FoldedCommitment& commitment : agreedCommitments(connection_)) {
        for (const CommitmentDay& day : daysOf(connection_, commitment, from, to)) {
            DayShards& shards = days[day.day];
            shards.day = day.day;
            shards.states.push_back(day.state);
        }
    }
    std::vector<DayShards> inOrder;
    for (auto& [day, shards] : days)
        inOrder.push_back(std::move(shards));
    return reading.of(std::move(inOrder));
}

} // namespace mend::vault
