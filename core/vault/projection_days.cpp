#include "core/vault/projection_days.h"

#include "core/vault/projection_commitments.h"

#include <map>
#include <set>

namespace mend::vault {
namespace {

template <class T>
struct Spoken {
    FiledRecord record;
    T content;
    bool replaced = false;
};

// What was said on that day by who may say it.
std::vector<FiledRecord> saidOn(Connection& connection, const CommitmentRow& commitment, Day day) {
    Statement rows(connection, saidOnDay);
    rows.bind(commitment.id, name(Kind::Outcome), name(Kind::View), day);
    std::vector<FiledRecord> said = filedRecords(rows);
    std::erase_if(said, [&](const FiledRecord& record) {
        return !mayName(commitment, record) || headerBreaksRules(record);
    });
    return said;
}

// What of it is of one kind, as written. Versions whose earlier one is not here yet wait.
template <class T>
std::vector<Spoken<T>> spoken(Connection& connection, const std::vector<FiledRecord>& said,
                              Kind kind) {
    std::map<RecordId, FiledRecord> known;
    for (const FiledRecord& record : said)
        if (record.kind == kind)
            known.emplace(record.id, record);
    std::vector<Spoken<T>> all;
    std::set<RecordId> replaced;
    for (const auto& [id, record] : known) {
        const FiledRecord* at = &record;
        while (at && at->replaced()) {
            const auto earlier = known.find(*at->replaced());
            at = earlier != known.end() && continues(*at, earlier->second) ? &earlier->second
                                                                           : nullptr;
        }
        auto content = at ? contentAs<T>(connection, record) : std::nullopt;
        if (!content)
            continue;
        if (record.replaced())
            replaced.insert(*record.replaced());
        all.push_back({record, std::move(*content), false});
    }
    for (Spoken<T>& each : all)
        each.replaced = replaced.contains(each.record.id);
    std::sort(all.begin(), all.end(),
              [](const auto& a, const auto& b) { return a.record < b.record; });
    return all;
}

DayState stateOf(const std::vector<Spoken<Outcome>>& outcomes,
                 const std::vector<Spoken<View>>& views) {
    std::vector<OutcomeSeen> outcomesSeen;
    for (const auto& each : outcomes)
        outcomesSeen.push_back(
            {each.record.place, each.content->state, each.record.held, each.replaced});
    std::vector<ViewSeen> viewsSeen;
    for (const auto& each : views)
        viewsSeen.push_back(
            {each.record.place, each.content->state, each.record.held, each.replaced});
    return dayState(outcomesSeen, viewsSeen);
}

// The first of those written last, as dayState counts: only branches of a fork share a place.
template <class T, class Counts>
const Spoken<T>* newest(const std::vector<Spoken<T>>& spoken, Counts counts) {
    const Spoken<T>* found = nullptr;
    for (const Spoken<T>& each : spoken)
        if (!each.replaced && counts(each) && (!found || each.record.place > found->record.place))
            found = &each;
    return found;
}

bool says(const Spoken<View>& view, ViewState state) {
    return !view.replaced && view.content->state == state;
}

void bindView(Statement& insert, const std::vector<Spoken<View>>& views) {
    const auto* seen = newest(views, [](const Spoken<View>& view) {
        return says(view, ViewState::Confirmed) || says(view, ViewState::Differs);
    });
    const auto anySays = [&](ViewState state) {
        return std::any_of(views.begin(), views.end(),
                           [&](const Spoken<View>& view) { return says(view, state); });
    };
    insert.bind(seen ? std::optional(int(seen->content->state)) : std::nullopt,
                seen ? std::optional(seen->record.id) : std::nullopt,
                seen ? seen->content->note : QString(), anySays(ViewState::Noticed),
                anySays(ViewState::Thanks));
}

} // namespace

void projectDay(Connection& connection, const RecordId& id, Day day) {
    Statement drop(connection, "DELETE FROM commitment_day WHERE commitment = ? AND day = ?");
    (void)drop.bind(id, day).run();
    const std::optional<CommitmentRow> commitment = commitmentRow(connection, id);
    if (!commitment)
        return;
    const auto said = saidOn(connection, *commitment, day);
    const auto outcomes = spoken<Outcome>(connection, said, Kind::Outcome);
    const auto views = spoken<View>(connection, said, Kind::View);
    if (outcomes.empty() && views.empty())
        return;
    const auto* word = newest(outcomes, [](const auto&) { return true; });
    Statement insert(connection, "INSERT INTO commitment_day(commitment, day, owner, state,"
                                 " outcome, outcome_id, outcome_note, view, view_id, view_note,"
                                 " noticed, thanked)"
                                 " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    insert.bind(id, day, int(commitment->owner), int(stateOf(outcomes, views)),
                word ? std::optional(int(word->content->state)) : std::nullopt,
                word ? std::optional(word->record.id) : std::nullopt,
                word ? word->content->note : QString());
    bindView(insert, views);
    (void)insert.run();
}

} // namespace mend::vault
